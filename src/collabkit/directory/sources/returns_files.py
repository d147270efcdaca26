"""Files of returns: XML files by themselves, or by the hundred thousand in a ZIP, one after the other.

The IRS packs some of its ZIPs in a way of its own (Deflate64), which Python's ``zipfile`` does not read.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from collabkit.directory.sources.base import UnreadableFileError
from collabkit.extras import install_command

_START = 2048
"""Bytes in which the first element of a return begins."""
_LARGEST = 64_000_000
"""Bytes of one return that are read at most: the form stands at its beginning."""
_DEFLATE64 = 9
_HEADER = struct.Struct("<26xHH")
"""What stands before a file in a ZIP: of that the lengths of its name and of what else is said."""
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error),
    *(EOFError, OSError, NotImplementedError, RuntimeError, ValueError),
)


class Packed(NamedTuple):
    """One return as it comes out of its file."""

    name: str
    data: bytes | None
    """Its XML; nothing if it does not come out whole."""
    whole: bool = True
    """Whether *data* is all of it, and not the beginning of a very large one."""


def is_return(start: bytes) -> bool:
    """Return whether a file that begins with *start* is a return to the IRS in XML."""
    return b"<Return" in start and b"irs.gov/efile" in start


def is_file_of_one(path: Path) -> bool:
    """Return whether *path* is one return in XML."""
    with path.open("rb") as file:
        return is_return(file.read(_START))


def is_file_of_many(path: Path) -> bool:
    """Return whether *path* is a ZIP of returns, told by the first XML file in it."""
    try:
        with zipfile.ZipFile(path) as archive:
            first = next((each for each in archive.infolist() if _is_xml(each)), None)
            if first is None:
                return False
            packed = next(_members(path, archive, [first]))
            return packed.data is not None and is_return(packed.data[:_START])
    except _BROKEN:
        return False


def count(paths: Sequence[Path]) -> int:
    """Return how many returns *paths*, files of one or of many, hold."""
    return sum(_count(path) for path in paths)


def _count(path: Path) -> int:
    if path.suffix.lower() == ".xml" or not zipfile.is_zipfile(path):
        return 1
    with zipfile.ZipFile(path) as archive:
        return sum(map(_is_xml, archive.infolist()))


def each(paths: Sequence[Path]) -> Iterator[Packed]:
    """Yield every return in *paths*, which are files of one or of many."""
    for path in paths:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                yield from _members(path, archive, filter(_is_xml, archive.infolist()))
        else:
            with path.open("rb") as file:
                data = file.read(_LARGEST)
                yield Packed(path.name, data, not file.read(1))


def _is_xml(member: zipfile.ZipInfo) -> bool:
    return member.filename.lower().endswith(".xml") and not member.is_dir()


def _members(
    path: Path, archive: zipfile.ZipFile, members: Iterator[zipfile.ZipInfo] | list[zipfile.ZipInfo]
) -> Iterator[Packed]:
    with path.open("rb") as file:
        for member in members:
            try:
                if member.compress_type == _DEFLATE64:
                    data = _inflated(file, member)
                else:
                    with archive.open(member) as packed:
                        data = packed.read(_LARGEST)
            except UnreadableFileError:
                raise
            except _BROKEN:
                yield Packed(member.filename, None)
                continue
            yield Packed(member.filename, data, member.file_size <= _LARGEST)


def _inflated(file: io.BufferedReader, member: zipfile.ZipInfo) -> bytes:
    """Return what is packed by Deflate64.

    Raises:
        UnreadableFileError: the library that unpacks it is not installed.
        ValueError: it is not what it was.
    """
    try:
        import inflate64  # noqa: PLC0415 - an extra, for the ZIPs of one publisher
    except ImportError as error:
        raise UnreadableFileError(
            "the ZIP is packed by Deflate64, as the IRS packs some of its own",
            f"Unpack it and load the folder, or install what reads it: {install_command('returns')}",
        ) from error
    file.seek(member.header_offset)
    name, extra = _HEADER.unpack(file.read(_HEADER.size))
    file.seek(name + extra, io.SEEK_CUR)
    data: bytes = inflate64.Inflater().inflate(file.read(min(member.compress_size, _LARGEST)))
    if member.file_size <= _LARGEST and zlib.crc32(data) != member.CRC:
        raise ValueError(member.filename)
    return data[:_LARGEST]
