"""What a library has with others already: partnerships that it keeps, and people who know somebody there."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from collabkit.directory.names import comparable_name
from collabkit.errors import DataError
from collabkit.library import Known, Library
from collabkit.partnerships.partnership import Partnership
from collabkit.partnerships.people import Knows, Person, people_in
from collabkit.partnerships.promises import Promise
from collabkit.partnerships.state import State
from collabkit.text.phrases import listed

WORKED = frozenset(["pilot", "active", "renew", "resting", "ended"])
"""Stages in which the two have worked together."""


def with_history(library: Library, kept: Iterable[Partnership], today: date) -> Library:
    """Return *library* with what it has done with the partners *kept*; a record wins over the profile."""
    known = [each for one in kept if one.stated for each in _known(one, today)]
    names = {comparable_name(each.name or "") for each in known}
    old = [each for each in library.partners if comparable_name(each.name or "") not in names]
    return library.model_copy(update={"partners": (*known, *old)}) if known else library


def _known(one: Partnership, today: date) -> Iterator[Known]:
    at = one.state(today)
    if one.facts.partner is None or (at.stage not in WORKED and at.went is None):
        return
    began = one.facts.since or (at.first.year if at.first else None)
    yield Known.model_construct(partner=one.facts.partner, name=one.name, since=began, went=at.went)


class Ties:
    """Who is known where."""

    def __init__(self, kept: Iterable[Partnership], home: Path | None, today: date) -> None:
        """Read the partnerships *kept* and ``people.yaml`` of the workspace *home*.

        Raises:
            DataError: ``people.yaml`` is wrong.
        """
        self._kept = [(one, one.state(today)) for one in kept if one.stated]
        people, _, problems = people_in(home) if home else (None, None, [])
        if problems:
            raise DataError(problems)
        self._people = people.people if people else ()

    def said(self, id_: str, name: str, partner: str) -> Iterator[str]:
        """Yield what is known of an organization, or of a kind of partner where *name* is blank.

        Args:
            id_: of the organization in the directory.
            name: the organization's.
            partner: what kind it is.
        """
        for one, at in self._kept:
            same = _same(one.facts.organization, one.name, id_, name)
            if same or (not name and one.facts.partner == partner):
                yield f"{one.name}: {_told(one, at)}"
        for person in self._people:
            for knows in person.knows:
                if _leads(knows, id_, name, partner):
                    yield _lead(person, knows, name)


def _same(organization: str | None, called: str | None, id_: str, name: str) -> bool:
    if organization and organization == id_:
        return True
    return bool(name and called) and comparable_name(called or "") == comparable_name(name)


def _leads(knows: Knows, id_: str, name: str, partner: str) -> bool:
    known = knows.organization
    return _same(known, known, id_, name) or (knows.partner == partner and known is None)


def _told(one: Partnership, at: State) -> str:
    since = f" since {at.since.year}" if at.since else ""
    parts = [f"{at.stage}{since}", *([f"it went {at.went}"] if at.went else [])]
    for side, who in (("we", "we"), ("they", "they")):
        due = [each for each in at.promises if each.side == side and _settled(each, at)]
        if due:
            parts.append(
                f"{who} kept {sum(each.kept is not None for each in due)} of {len(due)} promises"
            )
    began = one.facts.since or (at.first.year if at.first else None)
    if began and began < at.on.year:
        parts.append(f"{at.on.year - began} years by now")
    return f"kept in {one.folder}, {listed(parts)}"


def _settled(promise: Promise, at: State) -> bool:
    return promise.kept is not None or (promise.open and promise.late(at.on) > 0)


def _lead(person: Person, knows: Knows, name: str) -> str:
    group = f" ({person.group})" if person.group else ""
    who = f"{knows.who} at " if knows.who else "somebody at "
    how = f": {knows.how}" if knows.how else ""
    return f"{person.name}{group} knows {who}{knows.organization or name or knows.partner}{how}. Ask for a word."


def leads(ties: Ties, found: Sequence[tuple[str, str, str]]) -> list[str]:
    """Return what is known of each of *found*, as id, name and partner, each sentence once."""
    return list(dict.fromkeys(said for each in found for said in ties.said(*each)))
