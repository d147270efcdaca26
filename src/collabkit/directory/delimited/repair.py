"""A file as its publisher made it, to one DuckDB reads: UTF-8, no line too long, quotes in pairs.

Most files are right as they are and are read in place; the rest are copied once, mended. DuckDB
itself knows neither Windows-1252 nor where an unpaired quote should have ended, and gives up a file
whose lines end now in one way, now in another.
"""

import codecs
import re
from collections import deque
from collections.abc import Iterable, Iterator
from os import SEEK_END
from pathlib import Path
from typing import BinaryIO, NamedTuple

_BLOCK = 1 << 20
LONGEST = 1 << 20
"""Bytes of a line beyond which it is no row of a register."""
TOO_LONG = f"longer than {LONGEST:,} bytes"
UNCLOSED = "a quote that is not closed"
_BELOW = 1 << 14
"""Bytes at the end of a file in which the notes below a table stand."""
_FIELD = 300
"""Lines beyond which a quote that is open was never meant to be: no field of a register is so long."""
_SHOWN = 200
"""Characters of a bad line that tell which it is."""


class Reject(NamedTuple):
    """A row that was not loaded, and why."""

    file: str
    line: int | None
    reason: str
    text: str


class Prepared(NamedTuple):
    """A file ready for DuckDB."""

    path: Path
    encoding: str
    rejects: tuple[Reject, ...]
    flat: bool = False
    """True if surely no value of it holds a tab or a line end."""


def prepare(
    path: Path, work: Path, *, shown: str, one_line: bool, notes: str = "", mend: bool = False
) -> Prepared:
    """Return *path* itself if DuckDB can read it as it is, else a mended copy in *work*.

    Args:
        path: the file.
        work: a folder for the copy.
        shown: what to call the file in a reject.
        one_line: True if a quote that is not closed on its line is a fault.
        notes: what the notes below the table begin with; they are left out.
        mend: copy it all the same, which makes all lines end alike.
    """
    below = notes.encode()
    with path.open("rb") as file:
        seen = _look(file)
        encoding = "utf-8" if seen.ascii else _encoding(file)
        whole = not below or not _ends_in(file, below)
        if (
            not mend
            and whole
            and encoding == "utf-8"
            and not _has_faults(file, seen, one_line=one_line)
        ):
            return Prepared(path, encoding, (), flat=not seen.quoted and not seen.tabbed)
        copy = work / f"{len(list(work.iterdir()))}.csv"
        rejects: list[Reject] = []
        file.seek(0)
        with copy.open("wb") as out:
            for number, line, fault in _judged(_lines(file, encoding), one_line=one_line):
                if below and line.lstrip(b'"').startswith(below):
                    break
                if fault:
                    text = line[:_SHOWN].decode(errors="replace").rstrip()
                    rejects.append(Reject(shown, number, fault, text))
                else:
                    out.write(line.replace(b"\0", b""))
    return Prepared(copy, encoding, tuple(rejects))


class _Look(NamedTuple):
    """What one look at a file shows: most are plain, and nothing more is to be looked for."""

    ascii: bool
    quoted: bool
    tabbed: bool
    broken: bool
    """Whether a byte is nothing, or a line too long."""


def _look(file: BinaryIO) -> _Look:
    ascii_, quoted, tabbed, broken = True, False, False, False
    gap = 0
    for block in _blocks(file):
        ascii_ = ascii_ and block.isascii()
        quoted = quoted or b'"' in block
        tabbed = tabbed or b"\t" in block
        first = block.find(b"\n")
        gap = gap + len(block) if first < 0 else len(block) - block.rfind(b"\n")
        broken = broken or gap > LONGEST or b"\0" in block
    return _Look(ascii_, quoted, tabbed, broken)


def _encoding(file: BinaryIO) -> str:
    """Return the encoding of *file*: a mark at its start tells, else UTF-8 if it is, else cp1252."""
    file.seek(0)
    start = file.read(4)
    file.seek(0)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for block in _blocks(file):
            # Plain ASCII needs no decoding, and most blocks of most registers are.
            if not block.isascii() or decoder.getstate()[0]:
                decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _ends_in(file: BinaryIO, notes: bytes) -> bool:
    size = file.seek(0, SEEK_END)
    file.seek(max(0, size - _BELOW))
    return notes in file.read()


def _has_faults(file: BinaryIO, seen: _Look, *, one_line: bool) -> bool:
    if seen.broken or not seen.quoted:
        return seen.broken
    return _breaks_off(file) if one_line else _leaves_a_quote_open(file)


