"""Public registers into the directory of organizations, and what it holds."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from collabkit.arguments import Words, several
from collabkit.catalog import Catalog
from collabkit.directory.database.connection import Database
from collabkit.directory.directory import Directory
from collabkit.directory.geo import places
from collabkit.directory.geo.places import Spot
from collabkit.directory.ingest import custom_tables
from collabkit.directory.pipeline.load import Report, load
from collabkit.directory.query import changes
from collabkit.directory.query.changes import Changed
from collabkit.directory.query.wanted import Wanted
from collabkit.directory.records import Organization
from collabkit.directory.sources import Source, Tell, sources
from collabkit.directory.subjects import ReadTexts
from collabkit.errors import UnknownIdError, UsageError

if TYPE_CHECKING:
    from collabkit.directory.packs.build import Built


def nothing_told(_: str) -> None:
    """Listen to no progress."""


def load_files(
    catalog: Catalog,
    folder: Path,
    files: Words,
    *,
    columns: Mapping[str, str] | Words | None = None,
    name: str = "",
    read_texts: ReadTexts | None = None,
    tell: Tell = nothing_told,
) -> Report:
    """Load registers, feeds and tables into the directory in *folder*; what was there is replaced.

    Args:
        catalog: its rules class the organizations.
        folder: of the directory.
        files: files, folders and ZIPs, each known by its content; ``-`` is stdin; or packs of a build.
        columns: which column of a table of one's own is what, as ``{"name": "Organization"}``. Kept for
            the next time.
        name: what to call such a table; its file's name by default.
        read_texts: what finds out what the statements of bodies are about.
        tell: hears what is being done.

    Raises:
        UsageError: a name names nothing.
        UnreadableFileError: no file could be read.
        CollabkitError: another load is at work, or the directory cannot be written.
    """
    names = several(files, "file")
    if not names:
        raise UsageError("no file is named", 'load("eo_mt.csv")')
    if isinstance(columns, Mapping):
        columns = [f"{field}={column}" for field, column in columns.items()]
    from collabkit.directory.packs.load import load_packs, packs_among  # noqa: PLC0415

    packs = packs_among(names)
    if packs:
        if columns or name:
            raise UsageError(
                "a pack says itself what it holds", "Leave the columns and the name out"
            )
        return load_packs(packs, folder, catalog, tell=tell)
    mapping = several(columns, "column")
    tables = custom_tables.tables(folder, mapping, name, Path(names[0]))
    report = load(names, folder, catalog, tables=tables, read_texts=read_texts, tell=tell)
    asked = tables.asked
    if mapping and f"own-{asked}" in {made.source for made in report.loaded}:
        custom_tables.keep(folder, asked, tables.kept[asked])
        report.remarks.insert(
            0, f"Kept what the columns are as {asked!r}: it need not be said again."
        )
    return report


def build_packs(
    catalog: Catalog,
    folder: Path,
    files: Words,
    *,
    at_once: int | None = None,
    read_texts: ReadTexts | None = None,
    tell: Tell = nothing_told,
) -> "Built":
    """Build partitions and packs of registers in *folder*, a state each; an earlier build there is replaced.

    Args:
        catalog: its rules class the organizations.
        folder: new, empty, or of an earlier build.
        files: files, folders and ZIPs of public registers.
        at_once: how many states are made at the same time; as many as there are cores by default.
        read_texts: what finds out what the statements of bodies are about.
        tell: hears what is being done.

    Raises:
        UsageError: a name names nothing, or *folder* holds something else.
        UnreadableFileError: a file could not be read.
        CollabkitError: another build is at work, or *folder* cannot be written.
    """
    from collabkit import workers  # noqa: PLC0415 - only who builds for others needs these
    from collabkit.directory.packs.build import build  # noqa: PLC0415
    from collabkit.directory.packs.engines import local  # noqa: PLC0415

    names = several(files, "file")
    if not names:
        raise UsageError("no file is named", 'build("eo_mt.csv", folder="packs")')
    return build(
        names,
        folder,
        catalog,
        local(at_once or workers.cores()),
        read_texts=read_texts,
        tell=tell,
    )


def compare(
    catalog: Catalog,
    earlier: str,
    later: str,
    partners: Collection[str] = (),
    *,
    tell: Tell = nothing_told,
) -> list[Changed]:
    """Return what is otherwise in the *later* edition of a register: who is new, gone, moved, renamed.

    Args:
        catalog: its rules class the organizations.
        earlier: a file, folder or ZIP of one date.
        later: the same of another date.
        partners: if any, the only kinds of partner.
        tell: hears what is being done.

    Raises:
        UsageError: a name names nothing, or the editions have no register and no state in common.
        UnreadableFileError: a file could not be read.
        UnknownIdError: there is no such partner.
    """
    for partner in partners:
        if partner not in catalog.partners:
            raise UnknownIdError("partner", partner, catalog.partners)
    with TemporaryDirectory() as work:
        was, now = Path(work) / "earlier", Path(work) / "later"
        load([earlier], was, catalog, tell=tell)
        load([later], now, catalog, tell=tell)
        with Database(now, before=was) as both:
            if not changes.comparable(both):
                raise UsageError(
                    f"{earlier} and {later} have no register of one state in common",
                    "Give two editions of one register.",
                )
            return list(changes.changes(both, partners))


def fetch_files(
    folder: Path, source: str, *, state: str | None = None, base: str | None = None, tell: Tell
) -> list[str]:
    """Download the files of *source* from their publisher; return their paths.

    The only part of the program that uses the network.
    """
    from collabkit.directory.ingest import download  # noqa: PLC0415 - 40 ms of HTTP

    chosen = source_of(source)
    return [
        str(download.fetch(address, folder / "downloads", chosen, tell))
        for address in download.addresses(chosen, state, base)
    ]


def source_of(id_: str) -> Source:
    """Return the register called *id_*.

    Raises:
        UnknownIdError: there is none.
    """
    if id_ not in sources():
        raise UnknownIdError("source", id_, sources())
    return sources()[id_]


def looks_like_one(id_: str) -> bool:
    """Return whether *id_* may be that of an organization: it begins as a source does."""
    return any(id_.lower().startswith(f"{source}-") for source in (*sources(), "own"))


def organization(directory: Directory, id_: str) -> Organization:
    """Return the organization called *id_*.

    Raises:
        UsageError: it is not in the directory.
    """
    found = directory.by_id(id_)
    if found is None:
        # No other number is offered: that would be another organization.
        raise NoOrganizationError(id_)
    return found


def named(directory: Directory, partners: Iterable[str], name: str, around: Spot) -> Organization:
    """Return the organization with that *name*, of whatever kind of *partners*.

    Args:
        directory: where to look.
        partners: ids of all kinds of partner.
        name: the whole name or words of it, with the town if several are called so.
        around: the nearest are named first where several are meant.

    Raises:
        UsageError: none is called so, or several are.
    """
    wanted = Wanted(
        scores=dict.fromkeys(partners, 100.0),
        within=places.FARTHEST,
        words=tuple(name.replace(",", " ").split()),
        sure=0.0,
    )
    rows = [hit.row for hit in directory.near(around, wanted, _SEVERAL)]
    facts = directory.facts(rows)
    found = [facts[row] for row in rows]
    said = name.strip().casefold()
    whole = [each for each in found if each.name.casefold() == said]
    begin = [each for each in found if each.name.casefold().startswith(said)]
    meant = whole or begin or found
    if not meant:
        raise NoOrganizationError(name)
    if len(meant) > 1:
        some = "\n".join(f"  {each.id}  {each.name}, {each.town}" for each in meant[:_SHOWN])
        many = f"{len(meant)}" if len(meant) < _SEVERAL else f"{_SEVERAL} or more"
        raise UsageError(
            f"{many} organizations are called {name!r}:\n{some}", "Give the id of one of them"
        )
    return meant[0]


_SEVERAL = 100
_SHOWN = 5
"""Organizations that a sentence can name."""


class NoOrganizationError(UsageError):
    """Nobody in the directory is called so."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"no organization called {name!r}",
            "find(search=…) returns those nearby, each with its id",
            command="`collab find --search NAME` shows those nearby with their ids",
        )
