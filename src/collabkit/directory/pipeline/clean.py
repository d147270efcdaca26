"""Rows of a file to rows as we keep them: trimmed, placed in a state, located, with a stable id."""

import glob
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from collabkit.directory.delimited import repair
from collabkit.directory.delimited.repair import Prepared, Reject
from collabkit.directory.ingest.detect import Table
from collabkit.directory.pipeline import staging
from collabkit.directory.pipeline.statements import run
from collabkit.directory.sources import UnreadableFileError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class File(NamedTuple):
    """A file of delimited text to load."""

    path: Path
    shown: str
    number: int
    """In this load."""


def add(
    connection: "DuckDBPyConnection", file: File, table: Table, work: Path, *, part: str
) -> tuple[str, list[Reject]]:
    """Add the rows of *file* to those of ``fresh``; return its encoding and what was left out.

    Args:
        connection: to the new directory.
        file: what to read.
        table: how to read it.
        work: a folder for a mended copy.
        part: the part of the source it is; empty for parts by state.

    Raises:
        UnreadableFileError: DuckDB can make nothing of it.
    """
    ready = _prepare(file, table, work)
    try:
        _insert(connection, ready, file, table, part)
    except UnreadableFileError:
        if ready.path != file.path:
            raise
        # Lines that end now in one way, now in another are most often why. To look for them in
        # every file beforehand would take as long as all else that is looked for.
        ready = _prepare(file, table, work, mend=True)
        _insert(connection, ready, file, table, part)
    return ready.encoding, [*ready.rejects, *_faults(connection, file.shown, ready.rejects)]


def _prepare(file: File, table: Table, work: Path, *, mend: bool = False) -> Prepared:
    return repair.prepare(
        file.path,
        work,
        shown=file.shown,
        one_line=table.source.one_line,
        notes=table.source.notes,
        mend=mend,
    )


def _insert(
    connection: "DuckDBPyConnection", ready: Prepared, file: File, table: Table, part: str
) -> None:
    import duckdb  # noqa: PLC0415

    filled = staging.widen(connection, table.columns)
    # Older editions of DuckDB take no parameter here.
    connection.execute(f"SET VARIABLE flat = {ready.flat}")
    try:
        run(
            connection,
            "040_add_rows",
            **_parameters(ready, table, file.number, part),
            filled=filled,
        )
    except duckdb.Error as error:
        # No room on the disk or in memory is no fault of the file.
        if isinstance(
            error, (duckdb.OutOfMemoryException, duckdb.IOException, duckdb.FatalException)
        ):
            raise
        reason = str(error).split("\n", 1)[0]
        raise UnreadableFileError(f"{file.shown}: {reason}") from error


def _parameters(ready: Prepared, table: Table, file: int, part: str) -> dict[str, Any]:
    source = table.source
    return {
        # DuckDB would take brackets, stars and question marks for a pattern.
        "path": glob.escape(str(ready.path.absolute())),
        "columns": dict(table.columns),
        "skip": table.skip,
        "delimiter": table.delimiter,
        "nulls": ["", *source.nulls],
        "closed": list(source.left_out),
        "reasons": list(source.left_out.values()),
        "numbers": source.numbers,
        "numbered": "number" in source.columns or "number" in table.columns,
        "parts": list(source.parts),
        "chapters": list(source.chapters),
        "people": source.people,
        "source": source.id,
        "file": file,
        "part": part,
    }


def _faults(
    connection: "DuckDBPyConnection", shown: str, missing: Sequence[Reject]
) -> list[Reject]:
    """Return the lines of the last file that are no rows, and forget them.

    Lines that are *missing*, having been taken out of it before, do not count in their numbers.
    """
    rows = connection.execute(_FAULTS).fetchall()
    for statement in _FORGET:
        connection.execute(statement)
    return [
        Reject(
            shown,
            _in_the_file(line, missing),
            _REASONS.get(kind, kind.lower()),
            " ".join((text or "").split())[:200],
        )
        for line, kind, text in rows
    ]


def _in_the_file(line: int, missing: Sequence[Reject]) -> int:
    for reject in missing:
        line += reject.line is not None and reject.line <= line
    return line


_FAULTS = """
SELECT line, any_value(error_type::VARCHAR), any_value(csv_line) FROM reject_errors
GROUP BY scan_id, line ORDER BY line
"""
_FORGET = ("DELETE FROM reject_errors", "DELETE FROM reject_scans")
_REASONS = {
    "TOO MANY COLUMNS": "too many values",
    "MISSING COLUMNS": "too few values",
    "UNQUOTED VALUE": "a quote that is not closed",
    "LINE SIZE OVER MAXIMUM": "too long",
    "INVALID ENCODING": "letters that are not UTF-8",
}
