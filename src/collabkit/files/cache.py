"""Results kept in the user's cache folder: safe to delete, ignored when damaged or unwritable."""

import json
import time
import zlib
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from itertools import accumulate
from pathlib import Path

from collabkit.files.writing import write_whole

_MONTH = 30 * 24 * 3600
_OURS = ("catalog-*", "content-*", "kept-*", "template-*")
"""A folder that somebody chose for our cache may hold other things."""


def recall(path: Path) -> Mapping[str, bytes] | None:
    """Return the parts that were kept at *path*; nothing if it is missing or in any way not as written."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    check, _, body = content.partition(b"\n")
    if check != _check(body):
        return None
    header, _, parts = body.partition(b"\n")
    lengths = json.loads(header)
    ends = accumulate(lengths.values())
    return {name: parts[end - lengths[name] : end] for name, end in zip(lengths, ends, strict=True)}


def keep(path: Path, parts: Mapping[str, bytes]) -> None:
    """Keep *parts* at *path*, whole or not at all."""
    lengths = to_line({name: len(part) for name, part in parts.items()})
    body = b"\n".join((lengths, b"".join(parts.values())))
    keep_whole(path, _check(body) + b"\n" + body)


def keep_whole(path: Path, content: bytes) -> None:
    """Keep *content* at *path*; a cache that cannot be written is only slower."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, content)
        _sweep(path.parent)


def to_line(value: object) -> bytes:
    """Return *value* as JSON on one line; in ASCII, since the name of a file may be no Unicode."""
    return json.dumps(value, separators=(",", ":")).encode()


@cache
def _sweep(folder: Path) -> None:
    """Remove what no run has written for a month: every edit of a catalog leaves files behind.

    Once a run is enough; to look at each file after each of those that are written was half of it.
    """
    for ours in _OURS:
        for file in folder.glob(ours):
            if file.stat().st_mtime < time.time() - _MONTH:
                file.unlink(missing_ok=True)


def _check(body: bytes) -> bytes:
    """Return the first line of the file: how its parts are laid out, and the checksum of the rest."""
    return b"parts %08x" % zlib.crc32(body)
