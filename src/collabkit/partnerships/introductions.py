"""Who can introduce a library somewhere: partnerships that it keeps, and people who know somebody there."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from collabkit.directory.identity import Identity, bare_name
from collabkit.directory.names import comparable_name
from collabkit.errors import DataError, Problem
from collabkit.matching.records import Lead
from collabkit.partnerships.facts import Avoided
from collabkit.partnerships.history import summary
from collabkit.partnerships.partnership import Partnership
from collabkit.partnerships.people import Contact, Knows, people_in
from collabkit.partnerships.state import State


class Counterpart(NamedTuple):
    """An organization, or any one of its kind where it has no name."""

    id: str
    """Its id in the directory."""
    name: str
    partner: str
    """What kind it is."""
    ids: tuple[str, ...] = ()
    """Its ids in all registers that have it."""


class Introductions:
    """Who is known where."""

    def __init__(self, partnerships: Iterable[Partnership], home: Path | None, today: date) -> None:
        """Read *partnerships*, and ``people.yaml`` of the workspace *home*.

        Raises:
            DataError: ``people.yaml`` is wrong.
        """
        every = list(partnerships)
        self.problems: list[Problem] = [each for one in every for each in one.problems]
        """What is wrong with facts of partnerships, which are left out."""
        self._partnerships = [(one, one.state(today)) for one in every if one.valid]
        people, _, problems = people_in(home) if home else (None, None, [])
        if problems:
            raise DataError(problems)
        self._people = people.people if people else ()
        self._kinds = {
            comparable_name(one.name): one.facts.partner
            for one, _ in self._partnerships
            if one.facts.partner
        }

    def to(self, other: Counterpart) -> Iterator[Lead]:
        """Yield who of the library's people knows somebody at *other*.

        Raises:
            DataError: the ``contacts.yaml`` of a partnership with it is wrong.
        """
        for person in self._people:
            for knows in person.knows:
                if self._is_about(knows, other):
                    at = knows.organization or other.name or (knows.partner or "").replace("-", " ")
                    yield Lead(person.name, person.group, at, knows.who, knows.how)
        groups = {person.name: person.group for person in self._people}
        for one, _ in self._with(other):
            for contact in one.contacts():
                for who in contact.known_by:
                    yield Lead(who, groups.get(who), one.name, contact.name, contact.role)

    def contacts(self, other: Counterpart) -> Iterator[Contact]:
        """Yield whom the partnerships with *other* name there, the first to be written to first.

        Raises:
            DataError: the ``contacts.yaml`` of one is wrong.
        """
        for one, _ in self._with(other):
            yield from one.contacts()

    def sentences(self, others: Iterable[Counterpart]) -> list[str]:
        """Return what is known of *others*, each sentence once; what is wrong with facts comes last."""
        found = dict.fromkeys(line for other in others for line in self._sentences(other))
        return [*found, *(f"Left out: {problem}" for problem in self.problems)]

    def _sentences(self, other: Counterpart) -> Iterator[str]:
        for one, at in self._with(other):
            yield f"{one.name}: {summary(one, at)}."
        for one, _ in self._partnerships:
            for each in one.facts.avoided:
                if _is_avoided(each, other):
                    yield f"Passed over before: {each.name}{f': {each.why}' if each.why else ''}."
        for lead in self.to(other):
            yield f"{_sentence(lead)}. Ask for a word."

    def _with(self, other: Counterpart) -> Iterator[tuple[Partnership, State]]:
        for one, at in self._partnerships:
            same = _is_same(one, other) if other.name else one.facts.partner == other.partner
            if same:
                yield one, at

    def _is_about(self, knows: Knows, other: Counterpart) -> bool:
        known = knows.organization
        if other.name and known:
            return known in (other.id, *other.ids) or bare_name(known) == bare_name(other.name)
        kind = knows.partner or self._kinds.get(comparable_name(known or ""))
        return kind == other.partner


def _is_same(one: Partnership, other: Counterpart) -> bool:
    """Return whether the other side of *one* is *other*, whatever a register calls it by."""
    identity = Identity(one.name, one.facts.organization or "")
    return identity.means(other.ids or (other.id,), None, other.name, "")


def _sentence(lead: Lead) -> str:
    """Return *lead* in a sentence without its full stop."""
    group = f" ({lead.group})" if lead.group else ""
    how = f": {lead.how}" if lead.how else ""
    return f"{lead.name}{group} knows {lead.who or 'somebody'} at {lead.at}{how}"


def _is_avoided(avoided: Avoided, other: Counterpart) -> bool:
    """Return whether *avoided* is *other*, or where a kind is asked for, one of that kind."""
    if not other.name:
        return avoided.partner == other.partner
    same = comparable_name(avoided.name) == comparable_name(other.name)
    return same or bool(other.id and avoided.organization == other.id)
