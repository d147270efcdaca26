"""One page on a partnership for whoever comes next, at the library or at the other side."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal

from collabkit.catalog import Catalog
from collabkit.partnerships.due import cold_on, open_of
from collabkit.partnerships.entries import LogEntry, Side
from collabkit.partnerships.partnership import Partnership
from collabkit.partnerships.people import Contact
from collabkit.partnerships.promises import Promise
from collabkit.partnerships.stages import MEANING
from collabkit.partnerships.state import State
from collabkit.text.markdown import escape_markdown as escape
from collabkit.text.occasions import occasion
from collabkit.text.phrases import cap, ended, listed

Reader = Literal["library", "partner"]
TALKS = 5
"""The last talks that a page tells of."""


def page(
    one: Partnership, today: date, catalog: Catalog, *, reader: Reader, people: bool = False
) -> str:
    """Return the page in Markdown.

    Args:
        one: the partnership.
        today: the day that the page bears.
        catalog: names what the facts name by id.
        reader: who comes next: at the *library*, or at the *partner*, to whom nothing is shown that
            the library noted for itself.
        people: whether people are named: they are private.

    Raises:
        DataError: the facts are wrong; with *people*, or the contacts.
    """
    at = one.state(today)
    parts = [
        f"# {escape(one.name)}",
        f"Handover, {_day(today)}",
        *_section("Who", _who(one, catalog)),
        *_section("Why", _why(one, catalog)),
        *_section("Where it stands", _stands(one, at, reader)),
        *_section("What was agreed", _agreed(one, at)),
        *_section("What is open", _open(at, reader, people=people)),
        *_section("Promises so far", _record(at)),
    ]
    if reader == "library":
        parts += _section("What to mind", [_dated(entry) for entry in at.mind])
        parts += _section("The last talks", [_talk(entry) for entry in at.talks[-TALKS:]])
    parts += _section("Papers", [_dated(entry) for entry in at.papers])
    if people:
        parts += _section("People", [_person(each) for each in one.contacts()])
    return "\n\n".join(parts) + "\n"


def overview(partnerships: Iterable[tuple[Partnership, State]]) -> str:
    """Return a table of several partnerships, for the first page of a stack."""
    rows = [
        f"| {escape(one.name)} | {at.stage} | {at.last or 'never'} | {len(at.open)} |"
        for one, at in partnerships
    ]
    head = ["| partner | stage | last word | open promises |", "| --- | --- | --- | --- |"]
    return "\n".join(["# All partnerships", "", *head, *rows]) + "\n"


def _section(title: str, lines: Iterable[str]) -> list[str]:
    items = [f"- {line}" for line in lines]
    return [f"## {title}", "\n".join(items)] if items else []


def _who(one: Partnership, catalog: Catalog) -> Iterator[str]:
    facts = one.facts
    kind = catalog.partners.get(facts.partner or "")
    if kind:
        yield f"{escape(cap(kind.label))}"
    yield from (escape(each) for each in (facts.address, facts.phone, facts.site) if each)


def _why(one: Partnership, catalog: Catalog) -> Iterator[str]:
    facts = one.facts
    if facts.why:
        yield escape(ended(facts.why))
    goals = [catalog.goals[each].label for each in facts.goals if each in catalog.goals]
    if goals:
        yield f"Shared goals: {escape(listed(goals))}"
    work = catalog.activities.get(facts.work or "")
    if work:
        yield f"Joint work: {escape(work.label)}"
    held = occasion(facts.when or "", facts.where or "")
    if held:
        yield f"Held: {escape(held)}"


def _stands(one: Partnership, at: State, reader: Reader) -> Iterator[str]:
    meaning = MEANING[at.stage]
    since = f" since {_day(at.since)}" if at.since else ""
    yield f"Stage: **{at.stage}**{since}: {meaning.what}"
    began = one.facts.since or (at.first and at.first.year)
    if began:
        yield f"Began in {began}"
    if one.facts.level:
        aimed = f", meant to become {one.facts.aimed_at}" if one.facts.aimed_at else ""
        yield f"Level: {one.facts.level}{aimed}"
    if at.last:
        yield f"Last word: {_day(at.last)}"
    if reader == "library":
        cold = cold_on(one, at)
        if cold and cold <= at.on:
            yield f"**Gone cold**: usually a word every {at.gap} days"
        if at.went:
            yield f"It went {at.went} so far"
        yield f"Ask now: {meaning.asks} {meaning.leads}"


def _agreed(one: Partnership, at: State) -> Iterator[str]:
    yield from (escape(each) for each in at.agreed)
    ends = one.ends(at)
    file = one.facts.agreement.file
    if ends or file:
        until = f" until {_day(ends)}" if ends else ""
        where = f", in {escape(file)}" if file else ""
        yield f"Agreement{until}{where}"


def _open(at: State, reader: Reader, *, people: bool) -> Iterator[str]:
    for promise in open_of(at.promises):
        late = promise.late(at.on)
        when = f", by {_day(promise.due)}" if promise.due else ""
        overdue = f" (**{late} day{'s' if late != 1 else ''} late**)" if late else ""
        who = f" ({escape(promise.who)})" if people and promise.who else ""
        yield f"{_side(promise.side, reader)}{who}: {escape(promise.what)}{when}{overdue}"


def _record(at: State) -> Iterator[str]:
    for side, name in (("we", "The library"), ("they", "The other side")):
        judged = [each for each in at.promises if each.side == side and not _pending(each, at)]
        if judged:
            yield f"{name} kept {_share_kept(judged, at)}"


def _pending(promise: Promise, at: State) -> bool:
    """Return whether it is too early to say whether *promise* is kept."""
    return promise.dropped is not None or (promise.open and not promise.late(at.on))


def _share_kept(judged: Sequence[Promise], at: State) -> str:
    kept = [each for each in judged if each.kept]
    late = sum(each.late(at.on) > 0 for each in kept)
    share = f"{len(kept)} of {len(judged)}"
    return f"{share}, {late} of them late" if late else share


def _side(side: Side, reader: Reader) -> str:
    if reader == "partner":
        return "The library" if side == "we" else "You"
    return "We" if side == "we" else "They"


def _dated(entry: LogEntry) -> str:
    return f"{entry.text and escape(entry.text)} ({_day(entry.day)})"


def _talk(entry: LogEntry) -> str:
    word = f"{entry.word}: " if entry.word else ""
    until = f" {entry.lead} {_day(entry.until)}" if entry.until else ""
    return f"{_day(entry.day)}: {word}{escape(entry.text)}{until}"


def _person(contact: Contact) -> str:
    reach = [each for each in (contact.role, contact.phone, contact.email, contact.note) if each]
    known = [f"known by {listed(contact.known_by)}"] if contact.known_by else []
    return escape(", ".join([contact.name, *reach, *known]))


def _day(day: date | None) -> str:
    return f"{day:%B} {day.day}, {day.year}" if day else ""
