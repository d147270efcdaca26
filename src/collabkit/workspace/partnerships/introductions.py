"""Whom the library and its people know where somebody is looked for. People are private."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

from collabkit import clock

if TYPE_CHECKING:
    from collabkit.finding import Found
    from collabkit.finding.contacts import Contact
    from collabkit.matching import Match
    from collabkit.partnerships.introductions import Counterpart, Introductions
    from collabkit.workspace.partnerships import Partnerships

M = TypeVar("M", "Match", "Found")


def with_contacts(self: "Partnerships", found: "Iterable[M]") -> "list[M]":
    """Return the matches or organizations *found*, each with who of our people knows somebody there.

    People are private: ``known_by`` of a record is empty unless this was asked for.

    Raises:
        DataError: ``people.yaml`` is wrong, or the contacts of a partnership are.
    """
    known = self.introducers
    if known is None:
        return list(found)
    return [each._replace(known_by=tuple(known.to(_body(each)))) for each in found]


def contacts(self: "Partnerships", found: "Found") -> "list[Contact]":
    """Return whom the library keeps at the organization *found*: private.

    Raises:
        DataError: the contacts of a partnership are wrong.
    """
    known = self.introducers
    if known is None:
        return []
    from collabkit.finding.contacts import Contact  # noqa: PLC0415 - only where somebody is found

    return [
        Contact(each.name, each.role, each.phone, each.email)
        for each in known.contacts(_body(found))
    ]


def introductions(self: "Partnerships", bodies: Sequence[tuple[str, str, str]]) -> list[str]:
    """Return who knows whom, and what is kept, of organizations given by id, name and kind of partner.

    A kind is meant where the name is blank. What is wrong with facts that are left out comes last.
    """
    known = self.introducers
    if known is None:
        return []
    from collabkit.partnerships.introductions import Counterpart  # noqa: PLC0415

    return known.sentences(Counterpart(*each) for each in bodies)


def introducers(self: "Partnerships") -> "Introductions | None":
    """Return who is known where, or nothing where nobody can be.

    Raises:
        DataError: ``people.yaml`` is wrong.
    """
    people = self.home is not None and (self.home / "people.yaml").exists()
    if not people and not self.exists:
        return None
    from collabkit.partnerships.introductions import Introductions  # noqa: PLC0415 - YAML

    return Introductions(self if self.exists else (), self.home, clock.today())


def _body(found: "Match | Found") -> "Counterpart":
    from collabkit.matching import Match  # noqa: PLC0415
    from collabkit.partnerships.introductions import Counterpart  # noqa: PLC0415

    if isinstance(found, Match):
        return Counterpart("", "", found.partner)
    return Counterpart(found.id, found.name, found.partner, found.ids)