def _breaks_off(file: BinaryIO) -> bool:
    """Return whether a line of *file* ends inside quotes."""
    file.seek(0)
    left = b""
    for block in _blocks(file):
        # A block without a quote leaves none open, and most have none: only the others are taken apart.
        if left or b'"' in block:
            whole, _, left = (left + block).rpartition(b"\n")
            if any(line.count(b'"') % 2 for line in whole.split(b"\n")):
                return True
            left = left if b'"' in left else b""
    return left.count(b'"') % 2 == 1


def _leaves_a_quote_open(file: BinaryIO) -> bool:
    file.seek(0)
    lines = _lines(file, "utf-8")
    return any(fault == UNCLOSED for _, _, fault in _judged(lines, one_line=False))


def _judged(
    lines: Iterable[tuple[int, bytes]], *, one_line: bool
) -> Iterator[tuple[int, bytes, str]]:
    """Yield each line with what is wrong with it, or nothing.

    A quote that is never closed would swallow all rows after it. So the line that opens it is given
    up alone, and what follows is looked at anew.
    """
    coming = iter(lines)
    again: deque[tuple[int, bytes]] = deque()
    field: list[tuple[int, bytes]] = []
    while True:
        number, line = again.popleft() if again else next(coming, (0, b""))
        ended = number == 0
        if field and (ended or len(field) > _FIELD):
            first, *rest = field
            yield (*first, UNCLOSED)
            again.extendleft(reversed(rest if ended else [*rest, (number, line)]))
            field = []
        elif ended:
            return
        elif len(line) > LONGEST:
            yield number, line, TOO_LONG
        elif one_line:
            yield number, line, UNCLOSED if line.count(b'"') % 2 else ""
        elif not field and not _opens(line):
            yield number, line, ""
        else:
            field.append((number, line))
            if len(field) > 1 and line.count(b'"') % 2:
                yield from ((*each, "") for each in field)
                field = []


def _opens(line: bytes) -> bool:
    """Return whether *line* ends inside quotes; a lone one within a word, as of inches, opens none."""
    if line.count(b'"') % 2 == 0:
        return False
    return b'"' in _WORDS.sub(b"", _QUOTED.sub(b"", line))


_QUOTED = re.compile(rb'(?:(?<=[,;\t|])|^) *"(?:[^"]|"")*"(?=\s*(?:[,;\t|]|$))')
"""A field in quotes, whole."""
_WORDS = re.compile(rb'(?<=[^,;\t|\s])"')
"""A quote in the middle of a field that began without one."""


def _blocks(file: BinaryIO) -> Iterator[bytes]:
    while block := file.read(_BLOCK):
        yield block


def _lines(file: BinaryIO, encoding: str) -> Iterator[tuple[int, bytes]]:
    """Yield each line as UTF-8 with its number; of one that is too long only the start."""
    number, line = 0, b""
    for block in _even(_decoded(file, encoding)):
        *whole, rest = (line + block if len(line) <= LONGEST else line + _after(block)).split(b"\n")
        for each in whole:
            number += 1
            yield number, each + b"\n"
        line = rest[: LONGEST + 1]
    if line:
        yield number + 1, line


def _after(block: bytes) -> bytes:
    """Return *block* from its first line end: what stands before belongs to a line given up."""
    end = block.find(b"\n")
    return block[end:] if end >= 0 else b""


def _even(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield *blocks* with every line end as LF: from CR, CR LF, and CR CR LF of a copy gone wrong."""
    held = b""
    for block in blocks:
        text = held + block
        # What the next block begins with tells what these are.
        until = max(len(text.rstrip(b"\r")), len(text) - 2)
        text, held = text[:until], text[until:]
        yield text.replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    yield b"\n" * len(held)


def _decoded(file: BinaryIO, encoding: str) -> Iterator[bytes]:
    if encoding == "utf-8":
        yield from _blocks(file)
        return
    if encoding == "cp1252":
        # Five bytes mean nothing in Windows-1252; what they meant in Latin-1 is as good as any.
        table = bytes(range(256)).decode("cp1252", errors="replace")
        letters = [chr(byte) if table[byte] == "\ufffd" else table[byte] for byte in range(256)]
        utf8 = [letter.encode() for letter in letters]

        for block in _blocks(file):
            yield block if block.isascii() else b"".join(map(utf8.__getitem__, block))
        return
    decoder = codecs.getincrementaldecoder(encoding)()
    for block in _blocks(file):
        yield decoder.decode(block).encode()
    yield decoder.decode(b"", final=True).encode()
