"""Packs into the directory, as if the registers in them had been loaded: each is whole and of this version, or refused."""

import zipfile
import zlib
from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from collabkit.catalog import Catalog
from collabkit.directory.database.connection import file_in
from collabkit.directory.database.store import replacing
from collabkit.directory.packs import manifest
from collabkit.directory.packs.manifest import Pack, PackError, Register, Table
from collabkit.directory.pipeline import duplicates, evidence, merge, staging
from collabkit.directory.pipeline.load import Report
from collabkit.directory.pipeline.load_report import Loaded
from collabkit.directory.pipeline.merge import Change, Made, Merged
from collabkit.directory.pipeline.statements import run
from collabkit.directory.sources import Tell, sources
from collabkit.errors import UsageError
from collabkit.files.writing import disk_is_full

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_LARGEST = 1 << 20
"""Bytes of the largest manifest that is read."""


class _Opened(NamedTuple):
    """A pack whose files are whole and lie in a folder."""

    pack: Pack
    folder: Path


def packs_among(names: Sequence[str]) -> list[Path]:
    """Return the packs that *names* name, if they name packs: files, or a folder of them.

    Raises:
        UsageError: they name packs and other files.
    """
    found = [_packs_in(Path(name)) for name in names]
    if any(found) and not all(found):
        raise UsageError(
            "packs and registers are loaded one after the other",
            "Load the packs first, by themselves.",
        )
    return [pack for packs in found for pack in packs]


def _packs_in(path: Path) -> list[Path]:
    if path.is_dir() and (path / manifest.FILE).is_file():
        return sorted(path.glob(f"*{manifest.ENDING}"))
    return [path] if path.suffix == manifest.ENDING and path.exists() else []


def load_packs(
    paths: Sequence[Path], folder: Path, catalog: Catalog, *, tell: Tell = lambda _: None
) -> Report:
    """Load packs into the directory in *folder*, which is replaced whole or not at all.

    Args:
        paths: the packs.
        folder: where the directory is.
        catalog: hers, to tell whether it classes as the one did by which the packs were built.
        tell: hears what is being done.

    Raises:
        PackError: one of them is not what was built, or not for this version.
        DirectoryBusyError: another load is at work.
        CollabkitError: the directory cannot be written.
    """
    report = Report()
    with replacing(folder) as (connection, work):
        opened = []
        for number, path in enumerate(paths):
            tell(f"Reading {path.name}")
            opened.append(_opened(path, work / f"pack{number}"))
        _refuse_twice(opened, paths)
        alone = not file_in(folder).is_file()
        if not alone:
            staging.prepare(connection, work)
            connection.execute("DROP VIEW fresh")  # of rows to come; those of packs take its place
        try:
            _fill(connection, opened, alone=alone)
        except _wrong() as error:
            if disk_is_full(error):
                raise
            shown = ", ".join(path.name for path in paths)
            raise PackError(shown, "its tables are not those of collab") from error
        merged = Merged([Made(*row) for row in connection.execute(merge.MADE).fetchall()], [])
        if not alone:
            tell("Joining them with what is loaded")
            merged = Merged(merged.made, _keep_old(connection, opened))
        report.loaded = _account(connection, [each.pack for each in opened], merged)
        if not alone:
            report.duplicates = duplicates.find(connection)
            evidence.gather_again(connection)
        report.remarks += _otherwise(opened, catalog)
    return report


def _wrong() -> tuple[type[Exception], ...]:
    import duckdb  # noqa: PLC0415 - slow, and a load has it anyway

    return (duckdb.BinderException, duckdb.ConversionException, duckdb.InvalidInputException)


def _opened(path: Path, folder: Path) -> _Opened:
    """Return the pack at *path*, with its files in *folder*, each what its manifest says of it."""
    folder.mkdir()
    try:
        with zipfile.ZipFile(path) as pack:
            entry = pack.getinfo(manifest.FILE)
            if entry.file_size > _LARGEST:
                raise PackError(path.name, "its manifest is too large")
            stated = manifest.read(Pack, pack.read(entry), path.name)
            if [Path(table.file).stem for table in stated.tables] != list(manifest.TABLES):
                raise PackError(path.name, "it lacks a table")
            for table, name in zip(stated.tables, manifest.TABLES, strict=True):
                _extract(pack, table, folder / f"{name}.parquet", path.name)
    except (zipfile.BadZipFile, KeyError, EOFError, zlib.error, NotImplementedError) as error:
        raise PackError(path.name, "it is no pack, or is cut short") from error
    except RuntimeError as error:  # of a ZIP with a password
        raise PackError(path.name, str(error)) from error
    return _Opened(stated, folder)


def _extract(pack: zipfile.ZipFile, table: Table, target: Path, shown: str) -> None:
    digest, size = sha256(), 0
    with pack.open(table.file) as source, target.open("wb") as file:
        for block in manifest.blocks(source):
            size += len(block)
            if size > table.bytes:
                break
            digest.update(block)
            file.write(block)
    if size != table.bytes or digest.hexdigest() != table.sha256:
        raise PackError(shown, f"{table.file} in it is not what was built")


def _refuse_twice(opened: Sequence[_Opened], paths: Sequence[Path]) -> None:
    states: dict[str, Path] = {}
    for each, path in zip(opened, paths, strict=True):
        state = f"{each.pack.country} {each.pack.state}"
        if state in states:
            raise UsageError(
                f"{states[state]} and {path} are packs of one state", "Load the newer one alone."
            )
        states[state] = path


def _fill(connection: "DuckDBPyConnection", opened: Sequence[_Opened], *, alone: bool) -> None:
    run(
        connection,
        "310_unpacked",
        goals=list(dict.fromkeys(goal for each in opened for goal in each.pack.goals)),
        alone=alone,
        statements_say=merge.STATEMENTS_SAY,
        **{
            table: [str(each.folder / f"{table}.parquet") for each in opened]
            for table in manifest.TABLES
        },
    )


def _keep_old(connection: "DuckDBPyConnection", opened: Sequence[_Opened]) -> list[Change]:
    known = [sources()[each.source] for pack in opened for each in pack.pack.registers]
    return merge.keep_old(
        connection,
        {source.id for source in known if not source.by_state},
        {source.id for source in known if source.adds},
    )


def _account(
    connection: "DuckDBPyConnection", packs: Sequence[Pack], merged: Merged
) -> list[Loaded]:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    changes = {change.source: change for change in merged.changes}
    made = {each.source: each for each in merged.made}
    by_source: dict[str, list[Register]] = {}
    for pack in packs:
        for each in pack.registers:
            by_source.setdefault(each.source, []).append(each)
            connection.execute(
                "INSERT INTO loads VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    each.source,
                    each.file,
                    list(each.parts),
                    each.rows,
                    each.rejected,
                    each.as_of,
                    now,
                ],
            )
    loaded = []
    for source, files in by_source.items():
        change, of_it = changes.get(source), made.get(source, Made(source, 0, 0, 0))
        loaded.append(
            Loaded(
                source,
                tuple(dict.fromkeys(each.file for each in files)),
                sum(each.rows for each in files),
                of_it.organizations,
                sum(each.rejected for each in files),
                of_it.unclassified,
                of_it.unlocated,
                change.new if change else None,
                change.gone if change else None,
                change.moved if change else None,
            )
        )
    return loaded


def _otherwise(opened: Sequence[_Opened], catalog: Catalog) -> list[str]:
    hers = manifest.rules_name(catalog)
    return [
        f"{each.pack.state} was classed by other rules than those of your catalog; to have yours, "
        "load the registers themselves"
        for each in opened
        if each.pack.made.rules != hers
    ]
