"""A name for the code and data that made something, so that a cache never outlives them."""

from collections.abc import Iterable
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


def _contents(files: Iterable[str | None]) -> Iterable[bytes]:
    for file in files:
        try:
            yield Path(file or "").read_bytes()
        except OSError:
            yield (file or "").encode()
