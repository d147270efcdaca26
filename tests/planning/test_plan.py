"""A plan is the best that its hours allow, and keeps to what was wished."""

from datetime import date

import pytest
from hypothesis import given, settings

from collabkit.planning import Candidate, ImpossibleError, Wishes, Year, plan
from collabkit.planning.care import in_month
from collabkit.planning.comparing import changes
from examples import examples
from planning.made import best_by_trying, wishes, works

_SLACK = 2e-4


def _worked(year: Year) -> set[str]:
    return {each.work for each in year.chosen}


@given(works(), wishes())
@settings(max_examples=examples(3))
def test_no_plan_of_a_small_case_is_worth_more(found: list[Candidate], wished: Wishes) -> None:
    year = plan(found, wished)
    assert year.exact
    assert year.worth == pytest.approx(best_by_trying(found, wished), rel=_SLACK, abs=1e-6)


@given(works(most=8), wishes())
@settings(max_examples=examples(0.5))
def test_every_month_holds_at_the_end_that_the_care_asks_for(
    found: list[Candidate], wished: Wishes
) -> None:
    for greedy in (False, True):
        year = plan(found, wished, greedy=greedy)
        for number, month in enumerate(year.months):
            spans = [each.hours[number] for each in year.chosen]
            takes = sum(in_month(span, wished.care, wished.weights.reserved) for span in spans)
            assert takes <= month.available + 0.05
        if wished.care == "safe":
            assert all(month.high <= month.available + 0.05 for month in year.months)


@given(works(most=8), wishes())
@settings(max_examples=examples(0.5))
def test_more_hours_never_give_a_worse_plan(found: list[Candidate], wished: Wishes) -> None:
    more = wished._replace(hours=tuple(hours + 3 for hours in wished.hours))
    assert plan(found, more).worth >= plan(found, wished).worth * (1 - _SLACK)


@given(works(most=8), wishes())
@settings(max_examples=examples(0.5))
def test_a_work_that_is_ruled_out_never_comes(found: list[Candidate], wished: Wishes) -> None:
    for each in found:
        for greedy in (False, True):
            year = plan(found, wished._replace(without=(each.work,)), greedy=greedy)
            assert each.work not in _worked(year)


@given(works(most=8), wishes())
@settings(max_examples=examples(0.5))
def test_the_same_input_in_another_order_gives_the_same_plan(
    found: list[Candidate], wished: Wishes
) -> None:
    mixed = found[::-1]
    turned = wished._replace(goals=dict(list(wished.goals.items())[::-1]))
    one, other = plan(found, wished), plan(mixed, turned)
    assert one.chosen == other.chosen
    assert changes(one, other) == []


@given(works(most=8), wishes())
@settings(max_examples=examples(0.5))
def test_the_solver_is_never_worse_than_one_work_after_the_other(
    found: list[Candidate], wished: Wishes
) -> None:
    assert plan(found, wished).worth >= plan(found, wished, greedy=True).worth * (1 - _SLACK)


@given(works(most=8), wishes())
@settings(max_examples=examples(0.5))
def test_what_must_be_in_is_in(found: list[Candidate], wished: Wishes) -> None:
    must = wished._replace(must=(found[0].work,))
    try:
        year = plan(found, must)
    except ImpossibleError as error:
        assert found[0].work in str(error)  # noqa: PT017 - either it is in, or it is named
    else:
        assert found[0].work in _worked(year)


@given(works(most=8), wishes())
@settings(max_examples=examples(0.5))
def test_a_plan_that_is_kept_to_stays_as_it_is(found: list[Candidate], wished: Wishes) -> None:
    year = plan(found, wished)
    kept = wished._replace(keep={each.work: date.fromisoformat(each.first) for each in year.chosen})
    assert plan(found, kept).chosen == year.chosen


def _work(name: str, hours: float, goal: str = "reading") -> Candidate:
    return Candidate(
        name, name, "club", {goal: 0.5}, 12, (), 0, (0.0, 0.0), (hours, hours), (0.0, 0.0)
    )


_WISHED = Wishes((10.0,) * 6, date(2026, 12, 1), {"reading": 1.0, "food": 1.0})


def test_an_impossible_wish_names_only_the_wishes_that_are_to_blame() -> None:
    found = [_work("large", 6), _work("larger", 7), _work("small", 1)]
    with pytest.raises(ImpossibleError, match=r"hours: large, larger$"):
        plan(found, _WISHED._replace(must=("small", "large", "larger")))


def test_a_goal_that_nobody_can_carry_is_named() -> None:
    with pytest.raises(ImpossibleError, match="somebody for food"):
        plan([_work("small", 1)], _WISHED._replace(least=("food",)))


def test_work_that_cannot_begin_in_time_is_named_as_such() -> None:
    late = _work("late", 1)._replace(lead=9)
    with pytest.raises(ImpossibleError, match="late cannot run within these 6 months"):
        plan([late], _WISHED._replace(must=("late",)))


def test_a_second_work_for_a_goal_backs_the_first() -> None:
    found = [_work("one", 1), _work("two", 1)._replace(worth={"reading": 0.4})]
    (reading, food) = sorted(plan(found, _WISHED).goals, key=lambda cover: cover.goal, reverse=True)
    assert (reading.carried, reading.backed) == ("one", "two")
    assert (food.carried, food.backed) == (None, None)


@pytest.mark.parametrize("greedy", [False, True])
def test_no_late_start_hides_hours_that_the_plan_does_not_have(*, greedy: bool) -> None:
    short, late = _work("short", 10)._replace(months=3), _work("late", 10, "food")
    found = [short, late._replace(begins=(3,))]
    assert len(plan(found, _WISHED._replace(hours=(15.0,) * 6), greedy=greedy).chosen) == 2
    assert len(plan(found, _WISHED, greedy=greedy).chosen) == 1  # 90 hours of 60


def test_the_talk_avoids_the_bad_months_of_a_partner() -> None:
    easy = _work("one", 1)._replace(lead=1, bad=(12,))
    (chosen,) = plan([easy], _WISHED).chosen
    assert chosen.begin == "2027-01-01"


def test_a_first_session_is_in_a_month_that_the_trial_names() -> None:
    fall = _work("one", 1)._replace(months=1, begins=(3,))
    (chosen,) = plan([fall], _WISHED).chosen
    assert chosen.first == "2027-03-01"


def test_a_goal_is_carried_only_by_work_made_for_it() -> None:
    found = [_work("one", 1)._replace(made_for="food", worth={"food": 0.5, "reading": 0.9})]
    covers = {cover.goal: cover for cover in plan(found, _WISHED).goals}
    assert covers["food"].carried == "one"
    assert (covers["reading"].carried, covers["reading"].backed) == (None, None)


def test_of_many_wishes_the_two_that_clash_are_named() -> None:
    wished = Wishes(
        (10.0, 10.0),
        date(2027, 1, 1),
        {"reading": 1.0},
        must=("small-1", "small-2", "big-1", "small-3", "big-2"),
    )
    found = [_work(name, 8.0) for name in ("big-1", "big-2")]
    found += [_work(name, 0.5) for name in ("small-1", "small-2", "small-3")]
    with pytest.raises(ImpossibleError) as told:
        plan(found, wished)
    assert "big-1" in str(told.value)
    assert "big-2" in str(told.value)
    assert "small" not in str(told.value)
