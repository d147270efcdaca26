"""The public registers: one small file for each, and the table of them."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import NamedTuple

from collabkit.directory.sources.base import (
    COLUMNS,
    CompanionError,
    Headless,
    Source,
    Tell,
    UnreadableFileError,
)

__all__ = [
    "COLUMNS",
    "CompanionError",
    "Headless",
    "Listed",
    "Source",
    "Tell",
    "UnreadableFileError",
    "listed",
    "sources",
]


_MODULES = {
    "farmers-markets": "farmers_markets",
    "health-centers": "health_centers",
    "hsds": "hsds",
    "irs": "irs",
    "law-enforcement": "law_enforcement",
    "museums": "museums",
    "overture": "overture",
    "pls-outlets": "pls_outlets",
    "pls-systems": "pls_systems",
    "private-schools": "private_schools",
    "public-schools": "public_schools",
    "returns": "returns",
    "school-places": "school_places",
    "school-tables": "school_tables",
}
"""The id of each register, and the module here whose ``SOURCE`` it is. Where two fit a file alike, the
first is taken."""


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
    return {id_: import_module(f"{__name__}.{module}").SOURCE for id_, module in _MODULES.items()}


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
