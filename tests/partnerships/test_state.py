"""Stage, promises and what goes cold are worked out from the log alone."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.partnerships.entries import LogEntry, parsed
from collabkit.partnerships.promises import promises
from collabkit.partnerships.state import USUAL_GAP, state

TODAY = date(2026, 6, 1)


def log(text: str) -> list[LogEntry]:
    found = [entry for line in text.strip().splitlines() if (entry := parsed(line))]
    return sorted(found, key=lambda entry: entry.day)


STORY = log("""
2026-03-02 met at the tutor training, 14 learners waiting
2026-03-09 we promise: send the room plan by 2026-03-13
2026-03-15 kept: send the room plan
2026-04-01 stage: pilot
2026-04-03 they promise: two tutors a week from 2026-05-01
2026-04-03 agreement: signed until 2027-03-31
2026-04-04 paper: agreement, agreement-2026.docx
2026-04-05 agreed: the small room on Tuesdays
2026-04-05 mind: never call in September
""")


def test_the_story_of_a_log_is_told() -> None:
    at = state(STORY, TODAY)

    assert (at.stage, at.since) == ("pilot", date(2026, 4, 1))
    assert (at.first, at.last) == (date(2026, 3, 2), date(2026, 4, 5))
    assert at.until == date(2027, 3, 31)
    assert at.agreed == ("the small room on Tuesdays",)
    ours, theirs = at.promises
    assert (ours.kept, ours.late(TODAY), ours.open) == (date(2026, 3, 15), 2, False)
    assert (theirs.side, theirs.due, theirs.open, theirs.late(TODAY)) == (
        "they",
        date(2026, 5, 1),
        True,
        31,
    )


@pytest.mark.parametrize(
    ("lines", "stage"),
    [
        ("2026-03-01 stage: idea", "idea"),
        ("2026-03-01 stage: idea\n2026-03-02 called them", "talk"),
        ("2026-03-01 note: nice people", "idea"),
        ("2026-03-01 met them", "talk"),
        ("2026-03-01 stage: Pilot, at last", "pilot"),
        ("2026-03-01 stage: pilot\n2026-03-02 stage: pilto", "pilot"),
        ("2026-03-02 stage: active\n2026-03-01 stage: pilot", "active"),
        ("2026-03-02 stage: active\n2027-03-01 stage: ended", "active"),
    ],
)
def test_the_stage_is_the_newest_that_is_one(lines: str, stage: str) -> None:
    assert state(log(lines), TODAY).stage == stage


@pytest.mark.parametrize(
    ("after", "kept"),
    [
        ("2026-03-08 kept: send the plan", False),
        ("2026-03-10 kept: Send  the plan.", True),
        ("2026-03-10 kept: send the plan by 2026-03-13", True),
        ("2026-03-10 kept: send the plan by 2026-03-14", False),
        ("2026-03-10 they kept: send the plan", False),
        ("2026-03-10 we kept: send the plan", True),
        ("2026-03-10 kept: the plan", False),
    ],
)
def test_a_promise_is_kept_by_its_own_words_on_a_later_day(after: str, kept: bool) -> None:  # noqa: FBT001 - a case
    (promise,) = promises(log(f"2026-03-09 we promise: send the plan by 2026-03-13\n{after}"))

    assert (promise.kept is not None) is kept


def test_a_promise_made_again_after_it_was_kept_is_open() -> None:
    monthly = log(
        "2026-03-09 we promise: send the flyer by 2026-03-31\n"
        "2026-03-30 kept: send the flyer\n"
        "2026-03-30 we promise: send the flyer by 2026-04-30"
    )

    assert [promise.open for promise in promises(monthly)] == [False, True]


def test_a_moved_promise_has_its_new_day_and_a_dropped_one_none_waits_for() -> None:
    moved, dropped = promises(
        log(
            "2026-03-01 we promise: a by 2026-03-03\n2026-03-01 they promise: b\n"
            "2026-03-02 moved: a to 2026-04-01\n2026-03-02 dropped: b"
        )
    )

    assert (moved.due, moved.late(date(2026, 3, 20))) == (date(2026, 4, 1), 0)
    assert (dropped.open, dropped.kept) == (False, None)


def test_cold_is_twice_its_own_usual_gap() -> None:
    monthly = [LogEntry(date(2026, 1, 1) + timedelta(days=30 * n), "", "met") for n in range(5)]
    at = state(monthly, TODAY)

    assert at.gap == 30
    assert at.cold_on == monthly[-1].day + timedelta(days=60)
    assert state(monthly[:2], TODAY).gap == USUAL_GAP
    assert state([*monthly, LogEntry(TODAY, "stage", "ended")], TODAY).cold_on is None


WORDS = (
    "we promise",
    "they promise",
    "kept",
    "we kept",
    "they kept",
    "moved",
    "dropped",
    "stage",
    "went",
    "",
)
ENTRIES = st.builds(
    LogEntry,
    st.dates(date(2026, 1, 1), date(2026, 1, 9)),
    st.sampled_from(WORDS),
    st.sampled_from(["a", "b", "A."]),
    st.none() | st.dates(date(2026, 1, 1), date(2026, 1, 4)),
)
LOGS = st.lists(ENTRIES, max_size=12).map(lambda log: sorted(log, key=lambda entry: entry.day))


@given(LOGS, st.data())
def test_taking_an_entry_away_never_makes_a_promise_kept(
    entries: list[LogEntry], data: st.DataObject
) -> None:
    numbered = [entry._replace(line=n) for n, entry in enumerate(entries)]
    gone = data.draw(st.integers(0, max(0, len(entries) - 1)))
    before = {each.line: each.kept for each in promises(numbered)}

    for each in promises([*numbered[:gone], *numbered[gone + 1 :]]):
        assert each.kept is None or before[each.line] is not None


@given(LOGS, st.randoms())
def test_lines_of_different_days_may_stand_in_any_order(
    entries: list[LogEntry], random: object
) -> None:
    days = list(dict.fromkeys(entry.day for entry in entries))
    random.shuffle(days)  # type: ignore[attr-defined]
    mixed = [entry for day in days for entry in entries if entry.day == day]

    again = state(sorted(mixed, key=lambda entry: entry.day), date(2026, 1, 20))

    assert again == state(entries, date(2026, 1, 20))


@given(LOGS, st.dates())
def test_no_clock_is_too_odd_for_a_log(entries: list[LogEntry], today: date) -> None:
    at = state(entries, today)

    assert at.last is None or at.last <= today
    assert at.ahead == sum(entry.day > today for entry in entries)
