"""What was counted in a partnership, as a paper reports it."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from collabkit.catalog import Activity
from collabkit.partnerships.counts.counted import came_of_it, given
from collabkit.partnerships.counts.records import Counted
from collabkit.partnerships.counts.rows import DOLLARS, HOURS
from collabkit.partnerships.due import open_of
from collabkit.partnerships.entries import Side
from collabkit.partnerships.partnership import Partnership
from collabkit.partnerships.promises import Promise
from collabkit.proposals.calendar import long_date
from collabkit.proposals.fact_parts import Fact, Gap
from collabkit.proposals.result_parts import Outcome, Outcomes
from collabkit.text.cells import figure
from collabkit.text.phrases import dollars, ended

CHANGES = 90
"""Days that something agreed is news, where nobody has said how it went."""


def outcomes(one: Partnership, works: Mapping[str, Activity], today: date) -> Outcomes:
    """Return what came of *one* up to *today*, and what both sides put in.

    Raises:
        DataError: its facts are wrong.
    """
    rows = one.counted(works, until=today)
    came = list(came_of_it(rows))
    counted = tuple(_row(each) for each in rows if each.kind != "given")
    return Outcomes(
        rows=counted,
        uncounted=tuple(each.what for each in counted if not each.value),
        counted=bool(came),
        since=_day(min((each.since for each in came if each.since), default=None)),
        until=_day(max((each.until for each in came if each.until), default=None)),
        ours=tuple(_given(one, rows, "we")),
        theirs=tuple(_given(one, rows, "they")),
        gave=tuple(_gave(one, rows, today)),
        changes=tuple(_changes(one, today)),
    )


def _day(iso: str | None) -> str:
    return long_date(date.fromisoformat(iso)) if iso else ""


def _row(each: Counted) -> Outcome:
    answers = f"{each.yes} yes, {each.partly} partly, {each.no} no" if each.yes is not None else ""
    value = ", ".join(filter(None, (_value(each), answers)))
    target = f"at most {figure(each.target)}" if each.at_most else figure(each.target)
    return Outcome(each.measure, each.ask, each.feeds, figure(each.baseline), target, value)


def _value(each: Counted) -> str:
    """Return the number, and of a level how far it moved."""
    if not each.change:
        return figure(each.value)
    return (
        f"{figure(each.value)} ({'up' if each.change > 0 else 'down'} {figure(abs(each.change))})"
    )


def _given(one: Partnership, rows: list[Counted], side: Side) -> Iterator[Fact]:
    hours, money = given(rows, HOURS, side), given(rows, DOLLARS, side)
    theirs = " --theirs" if side == "they" else ""
    if hours is None:
        who = "the library" if side == "we" else one.name
        remedy = f"note them with `collab count {one.id} hours 12{theirs}`"
        yield Gap(f"hours of {who}", remedy)
    else:
        yield f"{figure(hours)} hour{'s' if hours != 1 else ''}"
    if money is not None:
        yield dollars(money)


def _gave(one: Partnership, rows: list[Counted], today: date) -> Iterator[Fact]:
    """Yield what the other side of *one* gave: what came and what was done, and nothing that is still to come."""
    hours, money = given(rows, HOURS, "they"), given(rows, DOLLARS, "they")
    if money is None:
        money = _received(one, today)
    found: list[Fact] = []
    if money:
        found.append(dollars(money))
    if hours:
        found.append(f"{figure(hours)} hour{'s' if hours != 1 else ''} of your people's time")
    done = (each for each in one.state(today).promises if each.side == "they" and each.kept)
    found += [
        f"as promised, {each.what}" for each in done if not (money and _PAYS.search(each.what))
    ]
    yield from found or [
        Gap(
            "what they gave",
            f'note what came: `collab log {one.id} "they gave $500"` or `collab count {one.id} hours 12 --theirs`',
        )
    ]


def _received(one: Partnership, today: date) -> float | None:
    """Return the dollars of the other side that came in, as the log has them; nothing where it has none."""
    texts = [each.text for each in one.log.entries if each.day <= today and each.word == "money"]
    sums = [float(found[1].replace(",", "")) for text in texts if (found := _CAME.match(text))]
    return sum(sums) if sums else None


_CAME = re.compile(r"they (?:received|gave|paid) \$([\d,]+(?:\.\d+)?)", re.IGNORECASE)
"""An entry of money that is there; logs of 2026 say "they received" for it. A pledge is a promise, and no gift yet."""
_PAYS = re.compile(r"\$|\b(?:checks?|payments?|money|invoices?)\b", re.IGNORECASE)
"""A promise to pay: kept, it is the money that came."""


def _changes(one: Partnership, today: date) -> Iterator[Fact]:
    at = one.state(today)
    past = [each for each in one.log.entries if each.day <= today]
    went = max((each.day for each in past if each.word == "went"), default=None)
    agreed = [
        each.text
        for each in past
        if each.word == "agreed"
        and (each.day >= went if went else (today - each.day).days <= CHANGES)
    ]
    changes = [*agreed, *(_promise(each, one.name) for each in open_of(at.promises))]
    if changes:
        yield from map(ended, changes)
    else:
        yield Gap(
            "what will change", f'say what the two settled: `collab log {one.id} "agreed: …"`'
        )


def _promise(promise: Promise, name: str) -> str:
    who = "The library" if promise.side == "we" else name
    when = f", by {long_date(promise.due)}" if promise.due else ""
    return f"{who}: {promise.what}{when}"
