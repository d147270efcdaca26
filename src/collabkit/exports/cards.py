"""Organizations and people as vCards (RFC 6350), version 4.0."""

import re
from collections.abc import Iterable, Iterator

from collabkit.partnerships.partnership import Partnership
from collabkit.partnerships.people import Contact

_LONGEST = 75
"""Bytes of a line, by RFC 6350, section 3.2."""


def cards(partnerships: Iterable[Partnership], *, people: bool) -> bytes:
    """Return a card for each organization, and with *people* one for each of its contacts.

    Raises:
        DataError: facts, or with *people* contacts, are wrong.
    """
    lines = [line for one in partnerships for line in _cards(one, people=people)]
    return "".join(_folded(line) + "\r\n" for line in lines).encode()


def _cards(one: Partnership, *, people: bool) -> Iterator[str]:
    facts = one.facts
    yield from _card(
        f"urn:collabkit:{one.id}",
        [
            ("KIND", "org"),
            ("FN", facts.name),
            ("ORG", facts.name),
            ("ADR", None if facts.address is None else f";;{_text(facts.address)};;;;"),
            ("TEL;VALUE=text", facts.phone),
            ("URL", facts.site),
        ],
    )
    for contact in one.contacts() if people else ():
        yield from _person(one, contact)


def _person(one: Partnership, contact: Contact) -> Iterator[str]:
    return _card(
        f"urn:collabkit:{one.id}:{contact.name}",
        [
            ("KIND", "individual"),
            ("FN", contact.name),
            ("ORG", one.facts.name),
            ("TITLE", contact.role),
            ("TEL;VALUE=text", contact.phone),
            ("EMAIL", contact.email),
            ("NOTE", contact.note),
        ],
    )


def _card(uid: str, fields: Iterable[tuple[str, str | None]]) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield f"UID;VALUE=text:{_text(uid)}"
    for name, value in fields:
        if value is not None:
            yield f"{name}:{value if name == 'ADR' else _text(value)}"
    yield "END:VCARD"


def _text(value: str) -> str:
    """Return *value* as the RFC escapes it, on one line, without controls."""
    plain = re.sub(r"[\x00-\x1f\x7f]", " ", value)
    return re.sub(r"([\\,;])", r"\\\1", plain)


def _folded(line: str) -> str:
    """Return *line* folded so that no part of it is longer than 75 bytes, and no letter is cut."""
    parts = [""]
    used = 0
    for letter in line:
        size = len(letter.encode(errors="replace"))
        if used + size > _LONGEST:
            parts.append(" ")
            used = 1
        parts[-1] += letter
        used += size
    return "\r\n".join(parts)
