"""ZIPs and gzip files taken apart, where they are whole, open, and no larger than a register can be."""

import gzip
import lzma
import shutil
import struct
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from collabkit.directory.sources import UnreadableFileError

_ENCRYPTED = 1
"""The bit that a ZIP sets for a file in it that wants a password."""
DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(EOFError, OSError, NotImplementedError, RuntimeError, ValueError),
)
"""What reading a ZIP or a gzip file ends in whose bytes are not what they were."""
_BLOCK = 1 << 20
_PLAIN = 500_000_000
"""Bytes that may come out of a packed file however small it is: more than a nation's register has."""
_DENSEST = 50
"""How many times larger than its packed file a register is at most; text packs ten to one."""


def refuse_encrypted(archive: zipfile.ZipFile, shown: str) -> None:
    """Raise if *archive* wants a password."""
    if any(each.flag_bits & _ENCRYPTED for each in archive.infolist()):
        raise UnreadableFileError(
            f"{shown}: the ZIP is encrypted",
            "Unpack it with its password first and load what was in it.",
        )


def refuse_flood(archive: zipfile.ZipFile, shown: str, work: Path) -> None:
    """Raise if what *archive* holds would fill the disk, or is made to."""
    size = sum(each.file_size for each in archive.infolist())
    packed = sum(each.compress_size for each in archive.infolist())
    if size > max(_PLAIN, packed * _DENSEST) or size > shutil.disk_usage(work).free:
        raise _flood(shown, size)


def _flood(shown: str, size: int) -> UnreadableFileError:
    return UnreadableFileError(
        f"{shown}: {size / 1e6:,.0f} MB would come out of it, more than the disk has room for or than "
        "a register packs so small",
        "Unpack it yourself and load what was in it, if you trust it.",
    )


def extract(archive: zipfile.ZipFile, target: Path) -> None:
    """Unpack *archive*, each file under a name of its own: a ZIP may hold two of one name."""
    seen: set[str] = set()
    for each in archive.infolist():
        name, count = each.filename, 1
        while each.filename.casefold() in seen and not each.is_dir():
            count += 1
            path = PurePosixPath(name)
            each.filename = str(path.with_name(f"{path.stem}-{count}{path.suffix}"))
        seen.add(each.filename.casefold())
        archive.extract(each, target)


def copy(packed: BinaryIO | gzip.GzipFile, file: BinaryIO, path: Path, shown: str) -> None:
    """Unpack a gzip file, which does not say how much comes out of it."""
    most = max(_PLAIN, path.stat().st_size * _DENSEST)
    written = 0
    while block := packed.read(_BLOCK):
        written += file.write(block)
        if written > most:
            raise _flood(shown, written)
