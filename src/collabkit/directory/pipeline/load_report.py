"""What became of every row: kept, rejected, classed, located, new, gone, moved."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, NamedTuple

from collabkit.directory.delimited.repair import Reject
from collabkit.directory.pipeline.merge import Made, Merged
from collabkit.directory.pipeline.statements import run
from collabkit.directory.sources import Source

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class Read(NamedTuple):
    """A file that was read."""

    shown: str
    source: Source
    faults: int
    """Lines of it that are no rows."""


class Loaded(NamedTuple):
    """What a load made of one source."""

    source: str
    """The register, as `collab directory sources` lists it."""
    files: tuple[str, ...]
    """The files it was read from."""
    rows: int
    """Rows read, whether they were kept or not; each place of an organization is one."""
    organizations: int
    """Organizations that its rows became; one of several places counts once."""
    rejected: int
    """Rows that were left out."""
    unclassified: int
    """Organizations of which no rule tells the partner."""
    unlocated: int
    """Organizations without a place on the map."""
    new: int | None
    """Compared with what was loaded before; nothing for a source that was not."""
    gone: int | None
    """Organizations that were there before and are not now."""
    moved: int | None
    """Organizations that have another address than before."""


def left_out(connection: "DuckDBPyConnection", files: Sequence[Read]) -> list[Reject]:
    """Return the rows that were read and are no organizations: closed, abroad, without a name."""
    rows = connection.execute(
        "SELECT file, left_out, id, name FROM fresh WHERE left_out IS NOT NULL ORDER BY row"
    ).fetchall()
    return [
        Reject(files[file].shown, None, reason, f"{id_} {name or ''}".strip())
        for file, reason, id_, name in rows
    ]


def unknown_kinds(connection: "DuckDBPyConnection") -> list[str]:
    """Return a sentence for each kind that rows of the library's own state and no partner has."""
    rows = run(connection, "210_unknown_kinds")
    return [
        f"1 row says {kind!r}, which is no partner; its name decides"
        if count == 1
        else f"{count:,} rows say {kind!r}, which is no partner; their name decides"
        for kind, count in rows
    ]


def editions(connection: "DuckDBPyConnection", files: int) -> dict[int, str | None]:
    """Return for each of so many *files* the newest date that a row of it bears."""
    dates: dict[int, list[str]] = {}
    for file, text in run(connection, "220_dates"):
        dates.setdefault(file, []).append(text)
    return {
        file: max(filter(None, map(day_of, dates.get(file, ()))), default=None)
        for file in range(files)
    }


def older(
    connection: "DuckDBPyConnection", files: Sequence[Read], dates: Mapping[int, str | None]
) -> list[str]:
    """Return a sentence for each file that takes the place of one with a later date."""
    found = []
    for file, before in run(connection, "230_newer_before"):
        date_ = dates[file]
        # A year alone is not before a month of it.
        if date_ and date_[: len(before)] < before[: len(date_)]:
            found.append(
                f"{files[file].shown} is of {date_}, older than what was loaded ({before})"
            )
    return found


def without_rows(connection: "DuckDBPyConnection", files: Sequence[Read]) -> list[str]:
    """Return a sentence for each file that is a header and nothing else."""
    counted = {file for file, _, _ in run(connection, "240_counts")}
    return [
        f"{file.shown} has no rows"
        for number, file in enumerate(files)
        if number not in counted and not file.faults
    ]


def account(
    connection: "DuckDBPyConnection",
    files: Sequence[Read],
    dates: Mapping[int, str | None],
    merged: Merged,
) -> list[Loaded]:
    """Write what was loaded into the table ``loads`` and return it, a record for each source."""
    counts = {file: (rows, out) for file, rows, out in run(connection, "240_counts")}
    parts = dict(run(connection, "250_parts"))
    now = datetime.now(UTC).isoformat(timespec="seconds")
    rows, rejected = {}, {}
    for number, (shown, source, faults) in enumerate(files):
        read, out = counts.get(number, (0, 0))
        rows[number], rejected[number] = read + faults, out + faults
        connection.execute(
            "INSERT INTO loads VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                source.id,
                shown,
                parts.get(number, []),
                rows[number],
                rejected[number],
                dates[number],
                now,
            ],
        )
    found = {change.source: change for change in merged.changes}
    sums = {made.source: made for made in merged.made}
    result = []
    for id_ in dict.fromkeys(file.source.id for file in files):
        of_it = [number for number, file in enumerate(files) if file.source.id == id_]
        change = found.get(id_)
        made = sums.get(id_, Made(id_, 0, 0, 0))
        result.append(
            Loaded(
                id_,
                tuple(files[number].shown for number in of_it),
                sum(rows[number] for number in of_it),
                made.organizations,
                sum(rejected[number] for number in of_it),
                made.unclassified,
                made.unlocated,
                change.new if change else None,
                change.gone if change else None,
                change.moved if change else None,
            )
        )
    return result


def day_of(text: str) -> str | None:
    """Return the date in *text* as far as it goes: 2019, 2019-06 or 2019-06-30.

    Nothing if there is none, or if it has not come yet.
    """
    found = None
    if match := re.match(r"\s*(\d{4})[-/]?(\d{2})?(?:[-/](\d{2}))?(?!\d)", text):
        found = "-".join(part for part in match.groups() if part)
    elif match := re.match(r"\s*(\d{1,2})/\s*(\d{1,2})/(\d{4}|\d{2})\b", text):
        month, day, year = match.groups()
        found = f"{year if len(year) > 2 else f'20{year}'}-{int(month):02}-{int(day):02}"  # noqa: PLR2004 - a year in full
    today = date.today().isoformat()  # noqa: DTZ011 - the date on the wall
    return found if found and "1950" <= found <= today else None
