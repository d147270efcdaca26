"""Hours, money and months in words: what is said is what was added."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.catalog import Catalog
from collabkit.catalog.schedule import Hours, Schedule, month_of, trial_of, year_of
from collabkit.library import Library, Rate
from collabkit.proposals import Subject
from collabkit.proposals.fact_parts import Gap
from collabkit.proposals.parties import role_of
from collabkit.proposals.reckoning import cost, effort, times, valued, weeks
from collabkit.text.amounts import in_hours
from proposals.samples import SUBJECTS, drafted, drafted_once
from proposals.samples import changed as with_work


def schedule(**changed: object) -> Schedule:
    given_: dict[str, object] = {
        "months": 3,
        "season": (6, 7, 8),
        "sessions_a_month": 17,
        "hours": {"setup": (16, 28), "session": (1, 1.75), "between": (3, 6)},
        "lead_weeks": 16,
        "pilot_weeks": 4,
        "result_weeks": 2,
        "cash": (0, 400),
        "buys": "a cooler",
        "payer": "the Friends",
        "basis": "Fifty servings.",
        **changed,
    }
    return Schedule.model_validate(given_)


def test_a_summer_of_lunches_is_reckoned_by_its_months() -> None:
    found = effort(schedule().hours, schedule())

    assert (found.setup, found.month, found.year) == (
        "16 to 28 hours",
        "20 to 36 hours",
        "76 to 135 hours",
    )
    assert found.each == "in each month that it runs"
    assert times(schedule()).sentence == "It runs June through August, about four times a week."


def test_the_trial_of_rare_work_is_the_one_evening_it_is() -> None:
    hours = Hours(setup=(2, 4), session=(6, 8))
    rare = {
        "months": 12,
        "season": (),
        "sessions_a_month": 0.33,
        "pilot_weeks": 1,
        "hours": hours.model_dump(),
    }

    assert effort(hours, schedule(**rare)).trial == "2.5 to 5 hours"
    assert effort(hours, schedule(**rare, pilot_sessions=1)).trial == "8 to 12 hours"
    assert effort(hours, schedule(**rare, pilot_sessions=1), 0.17).trial == "8 to 12 hours"
    assert effort(hours, schedule(**rare)).month == "6 to 8 hours"
    assert effort(hours, schedule(**rare)).each == "each time it is held"
    kept_up = {**rare, "hours": {"setup": (2, 4), "session": (6, 8), "between": (4, 6)}}
    assert effort(hours, schedule(**kept_up)).each == "in each month that it runs"
    assert not times(schedule(**rare)).once
    assert times(schedule(**rare, pilot_sessions=1)).once


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"months": 12, "season": ()}, "It runs all year, about four times a week."),
        (
            {"months": 1, "season": (), "sessions_a_month": 1},
            "It is held on one day, in a month that suits both of us.",
        ),
        (
            {"months": 2, "season": (3, 10), "sessions_a_month": 1},
            "It runs in March and October, once a month.",
        ),
        (
            {"months": 4, "season": (11, 12, 1, 2), "sessions_a_month": 2},
            "It runs November through February, twice a month.",
        ),
        ({"months": 12, "season": (), "sessions_a_month": 0}, "It runs all year."),
        ({"months": 12, "season": (), "sessions_a_month": 0.17}, "It runs all year, twice a year."),
        ({"months": 1, "season": (1,), "sessions_a_month": 0}, "It runs in January."),
        (
            {"held": "It begins when a layoff is announced."},
            "It begins when a layoff is announced.",
        ),
    ],
)
def test_when_it_runs_is_a_sentence(changed: dict[str, object], said: str) -> None:
    assert times(schedule(**changed)).sentence == said


@pytest.mark.parametrize(
    ("span", "said"),
    [
        ((0, 0), "no hours"),
        ((0, 1), "up to an hour"),
        ((1, 1), "an hour"),
        ((0.5, 2), "half an hour to 2 hours"),
        ((0, 0.5), "up to half an hour"),
        ((16, 28), "16 to 28 hours"),
    ],
)
def test_hours_are_said_as_people_say_them(span: tuple[float, float], said: str) -> None:
    assert in_hours(span) == said


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "one week"),
        (6, "six weeks"),
        (16, "sixteen weeks"),
        (17, "about four months"),
        (52, "about a year"),
    ],
)
def test_weeks_are_said_as_people_say_them(count: int, said: str) -> None:
    assert weeks(count) == said


def test_money_that_is_not_needed_is_nothing() -> None:
    assert cost(schedule(cash=(0, 0))).amount == "nothing"
    assert cost(schedule()).amount == "up to $400"
    assert cost(schedule(cash=(500, 1200))).amount == "$500 to $1,200"


def test_hours_are_worth_what_the_library_says_or_a_gap() -> None:
    found = effort(schedule().hours, schedule())
    rate = Rate(value=20, year=2025, source="payroll")

    assert valued(found, (76, 135), Library(rate=rate)).worth == "$1,520 to $2,700"
    assert isinstance(valued(found, (76, 135), Library()).worth, Gap)


numbers = st.integers(0, 50)
spans = st.tuples(numbers, numbers).map(lambda pair: (min(pair), max(pair)))


@given(spans, spans, spans, st.integers(0, 30), st.integers(1, 12))
def test_a_year_is_the_sum_of_its_parts(
    setup: tuple[int, int],
    session: tuple[int, int],
    between: tuple[int, int],
    sessions: int,
    months: int,
) -> None:
    hours = Hours.model_validate({"setup": setup, "session": session, "between": between})
    month, year = month_of(hours, sessions), year_of(hours, sessions, months)

    ends = range(2)
    assert list(month) == [sessions * session[end] + between[end] for end in ends]
    assert list(year) == [setup[end] + months * month[end] for end in ends]
    assert year[0] <= year[1]


def test_hours_that_are_those_of_the_sessions_are_told_for_each_time(catalog: Catalog) -> None:
    goal = catalog.activities["repair-cafe"].goals[0]
    club = Subject("maker-community", goal, "repair-cafe", "Radio Club")
    work = catalog.activities["repair-cafe"]
    plain_roles = tuple(role.model_copy(update={"hours_for": ""}) for role in work.roles)
    catalog = with_work(catalog, work.model_copy(update={"roles": plain_roles}))
    each = drafted(catalog, "proposal", club).facts.party.effort
    assert each
    assert each.each_time

    said = f"about {each.each_time} each time"
    assert all(said in drafted(catalog, n, club).text.markdown for n in ("proposal", "one-pager"))
    bank = drafted(catalog, "proposal", SUBJECTS[1]).facts.party.effort
    assert bank
    assert bank.parts


def test_hours_follow_the_months_in_which_the_work_runs(
    catalog: Catalog, pairs: list[Subject]
) -> None:
    for subject in pairs:
        schedule = catalog.activities[subject.activity].schedule
        effort = drafted_once(catalog, "proposal", subject).facts.effort
        assert schedule is not None
        assert effort is not None
        low, high = schedule.first_year()
        year = [float(each.replace(",", "")) for each in re.findall(r"[\d.,]+", effort.year)]
        assert len(year) == 1 or year[0] == pytest.approx(low, abs=0.5)
        assert year[-1] == pytest.approx(high, abs=0.5)


def test_no_paper_to_a_partner_names_an_hour_outside_the_schedule(
    catalog: Catalog, pairs: list[Subject]
) -> None:
    for subject in pairs:
        activity = catalog.activities[subject.activity]
        role = role_of(activity, subject.partner, subject.as_)
        assert activity.schedule is not None
        assert role is not None
        ours, theirs = (
            effort(hours, activity.schedule, sessions)
            for hours, sessions in (
                (activity.schedule.hours, None),
                (role.hours, role.sessions_a_month(activity.schedule)),
            )
        )
        text = drafted_once(catalog, "proposal", subject).text.markdown
        rows = [line for line in text.splitlines() if line.startswith(("| We |", "| You |"))]
        said = [cell.strip() for row in rows for cell in row.strip("|").split("|")[1:]]
        said += re.findall(r"We estimate (.*?) of your [^.:]*?time", text)
        said = [each.partition(":")[0] for each in said]
        reckoned = {
            getattr(side, name)
            for side in (ours, theirs)
            for name in ("most", "trial", "month", "year")
        }
        assert said, subject
        assert set(said) <= reckoned, subject


def test_a_trial_takes_no_more_than_the_first_year(catalog: Catalog) -> None:
    for activity in catalog.activities.values():
        schedule = activity.schedule
        assert schedule is not None
        trial = trial_of(schedule.hours, schedule.sessions_a_month, schedule)
        assert trial[1] <= schedule.first_year()[1] + 0.01, activity.id


def test_hours_are_told_with_their_parts_where_these_tell_something(
    catalog: Catalog, works: list[Subject]
) -> None:
    """The parts add up to the whole, and neither small hours nor hours of one kind are parted."""
    for subject in works:
        hours = drafted_once(catalog, "one-pager", subject).facts.party.effort
        assert hours
        if hours.parts:
            whole, *parts = (
                [float(each.replace(",", "")) for each in re.findall(r"[\d.,]*\d", said)]
                for said in (hours.trial, *hours.parts)
            )
            edges = [
                (part[0] if not said.startswith("up to") else 0, part[-1])
                for said, part in zip(hours.parts, parts, strict=True)
            ]
            assert [sum(edge) for edge in zip(*edges, strict=True)] == [whole[0], whole[-1]], (
                subject,
                hours,
            )
            assert whole[-1] >= 8, subject
