"""From evidence to chances: how likely a partner or an activity is an acceptable answer.

Words and vectors each say how well an aim fits; on requests with an answer key, ``tools/calibrate.py``
fits what such evidence is worth: logistic regressions of few inputs, whose weights for evidence are
never below 0, so that more evidence never lowers a chance.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from math import exp, log1p
from typing import Any, NamedTuple

from collabkit.matching.records import Confidence

PARTNER_INPUTS = ("words", "vectors", "work_words", "work_vectors")
WORK_INPUTS = ("words", "vectors", "partners")
CONFIDENCE_INPUTS = (
    *("first", "third", "fall", "five", "rank_in_words", "rank_in_vectors", "in_both"),
    *("work_words", "work_vectors", "known", "features"),
)
_FIVE, _ENOUGH = 5, 3
"""Partners that a person reads first, and how many of them are to be right."""


class Evidence(NamedTuple):
    """What speaks for partners and activities, by id."""

    words: dict[str, float]
    """For each partner, what the words of the aim add to its affinity."""
    vectors: dict[str, float]
    """The same, of the encoder's numbers."""
    work_words: dict[str, float]
    """For each activity for which the words speak, how much; above 0."""
    work_vectors: dict[str, float]
    """For each activity, how far above the usual the cosine of the encoder's numbers is; above 0."""


class Logistic(NamedTuple):
    """A logistic regression."""

    intercept: float
    weights: Sequence[float]

    def of(self, inputs: Iterable[float], more: float = 0.0) -> float:
        """Return the chance, 0 to 1, with *more* added before it becomes one."""
        sum_ = self.intercept + more
        for weight, value in zip(self.weights, inputs, strict=True):
            sum_ += weight * value
        return 1 / (1 + exp(-max(-30.0, min(30.0, sum_))))


class Calibration(NamedTuple):
    """What evidence is worth."""

    partner: Logistic
    prior: Mapping[str, float]
    """For each partner, how much oftener or seldomer than others it answers requests at all."""
    work: Logistic
    confidence: Logistic
    usual: float = 0.0
    """The cosine of the encoder's numbers that a tenth of all activities have with an aim, or more."""

    def record(self) -> dict[str, Any]:
        """Return it as JSON can keep it."""
        return {
            "partner": _rounded(self.partner),
            "prior": {id_: round(value, 4) for id_, value in self.prior.items()},
            "work": _rounded(self.work),
            "confidence": _rounded(self.confidence),
            "usual": round(self.usual, 4),
        }

    @classmethod
    def from_record(cls, plain: Mapping[str, Any]) -> "Calibration":
        """Return what `record` made."""
        return cls(
            Logistic(*plain["partner"]),
            plain["prior"],
            Logistic(*plain["work"]),
            Logistic(*plain["confidence"]),
            plain["usual"],
        )


def _rounded(fitted: Logistic) -> list[Any]:
    return [round(fitted.intercept, 4), [round(weight, 4) for weight in fitted.weights]]


class Parts:
    """Who takes part in each activity, and how central each is.

    Partners have numbers here, so that a list can stand for all of them: who takes part in the
    nearest activities is looked up several hundred times for one aim.
    """

    def __init__(self, part: Mapping[str, Mapping[str, float]]) -> None:
        """Give numbers to the partners of *part*: for each activity, how central each partner is."""
        numbers: dict[str, int] = {}
        self.of = {
            activity: [
                (numbers.setdefault(who, len(numbers)), share) for who, share in each.items()
            ]
            for activity, each in part.items()
        }
        self.partners = tuple(numbers)


def partner_inputs(evidence: Evidence, parts: Parts) -> dict[str, tuple[float, ...]]:
    """Return for each partner the values of `PARTNER_INPUTS`, from the evidence for one aim."""
    by_words = _through_work(evidence.work_words, parts)
    by_vectors = _through_work(evidence.work_vectors, parts)
    return _side_by_side(evidence.words, evidence.vectors, by_words, by_vectors)


def _side_by_side(*found: dict[str, float]) -> dict[str, tuple[float, ...]]:
    """Return for each id that stands in one of *found* what each of them has for it, or 0."""
    # With the same ids in the same order they are zipped: to look each up takes three times as long.
    none = dict.fromkeys(chain(*found), 0.0)
    columns = ((none | each).values() for each in found)
    return dict(zip(none, zip(*columns, strict=True), strict=True))


