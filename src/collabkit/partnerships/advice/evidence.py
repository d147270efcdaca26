"""What the record of a partnership shows on a day, as far as advice depends on it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from collabkit.catalog import Activity
from collabkit.catalog.questions import Question
from collabkit.catalog.schedule import Schedule
from collabkit.partnerships.counts.counted import came_of_it, given
from collabkit.partnerships.counts.records import Counted
from collabkit.partnerships.counts.rows import HOURS
from collabkit.partnerships.due import cold_on
from collabkit.partnerships.entries import Side
from collabkit.partnerships.health.records import HealthSummary
from collabkit.partnerships.health.summary import summarize
from collabkit.partnerships.partnership import Partnership
from collabkit.partnerships.promises import Promise
from collabkit.partnerships.state import State, went_of

RECENT = 365
"""Days whose promises count: a word broken three years ago is told by the log, and judges nothing."""


class Word(NamedTuple):
    """How one side kept its word of late."""

    kept: int
    """Promises kept."""
    late: int
    """Of those, kept more than a week late."""
    overdue: tuple[Promise, ...]
    """Promises whose day is past and that nobody kept or dropped."""


class ReviewEvidence(NamedTuple):
    """What the record shows."""

    at: State
    health: HealthSummary
    words: Mapping[Side, Word]
    cold: date | None
    """The day from which on it counts as cold, if it does."""
    worked: int
    """Days since the work began: since the first pilot or active stage; 0 if it has not begun."""
    trial: int
    """Days that a trial of this work lasts."""
    due_after: int
    """Days after which this work can show a result."""
    went: tuple[str, ...]
    """How it went, each time: `well`, `mixed` or `badly`, the newest last."""
    went_on: date | None
    """The day of the newest of these."""
    results: tuple[Counted, ...]
    """What was counted or answered."""
    furthest: Counted | None
    """The measure that is furthest from its target; nothing without a target."""
    hours: Mapping[Side, float | None]
    usual: tuple[float, float] | None
    """The library's hours that such a work takes in as many years as it has run, low and high."""
    ends: date | None
    """The last day of the agreement."""

    @property
    def target_met(self) -> bool:
        """Whether there is a target, and every one is reached."""
        return self.furthest is not None and (self.furthest.share or 0) >= 1


def evidence(
    one: Partnership,
    works: Mapping[str, Activity],
    questions: Mapping[str, Question],
    today: date,
) -> ReviewEvidence:
    """Return what the record of *one* shows *today*.

    Raises:
        DataError: its facts are wrong.
    """
    at = one.state(today)
    rows = one.counted(works, until=today)
    work = works.get(one.facts.work or "")
    schedule = work.schedule if work else None
    worked = _worked(one, today)
    went = [each for each in one.log.entries if each.word == "went" and each.day <= today]
    judged = [(each.day, how) for each in went if (how := went_of(each.text))]
    cold = cold_on(one, at)
    return ReviewEvidence(
        at=at,
        health=summarize(one.id, one.name, one.sheets, questions, today),
        words={side: _word(at.promises, side, today) for side in ("we", "they")},
        cold=cold if cold is not None and cold <= today else None,
        worked=worked,
        trial=7 * schedule.pilot_weeks if schedule else _USUAL_TRIAL,
        due_after=7 * schedule.result_weeks if schedule else _USUAL_RESULT,
        went=tuple(how for _, how in judged),
        went_on=judged[-1][0] if judged else None,
        results=tuple(came_of_it(rows)),
        furthest=_furthest(rows),
        hours={"we": given(rows, HOURS, "we"), "they": given(rows, HOURS, "they")},
        usual=_usual(schedule, worked) if schedule and worked else None,
        ends=one.ends(at),
    )


_USUAL_TRIAL = 84
"""Days of a trial, where the work does not say: twelve weeks, the middle of the catalog's."""
_USUAL_RESULT = 112
"""Days to a first result, where the work does not say."""
_WORKING = frozenset(["pilot", "active", "renew"])


def _worked(one: Partnership, today: date) -> int:
    began = next(
        (
            each.day
            for each in one.log.entries
            if each.word == "stage" and each.text.split(" ", 1)[0].strip(".,;:").lower() in _WORKING
        ),
        None,
    )
    return max(1, (today - began).days) if began and began <= today else 0


_LATE = 7
"""Days by which a promise may be late and still be as good as kept."""


def _word(promises: Iterable[Promise], side: Side, today: date) -> Word:
    ours = [each for each in promises if each.side == side]
    kept = [each for each in ours if each.kept and (today - each.kept).days <= RECENT]
    return Word(
        len(kept),
        sum(each.late(today) > _LATE for each in kept),
        tuple(each for each in ours if each.open and each.late(today) > 0),
    )


def _furthest(rows: Sequence[Counted]) -> Counted | None:
    aimed = [each for each in rows if each.kind != "given" and each.share is not None]
    return min(aimed, key=lambda each: each.share or 0, default=None)


def _usual(schedule: Schedule, worked: int) -> tuple[float, float]:
    """Return the library's hours for as long as the work has run: setting up once, then its months."""
    years = max(1, round(worked / 365))
    low, high = schedule.first_year()
    low_setup, high_setup = schedule.hours.setup
    return (low + (years - 1) * (low - low_setup), high + (years - 1) * (high - high_setup))
