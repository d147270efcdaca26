"""Public registers and tables of one's own into the directory, fetched, built for others, and compared with earlier editions."""

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit.arguments import Words
from collabkit.paths import without_tilde

if TYPE_CHECKING:
    from collabkit.directory.packs.build import Built
    from collabkit.directory.pipeline.load import Report
    from collabkit.directory.query.changes import Changed
    from collabkit.workspace.workspace import Workspace

Progress = Callable[[str], None]
"""Hears what is being done."""


def _silence(_: str) -> None:
    """Listen to no progress."""


def load(
    self: "Workspace",
    files: Words,
    *,
    columns: Mapping[str, str] | Words | None = None,
    name: str = "",
    tell: Progress = _silence,
) -> "Report":
    """Load public registers and tables into the directory, as ``collab directory load`` does.

    Args:
        files: files, folders and ZIPs, each known by its content; or packs of a build.
        columns: which column of a table of one's own is what: ``{"name": "Organization"}``.
        name: what to call such a table.
        tell: hears what is being done.
    """
    from collabkit.directory.registers import load_files  # noqa: PLC0415
    from collabkit.finding.reading import TextReader  # noqa: PLC0415

    self.close()  # what is open is the old one
    reader = TextReader(self.catalog)
    return load_files(
        self.catalog,
        self.folder,
        files,
        columns=columns,
        name=name,
        read_texts=reader,
        tell=tell,
    )


def build_packs(
    self: "Workspace",
    files: Words,
    folder: str | Path,
    *,
    at_once: int | None = None,
    tell: Progress = _silence,
) -> "Built":
    """Build partitions and packs of public registers, a state each, as ``collab directory build`` does.

    Args:
        files: files, folders and ZIPs, each known by its content.
        folder: new, empty, or of an earlier build, which is replaced.
        at_once: how many states are made at the same time; as many as there are cores by default.
        tell: hears what is being done.
    """
    from collabkit.directory import registers  # noqa: PLC0415
    from collabkit.finding.reading import TextReader  # noqa: PLC0415

    return registers.build_packs(
        self.catalog,
        without_tilde(Path(folder)),
        files,
        at_once=at_once,
        read_texts=TextReader(self.catalog),
        tell=tell,
    )


def fetch(
    self: "Workspace",
    source: str,
    *,
    state: str | None = None,
    base: str | None = None,
    tell: Progress = _silence,
) -> list[str]:
    """Download the files of a register from its publisher, as ``collab directory fetch`` does; return their paths.

    The only verb that uses the network.

    Args:
        source: the id of a register, such as ``irs``.
        state: only the file of this state, as two letters.
        base: where the files are; the publisher's own server by default.
        tell: hears what is being done.
    """
    from collabkit.directory.registers import fetch_files  # noqa: PLC0415

    return fetch_files(self.folder, source, state=state, base=base, tell=tell)


def compare_editions(
    self: "Workspace",
    earlier: str,
    later: str,
    partners: Collection[str] = (),
    *,
    tell: Progress = _silence,
) -> "list[Changed]":
    """Return who is new, gone, moved or renamed in the *later* edition of a register, as ``directory compare`` does.

    Args:
        earlier: a file, folder or ZIP of one date.
        later: the same of another date.
        partners: if any, the only kinds of partner.
        tell: hears what is being done.
    """
    from collabkit.directory.registers import compare  # noqa: PLC0415

    return compare(self.catalog, earlier, later, partners, tell=tell)
