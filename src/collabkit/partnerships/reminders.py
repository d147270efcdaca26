"""What ought to be looked at in a partnership on a day: papers to write, ends, and silence."""

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from collabkit.partnerships.partnership import Partnership
from collabkit.partnerships.stages import MEANING, StageName
from collabkit.partnerships.state import State

ReminderKind = Literal["agreement", "cold", "stage", "paper"]
WRITE = 14
"""Days after a stage began within which its paper ought to be written."""
FORGET = 90
"""Days after an end from which on nobody is reminded of thanks: later they would be odd."""
_AGREED = ("agreement", "letter", "confirmation")
"""Papers that say what was agreed, from a formal to an informal one."""
_RUNS: tuple[StageName, ...] = ("pilot", "active", "renew")


class Reminder(NamedTuple):
    """Something that ought to be looked at."""

    kind: ReminderKind
    what: str
    on: date
    now: bool = False
    """Whether it is time, however far the day is."""


def reminders(one: Partnership, at: State) -> Iterator[Reminder]:
    """Yield what ought to be looked at in the partnership *one*, which stands as *at* says."""
    ends = one.ends(at)
    if ends is not None and at.stage not in {"ended", "resting"}:
        yield _ending(ends, _moved(ends, -one.brief.notice), at.on)
    if at.wakes is not None:
        yield Reminder("stage", f"{at.stage} until {at.wakes}: {MEANING[at.stage].asks}", at.wakes)
    yield from _papers(one, at, ends)
    cold = cold_on(one, at)
    if cold is not None and cold <= at.on:
        yield Reminder("cold", f"no word since {at.last}, usually every {at.gap} days", cold)


def cold_on(one: Partnership, at: State) -> date | None:
    """Return the day from which on *one* counts as cold, if a stage like its own can."""
    chosen = one.brief.cold_after
    if chosen is None or at.cold_on is None or at.last is None:
        return at.cold_on
    return _moved(at.last, chosen)


def _ending(ends: date, decide: date, today: date) -> Reminder:
    if ends < today:
        return Reminder("agreement", f"agreement ended on {ends}: renew it, or end it well", ends)
    on = decide if today < decide else ends
    reason = f"agreement ends on {ends}: decide together whether to go on"
    return Reminder("agreement", reason, on, now=on == ends)


def _papers(one: Partnership, at: State, ends: date | None) -> Iterator[Reminder]:
    """Yield the papers that the stage asks for and that nobody has written, as far as the log tells."""
    if at.stage == "pilot" and at.since and ends is None and one.brief.file is None:
        if not _written(at, _AGREED, since=None):
            reason = "write down what was agreed, in a letter or an agreement"
            yield Reminder("paper", reason, _moved(at.since, WRITE))
        return
    over = _over(at)
    if over is None or not over <= at.on <= _moved(over, FORGET):
        return
    if not _written(at, ("thanks",), since=over):
        yield Reminder("paper", "write to thank them", _moved(over, WRITE))
    if not _written(at, ("debrief",), since=over):
        went = "" if at.went else ", then log how it went"
        yield Reminder("paper", f"look back together, in a debrief{went}", _moved(over, WRITE))


def _over(at: State) -> date | None:
    """Return the day on which the last try, or the whole of it, came to its end."""
    if at.wakes is not None and at.wakes < at.on and at.stage == "pilot":
        return at.wakes
    for (_, before), (day, after) in zip(at.stages[-2::-1], at.stages[:0:-1], strict=False):
        if before == after:
            continue
        ended = before in _RUNS and after in {"ended", "resting"}
        return day if ended or (before == "pilot" and after in _RUNS) else None
    return None


def _written(at: State, papers: tuple[str, ...], *, since: date | None) -> bool:
    """Return whether one of *papers* was written, in the weeks around *since* or after."""
    first = _moved(since, -FORGET) if since else date.min
    return any(
        entry.text.split(",", 1)[0].strip().lower().startswith(papers) and entry.day >= first
        for entry in at.papers
    )


def _moved(day: date, days: int) -> date:
    """Return *day* and *days* more or less, as far as there are days."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))
