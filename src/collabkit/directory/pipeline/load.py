"""Files to a directory: recognize, read, clean, class, merge, swap in. One call is one load."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from collabkit.catalog import Catalog
from collabkit.directory.database.connection import file_in
from collabkit.directory.database.store import replacing
from collabkit.directory.delimited import dbase
from collabkit.directory.delimited.repair import Reject
from collabkit.directory.ingest import custom_tables
from collabkit.directory.ingest.archives import Found, unpack
from collabkit.directory.ingest.detect import EXPECTED, Table, kind_of, recognize
from collabkit.directory.pipeline import clean, evidence, load_report, merge, staging
from collabkit.directory.pipeline.load_report import Loaded, Read
from collabkit.directory.pipeline.organize import organize
from collabkit.directory.sources import (
    COLUMNS,
    CompanionError,
    Source,
    Tell,
    UnreadableFileError,
    sources,
)
from collabkit.directory.subjects import ReadTexts
from collabkit.notes import Note

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_LARGE = 50
"""Megabytes that take more than a second or two."""
_SMALL = 3_000_000
"""Bytes, old and new, that one core is done with before others have been told of them."""


class Feed(NamedTuple):
    """One or several files that are read together."""

    paths: tuple[Path, ...]
    shown: str
    part: str
    """What it is called whatever else is loaded with it."""
    source: Source | None
    """Known where several files make one feed; a table is still to be recognized."""

    @property
    def size(self) -> str:
        """Say how large it is, if it is large enough to take a while."""
        megabytes = sum(path.stat().st_size for path in self.paths) / 1e6
        return f", {megabytes:,.0f} MB" if megabytes >= _LARGE else ""


@dataclass
class Report:
    """What one load did, and what it could not do."""

    loaded: list[Loaded] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)
    unreadable: list[UnreadableFileError] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    """What was odd about the files."""
    duplicates: int = 0
    """Rows that are an organization which another source has too."""

    @property
    def notes(self) -> tuple[Note, ...]:
        """What a person should know of the load."""
        return tuple(self._notes())

    def _notes(self) -> Iterator[Note]:
        yield from (Note("files", remark) for remark in self.remarks)
        for reason, count in self.reasons().items():
            rows = f"{count:,} row{'s' if count != 1 else ''}"
            yield Note("left-out", f"{rows} left out: {reason}")
        if self.rejects:
            yield Note("rejects", "`rejects` has them all.", "--rejects FILE writes them all.")
        for each in self.loaded:
            if 2 * each.unlocated > each.organizations:
                yield Note(
                    "unlocated",
                    f"{each.source}: {each.unlocated:,} of {each.organizations:,} have no place on the map; "
                    "such a one is found only where another register has it, too.",
                )
        if self.duplicates:
            are = "row is an organization" if self.duplicates == 1 else "rows are organizations"
            yield Note("duplicates", f"{self.duplicates:,} {are} that another source has too.")

    def reasons(self) -> dict[str, int]:
        """Return how many rows were rejected for each reason, the most frequent first."""
        return dict(Counter(reject.reason for reject in self.rejects).most_common())


@dataclass
class _Load:
    """A load at work."""

    connection: "DuckDBPyConnection"
    work: Path
    before: int
    """Bytes of the directory that it takes the place of."""
    own: custom_tables.Tables
    tell: Tell
    report: Report
    files: list[Read] = field(default_factory=list)

    def read(self, names: Sequence[str]) -> None:
        """Add the rows of every file that *names* name to the table ``fresh``."""
        found: list[Found] = []
        for each in unpack(names, self.work):
            if isinstance(each, Found):
                found.append(each)
            else:
                self.report.unreadable.append(each)
        if self.before + sum(each.path.stat().st_size for each in found) < _SMALL:
            self.connection.execute("SET threads = 1")
        for feed in _feeds(found):
            self.tell(f"Reading {feed.shown}{feed.size}")
            try:
                self._add(feed)
            except CompanionError as error:
                self.report.remarks.append(str(error))
            except UnreadableFileError as error:
                self.report.unreadable.append(error)

    def _add(self, feed: Feed) -> None:
        path = feed.paths[0]
        if feed.source and feed.source.convert:
            path = self.work / f"feed{len(self.files)}.csv"
            encodings = (
                feed.source.convert(self.connection, feed.paths, path, feed.part, self.tell) or {}
            )
            for name, encoding in encodings.items():
                self._note_encoding(name, encoding)
            table = _in_our_words(feed.source, path)
            part = "" if feed.source.by_state else feed.part
        else:
            path = self._text(path, feed.shown)
            table = recognize(path, feed.shown, self.own.for_file(feed.paths[0]))
            part = "" if table.source.by_state else table.source.id
        file = clean.File(path, feed.shown, len(self.files))
        encoding, rejects = clean.add(self.connection, file, table, self.work, part=part)
        self.files.append(Read(feed.shown, table.source, len(rejects)))
        self.report.rejects += rejects
        self._note_encoding(feed.shown, encoding)
        if self.own.asked and table.source.id in sources():
            self.report.remarks.append(
                f"{feed.shown} is {table.source.label} and was read as that; what columns are and "
                "a name are told of tables of your own only"
            )

    def _note_encoding(self, shown: str, encoding: str) -> None:
        if encoding != "utf-8":
            name = {"cp1252": "Windows-1252"}.get(encoding, encoding.upper())
            self.report.remarks.append(f"{shown} is not UTF-8; read as {name}")

    def _text(self, path: Path, shown: str) -> Path:
        match kind_of(path):
            case "dbf":
                target = self.work / f"dbf{len(self.files)}.csv"
                self._from_dbase(path, target, shown)
                return target
            case "empty":
                raise UnreadableFileError(f"{shown}: is empty", **EXPECTED)
            case "parquet" | "json" as kind:
                raise UnreadableFileError(
                    f"{shown}: {kind} of a shape that no source has", **EXPECTED
                )
            case _:
                return path

    def _from_dbase(self, path: Path, target: Path, shown: str) -> None:
        try:
            missing = dbase.to_csv(path, target)
        except ValueError as error:
            raise UnreadableFileError(f"{shown}: {error}", "Download it again.") from error
        if missing:
            rows = "its last row is" if missing == 1 else f"{missing:,} of its rows are"
            self.report.remarks.append(f"{shown} is cut short: {rows} missing; download it again")


def _feeds(found: Sequence[Found]) -> Iterator[Feed]:
    """Yield what is read together: the files of one feed, or one file alone."""
    left = list(found)
    for source in sources().values():
        if source.gathers is None:
            continue
        for package in dict.fromkeys(each.package for each in left):
            inside = {each.path: each for each in left if each.package == package}
            gathered = source.gathers(list(inside))
            if gathered:
                first = inside[gathered[0]]
                yield Feed(tuple(gathered), package or first.shown, first.part, source)
                taken = set(gathered)
                left = [each for each in left if each.path not in taken]
    for each in left:
        yield Feed((each.path,), each.shown, each.part, None)


def _in_our_words(source: Source, path: Path) -> Table:
    with path.open(encoding="utf-8") as file:
        header = file.readline().strip().split(",")
    names = {name: "VARCHAR" for name in header if name in COLUMNS}
    return Table(source, names, 1, ",")


def load(
    names: Sequence[str],
    folder: Path,
    catalog: Catalog,
    *,
    tables: custom_tables.Tables = custom_tables.NONE,
    read_texts: ReadTexts | None = None,
    tell: Tell = lambda _: None,
) -> Report:
    """Load files into the directory in *folder*; it is replaced whole or not at all.

    Args:
        names: files, folders and ZIPs; ``-`` is stdin.
        folder: where the directory is.
        catalog: its rules class the organizations.
        tables: those of the library's own.
        read_texts: what finds out what statements are about; without it they are kept and not read.
        tell: hears what is being done.

    Raises:
        UsageError: a name names nothing.
        UnreadableFileError: no file could be read.
        DirectoryBusyError: another load is at work.
        CollabkitError: the directory cannot be written.
    """
    report = Report()
    with replacing(folder) as (connection, work):
        staging.prepare(connection, work)
        old = file_in(folder)
        before = old.stat().st_size if old.is_file() else 0
        files, editions = read_files(
            connection, work, names, tables=tables, tell=tell, report=report, before=before
        )
        evidence.leave_earlier(connection)
        read_from = [file.source for file in files]
        merged, report.duplicates = organize(
            connection, catalog, work, read_from, read_texts=read_texts, tell=tell
        )
        report.remarks += load_report.unknown_kinds(connection)
        report.rejects += load_report.left_out(connection, files)
        report.remarks += load_report.older(connection, files, editions)
        report.remarks += load_report.without_rows(connection, files)
        report.loaded = load_report.account(connection, files, editions, merged)
    return report


def read_files(
    connection: "DuckDBPyConnection",
    work: Path,
    names: Sequence[str],
    *,
    tables: custom_tables.Tables,
    tell: Tell,
    report: Report,
    before: int = 0,
) -> tuple[list[Read], dict[int, str | None]]:
    """Add the rows of files to ``fresh``, of several with one id the newest; return what was read, and of what date.

    Args:
        connection: to the new database, prepared.
        work: a folder for scratch files.
        names: files, folders and ZIPs.
        tables: those of the library's own.
        tell: hears what is being done.
        report: hears what was odd about the files.
        before: bytes of the directory that the new one takes the place of.

    Raises:
        UsageError: a name names nothing.
        UnreadableFileError: no file could be read.
    """
    job = _Load(connection, work, before, tables, tell, report)
    job.read(names)
    if not job.files:
        raise _nothing(report)
    editions = load_report.editions(connection, len(job.files))
    merge.keep_one(connection, editions)
    return job.files, editions


def _nothing(report: Report) -> UnreadableFileError:
    if not report.unreadable:
        return UnreadableFileError("\n".join(("nothing to load in there", *report.remarks)))
    said = "\n".join(str(error) for error in report.unreadable)
    last = report.unreadable[-1]
    return UnreadableFileError(said, last.hint, command=last.command)
