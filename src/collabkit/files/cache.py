"""Results kept in the user's cache folder: safe to delete, ignored when damaged or unwritable."""

import json
import time
import zlib
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import accumulate
from pathlib import Path

from collabkit.files.writing import write_whole

_MONTH = 30 * 24 * 3600
_OURS = ("catalog-*", "kept-*", "template-*")
"""A folder that somebody chose for our cache may hold other things."""


class _Parts(Mapping[str, bytes]):
    """Parts of one content by name, each cut out when it is asked for: a run needs few of many."""

    def __init__(self, content: bytes, start: int, lengths: Mapping[str, int]) -> None:
        """Hold *content*, in which parts of these *lengths* follow each other from *start* on."""
        self._content = content
        self._starts = dict(zip(lengths, accumulate(lengths.values(), initial=start), strict=False))
        self._lengths = lengths

    def __getitem__(self, name: str) -> bytes:
        start = self._starts[name]
        return self._content[start : start + self._lengths[name]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._lengths)

    def __len__(self) -> int:
        return len(self._lengths)


def recall(path: Path) -> Mapping[str, bytes] | None:
    """Return what was kept at *path*; nothing if it is missing or in any way not as written."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    check, _, _ = content[:_LONGEST_CHECK].partition(b"\n")
    # A view, since a copy of two megabytes takes as long as to match.
    if check != _check(memoryview(content)[len(check) + 1 :]):
        return None
    start = content.index(b"\n", len(check) + 1) + 1
    return _Parts(content, start, json.loads(content[len(check) + 1 : start]))


def keep(path: Path, parts: Mapping[str, bytes]) -> None:
    """Keep *parts* at *path*, whole or not at all."""
    lengths = to_line({name: len(part) for name, part in parts.items()})
    body = b"\n".join((lengths, b"".join(parts.values())))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, _check(body) + b"\n" + body)
        _sweep(path.parent)
    except OSError:
        return  # a cache that cannot be kept is only slower


def to_line(value: object) -> bytes:
    """Return *value* as JSON on one line; in ASCII, since the name of a file may be no Unicode."""
    return json.dumps(value, separators=(",", ":")).encode()


@cache
def _sweep(folder: Path) -> None:
    """Remove what no run has written for a month: every edit of a catalog leaves files behind.

    Once a run is enough; to look at each file after each of the two dozen that are written was half of it.
    """
    for ours in _OURS:
        for file in folder.glob(ours):
            if file.stat().st_mtime < time.time() - _MONTH:
                file.unlink(missing_ok=True)


def _check(body: bytes | memoryview) -> bytes:
    """Return the first line of the file: how its parts are laid out, and the checksum of the rest."""
    return b"parts %08x" % zlib.crc32(body)


_LONGEST_CHECK = 20
"""Bytes within which the first line ends, however damaged the file is."""
