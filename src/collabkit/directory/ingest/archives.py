"""What a person names on the command line, to the files in it: folders walked, ZIPs opened."""

import gzip
import shutil
import sys
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from collabkit.directory.ingest.detect import kind_of
from collabkit.directory.ingest.packed import (
    DAMAGED,
    copy,
    extract,
    refuse_encrypted,
    refuse_flood,
)
from collabkit.directory.names import is_text, printable
from collabkit.directory.sources import UnreadableFileError
from collabkit.directory.sources.returns_files import is_file_of_many, is_file_of_one
from collabkit.errors import UsageError
from collabkit.files.writing import disk_is_full
from collabkit.paths import absolute

_PAGES = frozenset(
    [
        ".md",
        ".pdf",
        ".html",
        ".htm",
        ".doc",
        ".docx",
        ".sas7bdat",
        ".yaml",
        ".yml",
        ".cpg",
        ".prj",
        ".shp",
        ".shx",
        ".sbn",
        ".sbx",
    ]
)
"""Endings of files that come along with data and hold none, or the same in another form."""
_DESCRIPTIONS = frozenset(["datapackage.json", "datapackage.jsonld", "tableschema.json"])
"""What Frictionless packages call the files that describe their tables."""
_WORKBOOKS = frozenset([".xls", ".xlsx", ".xlsm", ".xlsb"])
"""Endings of Excel workbooks, which may hold what a person wants to load and are not read."""
_OLE = b"\xd0\xcf\x11\xe0"
"""What a workbook begins with that is old or has a password."""
_DEEPEST = 3
"""ZIP files inside ZIP files that are still opened."""


class Found(NamedTuple):
    """A file to load."""

    path: Path
    shown: str
    """What to call it: its own name, with that of the ZIP it came in."""
    package: str
    """The folder or ZIP it came in, if any: some sources are several files."""
    part: str
    """*package* as it is called whatever else is named with it; its own name if it is alone."""


def unpack(names: Sequence[str], work: Path) -> Iterator[Found | UnreadableFileError]:
    """Yield each file that *names* name once, or the reason why one cannot be read.

    Args:
        names: files, folders, ZIPs, gzip files and pipes; ``-`` is stdin.
        work: a folder for what comes out of stdin, pipes and packed files.

    Raises:
        UsageError: a name names nothing.
    """
    unpacking = _Unpacking(work)
    for name, above in _told_apart(names).items():
        path = Path(name)
        if name == "-":
            with (work / "stdin").open("wb") as target:
                shutil.copyfileobj(sys.stdin.buffer, target)
            yield from unpacking.file(_Place(work / "stdin", "stdin"))
        elif path.is_dir():
            yield from unpacking.folder(_Place(path, printable(path.resolve().name), above=above))
        elif path.is_file():
            yield from unpacking.file(_Place(path, printable(path.name), above=above))
        elif path.is_fifo():
            kept = work / f"pipe{len(list(work.iterdir()))}"
            with path.open("rb") as pipe, kept.open("wb") as target:
                shutil.copyfileobj(pipe, target)
            yield from unpacking.file(_Place(kept, name))
        else:
            raise UsageError(f"no file or folder called {printable(name)!r}")


def _told_apart(names: Sequence[str]) -> dict[str, str]:
    """Return each of *names* once, with the folders above that tell it from others called alike."""
    places = {name: absolute(Path(name)).resolve() for name in dict.fromkeys(names)}
    above = {}
    for name, path in places.items():
        others = {other for other in places.values() if other.name == path.name and other != path}
        parts = next(
            (
                path.parts[-count:-1]
                for count in range(1, len(path.parts) + 1)
                if all(other.parts[-count:] != path.parts[-count:] for other in others)
            ),
            (),
        )
        above[name] = "".join(f"{part}/" for part in parts)
    return above


class _Place(NamedTuple):
    """Where a file or folder is, and what to call it."""

    path: Path
    name: str
    package: str = ""
    depth: int = 0
    """ZIP files it came out of."""
    above: str = ""

    @property
    def shown(self) -> str:
        """Its name, told apart from others."""
        return self.above + self.name


