"""What is loaded."""

from datetime import date
from typing import NamedTuple

from collabkit.directory.database.connection import Database
from collabkit.directory.database.schema import BODY


class Status(NamedTuple):
    """One source as it is loaded."""

    source: str
    """The register, as `collab directory sources` lists it."""
    files: tuple[str, ...]
    """The files it was loaded from."""
    rows: int
    """Rows that are kept now, each place of an organization one, and those that were left out when its files were read.

    What a file says of its rows is of no use here: a later one may have replaced some of them.
    """
    organizations: int
    """Organizations that its rows are; one of several places counts once."""
    rejected: int
    """Rows that were left out."""
    unclassified: int
    """Organizations of which no rule tells the partner."""
    unlocated: int
    """Organizations without a place on the map."""
    as_of: str | None
    """The newest date that its rows state."""
    loaded_at: str
    """When it was loaded."""
    age_days: int | None
    """Days since *as_of*."""


_STATUS = f"""
SELECT source, list(file ORDER BY file),
    (coalesce(any_value(kept), 0) + sum(rejected))::BIGINT, any_value(organizations),
    sum(rejected)::BIGINT, any_value(unclassified), any_value(unlocated), max(as_of), max(loaded_at)
FROM loads LEFT JOIN (
    SELECT source, count(*) AS kept, count(*) FILTER ({BODY}) AS organizations,
        count(*) FILTER ({BODY} AND partner IS NULL) AS unclassified,
        count(*) FILTER ({BODY} AND lat IS NULL) AS unlocated
    FROM organizations GROUP BY source
) USING (source)
GROUP BY source ORDER BY source
"""  # noqa: S608 - our own constant


def status(database: Database) -> list[Status]:
    """Return a record for each source in *database*."""
    rows = database.rows(_STATUS)
    return [
        Status(
            source, tuple(files), total, made or 0, rejected, un, nowhere, as_of, at, _age(as_of)
        )
        for source, files, total, made, rejected, un, nowhere, as_of, at in rows
    ]


def _age(as_of: str | None) -> int | None:
    if as_of is None:
        return None
    year, *rest = (int(part) for part in as_of.split("-"))
    # A year alone means its end, a month alone its first day.
    month, day = (*rest, 1, 1)[:2] if rest else (12, 31)
    return max(0, (date.today() - date(year, month, day)).days)  # noqa: DTZ011 - the date on the wall
