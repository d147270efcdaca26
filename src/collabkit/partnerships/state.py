"""Where a partnership stands on a day, worked out from its log and never stored."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal, NamedTuple

from collabkit.partnerships.entries import LogEntry
from collabkit.partnerships.promises import Promise, follow_ups, promises
from collabkit.partnerships.stages import MEANING, StageName, stage_of

Went = Literal["well", "mixed", "badly"]
SHORTEST_GAP = 14
"""Days: a week of daily letters does not make a fortnight of silence cold."""
USUAL_GAP = 45
"""Days between two touches, as long as a log has too few to tell."""
FEW = 3
"""Days of touch from which on a log tells its own gap."""


class State(NamedTuple):
    """Where a partnership stands on one day."""

    on: date
    stage: StageName
    since: date | None
    """The day of that stage."""
    wakes: date | None
    """The day until which the stage was to last."""
    first: date | None
    """The day of the first entry."""
    last: date | None
    """The last day on which the two sides were in touch."""
    gap: int
    """Days between two touches, as is usual for it."""
    promises: tuple[Promise, ...]
    until: date | None
    """The last day of the agreement, as far as the log tells."""
    went: Went | None
    agreed: tuple[str, ...]
    """What the two settled, for papers to name."""
    papers: tuple[LogEntry, ...]
    mind: tuple[LogEntry, ...]
    talks: tuple[LogEntry, ...]
    """Every touch, the newest last."""
    ahead: int
    """Entries whose day has not come: the clock is wrong, or a year is mistyped."""
    stages: tuple[tuple[date, StageName], ...] = ()
    """Every stage that was named, the newest last."""
    follow_ups: tuple[Promise, ...] = ()
    """What one of us is to do, and what became of it."""
    meetings: tuple[LogEntry, ...] = ()
    """Those to come, the next one first."""

    @property
    def cold_on(self) -> date | None:
        """The day from which on it counts as cold; nothing where no stage asks for a word."""
        if self.last is None or not MEANING[self.stage].kept_up:
            return None
        return self.last + timedelta(days=2 * self.gap)

    @property
    def open(self) -> tuple[Promise, ...]:
        """The promises that somebody still waits for."""
        return tuple(each for each in self.promises if each.open)


def state(entries: Sequence[LogEntry], today: date) -> State:
    """Return where the partnership stands *today*, by *entries* in order of their days."""
    past = [entry for entry in entries if entry.day <= today]
    talks = [entry for entry in past if entry.touch]
    stage, entry = _stage(past)
    return State(
        on=today,
        stage=stage,
        since=entry.day if entry else None,
        wakes=entry.until if entry and entry.word == "stage" else None,
        first=past[0].day if past else None,
        last=talks[-1].day if talks else None,
        gap=_usual_gap([talk.day for talk in talks]),
        promises=tuple(promises(past)),
        until=max((each.until for each in past if _ends(each) and each.until), default=None),
        went=_went(past),
        agreed=tuple(dict.fromkeys(each.text for each in past if each.word == "agreed")),
        papers=tuple(each for each in past if each.word == "paper"),
        mind=tuple(each for each in past if each.word == "mind"),
        talks=tuple(talks),
        ahead=len(entries) - len(past),
        stages=tuple(_stages(past)),
        follow_ups=tuple(follow_ups(past)),
        meetings=_meetings(past, today),
    )


def _meetings(past: Iterable[LogEntry], today: date) -> tuple[LogEntry, ...]:
    ahead = [each for each in past if each.word == "meeting" and each.until and each.until >= today]
    by_time = {(each.until or today, each.time): each for each in ahead}
    return tuple(by_time[when] for when in sorted(by_time))


def _stage(past: Sequence[LogEntry]) -> tuple[StageName, LogEntry | None]:
    """Return the newest stage that is one; an idea that was spoken about with them is a talk."""
    named = next(
        (each for each in reversed(past) if each.word == "stage" and stage_of(each.text)), None
    )
    stage = stage_of(named.text) if named else None
    if stage in {None, "idea"} and any(entry.touch for entry in past):
        return "talk", next(entry for entry in past if entry.touch)
    return stage or "idea", named


def _stages(past: Iterable[LogEntry]) -> Iterator[tuple[date, StageName]]:
    for entry in past:
        stage = stage_of(entry.text) if entry.word == "stage" else None
        if stage is not None:
            yield entry.day, stage


def _usual_gap(days: Sequence[date]) -> int:
    """Return the middle one of the gaps between *days*, which are in order."""
    different = list(dict.fromkeys(days))
    if len(different) < FEW:
        return USUAL_GAP
    gaps = sorted((b - a).days for a, b in pairwise(different))
    return max(SHORTEST_GAP, gaps[len(gaps) // 2])


def _ends(entry: LogEntry) -> bool:
    return entry.word == "agreement"


def _went(past: Sequence[LogEntry]) -> Went | None:
    for entry in reversed(past):
        if entry.word == "went":
            went = went_of(entry.text)
            if went is not None:
                return went
    return None


def went_of(text: str) -> Went | None:
    """Return how it went, by the first word of *text*."""
    first = text.split(" ", 1)[0].strip(".,;:").lower()
    known: dict[str, Went] = {"well": "well", "mixed": "mixed", "badly": "badly"}
    return known.get(first)
