"""Names for content: what was made of files is never taken for what other files would make.

To read and hash megabytes takes longer than to match. So a name is looked up by the places, sizes and
times of the files first, as git does; files touched just now are hashed, since the clock of a disk may
not part two writes.
"""

import os
import re
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from pathlib import Path

from collabkit.files.cache import keep, recall
from collabkit.files.reading import read_file

PACKAGE = Path(__file__).parents[1]


def fingerprint(files: Mapping[str, Path], most: int, note: Path) -> str:
    """Return a name for *files*: other content under the same labels, another name.

    Args:
        files: each by a label that stays when the folder of all of them moves.
        most: bytes of a file that are read; a larger one counts by what is wrong with it.
        note: file in the cache where the name of these files is noted.
    """
    state = _state(files.values())
    noted = recall(note) or {}
    if state and noted.get("state") == state:
        return noted["name"].decode()
    name = _hash(files, most)
    if state:
        keep(note, {"state": state, "name": name.encode()})
    return name


@cache
def code_fingerprint(room: str, cache_dir: Path, package: Path = PACKAGE) -> str:
    """Return a name for all that runs when code of *room* does: of that room, and of those it imports.

    Which these are is read from the code. Files beside it, such as weights or statements, count too.

    Args:
        room: a folder or a module at the top of the package, such as ``matching``.
        cache_dir: where the name is noted.
        package: the folder of the package.
    """
    note = cache_dir / f"content-{_digest(os.fsencode(package / room))}"
    noted = recall(note) or {}
    # Only a change in one of these rooms can make another one count.
    rooms = noted["rooms"].decode().split() if "rooms" in noted else imported(room, package)
    state = _joined([_room_state(package, each) for each in rooms])
    if state and noted.get("state") == state:
        return noted["name"].decode()
    rooms = imported(room, package)
    state = _joined([_room_state(package, each) for each in rooms])
    name = _digest(*(_room_hash(package, each).encode() for each in rooms))
    if state:
        keep(note, {"state": state, "name": name.encode(), "rooms": " ".join(rooms).encode()})
    return name


def imported(room: str, package: Path = PACKAGE) -> list[str]:
    """Return *room* and every room of *package* that its code names, directly or through others.

    A room that is only mentioned counts as well: rather one too many than one too few.
    """
    found = {room}
    waiting = [room]
    while waiting:
        new = _named(package, waiting.pop()) - found
        found |= new
        waiting += new
    return sorted(found)


_MODULE = re.compile(rb"\bcollabkit\.(\w+)|\bfrom collabkit import ([^(\n]+|\([^)]*\))")


@cache
def _named(package: Path, room: str) -> frozenset[str]:
    """Return the rooms of *package* that the code of *room* names."""
    code = (file for file in _files(package, room) if file.suffix == ".py")
    named = {
        name
        for file in code
        for dotted, listed in _MODULE.findall(_content(file, _LARGEST))
        for name in re.findall(r"\w+", (dotted or listed).decode())
    }
    return frozenset(named & _rooms(package))


@cache
def _rooms(package: Path) -> frozenset[str]:
    try:
        names = os.listdir(package)  # noqa: PTH208 - names, not paths
    except OSError:  # zipped: a package of that kind is replaced whole
        return frozenset()
    return frozenset(name.removesuffix(".py") for name in names if not name.startswith("__"))


def _files(package: Path, room: str) -> Iterator[Path]:
    """Yield every file of *room*, by name, but for what the interpreter and editors leave there."""
    folder = package / room
    if not folder.is_dir():
        yield folder.with_suffix(".py")
        return
    for home, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if each != "__pycache__")
        yield from (Path(home, name) for name in sorted(names) if not name.startswith("."))


@cache
def _room_state(package: Path, room: str) -> bytes:
    return _state(_files(package, room))


def _joined(states: Sequence[bytes]) -> bytes:
    return b" ".join(states) if all(states) else b""


@cache
def _room_hash(package: Path, room: str) -> str:
    files = {file.relative_to(package).as_posix(): file for file in _files(package, room)}
    return _hash(files, _LARGEST)


def _hash(files: Mapping[str, Path], most: int) -> str:
    parts = ((os.fsencode(label), _content(file, most)) for label, file in files.items())
    return _digest(*(part for pair in parts for part in pair))


def _content(file: Path, most: int) -> bytes:
    try:
        return read_file(file, most)
    except OSError as error:
        return str(error).encode(errors="surrogateescape")


def _digest(*parts: bytes) -> str:
    digest = blake2b(digest_size=16)
    for part in parts:
        digest.update(b"%d\0" % len(part))
        digest.update(part)
    return digest.hexdigest()


def _state(files: Iterable[Path]) -> bytes:
    """Return a name for the places, sizes and times of *files*; none if one was touched just now or is gone."""
    now, known = time.time(), blake2b(digest_size=16)
    for file in files:
        try:
            status = _status(file)
        except OSError:
            return b""
        if now - status.st_mtime <= _SETTLED:
            return b""
        place = os.fsencode(file)
        known.update(b"%s\0%d\0%d\0" % (place, status.st_size, status.st_mtime_ns))
    return known.hexdigest().encode()


def _status(file: Path) -> os.stat_result:
    try:
        return file.stat()
    except OSError:
        return file.lstat()  # a link to nothing, of which reading it will tell


_SETTLED = 2.0
"""Seconds after which a file's time tells one content from the next on any disk."""
_LARGEST = 100_000_000
"""Bytes of a file of the package that are read."""
