"""Every file that a library keeps, looked over: profile, catalogs, partnerships, requests, a saved plan."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from collabkit import clock, paths
from collabkit.cases.memory import FILE as READINGS
from collabkit.cases.memory import problems_in as readings_problems
from collabkit.catalog import Catalog, load
from collabkit.catalog.folders import folder_of
from collabkit.datafiles.reading import read
from collabkit.directory.geo.places import near
from collabkit.errors import DataError, Problem, UsageError
from collabkit.finding.knowledge_file import FILE as KNOWLEDGE
from collabkit.finding.knowledge_file import notes_in
from collabkit.library import Library
from collabkit.partnerships.folders import PEOPLE, partnership_folders
from collabkit.profiles import read_library
from collabkit.requests.facts import FACTS as REQUEST

_REQUESTS = "requests"
"""The folder of a workspace that holds the requests that came in."""


def problems_in(files: Sequence[Path], own: Path | None) -> list[Problem]:
    """Return every problem in *files*: profiles, files of a catalog, and folders of them.

    Args:
        files: what to check.
        own: the catalogs that a profile may name entries of, where none lie beside it.

    Raises:
        UsageError: there is no such file.
    """
    return [problem for file in files for problem in _problems(file, own)]


def _problems(path: Path, own: Path | None) -> list[Problem]:
    if not path.exists():
        raise UsageError(f"no file or folder called {str(path)!r}")
    if _holds_requests(path):  # whose folders hold a log, too
        return _asked(path, _catalog(_workspace_file(path), own))
    kept = list(partnership_folders(path))
    if kept or path.name == PEOPLE:
        return _kept(path, kept, _catalog(_workspace_file(path), own))
    if path.name == READINGS:
        return readings_problems(path.parent, _catalog(_workspace_file(path), own))
    if path.name == KNOWLEDGE:
        return notes_in(path.parent)[1]
    if path.name == paths.PLAN:
        return _planned(path)
    whole = folder_of(path)
    if whole is not None:
        return _part_of(whole, path)
    if path.is_dir() and path.name != paths.PROFILE:
        return _folder(path)
    profile, problems = read_library(path, _catalog(path, own))
    return [*problems, *_lost(path, profile)]


def _lost(path: Path, profile: Library | None) -> Iterator[Problem]:
    """Yield the problem that `find` would have with where a library says it is."""
    if profile is not None and profile.where is not None:
        try:
            near(profile.where.said)
        except UsageError as error:
            said = f"{error}. {error.hint}" if error.hint else str(error)
            place = read(path).place((profile.where.field,))
            yield Problem(place, profile.where.field, said)


def _kept(path: Path, kept: Sequence[Path], catalog: Catalog) -> list[Problem]:
    """Return the problems of partnerships, or of whom the library's own people know."""
    from collabkit.partnerships.checks import check_folder, check_people  # noqa: PLC0415 - if any

    if not kept:
        return check_people(path.parent, catalog)
    found = [problem for each in kept for problem in check_folder(each, catalog, clock.today())]
    return found if path.is_dir() else [each for each in found if Path(each.place.path) == path]


def _planned(path: Path) -> list[Problem]:
    """Return the problems of a plan that was saved."""
    from collabkit.planning.saved import read_plan  # noqa: PLC0415 - if there is one

    try:
        read_plan(path)
    except DataError as error:
        return list(error.problems)
    return []


def _holds_requests(path: Path) -> bool:
    """Return whether *path* is a request, or the folder of them."""
    return path.is_dir() and ((path / REQUEST).exists() or path.name == _REQUESTS)


def _asked(path: Path, catalog: Catalog) -> list[Problem]:
    """Return the problems of requests that came in."""
    from collabkit.requests.request import Request, requests  # noqa: PLC0415 - if any

    kept = [Request(path)] if (path / REQUEST).exists() else list(requests(path))
    return [problem for each in kept for problem in each.problems(catalog)]


def _workspace_file(path: Path) -> Path:
    """Return where ``library.yaml`` stands for the partnership or the file at *path*."""
    home = paths.workspace(path if path.is_dir() else path.parent)
    return (home or path.parent) / paths.PROFILE


def _folder(path: Path) -> list[Problem]:
    """Return the problems of a folder of catalogs, laid over the shipped ones."""
    shipped = paths.data_dir()
    own = [] if path.resolve() == shipped.resolve() else [path]
    try:
        load(*own)
    except DataError as error:
        return list(error.problems)
    return []


def _part_of(whole: Path, path: Path) -> list[Problem]:
    """Return the problems of one catalog's file or folder, read with all others of *whole*."""
    part = os.path.normpath(path.absolute())

    def within(problem: Problem) -> bool:
        file = Path(os.path.normpath(Path(problem.place.path).absolute()))
        return file.is_relative_to(part)

    return [problem for problem in _folder(whole) if within(problem)]


def _catalog(profile: Path, own: Path | None) -> Catalog:
    """Return the catalogs that a profile may name entries of; its own, if they are right."""
    beside = profile.parent / "catalog"
    try:
        return load(beside if beside.is_dir() else own)
    except DataError:
        return load()
