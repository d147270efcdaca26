"""One small file for each public register. A module here with a ``SOURCE`` is a source."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple

from collabkit.directory.sources.base import (
    COLUMNS,
    CompanionError,
    Headless,
    Source,
    UnreadableFileError,
)

__all__ = [
    "COLUMNS",
    "CompanionError",
    "Headless",
    "Listed",
    "Source",
    "UnreadableFileError",
    "listed",
    "sources",
]


class Listed(NamedTuple):
    """A source as a person needs to know it."""

    id: str
    """What `fetch` calls it."""
    label: str
    """What a person calls it."""
    publisher: str
    """Who publishes it."""
    license: str
    """On what terms."""
    covers: str
    """Which organizations are in it."""
    download: str
    """The page where it is to be had."""
    fetches: bool
    """Whether `collab directory fetch` can get it."""


@cache
def sources() -> Mapping[str, Source]:
    """Return every source, by id."""
    modules = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
    known = (module.SOURCE for module in modules if hasattr(module, "SOURCE"))
    return {source.id: source for source in sorted(known, key=lambda source: source.id)}


def listed() -> list[Listed]:
    """Return what a person needs to know of every source."""
    return [
        Listed(
            each.id,
            each.label,
            each.publisher,
            each.license,
            each.covers,
            each.download,
            bool(each.files),
        )
        for each in sources().values()
    ]
