"""What the records of partnerships prove, as facts with a day and a partner.

A fact says that something was, and never in the words of a log or of a note, which may name anybody:
a report goes to people outside.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from collabkit.catalog import Catalog
from collabkit.catalog.standards import Fact as Kind
from collabkit.partnerships.counts.counted import came_of_it, given
from collabkit.partnerships.counts.records import Counted
from collabkit.partnerships.counts.rows import HOURS
from collabkit.partnerships.entries import day_of
from collabkit.partnerships.partnership import Partnership
from collabkit.partnerships.state import State, went_of
from collabkit.reports.library_row import RUNS
from collabkit.text.cells import cell_text


class Proof(NamedTuple):
    """One fact of the records."""

    kind: Kind
    """What kind of fact."""
    partnership: str
    """The folder of the partnership that it stands in."""
    name: str
    """The organization's name."""
    partner: str | None
    """What kind of organization it is."""
    goals: tuple[str, ...]
    """The goals that the two share."""
    work: str | None
    """The joint work."""
    what: str
    """What it says."""
    on: date | None
    """The day of it; for what goes on, the day on which that was last seen."""


def facts_of(one: Partnership, catalog: Catalog, today: date) -> Iterator[Proof]:
    """Yield every fact in the record of *one*, as it stands *today*.

    Raises:
        DataError: its facts are wrong.
    """
    at = one.state(today)
    work = catalog.activities.get(one.facts.work or "")
    called = work.label if work else "joint work"

    def fact(kind: Kind, what: str, on: date | None) -> Proof:
        facts = one.facts
        return Proof(kind, one.id, one.name, facts.partner, facts.goals, facts.work, what, on)

    if at.stage not in _NO_PARTNER:
        yield fact(
            "partnership", f"kept as a partner, at the stage {at.stage}", at.last or at.first
        )
    if at.stage in RUNS:
        since = f" since {at.since}" if at.since else ""
        yield fact("running", f"{called}, {at.stage}{since}", today)
        if one.facts.goals:
            yield fact("goal", f"{called}, {at.stage}{since}", today)
        if work:
            yield fact("joint-work", f"{called}, {at.stage}{since}", today)
    if at.last:
        days = len({at.last, *(talk.day for talk in at.talks)})
        text = (
            f"in touch on {at.last}" if days == 1 else f"in touch on {days} days, last on {at.last}"
        )
        yield fact("talk", text, at.last)
    yield from (fact(*each) for each in _from_log(one, at))
    yield from (fact(*each) for each in _from_counts(one, catalog, today))
    yield from (fact(*each) for each in _from_health(one, today))


_NO_PARTNER = frozenset(["idea", "ended"])
"""Stages of an organization that nobody has asked yet, or that has left."""
Row = tuple[Kind, str, date | None]


def _from_log(one: Partnership, at: State) -> Iterator[Row]:
    ends = one.ends(at)
    if ends:
        # One that holds still is as good as signed today.
        yield "agreement", f"agreement until {ends}", min(ends, at.on)
    for entry in one.log.entries:
        if entry.day > at.on:
            continue
        if entry.word == "agreed":
            yield "agreed", f"something agreed on {entry.day}", entry.day
        elif entry.word == "paper":
            yield "paper", f"a paper sent on {entry.day}", entry.day
        elif entry.word == "went" and (how := went_of(entry.text)):
            yield "went", f"went {how}, noted on {entry.day}", entry.day
    kept = [each.kept for each in at.promises if each.side == "we" and each.kept]
    if kept:
        plural = "s" if len(kept) != 1 else ""
        yield "kept-promise", f"{len(kept)} promise{plural} of the library kept", max(kept)


def _from_counts(one: Partnership, catalog: Catalog, today: date) -> Iterator[Row]:
    rows = one.counted(catalog.activities, until=today)
    for row in came_of_it(rows):
        on = day_of(row.until) if row.until else None
        by = f", by {row.until}" if row.until else ""
        if row.value is not None:
            yield "count", f"{row.measure}: {cell_text(row.value)}{_hoped_for(row)}{by}", on
        if row.yes is not None:
            text = f"{row.yes} yes, {row.partly} partly, {row.no} no"
            yield "answers", f"{row.measure}: {text}{by}", on
    theirs = given(rows, HOURS, "they")
    if theirs:
        days = [
            day for row in rows if row.side == "they" and row.until and (day := day_of(row.until))
        ]
        yield "their-hours", f"{cell_text(theirs)} hours given by them", max(days, default=None)


def _hoped_for(row: Counted) -> str:
    if row.target is None:
        return ""
    target = cell_text(row.target)
    return f", at most {target} hoped for" if row.at_most else f" of {target} hoped for"


def _from_health(one: Partnership, today: date) -> Iterator[Row]:
    sheets = [each for each in one.sheets if each.day <= today]
    sides = {each.side for each in sheets}
    if len(sides) == 2:  # noqa: PLR2004 - we and they
        last = max(each.day for each in sheets)
        yield "health", f"both sides filled the short check, last on {last}", last


def facts_of_all(partnerships: Iterable[Partnership], catalog: Catalog, today: date) -> list[Proof]:
    """Return every fact in the records of *partnerships*, the newest first."""
    found = [each for one in partnerships for each in facts_of(one, catalog, today)]
    return sorted(found, key=lambda each: (-(each.on or date.min).toordinal(), each.partnership))
