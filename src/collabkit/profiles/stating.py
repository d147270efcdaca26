"""What a library states, as a profile, and written into a new ``library.yaml``."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from collabkit.arguments import several
from collabkit.catalog import Catalog
from collabkit.datafiles.checking import first_problem
from collabkit.errors import DataError, Problem, UnknownIdError, UsageError
from collabkit.files.saving import put, refuse_taken
from collabkit.library import Contact, Library
from collabkit.profiles.profile_file import profile_text, read_library


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
    return file


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