def _through_work(near: Mapping[str, float], parts: Parts) -> dict[str, float]:
    """Return for each partner the best of its part in an activity times how near that is."""
    best = [0.0] * len(parts.partners)
    for activity, cosine in near.items():
        for number, share in parts.of[activity]:
            value = cosine * share
            if value > best[number]:  # noqa: PLR1730 - hundreds of times for one aim: a call costs more
                best[number] = value
    return {id_: value for id_, value in zip(parts.partners, best, strict=True) if value}


def partner_chances(
    inputs: Mapping[str, Sequence[float]], calibration: Calibration
) -> dict[str, float]:
    """Return the chance of each partner to be an acceptable answer."""
    start, (a, b, c, d) = calibration.partner
    prior = calibration.prior
    # Written out, since a loop over the weights for sixty partners takes longer than all the rest.
    return {
        id_: 1 / (1 + exp(-(start + prior.get(id_, 0.0) + a * w + b * x + c * y + d * z)))
        for id_, (w, x, y, z) in inputs.items()
    }


def work_inputs(
    evidence: Evidence, chances: Mapping[str, float], parts: Parts
) -> dict[str, tuple[float, ...]]:
    """Return for each activity that is near at all the values of `WORK_INPUTS`.

    Of the partners it counts how likely at least one is an acceptable answer, as far as it takes part.

    Args:
        evidence: of one aim.
        chances: of the partners.
        parts: who takes part in what.
    """
    chance = [chances.get(id_, 0.0) for id_ in parts.partners]
    found: dict[str, tuple[float, ...]] = {}
    for id_, (words, vectors) in _side_by_side(evidence.work_words, evidence.work_vectors).items():
        none = 1.0
        for number, share in parts.of[id_]:
            none *= 1.0 - chance[number] * share
        found[id_] = (words, vectors, 1.0 - none)
    return found


def work_chances(
    inputs: Mapping[str, Sequence[float]], calibration: Calibration
) -> dict[str, float]:
    """Return the chance of each activity to be an acceptable answer."""
    start, (a, b, c) = calibration.work
    return {
        id_: 1 / (1 + exp(-(start + a * x + b * y + c * z))) for id_, (x, y, z) in inputs.items()
    }


def confidence_inputs(
    evidence: Evidence, chances: Mapping[str, float], known: float, features: int
) -> tuple[float, ...]:
    """Return the values of `CONFIDENCE_INPUTS`.

    Two readings of one aim, by its words and by its vectors, that agree are the best sign that
    both are right; and of one or two words little can be told, however well they fit.

    Args:
        evidence: of one aim.
        chances: of the partners.
        known: share of the aim's telling words that the catalog knows.
        features: how many words and word groups it knows.
    """
    first = _order(chances)[:_FIVE]
    of_first = [*(chances[id_] for id_ in first), *[0.0] * (_FIVE - len(first))]
    words, vectors = _order(evidence.words), _order(evidence.vectors)
    return (
        of_first[0],
        of_first[_ENOUGH - 1],
        of_first[0] - of_first[-1],
        sum(of_first) / _FIVE,
        _rank(first, words),
        _rank(first, vectors),
        float(len(set(words[:_FIVE]) & set(vectors[:_FIVE]))),
        max(evidence.work_words.values(), default=0.0),
        max(evidence.work_vectors.values(), default=0.0),
        known,
        log1p(features),
    )


def _order(values: Mapping[str, float]) -> list[str]:
    return sorted(sorted(values), key=values.__getitem__, reverse=True)


def _rank(first: Sequence[str], order: Sequence[str]) -> float:
    return log1p(order.index(first[0])) if first and first[0] in order else log1p(len(order))


HIGH, MEDIUM = 0.88, 0.6
"""Chances that the first partner and three of the first five are acceptable. On requests that it was
not fitted to, high holds for about nine in ten and medium for four in five."""


def level(chance: float) -> Confidence:
    """Return the word for a chance: of ten answers called high nine are right."""
    return "high" if chance >= HIGH else "medium" if chance >= MEDIUM else "low"
