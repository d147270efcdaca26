"""Small made cases of planning, and the best plan of each by trying all."""

from collections.abc import Sequence
from datetime import date
from itertools import product

from hypothesis import strategies as st

from collabkit.planning import Candidate, Care, Wishes
from collabkit.planning.placements import Placement, placements
from collabkit.planning.program import cash_of, worth
from collabkit.planning.weights import Weights

GOALS = ("food", "reading", "work")
_HOURS = st.integers(0, 12).map(lambda hours: hours / 2)


@st.composite
def spans(draw: st.DrawFn) -> tuple[float, float]:
    low = draw(_HOURS)
    return low, low + draw(_HOURS)


@st.composite
def works(draw: st.DrawFn, most: int = 5) -> list[Candidate]:
    """Draw some works, with ids in order."""
    return [draw(_work(number)) for number in range(draw(st.integers(1, most)))]


@st.composite
def _work(draw: st.DrawFn, number: int) -> Candidate:
    months, season = draw(
        st.one_of(
            st.tuples(st.sampled_from((1, 2, 3, 12)), st.just(())),
            st.sampled_from(((2, (1, 2)), (3, (2, 3, 4)), (1, (12,)))),
        )
    )
    worth_of = draw(
        st.dictionaries(st.sampled_from(GOALS), st.integers(1, 20), min_size=1, max_size=3)
    )
    return Candidate(
        f"work-{number}",
        f"Work {number}",
        draw(st.sampled_from(("bank", "club"))),
        {goal: value / 20 for goal, value in sorted(worth_of.items())},
        months,
        season,
        draw(st.integers(0, 2)),
        draw(spans()),
        draw(spans()),
        (0.0, float(draw(st.integers(0, 5)) * 100)),
        bad=draw(st.sampled_from(((), (1, 2)))),
        made_for=draw(st.sampled_from(("", *sorted(worth_of)))),
        begins=draw(st.sampled_from(((), (1, 2)))),
    )


WEIGHTS = (
    Weights(),
    Weights(reserved=0.2, uncertain=1, bad_month=0, crowded=12),
    Weights(reserved=1, uncertain=0, good_month=3, asks=1, within=1),
)


@st.composite
def wishes(draw: st.DrawFn) -> Wishes:
    months = draw(st.integers(2, 5))
    hours = tuple(draw(st.lists(st.integers(2, 30).map(float), min_size=months, max_size=months)))
    care: Care = draw(st.sampled_from(("full", "careful", "safe")))
    return Wishes(
        hours,
        date(2026, 12, 1),
        {goal: draw(st.sampled_from((1.0, 2.0))) for goal in GOALS},
        money=draw(st.sampled_from((None, 500.0))),
        care=care,
        weights=draw(st.sampled_from(WEIGHTS)),
    )


def holds(chosen: Sequence[Placement], wished: Wishes) -> bool:
    """Return whether *chosen* keep hours and money, reckoned from the words of the docs."""
    for month, most in enumerate(wished.hours):
        if wished.month_takes(way.hours[month] for way in chosen) > most + 1e-6:
            return False
    wholes = [way.candidate.whole(wished.months) for way in chosen]
    if wished.plan_takes(wholes) > sum(wished.hours) + 1e-6:
        return False
    cash = sum(cash_of(way, wished) for way in chosen)
    return wished.money is None or cash <= wished.money + 1e-6


def best_by_trying(found: Sequence[Candidate], wished: Wishes) -> float:
    """Return the worth of the best plan, found by trying every one."""
    choices = [[None, *placements(each, wished)] for each in found]
    best = 0.0
    for tried in product(*choices):
        chosen = [way for way in tried if way is not None]
        value = worth(chosen, wished)
        if value > best and holds(chosen, wished):
            best = value
    return best
