"""Folders of YAML to catalogs, by way of a cache.

Reading and checking the YAML takes two seconds. So what was found right is kept as JSON in the
user's cache folder, under a name made of the content of every file read and of the code that read it.
"""

import os
import time
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

from collabkit import paths
from collabkit.catalog.folders import all_files
from collabkit.catalog.kept import Kept, line_of
from collabkit.catalog.kinds import KINDS
from collabkit.catalog.store import Catalog
from collabkit.datafiles.limits import MAX_BYTES
from collabkit.errors import DataError, UsageError
from collabkit.files.cache import keep, recall
from collabkit.files.fingerprints import code_fingerprint
from collabkit.files.reading import read_file
from collabkit.ondemand import OnDemand


def load(own: Path | None = None) -> Catalog:
    """Return the shipped catalogs with the library's own over them.

    Args:
        own: folder of the library's own catalogs; none by default.

    Raises:
        DataError: with every problem in every file.
        UsageError: *own* is not a folder.
    """
    folders = [paths.data_dir()]
    if own is not None:
        if not own.is_dir():
            raise UsageError(
                f"no folder called {str(own)!r}",
                "Name a folder of YAML files",
            )
        folders.append(own)
    shelf = _Shelf(folders)
    return Catalog(shelf.fetch, shelf.home, has_own=own is not None)


_LARGEST = "activities"
"""The kind whose entries fill more than all others. A run needs one or two of them, or all."""
_TOGETHER = 16
"""How many of these are kept in one file: to read all files takes hardly longer than one, and one a tenth of it."""


class _Shelf:
    """The entries of some folders: one file in the cache for each kind, made when one is missing.

    Of the largest kind it tells in which of several more files each entry is.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders
        self.home = paths.cache_dir() / f"catalog-{_key(folders)}.json"
        self._read: dict[str, Mapping[str, bytes]] = {}
        # Whoever opens a catalog wants to know at once whether it is right.
        self._first = self.fetch(next(iter(KINDS)))

    def fetch(self, kind: str) -> Mapping[str, bytes]:
        """Return the entries of *kind* by id, each on one line."""
        lines = self._of(kind)
        return OnDemand(lines, self._line) if kind == _LARGEST else lines

    def _line(self, id_: str, part: bytes) -> bytes:
        return self._of(f"{_LARGEST}-{part.decode()}")[id_]

    def _of(self, name: str) -> Mapping[str, bytes]:
        """Return what is kept by *name*, a kind or a part of the largest."""
        if name not in self._read:
            lines = recall(self._file(name))
            if lines is None:
                self._make()
            else:
                self._read[name] = lines
        return self._read[name]

    def _make(self) -> None:
        compiled = _compile(self._folders)
        self._read = dict(_in_files(compiled))
        for name, lines in self._read.items():
            keep(self._file(name), lines)

    def _file(self, name: str) -> Path:
        return self.home.with_suffix(f".{name}.json")


def _in_files(
    compiled: Mapping[str, Mapping[str, bytes]],
) -> Iterator[tuple[str, Mapping[str, bytes]]]:
    """Yield what is kept of *compiled* in each file, by the name of the file."""
    for kind, lines in compiled.items():
        if kind != _LARGEST:
            yield kind, lines
            continue
        parts = {id_: at // _TOGETHER for at, id_ in enumerate(lines)}
        yield kind, {id_: b"%d" % part for id_, part in parts.items()}
        for part in set(parts.values()):
            yield f"{kind}-{part}", {id_: lines[id_] for id_ in lines if parts[id_] == part}


def _key(folders: Sequence[Path]) -> str:
    """Return a name for the content of every catalog in *folders*, and for the code that reads them.

    To read and hash two megabytes takes longer than to match. So the name is looked up by the
    names, sizes and times of the files first, as git does; files touched just now are hashed,
    since the clock of the disk may not part two writes.
    """
    files = [file for folder in folders for file in all_files(folder)]
    stats = [_status(file) for file in files]
    settled = all(time.time() - stat.st_mtime > _SETTLED for stat in stats)
    if not settled:
        return _content_key(folders, files)
    noted = paths.cache_dir() / f"catalog-{_times_key(folders, files, stats)}.key"
    parts = recall(noted)
    if parts is None:
        parts = {"key": _content_key(folders, files).encode()}
        keep(noted, parts)
    return parts["key"].decode()


def _times_key(
    folders: Sequence[Path], files: Sequence[Path], stats: Sequence[os.stat_result]
) -> str:
    known = _code_hash()
    for file, stat in zip(files, stats, strict=True):
        known.update(b"%s\0%d\0%d\0" % (os.fsencode(file), stat.st_size, stat.st_mtime_ns))
    for folder in folders:  # where it is, too: "catalog" is another folder in another workspace
        known.update(os.fsencode(folder) + b"\0" + os.fsencode(folder.absolute()))
    return known.hexdigest()


def _content_key(folders: Sequence[Path], files: Sequence[Path]) -> str:
    digest = _code_hash()
    for folder in folders:
        digest.update(b"\0" + os.fsencode(folder))
    for file in files:
        content = _content(file)
        digest.update(b"\0%s\0%d\0" % (os.fsencode(file), len(content)))
        digest.update(content)
    return digest.hexdigest()


def _code_hash() -> blake2b:
    return blake2b(
        code_fingerprint("collabkit.catalog", "collabkit.datafiles").encode(), digest_size=16
    )


def _status(file: Path) -> os.stat_result:
    try:
        return file.stat()
    except OSError:
        return file.lstat()  # a link to nothing, of which reading it will tell


def _content(file: Path) -> bytes:
    try:
        return read_file(file, MAX_BYTES)
    except OSError as error:
        return str(error).encode(errors="surrogateescape")


_SETTLED = 2.0
"""Seconds after which a file's time tells one content from the next on any disk."""


def _compile(folders: Sequence[Path]) -> dict[str, dict[str, bytes]]:
    """Return every entry of *folders* by kind and id, each on one line.

    What a library's own catalogs lie over is mostly known already, and most entries are left as they are:
    of two megabytes only what she wrote is read, and the entries that it changes.
    """
    from collabkit.catalog.layers import read_layers  # noqa: PLC0415 - 12 ms of YAML that a warm cache spares

    shipped, *own = folders
    below = _known_right(shipped) if own else {}
    layers = read_layers(own, below) if below else read_layers(folders)
    if layers.problems:
        raise DataError(layers.problems)
    compiled = {}
    for kind, records in layers.records.items():
        hidden, origins = layers.hidden[kind], layers.origins[kind]
        kept = below.get(kind, {})
        compiled[kind] = {id_: line for id_, line in kept.items() if id_ not in hidden}
        compiled[kind] |= {id_: line_of(record, origins[id_]) for id_, record in records.items()}
    return compiled


def _known_right(folder: Path) -> Kept:
    """Return the entries of *folder*, or nothing if there is a problem in it."""
    try:
        shelf = _Shelf([folder])
        return {kind: shelf.fetch(kind) for kind in KINDS}
    except DataError:
        return {}  # it is read with what lies over it, so that the problems of both are told
