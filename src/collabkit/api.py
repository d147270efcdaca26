"""The Python API: what the commands do, as functions. Import it from ``collabkit``."""

from pathlib import Path

from collabkit.catalog import Catalog
from collabkit.catalog import load as _load
from collabkit.library import Library
from collabkit.matching import Match, match
from collabkit.profiles import load_library as _load_library
from collabkit.proposals import propose_for, render

__all__ = ["load_catalog", "load_library", "match", "propose"]


def load_catalog(own: str | Path | None = None) -> Catalog:
    """Return the shipped catalogs, with those in the folder *own* over them.

    Raises:
        DataError: with every problem in every file.
        UsageError: *own* is not a folder.
    """
    return _load(Path(own) if own is not None else None)


def load_library(path: str | Path, catalog: Catalog) -> Library:
    """Return the profile in the file at *path*, whose ids *catalog* knows.

    Raises:
        DataError: with every problem in it.
        UsageError: there is no such file.
    """
    return _load_library(Path(path), catalog)


def propose(
    catalog: Catalog,
    match: Match,
    *,
    library: Library | None = None,
    to: str | None = None,
) -> str | None:
    """Return a one-page pitch in Markdown for *match*; nothing if no joint work answers it.

    Args:
        catalog: what the field knows.
        match: one of those that ``match`` returned.
        library: who writes; facts it does not state stand as visible gaps, such as `[town]`.
        to: name of the organization that receives it.
    """
    pitch = propose_for(catalog, library or Library(), match, to)
    return render(pitch) if pitch else None