@dataclass
class _Unpacking:
    """What was unpacked, and where to."""

    work: Path
    seen: set[Path] = field(default_factory=set)

    def folder(self, place: _Place) -> Iterator[Found | UnreadableFileError]:
        for path in _to_load(place):
            inside = path.relative_to(place.path)
            package = "/".join((place.name, *map(printable, inside.parent.parts)))
            yield from self.file(
                place._replace(path=path, name=f"{package}/{printable(path.name)}", package=package)
            )

    def file(self, place: _Place) -> Iterator[Found | UnreadableFileError]:
        real = place.path.resolve()
        if real in self.seen:
            return
        self.seen.add(real)
        try:
            kind = kind_of(place.path)
        except OSError as error:
            yield UnreadableFileError(f"{place.shown}: {error.strerror}")
            return
        if _is_workbook(place.path, kind):
            yield UnreadableFileError(
                f"{place.shown}: is an Excel workbook", "Save it as CSV and load that."
            )
        elif kind not in {"zip", "gzip"} or (kind == "zip" and is_file_of_many(place.path)):
            package = place.above + place.package if place.package else ""
            path = self._readable(place.path)
            yield Found(path, place.shown, package, place.package or place.name)
        elif place.depth >= _DEEPEST:
            yield UnreadableFileError(f"{place.shown}: packed more than {place.depth} times over")
        else:
            yield from self._packed(place, kind)

    def _readable(self, path: Path) -> Path:
        """Return *path*, or a link to it if its name is not UTF-8, which the database cannot read."""
        if is_text(str(path)):
            return path
        link = self.work / f"link{len(list(self.work.iterdir()))}{printable(path.suffix)}"
        link.symlink_to(path.absolute())
        return link

    def _packed(self, place: _Place, kind: str) -> Iterator[Found | UnreadableFileError]:
        target = self.work / f"{kind}{len(list(self.work.iterdir()))}"
        inside = place._replace(path=target, depth=place.depth + 1)
        try:
            if kind == "zip":
                with zipfile.ZipFile(place.path) as archive:
                    refuse_encrypted(archive, place.shown)
                    refuse_flood(archive, place.shown, self.work)
                    extract(archive, target)
            else:
                target.mkdir()
                inside = inside._replace(path=target / place.path.name.removesuffix(".gz"))
                with gzip.open(place.path) as packed, inside.path.open("wb") as file:
                    copy(packed, file, place.path, place.shown)
        except UnreadableFileError as error:
            yield error
            return
        except DAMAGED as error:
            if disk_is_full(error):
                raise
            shutil.rmtree(target, ignore_errors=True)
            yield UnreadableFileError(
                f"{place.shown}: the {_CALLED[kind]} is damaged or cut short ({error})",
                "Download it again.",
            )
            return
        yield from self.folder(inside) if kind == "zip" else self.file(inside)


_CALLED = {"zip": "ZIP", "gzip": "gzip file"}


def _to_load(place: _Place) -> list[Path]:
    """Return the files in the folder at *place* that may hold data."""
    found = []
    for path in sorted(place.path.rglob("*")):
        parts = path.relative_to(place.path).parts
        # "~$" begins the name of what Excel leaves beside a workbook that is open.
        hidden = any(part.startswith((".", "__", "~$")) for part in parts)
        if path.is_file() and not hidden and not _is_page(path):
            found.append(path)
    tables = [path for path in found if path.suffix.lower() not in _WORKBOOKS]
    # A publisher's ZIP often has the same once more as a workbook; in a folder nobody knows.
    return tables if place.depth and tables else found


def _is_workbook(path: Path, kind: str) -> bool:
    if kind == "zip":
        try:
            with zipfile.ZipFile(path) as archive:
                return any(name.startswith("xl/workbook.") for name in archive.namelist())
        except DAMAGED:
            return False  # said when it is unpacked
    if path.suffix.lower() not in _WORKBOOKS:
        return False
    with path.open("rb") as file:
        return file.read(len(_OLE)) == _OLE


def _is_page(path: Path) -> bool:
    ending = path.suffix.lower()
    if ending == ".xml":
        return not is_file_of_one(path)
    # A package says in a file of its own, beside its tables or a folder above, which they are.
    described = path.name.lower() in _DESCRIPTIONS
    return described or ending in _PAGES or path.name.upper().startswith(("README", "LICENSE"))
