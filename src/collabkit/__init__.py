"""Plan a library's collaborations: who to work with, why, and the papers to send.

from collabkit import Workspace

workspace = Workspace.open()
best = workspace.match("kids come hungry in july", limit=3)
print(workspace.propose(best[0]))
"""

# Told so to whoever checks types. To import the word takes milliseconds in which Ctrl-C is a traceback.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collabkit.catalog import Catalog
    from collabkit.directory.records import Organization
    from collabkit.errors import CollabkitError
    from collabkit.finding import Found
    from collabkit.library import Library
    from collabkit.matching import Match
    from collabkit.proposals.documents import Document
    from collabkit.workspace import Workspace
    from collabkit.workspace.alone import load_catalog, load_library, match, propose

__all__ = [
    "Catalog",
    "CollabkitError",
    "Document",
    "Found",
    "Library",
    "Match",
    "Organization",
    "Workspace",
    "load_catalog",
    "load_library",
    "match",
    "propose",
]

_HOMES = {
    "Catalog": "catalog",
    "CollabkitError": "errors",
    "Document": "proposals.documents",
    "Found": "finding",
    "Library": "library",
    "Match": "matching",
    "Organization": "directory.records",
    "Workspace": "workspace",
    "load_catalog": "workspace.alone",
    "load_library": "workspace.alone",
    "match": "workspace.alone",
    "propose": "workspace.alone",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for, so that the package itself costs nothing."""
    from importlib import import_module  # noqa: PLC0415 - as above

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
