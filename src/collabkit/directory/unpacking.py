"""What a person names on the command line, to the files in it: folders walked, ZIPs opened."""

import lzma
import shutil
import struct
import sys
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from collabkit.directory.recognizing import kind_of
from collabkit.directory.sources import UnreadableFileError
from collabkit.errors import UsageError
from collabkit.files import disk_is_full

_PAGES = frozenset(
    [
        ".md",
        ".pdf",
        ".html",
        ".htm",
        ".doc",
        ".docx",
        ".xlsx",
        ".xls",
        ".sas7bdat",
        ".yaml",
        ".yml",
        ".cpg",
        ".prj",
        ".shp",
        ".shx",
        ".sbn",
        ".sbx",
        ".xml",
    ]
)
"""Endings of files that come along with data and hold none, or the same in another form."""
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(EOFError, OSError, NotImplementedError, RuntimeError, ValueError),
)
"""What reading a ZIP ends in whose bytes are not what they were."""
_DEEPEST = 3
"""ZIP files inside ZIP files that are still opened."""


class Found(NamedTuple):
    """A file to load."""

    path: Path
    shown: str
    """What to call it: its own name, with that of the ZIP it came in."""
    package: str
    """The folder or ZIP it came in, if any: some sources are several files."""


def unpack(names: Sequence[str], work: Path) -> Iterator[Found | UnreadableFileError]:
    """Yield each file that *names* name, or the reason why one cannot be read.

    Args:
        names: files, folders and ZIPs; ``-`` is stdin.
        work: a folder for what comes out of stdin and ZIPs.

    Raises:
        UsageError: a name names nothing.
    """
    for name in names:
        if name == "-":
            yield from _file(_stdin(work), "stdin", "", work)
        elif Path(name).is_dir():
            yield from _folder(Path(name), Path(name).resolve().name, work)
        elif Path(name).is_file():
            yield from _file(Path(name), Path(name).name, "", work)
        else:
            raise UsageError(f"no file or folder called {name!r}")


def _stdin(work: Path) -> Path:
    path = work / "stdin"
    with path.open("wb") as file:
        shutil.copyfileobj(sys.stdin.buffer, file)
    return path


def _folder(
    folder: Path, shown: str, work: Path, depth: int = 0
) -> Iterator[Found | UnreadableFileError]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith((".", "__")) for part in path.relative_to(folder).parts)
        if path.is_file() and not hidden and not _is_page(path):
            inside = str(path.relative_to(folder).parent)
            package = shown if inside == "." else f"{shown}/{inside}"
            yield from _file(path, f"{package}/{path.name}", package, work, depth)


def _is_page(path: Path) -> bool:
    return path.suffix.lower() in _PAGES or path.name.upper().startswith(("README", "LICENSE"))


def _file(
    path: Path, shown: str, package: str, work: Path, depth: int = 0
) -> Iterator[Found | UnreadableFileError]:
    try:
        kind = kind_of(path)
    except OSError as error:
        yield UnreadableFileError(f"{shown}: {error.strerror}")
        return
    if kind != "zip":
        yield Found(path, shown, package)
    elif depth >= _DEEPEST:
        yield UnreadableFileError(f"{shown}: a ZIP inside {depth} others")
    else:
        target = work / f"zip{len(list(work.iterdir()))}"
        try:
            with zipfile.ZipFile(path) as archive:
                archive.extractall(target)
        except _DAMAGED as error:
            if disk_is_full(error):
                raise
            shutil.rmtree(target, ignore_errors=True)
            yield UnreadableFileError(
                f"{shown}: the ZIP is damaged or cut short ({error})", "Download it again."
            )
            return
        yield from _folder(target, shown, work, depth + 1)
