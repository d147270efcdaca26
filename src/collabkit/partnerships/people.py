"""The people of partnerships: private, and read by nothing that was not told to.

``contacts.yaml`` in the folder of a partnership says who is there and who here knows them;
``people.yaml`` beside ``library.yaml`` says whom the library's own board, staff, trustees and
volunteers know elsewhere.
"""

import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator

from collabkit.catalog.base import Part
from collabkit.catalog.fields import PartnerId, Text
from collabkit.datafiles.checking import validate
from collabkit.datafiles.documents import Document
from collabkit.datafiles.reading import read
from collabkit.datafiles.scalars import quote
from collabkit.errors import DataError, Place, Problem
from collabkit.files.writing import write_whole
from collabkit.library import Several
from collabkit.partnerships.folders import PEOPLE

CONTACTS = "contacts.yaml"
_COPY = re.compile(r"(copy of )?contacts[\W_].*\.ya?ml|contacts\.yml", re.IGNORECASE)


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else () if value is None else value


Names = Annotated[tuple[Text, ...], BeforeValidator(_listed)]
"""One name or several."""


class Contact(Part):
    """Somebody at the other side."""

    name: Text
    role: Text | None = None
    """Such as "program director"."""
    phone: Text | None = None
    email: Text | None = None
    known_by: Names = ()
    """Who here knows them."""
    note: Text | None = None
    """Anything else, such as when to call."""


class Contacts(Part):
    """The people of one partnership, the first one first to be written to."""

    contacts: Several[Contact] = ()


class Knows(Part):
    """Somebody that one of us knows."""

    organization: Text | None = None
    """The organization's name, or its id in the directory."""
    partner: PartnerId | None = None
    """A kind of organization, where no single one is meant."""
    who: Text | None = None
    """The person there."""
    how: Text | None = None
    """How they know each other, such as "plays in the same orchestra"."""


class Person(Part):
    """One of the library's own."""

    name: Text
    group: Literal["board", "staff", "trustee", "volunteer", "friend"] | None = None
    knows: Several[Knows] = ()


class People(Part):
    """Whom the library's own people know."""

    people: Several[Person] = ()


def read_contacts(folder: Path) -> tuple[Contact, ...]:
    """Return the people of the partnership in *folder*; nobody if there is no file.

    Raises:
        DataError: with every problem in it.
    """
    read_, _, problems = contacts_in(folder)
    if problems:
        raise DataError(problems)
    return read_.contacts if read_ else ()


def contacts_text(contacts: Iterable[Contact]) -> str:
    """Return ``contacts.yaml`` for *contacts*."""
    return "contacts:\n" + "".join(f"  - {_item(each)}\n" for each in contacts)


def _item(contact: Contact) -> str:
    """Return *contact* as an item of a list."""
    known = contact.known_by
    stated = {
        field: getattr(contact, field) for field in ("name", "role", "phone", "email", "note")
    }
    lines = [f"{field}: {quote(value)}" for field, value in stated.items() if value]
    lines += [f"known_by: [{', '.join(map(quote, known))}]"] if known else []
    return "\n    ".join(lines)


def write_contacts(folder: Path, contacts: Iterable[Contact]) -> None:
    """Write the people of a new partnership into its *folder*; a file that is there already stays.

    Raises:
        OSError: it cannot be written.
    """
    with suppress(FileExistsError):  # somebody wrote down whom she knows before anything else
        write_whole(folder / CONTACTS, contacts_text(contacts).encode(), replace=False)


def contacts_in(folder: Path) -> tuple[Contacts | None, Document | None, list[Problem]]:
    """Return the people in *folder*, if the file holds, its document, and what is wrong with it."""
    problem = f"a second copy of {CONTACTS}; move what is right there, and delete it"
    copies = sorted(each for each in folder.iterdir() if _COPY.fullmatch(each.name))
    problems = [Problem(Place(str(copy), 1, 1), "", problem) for copy in copies]
    path = folder / CONTACTS
    if not path.is_file():
        return None, None, problems
    document = read(path)
    found, wrong = validate(document, Contacts, example="it begins with `contacts:`")
    return found, document, [*wrong, *problems]


def people_in(home: Path) -> tuple[People | None, Document | None, list[Problem]]:
    """Return whom the library's own people know, by ``people.yaml`` in *home*, and what is wrong."""
    path = home / PEOPLE
    if not path.is_file():
        return None, None, []
    document = read(path)
    found, wrong = validate(document, People, example="it begins with `people:`")
    return found, document, wrong
