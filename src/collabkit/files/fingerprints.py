"""A name for the code and data that made something, so that a cache never outlives them."""

import os
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from pathlib import Path


def fingerprint(*files: str | None) -> str:
    """Return a short name for the content of *files*: another content, another name.

    Args:
        files: paths of modules and data, such as ``__file__``. One that cannot be read, as in a
            zipped package, counts by its path: a package of that kind is replaced whole.
    """
    found = blake2b(digest_size=8)
    for content in _contents(files):
        found.update(b"%d\0" % len(content) + content)
    return found.hexdigest()


@cache
def code_fingerprint(*packages: str) -> str:
    """Return a short name for the code of *packages*, such as ``collabkit.catalog``, without running it."""
    return fingerprint(*(file for package in packages for file in _modules(package)))


def _modules(package: str) -> list[str]:
    folder = Path(__file__).parents[1].joinpath(*package.split(".")[1:])
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - half the time of iterdir
    except OSError:  # in a zipped package
        return [str(folder)]
    return [f"{folder}/{name}" for name in names if name.endswith(".py")]


def _contents(files: Iterable[str | None]) -> Iterable[bytes]:
    for file in files:
        try:
            yield Path(file or "").read_bytes()
        except OSError:
            yield (file or "").encode()
