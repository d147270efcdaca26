"""A new ``library.yaml``."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from collabkit import paths
from collabkit.errors import DataError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from collabkit.files.text_files import TextFile
    from collabkit.library import Library
    from collabkit.profiles.own_assets import OwnAsset
    from collabkit.workspace.workspace import Workspace


def init(
    cls: "type[Workspace]",
    /,
    folder: str | Path = ".",
    *,
    force: bool = False,
    **stated: Any,  # noqa: ANN401 - any field
) -> "Workspace":
    """Write a commented ``library.yaml`` into *folder*, as ``collab init`` does; return its workspace.

    Args:
        folder: where; it must exist.
        force: write over a file that exists.
        stated: what the profile states, by its fields: ``name="Our Library"``, ``zip="59801"``,
            ``assets=["study-rooms"]``, ``contact={"role": "librarian"}``.

    Raises:
        UsageError: a value cannot stand in a profile.
        CollabkitError: there is a ``library.yaml`` already.
    """
    from collabkit.profiles.stating import profile_of_fields  # noqa: PLC0415

    library = profile_of_fields(stated)
    cls.open(folder).write_profile(library, Path(folder) / paths.PROFILE, force=force)
    return cls.open(folder)


def write_profile(
    self: "Workspace",
    library: "Library",
    file: Path,
    *,
    own_assets: "Sequence[OwnAsset]" = (),
    force: bool = False,
) -> None:
    """Write a commented ``library.yaml`` that states what *library* does into *file*.

    Where *file* has that name, Git is told to keep both sides of the logs beside it.

    Args:
        library: what is known. It need not be validated: what the file says is read back first.
        file: where to write.
        own_assets: what it has that the catalog lacks; added to its own catalog, ``catalog/`` beside
            *file* unless the workspace has one.
        force: write over a file that exists.

    Raises:
        ProfileError: a value cannot stand in a profile.
        CollabkitError: the file exists or cannot be written.
    """
    from collabkit.catalog import load  # noqa: PLC0415 - as below
    from collabkit.partnerships.logs import merge_by_union  # noqa: PLC0415
    from collabkit.profiles import own_assets as own  # noqa: PLC0415
    from collabkit.profiles import stating  # noqa: PLC0415

    if own_assets:  # first, for the profile names them
        self.own_catalog = self.own_catalog or file.parent / "catalog"
        own.add_own_assets(self.own_catalog, own_assets)
        self.catalog = load(self.own_catalog)
    stating.write_profile(self.catalog, library, file, force=force)
    if file.name == paths.PROFILE:
        with suppress(OSError):  # the profile is what was asked for, and it is written
            merge_by_union(file.parent)


def profile_text(self: "Workspace") -> "TextFile":
    """Return the profile as its file has it, with what tells whether it changed since.

    Raises:
        UsageError: there is none, or it cannot be read.
    """
    from collabkit.files.text_files import read_text  # noqa: PLC0415 - only who changes it there asks

    return read_text(_profile_of(self))


def save_profile(self: "Workspace", text: str, *, digest: str) -> "TextFile":
    """Write *text* over the profile, if a library can be read out of it.

    Args:
        text: all that ``library.yaml`` is to say.
        digest: of what was read before.

    Raises:
        DataError: with everything that is wrong with *text*; nothing was written.
        StaleFileError: somebody changed the file since it was read; it is as they left it.
    """
    from collabkit.files.text_files import save_text  # noqa: PLC0415
    from collabkit.profiles import read_library  # noqa: PLC0415

    file = _profile_of(self)
    try:
        content = text.encode()
    except UnicodeEncodeError as error:
        raise UsageError("the text holds half a character; nothing was written") from error
    _, problems = read_library(file, self.catalog, content)
    if problems:
        raise DataError(problems)
    saved = save_text(file, text, digest)
    self.forget_profile()
    return saved


def _profile_of(self: "Workspace") -> Path:
    return self.profile or paths.in_workspace(self.home, paths.PROFILE)


def survey_profile(self: "Workspace", name: str) -> "Library":
    """Return what the Public Libraries Survey has of the library called *name*, as a profile.

    Args:
        name: a part of its name, with town or state if need be, or its key.

    Raises:
        DirectoryMissingError: no survey is loaded.
        UsageError: no library of the survey is called so, or several are.
    """
    from collabkit.directory.survey_profile import from_survey  # noqa: PLC0415

    return from_survey(self.directory, name, self.catalog)
