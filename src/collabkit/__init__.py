"""Plan a library's collaborations: who to work with, why, and the papers to send.

from collabkit import load_catalog, load_library, match, propose

catalog = load_catalog()
best = match(catalog, ["literacy"], limit=3)
print(propose(catalog, best[0]))
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collabkit.api import load_catalog, load_library, match, propose
    from collabkit.catalog import Catalog
    from collabkit.errors import CollabkitError
    from collabkit.library import Library
    from collabkit.matching import Match

__all__ = [
    "Catalog",
    "CollabkitError",
    "Library",
    "Match",
    "load_catalog",
    "load_library",
    "match",
    "propose",
]

_HOMES = {
    "Catalog": "catalog",
    "CollabkitError": "errors",
    "Library": "library",
    "Match": "matching",
    "load_catalog": "api",
    "load_library": "api",
    "match": "api",
    "propose": "api",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for, so that the package itself costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
