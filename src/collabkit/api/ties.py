"""Whom a library knows where already: partnerships that it keeps, and people who know somebody there."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from collabkit.api.history import told
from collabkit.directory.names import comparable_name
from collabkit.errors import DataError, Problem
from collabkit.matching import Match
from collabkit.matching.records import Lead
from collabkit.partnerships.partnership import Partnership
from collabkit.partnerships.people import Knows, people_in
from collabkit.partnerships.state import State

if TYPE_CHECKING:
    from collabkit.finding import Found
    from collabkit.finding.contacts import Contact

M = TypeVar("M", "Match", "Found")


class Ties:
    """Who is known where."""

    def __init__(self, kept: Iterable[Partnership], home: Path | None, today: date) -> None:
        """Read the partnerships *kept* and ``people.yaml`` of the workspace *home*.

        Raises:
            DataError: ``people.yaml`` is wrong, or the ``contacts.yaml`` of a partnership.
        """
        every = list(kept)
        self.problems: list[Problem] = [each for one in every for each in one.problems]
        """What is wrong with facts of partnerships, which are left out."""
        self._kept = [(one, one.state(today)) for one in every if one.stated]
        people, _, problems = people_in(home) if home else (None, None, [])
        if problems:
            raise DataError(problems)
        self._people = people.people if people else ()
        self._kinds = {
            comparable_name(one.name): one.facts.partner
            for one, _ in self._kept
            if one.facts.partner
        }

    def beside(self, found: Iterable[M]) -> list[M]:
        """Return the matches or organizations *found*, each with who knows somebody there."""
        return [each._replace(known_by=tuple(self.leads(*_asked(each)))) for each in found]

    def leads(self, id_: str, name: str, partner: str) -> Iterator[Lead]:
        """Yield who knows somebody at an organization, or at one of a kind where *name* is blank.

        Args:
            id_: of the organization in the directory.
            name: the organization's.
            partner: what kind it is.
        """
        for person in self._people:
            for knows in person.knows:
                if self._meant(knows, id_, name, partner):
                    at = knows.organization or name or (knows.partner or "").replace("-", " ")
                    yield Lead(person.name, person.group, at, knows.who, knows.how)
        groups = {person.name: person.group for person in self._people}
        for one, _ in self._of(id_, name, partner):
            for contact in one.contacts():
                for who in contact.known_by:
                    yield Lead(who, groups.get(who), one.name, contact.name, contact.role)

    def contacts(self, id_: str, name: str, partner: str) -> "Iterator[Contact]":
        """Yield whom the partnerships with one organization name there, the first to be written to first."""
        from collabkit.finding.contacts import Contact  # noqa: PLC0415 - only where somebody is found

        for one, _ in self._of(id_, name, partner):
            for each in one.contacts():
                yield Contact(each.name, each.role, each.phone, each.email)

    def said(self, id_: str, name: str, partner: str) -> Iterator[str]:
        """Yield in sentences what is known of an organization, or of a kind; see `leads`."""
        for one, at in self._of(id_, name, partner):
            yield f"{one.name}: {told(one, at)}."
        for lead in self.leads(id_, name, partner):
            yield f"{shown(lead)}. Ask for a word."

    def _of(self, id_: str, name: str, partner: str) -> Iterator[tuple[Partnership, State]]:
        for one, at in self._kept:
            if (not name and one.facts.partner == partner) or (
                name and _same(one.facts.organization, one.name, id_, name)
            ):
                yield one, at

    def _meant(self, knows: Knows, id_: str, name: str, partner: str) -> bool:
        known = knows.organization
        if name and known:
            return known == id_ or comparable_name(known) == comparable_name(name)
        kind = knows.partner or self._kinds.get(comparable_name(known or ""))
        return kind == partner


def _same(organization: str | None, called: str, id_: str, name: str) -> bool:
    """Return whether a partnership is the organization: by id if the facts state one, or else by name."""
    if organization:
        return organization == id_
    return comparable_name(called) == comparable_name(name)


def _asked(found: "Match | Found") -> tuple[str, str, str]:
    return (
        ("", "", found.partner)
        if isinstance(found, Match)
        else (found.id, found.name, found.partner)
    )


def shown(lead: Lead) -> str:
    """Return *lead* in a sentence without its full stop."""
    group = f" ({lead.group})" if lead.group else ""
    how = f": {lead.how}" if lead.how else ""
    return f"{lead.name}{group} knows {lead.who or 'somebody'} at {lead.at}{how}"


def leads(ties: Ties, found: Sequence[tuple[str, str, str]]) -> list[str]:
    """Return what is known of each of *found*, as id, name and partner, each sentence once."""
    return list(dict.fromkeys(said for each in found for said in ties.said(*each)))
