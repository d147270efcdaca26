"""Registers of a country to a folder: a partition and a pack for each state, and a manifest. Whole, or not at all."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from collabkit.catalog import Catalog
from collabkit.directory.database.connection import interruptible, short
from collabkit.directory.database.store import is_of_the_disk, new_database
from collabkit.directory.ingest import custom_tables
from collabkit.directory.packs import manifest
from collabkit.directory.packs.engines import Engine
from collabkit.directory.packs.manifest import Build, Given, Packed, Register
from collabkit.directory.packs.partition import COUNTRY, Task
from collabkit.directory.pipeline import merge, staging
from collabkit.directory.pipeline.load import Report, read_files
from collabkit.directory.pipeline.load_report import Read
from collabkit.directory.pipeline.statements import run
from collabkit.directory.sources import Tell, UnreadableFileError
from collabkit.directory.subjects import ReadTexts
from collabkit.errors import CollabkitError, UsageError
from collabkit.files.locking import locked
from collabkit.notes import Note

_WORK = ".building-"
_WHOLE = "Nothing was built: a build takes public registers, and each of them must be readable. `collab directory sources` lists them."


class Built(NamedTuple):
    """What a build made."""

    packs: tuple[Packed, ...]
    """A state each."""
    notes: tuple[Note, ...]
    """What a person should know of it."""


class _Staged(NamedTuple):
    """The rows of all registers, by the state where they are at home."""

    folder: Path
    registers: dict[str, tuple[Register, ...]]
    """What the rows of each state were read from."""
    all_registers: tuple[Register, ...]
    newest: int | None


def build(
    names: Sequence[str],
    folder: Path,
    catalog: Catalog,
    engine: Engine,
    *,
    read_texts: ReadTexts | None = None,
    tell: Tell = lambda _: None,
) -> Built:
    """Build partitions, packs and a manifest of registers in *folder*; an earlier build there is replaced.

    Args:
        names: files, folders and ZIPs of public registers; tables of one's own are private and refused.
        folder: empty, new, or of an earlier build.
        catalog: its rules class the organizations.
        engine: makes the states.
        read_texts: what finds out what statements are about.
        tell: hears what is being done.

    Raises:
        UsageError: a name names nothing, or *folder* holds something else.
        UnreadableFileError: a file could not be read: a build that lacks one would be taken for whole.
        CollabkitError: another build is at work, or *folder* cannot be written.
    """
    made = manifest.made_now(catalog)
    report = Report()
    with _replacing(folder) as work:
        target, kept = work / "new", []
        target.mkdir()

        def tasks() -> Iterator[Task]:
            staged = _stage(names, work, report, tell)
            kept.append(staged)
            # The largest first, so that none is waited for at the end.
            states = sorted(staged.registers, key=lambda state: _size(staged.folder, state))
            for at, state in enumerate(reversed(states), 1):
                tell(f"Building {state}, {at} of {len(states)}")
                files = sorted(map(str, (staged.folder / f"home={state}").glob("*.parquet")))
                yield Task(
                    state,
                    tuple(files),
                    str(target),
                    made,
                    staged.newest,
                    staged.registers[state],
                )

        packs = sorted(engine(tasks(), catalog, read_texts))
        build_ = Build(made, COUNTRY, tuple(_given(names)), kept[0].all_registers, tuple(packs))
        (target / manifest.FILE).write_bytes(manifest.written(build_))
        _swap(target, folder)
    notes = [note for note in report.notes if note.about in {"files", "left-out"}]
    return Built(tuple(packs), tuple(notes))


def _stage(names: Sequence[str], work: Path, report: Report, tell: Tell) -> _Staged:
    """Read the registers, and write their rows by states."""
    scratch, staged = work / "reading", work / "rows"
    scratch.mkdir()
    connection = new_database(scratch, scratch / "nothing")
    try:
        staging.prepare(connection, scratch)
        try:
            files, editions = read_files(
                connection, scratch, names, tables=custom_tables.NONE, tell=tell, report=report
            )
        except UnreadableFileError as error:
            raise UnreadableFileError(str(error), _WHOLE) from error
        if report.unreadable:
            raise UnreadableFileError("\n".join(map(str, report.unreadable)), _WHOLE)
        tell("Sorting the rows by state")
        run(connection, "057_homes")
        counted = run(connection, "320_staged")
        quoted = str(staged).replace("'", "''")
        connection.execute(
            "COPY (SELECT rows.*, homes.row, home FROM rows JOIN homes ON homes.row = rows.rowid) "  # noqa: S608 - our own folder
            f"TO '{quoted}' (FORMAT parquet, PARTITION_BY (home))"
        )
        newest = merge.newest_year(connection)
    finally:
        connection.close()
    shutil.rmtree(scratch)
    by_state: dict[str, list[Register]] = {}
    totals: dict[int, tuple[int, int, set[str]]] = {}
    for state, file, rows, out, parts in counted:
        by_state.setdefault(state, []).append(
            _register(files[file], editions[file], rows, out, parts)
        )
        before = totals.get(file, (0, files[file].faults, set()))
        totals[file] = (before[0] + rows, before[1] + out, before[2] | set(parts))
    return _Staged(
        staged,
        {state: tuple(each) for state, each in by_state.items()},
        tuple(
            _register(files[file], editions[file], rows + files[file].faults, out, sorted(parts))
            for file, (rows, out, parts) in sorted(totals.items())
        ),
        newest,
    )


def _register(
    file: Read, as_of: str | None, rows: int, rejected: int, parts: Sequence[str]
) -> Register:
    source = file.source
    return Register(
        source.id,
        file.shown,
        source.publisher,
        source.license,
        as_of,
        rows,
        rejected,
        tuple(parts),
    )


def _size(folder: Path, state: str) -> tuple[int, str]:
    return sum(file.stat().st_size for file in (folder / f"home={state}").iterdir()), state


def _given(names: Sequence[str]) -> Iterator[Given]:
    """Yield each file that *names* name."""
    for name in names:
        path = Path(name)
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (
            Given(file.name, file.stat().st_size, manifest.hash_of(file))
            for file in files
            if file.is_file()
        )


@contextmanager
def _replacing(folder: Path) -> Iterator[Path]:
    """Give a folder to work in, inside *folder*, and take it away.

    Raises:
        UsageError: *folder* holds something that is no build.
        CollabkitError: it cannot be written, or its disk is full.
    """
    import duckdb  # noqa: PLC0415 - slow, and a build has it anyway

    try:
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder, seconds=0), interruptible():
            if not (folder / manifest.FILE).is_file() and any(
                not each.name.startswith(_WORK) for each in folder.iterdir()
            ):
                raise UsageError(
                    f"{folder} holds something that is no build", "Give a new folder: -o FOLDER"
                )
            for left in folder.glob(f"{_WORK}*"):
                shutil.rmtree(left, ignore_errors=True)
            work = Path(tempfile.mkdtemp(prefix=_WORK, dir=folder))
            try:
                yield work
            finally:
                shutil.rmtree(work, ignore_errors=True)
    except (OSError, duckdb.Error) as error:
        if not is_of_the_disk(error):
            raise
        raise CollabkitError(
            f"cannot build in {folder}: {short(error)}",
            "What was built there before is as it was. Free some space, or choose another folder.",
        ) from error


def _swap(new: Path, folder: Path) -> None:
    """Put what is in *new* into *folder*, each file whole, and the manifest last: it says which belong together."""
    there = {each.name for each in folder.glob(f"*{manifest.ENDING}")}
    packs = sorted(new.glob(f"*{manifest.ENDING}"))
    for each in packs:
        with each.open("rb+") as file:
            os.fsync(file.fileno())
        each.replace(folder / each.name)
    country = f"country={COUNTRY}"
    if (folder / country).exists():
        (folder / country).replace(new.parent / "old")
    (new / country).replace(folder / country)
    (new / manifest.FILE).replace(folder / manifest.FILE)
    for name in there - {each.name for each in packs}:
        (folder / name).unlink()
