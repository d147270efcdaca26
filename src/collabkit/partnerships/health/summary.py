"""How a partnership stands by what both sides answered: bands, differences, trend, and what to talk about.

The law of all of it: no answer that is raised lowers a band. A mean rises with each of its answers,
and the worse of two sides rises with either.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from statistics import fmean
from typing import Final

from collabkit.catalog.questions import FACTORS, Question
from collabkit.partnerships.health.records import (
    ALL_FACTORS,
    Band,
    FactorHealth,
    HealthSummary,
    Round,
)
from collabkit.partnerships.health.sheets import SIDES, Sheet

GOOD: Final = 4.0
"""From this mean on a band is good: most answers are 4 or 5. A judgment, not a measurement."""
FAIR: Final = 3.0
"""From this mean on it is fair: as many agree as not."""
APART: Final = 1.0
"""From this difference of means on the sides see it differently: a whole step of the five."""
MOVED: Final = 0.5
"""From this difference of means on a side has moved since it last answered."""
ROUND: Final = 60
"""Days within which the sheets of a side belong to one round: several people take some weeks to answer."""
TOGETHER: Final = 183
"""Days within which the rounds of two sides can be compared: half a year."""
_EXACT: Final = 9
"""Decimals: means of the same answers are the same, in whatever order they were added."""


def summarize(
    partnership: str,
    name: str,
    sheets: Sequence[Sheet],
    questions: Mapping[str, Question],
    today: date,
) -> HealthSummary:
    """Return how the partnership stands *today* by its *sheets*, which are in order of their days."""
    past = [sheet for sheet in sheets if sheet.day <= today]
    grouped = {side: _grouped([each for each in past if each.side == side]) for side in SIDES}
    ours, theirs = ([_round(each, questions) for each in grouped[side]] for side in SIDES)
    factors = tuple(_compared(factor, ours, theirs) for factor in (*FACTORS, ALL_FACTORS))
    chosen = _to_talk_about(factors[:-1])
    newest = [sheet for side in SIDES for sheet in (grouped[side] or [[]])[-1]]
    return HealthSummary(
        partnership,
        name,
        today.isoformat(),
        factors[-1].band,
        chosen.factor if chosen else None,
        _why(chosen) if chosen else None,
        tuple(_asks(chosen.factor, newest, questions)) if chosen else (),
        tuple(ours),
        tuple(theirs),
        factors,
    )


def band_of(mean: float | None) -> Band | None:
    """Return the band of a mean from 1 to 5."""
    if mean is None:
        return None
    return "good" if mean >= GOOD else "fair" if mean >= FAIR else "poor"


def _grouped(sheets: Sequence[Sheet]) -> list[list[Sheet]]:
    """Return *sheets* of one side, which are in order of their days, cut into rounds."""
    rounds: list[list[Sheet]] = []
    for sheet in sheets:
        if rounds and (sheet.day - rounds[-1][0].day).days <= ROUND:
            rounds[-1].append(sheet)
        else:
            rounds.append([sheet])
    return rounds


def _round(sheets: Sequence[Sheet], questions: Mapping[str, Question]) -> Round:
    factors = {factor: _mean(_answers(sheets, questions, factor)) for factor in FACTORS}
    again: dict[str, int] = {}
    for sheet in sheets:
        if sheet.again:
            again[sheet.again] = again.get(sheet.again, 0) + 1
    return Round(
        sheets[-1].day.isoformat(),
        len(sheets),
        _mean(_answers(sheets, questions)),
        {factor: mean for factor, mean in factors.items() if mean is not None},
        again,
        tuple(sheet.change for sheet in sheets if sheet.change),
    )


def _answers(
    sheets: Iterable[Sheet], questions: Mapping[str, Question], factor: str | None = None
) -> list[int]:
    """Return the answers of *sheets* to questions that there are, about *factor* if one is given."""
    return [
        answer
        for sheet in sheets
        for id_, answer in sheet.answers.items()
        if id_ in questions and factor in {None, questions[id_].factor}
    ]


def _mean(answers: Sequence[int]) -> float | None:
    return round(fmean(answers), _EXACT) if answers else None


def _of(rounds: Sequence[Round], factor: str, back: int = 1) -> float | None:
    """Return the mean of *factor* in the last of *rounds*, or *back* before the end."""
    if len(rounds) < back:
        return None
    found = rounds[-back]
    return found.mean if factor == ALL_FACTORS else found.factors.get(factor)


def _compared(factor: str, ours: Sequence[Round], theirs: Sequence[Round]) -> FactorHealth:
    we, they = _of(ours, factor), _of(theirs, factor)
    known = [mean for mean in (we, they) if mean is not None]
    return FactorHealth(
        factor,
        we,
        they,
        band_of(min(known, default=None)),
        _difference(we, they) if ours and theirs and _near(ours[-1], theirs[-1]) else None,
        _of(ours, factor, 2),
        _of(theirs, factor, 2),
    )


def _difference(we: float | None, they: float | None) -> float | None:
    return None if we is None or they is None else round(we - they, _EXACT)


def _near(one: Round, other: Round) -> bool:
    days = date.fromisoformat(one.on) - date.fromisoformat(other.on)
    return abs(days.days) <= TOGETHER


def worse(factor: FactorHealth) -> float | None:
    """Return the mean of the side that is worse off."""
    return min((mean for mean in (factor.we, factor.they) if mean is not None), default=None)


def _to_talk_about(factors: Sequence[FactorHealth]) -> FactorHealth | None:
    """Return the factor that one side sees lowest; where all are good, the one they see most differently."""
    rated = [(mean, each) for each in factors if (mean := worse(each)) is not None]
    low = [each for each in rated if each[0] < GOOD]
    if low:
        return min(low, key=lambda each: (each[0], -abs(each[1].difference or 0)))[1]
    apart = [each for _, each in rated if abs(each.difference or 0) >= APART]
    return max(apart, key=lambda each: abs(each.difference or 0), default=None)


def _why(chosen: FactorHealth) -> str:
    what = chosen.factor.replace("-", " ")
    lowest = worse(chosen) or 0
    if chosen.difference is not None and abs(chosen.difference) >= APART:
        higher = "the library" if chosen.difference > 0 else "the other side"
        return f"On {what} the two see it differently: {higher} answers {abs(chosen.difference):.1f} higher."
    side = "the library" if chosen.we == lowest else "the other side"
    both = chosen.we == chosen.they
    return f"{what.capitalize()} is lowest: {'both sides answer' if both else f'{side} answers'} {lowest:.1f} of 5."


def _asks(factor: str, sheets: Sequence[Sheet], questions: Mapping[str, Question]) -> Iterator[str]:
    """Yield what to talk about on *factor*, the lowest answer first; nothing of what is answered well."""
    lowest = {
        id_: min((each.answers[id_] for each in sheets if id_ in each.answers), default=None)
        for id_, question in questions.items()
        if question.factor == factor
    }
    answered = {id_: answer for id_, answer in lowest.items() if answer is not None}
    least = min(answered.values(), default=0)
    for id_, answer in sorted(answered.items(), key=lambda each: each[1]):
        if answer == least or answer < GOOD:
            yield questions[id_].talk
