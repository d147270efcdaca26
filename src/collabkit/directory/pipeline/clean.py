"""Rows of a file to rows as we keep them: trimmed, placed in a state, located, with a stable id."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from collabkit.directory.delimited import repair
from collabkit.directory.delimited.repair import Prepared, Reject
from collabkit.directory.ingest.detect import Table
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

    try:
        connection.execute(_ADD, _parameters(ready.path, table, file.number, part))
    except (duckdb.InvalidInputException, duckdb.ConversionException) as error:
        reason = str(error).split("\n", 1)[0]
        raise UnreadableFileError(f"{file.shown}: {reason}") from error


def _parameters(path: Path, table: Table, file: int, part: str) -> dict[str, Any]:
    source = table.source
    return {
        "path": str(path),
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

_ADD = r"""
INSERT INTO rows BY NAME
WITH raw AS (
    SELECT * FROM blank
    UNION ALL BY NAME
    SELECT COLUMNS(lambda c: NOT starts_with(c, '_'))
    FROM read_csv($path, columns = $columns, header = false, skip = $skip, delim = $delimiter,
        quote = '"', escape = '"', auto_detect = false, nullstr = $nulls, store_rejects = true,
        max_line_size = 1100000)
), neat AS (
    SELECT raw.* EXCLUDE (name, name2, local, state, zip), nobody(coalesce(tidy(raw.name), tidy(name2))) AS name,
        CASE WHEN ($chapters = [] OR list_contains($chapters, rank)) AND NOT regexp_matches(local, $people)
            THEN local END AS local,
        CASE WHEN length(trim(raw.state)) > 2 THEN states.state ELSE nullif(upper(trim(raw.state)), '') END AS state,
        nullif(lpad(coalesce(nullif(regexp_extract(zip, '^\s*(\d{3,5})', 1), ''),
            regexp_extract(place, '\b[A-Z]{2} (\d{5})', 1)), 5, '0'), '00000') AS zip,
        coalesce(try_cast(lat AS DOUBLE), try_cast(regexp_extract(place, '\((-?[\d.]+)', 1) AS DOUBLE)) AS north,
        coalesce(try_cast(lon AS DOUBLE), try_cast(regexp_extract(place, '(-?[\d.]+)\)', 1) AS DOUBLE)) AS east
    FROM raw LEFT JOIN states ON states.name = CASE WHEN length(raw.state) > 2 THEN upper(trim(raw.state)) END
)
SELECT
    $file AS file,
    $source || '-' || coalesce(tidy(key) || coalesce('-' || lpad(trim(key2), 3, '0'), ''),
        left(md5(concat_ws('|', name, street, city, zip)), 12)) AS id,
    coalesce(nullif($part, ''), state, '') AS part,
    $source AS source,
    name,
    tidy(local) AS local,
    ' ' || plain(name) || ' ' AS words,
    coalesce(plain(local) || ' ', '') AS local_words,
    nobody(coalesce(tidy(street), nullif(regexp_extract(place, '^([^\n]*)', 1), ''))) AS street,
    coalesce(tidy(city), nullif(regexp_extract(place, '\n([^,\n]+), [A-Z]{2}', 1), '')) AS city,
    state,
    nullif(zip, '') AS zip,
    CASE WHEN north BETWEEN -15 AND 72 AND north <> 0 AND east <> 0 AND abs(east) <= 180 THEN north END AS lat,
    CASE WHEN north BETWEEN -15 AND 72 AND north <> 0 AND east <> 0 AND abs(east) <= 180 THEN east END AS lon,
    CASE WHEN phone IS NULL THEN NULL
        WHEN regexp_matches(trim(phone), '^\D*1?\D*(\d\D{0,3}){10}(\.0)?$')
        THEN regexp_replace(right(regexp_replace(regexp_replace(phone, '\.0$', ''), '\D', '', 'g'), 10),
            '(\d{3})(\d{3})(\d{4})', '\1-\2-\3')
        ELSE tidy(phone) END AS phone,
    -- Schools put the e-mail of somebody where their site should be: that is a person.
    CASE WHEN NOT contains(site, '@') THEN tidy(site) END AS site,
    CASE WHEN $numbers <> ''
        THEN $numbers || ':' || CASE
            WHEN list_contains($parts, kind) THEN tidy(key) || '-' || lpad(trim(key2), 3, '0')
            WHEN $numbers = 'ein' THEN ein(CASE WHEN $numbered THEN number ELSE key END)
            ELSE tidy(CASE WHEN $numbered THEN number ELSE key END)
            END END AS number,
    upper(tidy(code)) AS code,
    tidy(partner) AS stated,
    affiliates,
    rank,
    tidy(kind) AS kind,
    CASE WHEN try_cast(size AS DOUBLE) < 10 THEN try_cast(size AS TINYINT) END AS size,
    as_of,
    CASE WHEN name IS NULL THEN 'no name'
        ELSE list_extract($reasons, list_position($closed, trim(status))::INTEGER) END AS left_out,
    try_cast(visits AS DOUBLE) AS visits,
    try_cast(borrowers AS DOUBLE) AS borrowers,
    try_cast(programs AS DOUBLE) AS programs,
    try_cast(attendance AS DOUBLE) AS attendance,
    try_cast(hours AS DOUBLE) AS hours,
    try_cast(computers AS DOUBLE) AS computers,
    try_cast(staff AS DOUBLE) AS staff,
    try_cast(population AS DOUBLE) AS population
FROM neat
"""
