"""Functions for a program that holds catalogs and profiles itself, and has no folder of a library."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit.arguments import Words, of_kind
from collabkit.catalog import Catalog, load
from collabkit.library import Library
from collabkit.workspace.workspace import Workspace

if TYPE_CHECKING:
    from collabkit.matching.matcher import Matches
    from collabkit.proposals.documents import Document
    from collabkit.proposals.fact_parts import Formality, Voice
    from collabkit.workspace.propose import About


def load_catalog(own: str | Path | None = None) -> Catalog:
    """Return the shipped catalogs, with those in the folder *own* over them.

    Raises:
        DataError: with every problem in every file.
        UsageError: *own* is not a folder.
    """
    return load(Path(own) if own is not None else None)


def load_library(path: str | Path, catalog: Catalog) -> Library:
    """Return the profile in the file at *path*, whose ids *catalog* knows.

    Raises:
        DataError: with every problem in it.
        UsageError: there is no such file.
    """
    from collabkit import profiles  # noqa: PLC0415 - 12 ms of YAML, if any

    of_kind(catalog, Catalog, "catalog", _A_CATALOG)
    return profiles.load_library(Path(path), catalog)


def match(
    catalog: Catalog,
    goal: Words,
    *,
    library: Library | None = None,
    limit: int | None = None,
    sector: str | None = None,
    spread: bool = False,
) -> "Matches":
    """Return the partners that fit *goal*, best first; see ``Workspace.match``."""
    opened = _opened(catalog, library)
    return opened.match(goal, limit=limit, sector=sector, spread=spread)


def propose(  # noqa: PLR0913 - one keyword for each thing that a person may say of a paper
    catalog: Catalog,
    about: "About" = None,
    *,
    goal: Words | None = None,
    library: Library | None = None,
    to: str | None = None,
    when: str | None = None,
    where: str | None = None,
    facts: Words | None = None,
    why: str | None = None,
    paper: str = "one-pager",
    voice: "Voice" = "partner",
    on: date | None = None,
    activity: str | None = None,
    level: "Formality | None" = None,
    anyway: bool = False,
) -> "Document":
    """Return a paper about a partner, a match or an organization; see ``Workspace.propose``."""
    return _opened(catalog, library).propose(
        about,
        goal=goal,
        to=to,
        when=when,
        where=where,
        facts=facts,
        why=why,
        paper=paper,
        voice=voice,
        on=on,
        activity=activity,
        level=level,
        anyway=anyway,
    )


def _opened(catalog: Catalog, library: Library | None) -> Workspace:
    """Return a workspace without a folder, which holds *catalog* and *library*."""
    opened = Workspace(None, profile=None, own_catalog=None, templates=None)
    opened.catalog = of_kind(catalog, Catalog, "catalog", _A_CATALOG)
    if library is not None:
        opened.library = of_kind(library, Library, "library", _A_LIBRARY)
    return opened


_A_CATALOG = "load_catalog() or Workspace.open().catalog is one"
_A_LIBRARY = 'load_library("library.yaml", catalog) reads one'
