"""A request as people write it: the person who asks as ``contacts.yaml``, and a letter to fields."""

import re
from collections.abc import Mapping
from typing import Final

from collabkit.partnerships import people
from collabkit.partnerships.people import Contact

PERSON: Final = ("name", "role", "phone", "email")
"""What is kept of a person."""
FIELDS: Final[Mapping[str, str]] = {
    "name": "name",
    "who": "name",
    "organization": "name",
    "group": "name",
    "from": "name",
    "wants": "wants",
    "what": "wants",
    "request": "wants",
    "brings": "brings",
    "offers": "brings",
    "start": "start",
    "first day": "start",
    "end": "end",
    "last day": "end",
    "received": "received",
    "date": "received",
    "partner": "partner",
    "kind": "partner",
    "goal": "goals",
    "goals": "goals",
    "work": "work",
    "address": "address",
    "person": "person",
    "contact": "person",
    "role": "role",
    "title": "role",
    "phone": "phone",
    "telephone": "phone",
    "email": "email",
    "e-mail": "email",
}
"""The words before a colon that a form or a letter may use, each with what it means."""
_LINE = re.compile(r"\s*(?:[-*]\s*)?([A-Za-z][A-Za-z -]{1,15}?)\s*:(?!//)\s*(.*)")
LONGEST = 2_000
"""Letters of what somebody wants; the rest stays in the text that came."""


def contacts_text(person: Mapping[str, str | None]) -> str:
    """Return ``contacts.yaml`` for *person*; nothing if nobody is named."""
    name, role, phone, email = (person.get(field) for field in PERSON)
    if not any((name, role, phone, email)):
        return ""
    called = name or "nobody named yet"
    asks = Contact.model_construct(name=called, role=role, phone=phone, email=email)
    return people.contacts_text([asks])


def fields_of(text: str) -> dict[str, str]:
    """Return what a form or a letter says: lines such as ``Wants: a table at story time``, and the rest.

    Lines that name no field are what they want, unless a line says that.
    """
    found: dict[str, str] = {}
    rest: list[str] = []
    for line in text.splitlines():
        named = _LINE.fullmatch(line)
        field = FIELDS.get(named[1].lower().strip()) if named else None
        if named and field and named[2].strip():
            found.setdefault(field, named[2].strip())
        elif line.strip():
            rest.append(line.strip())
    if "wants" not in found and rest:
        found["wants"] = _cut(" ".join(rest))
    return found


def _cut(text: str) -> str:
    whole = " ".join(text.split())
    return whole if len(whole) <= LONGEST else whole[: LONGEST - 4].rstrip() + " ..."
