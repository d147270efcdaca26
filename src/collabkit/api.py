"""The Python API: what the commands do, as functions. Import it from ``collabkit``."""

from datetime import date
from pathlib import Path

from collabkit.catalog import Catalog
from collabkit.catalog import load as _load
from collabkit.library import Library
from collabkit.matching import Match, match
from collabkit.profiles import load_library as _load_library
from collabkit.proposals import Drafter, Terms, subject_of
from collabkit.proposals import paper as _paper
from collabkit.proposals.facts import Voice

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
    paper: str = "one-pager",
    voice: Voice = "partner",
    on: date | None = None,
) -> str | None:
    """Return a paper in Markdown for *match*; nothing if no joint work answers it.

    Args:
        catalog: what the field knows.
        match: one of those that ``match`` returned.
        library: who writes; facts it does not state stand as visible gaps, such as `[town]`.
        to: name of the organization that receives it.
        paper: which one, such as ``email`` or ``proposal``.
        voice: who reads it: ``partner``, ``board`` or ``funder``.
        on: the day that it bears; today by default.

    Raises:
        UnknownIdError: there is no such paper.
        UsageError: it is not written for *voice*.
    """
    subject = subject_of(catalog, match)
    if subject is None:
        return None
    desk = Drafter(
        catalog,
        library or Library(),
        _paper(paper, voice),
        voice=voice,
        on=on or date.today(),  # noqa: DTZ011 - the day on the wall
    )
    return desk.draft(subject._replace(to=to), Terms()).text.markdown
