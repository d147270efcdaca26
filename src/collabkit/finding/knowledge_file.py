"""``knowledge.yaml``: what a library knows of organizations. Written an entry a body, and hers to correct."""

from pathlib import Path
from typing import Annotated, Final

from pydantic import BeforeValidator, Field

from collabkit.catalog.base import Part
from collabkit.catalog.fields import Text
from collabkit.datafiles.checking import validate
from collabkit.datafiles.editing import edit
from collabkit.datafiles.reading import read
from collabkit.directory.identity import Identity
from collabkit.errors import DataError, Problem, UsageError
from collabkit.files.writing import write_whole
from collabkit.finding.knowledge import Noted
from collabkit.library import Several

FILE: Final = "knowledge.yaml"
"""Beside ``library.yaml``."""
_HEAD = """\
# What you know of organizations yourself. It wins over every register: `collab find` names who does what was asked
# for, and leaves out who does not. An entry is of the body with its id or number, or else of that name and town.

knows:
"""


def phrases(text: str) -> tuple[str, ...]:
    """Return the phrases of "tax help, coats"."""
    return tuple(each.strip() for each in text.split(",") if each.strip())


def _listed(value: object) -> object:
    return phrases(value) if isinstance(value, str) else value


Phrases = Annotated[Several[Text], BeforeValidator(_listed)]


class KnownBody(Part):
    """What is known of one organization."""

    name: Text
    """What it is called."""
    town: Text | None = None
    """City and state, such as "Missoula, MT": it tells two of one name apart."""
    organization: Text | None = None
    """Its id in the directory."""
    number: Text | None = None
    """Its number with the government, such as "ein:810300000"."""
    does: Phrases = ()
    """What it does, such as "tax help, coats"."""
    does_not: Phrases = Field(default=(), alias="not")
    """What it does not do, whatever its name or a register says."""


class KnownBodies(Part):
    """What is known of organizations."""

    knows: Several[KnownBody] = ()


def read_notes(home: Path) -> list[Noted]:
    """Return what stands in the file of the folder *home*; nothing if there is none.

    Raises:
        DataError: with every problem in it.
    """
    found, problems = notes_in(home)
    if problems:
        raise DataError(problems)
    return [
        Noted(
            Identity(each.name, each.organization or "", each.number or "", each.town or ""),
            tuple(each.does),
            tuple(each.does_not),
        )
        for each in found.knows
    ]


def notes_in(home: Path) -> tuple[KnownBodies, list[Problem]]:
    """Return what stands in the file of the folder *home*, and what is wrong with it."""
    path = home / FILE
    if not path.is_file():
        return KnownBodies(), []
    found, problems = validate(read(path), KnownBodies, example="it begins with `knows:`")
    return found or KnownBodies(), problems


def note(home: Path, noted: Noted) -> None:
    """Write *noted* into the file of the folder *home*; of a body that stands there what is new is added.

    Raises:
        UsageError: it says nothing.
        DataError: the file is wrong.
        StaleFileError: somebody else changed the file meanwhile; nothing is lost.
    """
    if not noted.does and not noted.does_not:
        raise UsageError(
            "nothing says what it does", 'Say does="tax help, coats", not="literacy" or both.'
        )
    before = read_notes(home)
    path = home / FILE
    if not path.exists():
        write_whole(path, _HEAD.encode(), replace=False)
    place = next((at for at, each in enumerate(before) if _is_same(each, noted)), None)
    with edit(path) as file:
        if place is None:
            file.append(("knows",), _fields(noted))
            place = len(before)
        known = before[place] if place < len(before) else Noted(noted.identity)
        for field, old, new in (
            ("does", known.does, noted.does),
            ("not", known.does_not, noted.does_not),
        ):
            added = tuple(dict.fromkeys((*old, *new)))
            if added != old:
                file.set(("knows", place, field), ", ".join(added))


def _is_same(one: Noted, other: Noted) -> bool:
    first, second = one.identity, other.identity
    return first.means((second.id,) if second.id else (), second.number, second.name, second.town)


def _fields(noted: Noted) -> dict[str, str]:
    identity = noted.identity
    stated = {
        "name": identity.name,
        "town": identity.town,
        "organization": identity.id,
        "number": identity.number,
    }
    return {field: value for field, value in stated.items() if value}
