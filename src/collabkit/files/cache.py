"""Results kept in the user's cache folder: safe to delete, ignored when damaged or unwritable."""

import json
import time
import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from collabkit.files.writing import write_whole

_MONTH = 30 * 24 * 3600
_OURS = ("catalog-*", "kept-*", "template-*")
"""A folder that somebody chose for our cache may hold other things."""


def recall(path: Path) -> dict[str, bytes] | None:
    """Return what was kept at *path*; nothing if it is missing or in any way not as written."""
    try:
        check, _, body = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    if check != _check(body):
        return None
    lines = body.split(b"\n") if body else []
    return dict(zip(map(bytes.decode, lines[::2]), lines[1::2], strict=True))


def keep(path: Path, parts: Mapping[str, bytes]) -> None:
    """Keep *parts*, none of which holds a line end, at *path*, whole or not at all."""
    body = b"\n".join(piece for name, part in parts.items() for piece in (name.encode(), part))
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


def _check(body: bytes) -> bytes:
    return b"%08x" % zlib.crc32(body)
