"""A library's own files: ``library.yaml`` written, and all of them checked."""

from collections.abc import Sequence
from pathlib import Path

from collabkit import paths
from collabkit.api.survey_profile import profile_of
from collabkit.catalog import KINDS, Catalog, load
from collabkit.catalog.layers import read_layers
from collabkit.errors import CollabkitError, DataError, Problem, UsageError
from collabkit.files import write_whole
from collabkit.library import Library
from collabkit.profiles import profile_text, read_library

__all__ = ["check", "from_survey", "write_profile"]


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
    text = profile_text(catalog, library)
    try:
        content = text.encode()
    except UnicodeEncodeError as error:
        raise UsageError("a value is not UTF-8", command="Set the terminal to UTF-8.") from error
    _, problems = read_library(file, catalog, content)
    if problems:
        raise ProfileError(problems)
    try:
        write_whole(file, content)
    except OSError as error:
        raise CollabkitError(f"cannot write {file}: {error.strerror}") from error
    return file


class ProfileError(UsageError):
    """A value cannot stand in a profile."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.field = problems[0].field.removeprefix("contact.")
        """What it was to be."""
        self.reason = problems[0].message
        super().__init__(f"{self.field}: {self.reason}")
        self.__cause__ = DataError(problems)


def refuse_taken(file: Path, *, force: bool) -> None:
    """Raise if *file* exists and may not be written over."""
    if not force and (file.exists() or file.is_symlink()):
        raise CollabkitError(
            f"{file} exists already; nothing was written",
            "force=True writes over it.",
            command="--force writes over it.",
        )


def from_survey(folder: Path, asked: str, catalog: Catalog) -> Library:
    """Return the profile of a library of the Public Libraries Survey, by a part of its name or its key.

    Raises:
        DirectoryMissingError: nothing is loaded in *folder*.
        UsageError: no library of the survey is called so, or several are.
    """
    return profile_of(folder, asked, catalog)


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
    if path.is_dir():
        folders = [paths.data_dir()]
        if path.resolve() != folders[0].resolve():
            folders.append(path)
        return read_layers(folders).problems
    if not path.exists():
        raise UsageError(f"no file or folder called {str(path)!r}")
    if path.suffix in {".yaml", ".yml"} and path.stem in KINDS:
        # One catalog file, read with the others of its folder.
        return [each for each in _check(path.parent, own) if each.place.path == str(path)]
    return read_library(path, _catalog(path, own))[1]


def _catalog(profile: Path, own: Path | None) -> Catalog:
    """Return the catalogs that a profile may name entries of; its own, if they are right."""
    beside = profile.parent / "catalog"
    try:
        return load(beside if beside.is_dir() else own)
    except DataError:
        return load()
