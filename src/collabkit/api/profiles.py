"""A library's own files: ``library.yaml`` written, and all of them checked."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from collabkit import paths
from collabkit.api import clock
from collabkit.api.arguments import several
from collabkit.api.writing import put, refuse_taken
from collabkit.catalog import Catalog, load
from collabkit.catalog.folders import folder_of
from collabkit.datafiles.checking import first_problem
from collabkit.datafiles.reading import read
from collabkit.directory.geo.places import near
from collabkit.errors import DataError, Problem, UnknownIdError, UsageError
from collabkit.library import Contact, Library
from collabkit.partnerships.folders import PEOPLE, partnership_folders
from collabkit.profiles import profile_text, read_library
from collabkit.requests.facts import FACTS as REQUEST


def write_profile(catalog: Catalog, library: Library, file: Path, *, force: bool = False) -> Path:
    """Write a commented ``library.yaml`` that states what *library* does; return *file*.

    Args:
        catalog: what may be named, and is shown as comments.
        library: what is known. It need not be validated: what the file says is read back first.
        file: where to write.
        force: write over a file that exists.

    Raises:
        ProfileError: a value cannot stand in a profile.
        CollabkitError: the file exists or cannot be written.
    """
    refuse_taken(file, force=force)
    for id_ in library.assets:
        catalog.known("assets", id_)
    for id_ in library.needs:
        catalog.known("resources", id_)
    text = profile_text(catalog, library)
    try:
        content = text.encode()
    except UnicodeEncodeError as error:
        raise UsageError("a value is not UTF-8", command="Set the terminal to UTF-8.") from error
    _, problems = read_library(file, catalog, content)
    if problems:
        raise ProfileError(problems)
    put(file, content, force=force)
    if file.name == paths.PROFILE:
        _merge_logs(file.parent)
    return file


def _merge_logs(home: Path) -> None:
    """Let Git keep both sides of the logs of the workspace *home*, if a file can say so there."""
    from collabkit.partnerships.logs import merge_by_union  # noqa: PLC0415 - only where one is made

    with suppress(OSError):  # the profile is what was asked for, and it is written
        merge_by_union(home)


class ProfileError(UsageError):
    """A value cannot stand in a profile."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.field = problems[0].field.removeprefix("contact.")
        """What it was to be."""
        self.reason = problems[0].message
        super().__init__(f"{self.field}: {self.reason}")
        self.__cause__ = DataError(problems)


def profile_of_fields(stated: Mapping[str, Any]) -> Library:
    """Return the profile that states *stated*, by the names of its fields.

    Raises:
        UsageError: there is no such field, or a value cannot stand in it.
    """
    unknown = next((name for name in stated if name not in Library.model_fields), None)
    if unknown is not None:
        raise UnknownIdError("field of a profile", unknown, Library.model_fields)
    lists = {name: several(stated[name], name) for name in ("assets", "needs") if name in stated}
    try:
        return Library.model_validate({**stated, **lists})
    except ValidationError as error:
        raise UsageError(first_problem(error, Library)) from error


def merged(stated: Library, known: Library) -> Library:
    """Return the profile that says what was *stated*, and where it is silent what is *known*."""
    said = {name: _either(stated, known, name) for name in Library.model_fields}
    contact = {name: _either(stated.contact, known.contact, name) for name in Contact.model_fields}
    assets = tuple(dict.fromkeys((*known.assets, *stated.assets)))
    return Library.model_construct(
        **{**said, "assets": assets, "contact": Contact.model_construct(**contact)}
    )


def _either(stated: object, known: object, name: str) -> Any:  # noqa: ANN401 - any field
    value = getattr(stated, name)
    return getattr(known, name) if value is None or value == () else value


PLAN = "plan.yaml"
"""The plan that is saved in a workspace."""
REQUESTS = "requests"
"""The folder of a workspace that holds the requests that came in."""


def check(files: Sequence[Path], own: Path | None = None) -> list[Problem]:
    """Return every problem in *files*: profiles, files of a catalog, and folders of them.

    Args:
        files: what to check.
        own: the catalogs that a profile may name entries of, where none lie beside it.

    Raises:
        UsageError: there is no such file.
    """
    return [problem for file in files for problem in _check(file, own)]


def _check(path: Path, own: Path | None) -> list[Problem]:
    if not path.exists():
        raise UsageError(f"no file or folder called {str(path)!r}")
    if _holds_requests(path):  # whose folders hold a log, too
        return _asked(path, _catalog(_workspace_file(path), own))
    kept = list(partnership_folders(path))
    if kept or path.name == PEOPLE:
        return _kept(path, kept, _catalog(_workspace_file(path), own))
    if path.name == PLAN:
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
    return path.is_dir() and ((path / REQUEST).exists() or path.name == REQUESTS)


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
