"""Classed, located rows into the new database, with what the old one holds besides."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, NamedTuple

from collabkit.directory.database.schema import BODY, FIGURES
from collabkit.directory.pipeline.statements import run
from collabkit.directory.records import GUESS

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from collabkit.catalog import Partner

SERVICES_SAY = "the services that it lists"
"""The reason for a partner that only the services of a feed tell."""
STATEMENTS_SAY = "what it says that it does"
"""The reason for a partner that only the statements of a body tell."""
_OUTSIDE = {"own_word": -1, "services_say": -2}
"""Numbers of what tells a partner and is no rule: the word of a row, and the services of a feed."""
AT_ONE_ADDRESS = 20
"""Organizations at one street and ZIP from which it is no place but an office that takes mail."""
_COVERED = 0.2
"""Share of a state's rows that a file must bring to count as the new edition for that state."""

_OF_ONE_COUNTY = 4
"""Bodies called after a county that tell where it is."""
_BEYOND = 60
"""Miles from its middle beyond which a body of its name is not there."""


class Change(NamedTuple):
    """What a load did to a source that was loaded before."""

    source: str
    new: int
    gone: int
    moved: int


class Made(NamedTuple):
    """What the rows of one source became."""

    source: str
    organizations: int
    unclassified: int
    unlocated: int


class Merged(NamedTuple):
    """What a merge did."""

    made: list[Made]
    changes: list[Change]


MADE = f"""
SELECT source, count(*), count(*) FILTER (partner IS NULL), count(*) FILTER (lat IS NULL)
FROM organizations WHERE {BODY} GROUP BY source
"""  # noqa: S608 - our own constant


def keep_one(connection: "DuckDBPyConnection", editions: Mapping[int, str | None]) -> None:
    """Leave out, of rows with one id as two editions of a register have them, all but the newest.

    Args:
        connection: to the new database, with all rows in ``fresh``.
        editions: the date of each file. That of a row tells less: it may be when a body was founded.
    """
    run(connection, "050_keep_one", files=list(editions), editions=list(editions.values()))


def newest_year(connection: "DuckDBPyConnection") -> int | None:
    """Return the last year for which a body of ``fresh`` filed: who filed none for long is silent."""
    [(year,)] = connection.execute("SELECT max(last_year) FROM fresh").fetchall()
    return int(year) if year else None


def merge(
    connection: "DuckDBPyConnection",
    own_word: str,
    whole: Collection[str],
    partners: "Collection[Partner]",
    adding: Collection[str] = (),
    *,
    newest: int | None = None,
) -> Merged:
    """Fill the new database from ``fresh`` and the old one; return what came of it.

    Args:
        connection: to the new database, with the old one attached and the rules joined.
        own_word: the reason for a partner that the row itself states.
        whole: sources whose files always hold all of a part, however little is left of it.
        partners: the kinds of partner.
        adding: sources whose files never do, however much they bring.
        newest: the last year for which a body of the whole register filed, where ``fresh`` is a part of it.
    """
    run(connection, "057_homes")
    run(connection, "080_blocks", at_one_address=AT_ONE_ADDRESS)
    run(connection, "085_astray", of_one_county=_OF_ONE_COUNTY, beyond=_BEYOND)
    run(connection, "086_partners")
    run(
        connection,
        "090_organizations",
        **_OUTSIDE,
        newest=newest or newest_year(connection),
        sure=GUESS,
        single=[each.id for each in partners if each.exclusive],
        givers=[each.id for each in partners if each.funds],
    )
    run(
        connection,
        "095_texts",
        **_OUTSIDE,
        own_word_says=own_word,
        services_say_so=SERVICES_SAY,
    )
    made = [Made(*row) for row in connection.execute(MADE).fetchall()]
    run(connection, "100_figures", counted=list(FIGURES))
    run(connection, "105_contacts")
    return Merged(made, keep_old(connection, whole, adding))


def keep_old(
    connection: "DuckDBPyConnection", whole: Collection[str], adding: Collection[str]
) -> list[Change]:
    """Add to the new database what the old one holds besides; return what changed in what both hold.

    Args:
        connection: to the new database, with the old one attached.
        whole: sources whose files always hold all of a part, however little is left of it.
        adding: sources whose files never do, however much they bring.
    """
    run(connection, "110_covered", share=_COVERED, whole=list(whole), adding=list(adding))
    if not connection.execute("SELECT 1 FROM old.organizations LIMIT 1").fetchone():
        return []
    changes = [Change(*row) for row in run(connection, "120_changes")]
    run(connection, "130_keep_old", statements_say=STATEMENTS_SAY)
    return changes
