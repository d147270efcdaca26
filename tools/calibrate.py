"""What evidence is worth: logistic regressions fitted to requests with an answer key.

The requests are those of ``evaluation/data`` that are not kept for reporting; where two labelers gave
a key, what either accepts is right. Confidence is fitted to answers that were made without the request
in question, by folds, and without the names of the catalog, which were gathered by whoever had read
these requests: so it does not flatter.
"""

from collections.abc import Collection, Sequence
from functools import cache
from typing import NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from collabkit.catalog import Catalog
from collabkit.catalog.base import Entry
from collabkit.matching.language import calibration as chances
from collabkit.matching.language.calibration import Calibration, Evidence, Logistic, Parts
from collabkit.matching.language.interpret import Interpreter
from collabkit.matching.language.model import Model
from collabkit.matching.language.vectors import Encoder
from collabkit.matching.scoring.facts import facts
from collabkit.ondemand import OnDemand
from tools.answer_keys import fitted_to

FOLDS = 10
HELD_BACK = 3.0
"""How much the weights of a regression are held back, after each input has been brought to scale."""
PRIOR_COUNTS = 0.5
"""Share of what a partner's commonness is worth on these requests: one hand labeled them, and on the
precedents, which many libraries made, the whole of it costs hits."""
NEAR = 0.1
"""Share of all activities whose numbers count as near to a request: those beyond tell nothing, and
looking through the partners of each takes most of the time of an answer."""
FIVE, THREE = 5, 3

UNFITTED = Calibration(
    Logistic(-2.0, (5.0, 5.0, 0.0, 0.0)),
    {},
    Logistic(-3.0, (3.0, 3.0, 0.0)),
    Logistic(0.0, (0.0,) * len(chances.CONFIDENCE_INPUTS)),
)
"""Any calibration, for a model whose evidence is all that is wanted of it."""

Matrix = NDArray[np.float64]


class Ask(NamedTuple):
    """A request with its answer key, and the evidence for its answers."""

    good: frozenset[str]
    work: frozenset[str]
    evidence: Evidence
    known: float
    features: int


def asks(catalog: Catalog, encoder: Encoder, model: Model) -> list[Ask]:
    """Return the requests that calibration is fitted to."""
    interpreter = Interpreter(catalog, encoder, model)
    found = []
    for key in fitted_to():
        read = interpreter.read(key["aim"])
        good, work = frozenset(key["good"]), frozenset(key["work"])
        found.append(Ask(good, work, interpreter.evidence(read), read.known, len(read.shares)))
    return found


def calibrate(
    catalog: Catalog, encoder: Encoder, model: Model, without: Collection[int] = ()
) -> Calibration:
    """Return what the evidence that *model* gives is worth.

    Args:
        catalog: in whose terms.
        encoder: what gives texts their numbers.
        model: fitted for that encoder.
        without: numbers of requests that are left out.
    """
    usual = _usual(catalog, encoder, model)
    model = model._replace(calibration=UNFITTED._replace(usual=usual))
    fitter = _Fitter(catalog)
    asked = _kept(asks(catalog, encoder, model), without)
    confidence = _confidence(_kept(asks(_without_names(catalog), encoder, model), without), fitter)
    return fitter.fit(asked)._replace(confidence=confidence, usual=usual)


def _kept(every: Sequence[Ask], without: Collection[int]) -> list[Ask]:
    return [ask for number, ask in enumerate(every) if number not in without]


@cache
def _without_names(catalog: Catalog) -> Catalog:
    """Return *catalog* as if it knew no name and no fixed expression."""
    return Catalog(
        lambda kind: {} if kind == "names" else cast("OnDemand[Entry]", catalog.kind(kind)).plain
    )


def _confidence(asked: Sequence[Ask], fitter: "_Fitter") -> Logistic:
    """Return how sure answers are, fitted to those of *asked*, each made without the request itself."""
    fold = np.random.default_rng(1).integers(0, FOLDS, len(asked))
    inputs, right = [], []
    for held in range(FOLDS):
        fitted = fitter.fit([ask for ask, each in zip(asked, fold, strict=True) if each != held])
        for ask in (ask for ask, each in zip(asked, fold, strict=True) if each == held):
            found = fitter.chances(ask, fitted)
            first = sorted(found, key=lambda id_: (-found[id_], id_))[:FIVE]
            good = [id_ in ask.good for id_ in first]
            inputs.append(chances.confidence_inputs(ask.evidence, found, ask.known, ask.features))
            right.append(good[:1] == [True] and sum(good) >= THREE)
    return logistic(np.array(inputs), np.array(right), HELD_BACK)


def _usual(catalog: Catalog, encoder: Encoder, model: Model) -> float:
    """Return the cosine that a tenth of all activities have with a request, or more."""
    interpreter = Interpreter(catalog, encoder, model)
    found = [
        interpreter.work_vectors.cosines(interpreter.read(key["aim"]).vector) for key in fitted_to()
    ]
    return float(np.quantile([cosine for each in found for cosine in each], 1 - NEAR))


class _Fitter:
    """Fits chances of partners and activities for one catalog."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.parts = Parts({id_: each.part for id_, each in facts(catalog).activities.items()})

    def chances(self, ask: Ask, fitted: Calibration) -> dict[str, float]:
        """Return the chance of each partner."""
        inputs = chances.partner_inputs(ask.evidence, self.parts)
        return chances.partner_chances(inputs, fitted)

    def fit(self, asked: Sequence[Ask]) -> Calibration:
        """Return the chances of partners and activities fitted to *asked*."""
        real = [ask for ask in asked if ask.good]
        prior = self._prior(real)
        rows, right = [], []
        for ask in real:
            inputs = chances.partner_inputs(ask.evidence, self.parts)
            for id_ in sorted(inputs.keys() & prior.keys()):
                rows.append((*inputs[id_], prior[id_]))
                right.append(id_ in ask.good)
        fitted = logistic(np.array(rows), np.array(right), HELD_BACK, floor=0.0)
        *weights, of_prior = fitted.weights
        scaled = {id_: PRIOR_COUNTS * of_prior * value for id_, value in prior.items()}
        partner = Logistic(fitted.intercept, tuple(weights))
        calibration = UNFITTED._replace(partner=partner, prior=scaled)
        return calibration._replace(work=self._work(real, calibration))

    def _prior(self, real: Sequence[Ask]) -> dict[str, float]:
        """Return the log of how often each partner answers, as far from the mean as it stands.

        Of partners that came to the catalog after the key was made it tells nothing.
        """
        raw = {
            id_: float(np.log((sum(id_ in ask.good for ask in real) + 1) / (len(real) + 10)))
            for id_ in self.catalog.partners
            if any(id_ in ask.good for ask in real)
        }
        mean = sum(raw.values()) / len(raw)
        return {id_: value - mean for id_, value in raw.items()}

    def _work(self, real: Sequence[Ask], fitted: Calibration) -> Logistic:
        rows, right = [], []
        for ask in real:
            if ask.work:
                found = self.chances(ask, fitted)
                for id_, values in chances.work_inputs(ask.evidence, found, self.parts).items():
                    rows.append(values)
                    right.append(id_ in ask.work)
        return logistic(np.array(rows), np.array(right), HELD_BACK, floor=0.0)


def logistic(
    inputs: Matrix, right: NDArray[np.bool_], held_back: float, floor: float | None = None
) -> Logistic:
    """Return the logistic regression of *right* on *inputs*, by Newton's method.

    Args:
        inputs: one row for each case.
        right: whether it holds.
        held_back: the ridge on the weights, after each input is brought to mean 0 and deviation 1.
        floor: the lowest that a weight may be; inputs that would fall below it are left out.
    """
    mean, deviation = inputs.mean(axis=0), inputs.std(axis=0) + 1e-9
    used = np.ones(inputs.shape[1], dtype=bool)
    while True:
        x = np.hstack([np.ones((len(inputs), 1)), ((inputs - mean) / deviation)[:, used]])
        weights = _newton(x, right.astype(float), held_back)
        low = weights[1:] < floor if floor is not None else np.zeros(int(used.sum()), dtype=bool)
        if not low.any():
            break
        used[np.flatnonzero(used)[low]] = False
    whole = np.zeros(inputs.shape[1])
    whole[used] = weights[1:] / deviation[used]
    return Logistic(float(weights[0] - whole @ mean), tuple(whole.tolist()))


def _newton(x: Matrix, y: Matrix, held_back: float) -> Matrix:
    weights = np.zeros(x.shape[1])
    ridge = held_back * np.eye(x.shape[1])
    ridge[0, 0] = 0.0
    for _ in range(50):
        chance = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        gradient = x.T @ (chance - y) + ridge @ weights
        step = np.linalg.solve((x * (chance * (1 - chance))[:, None]).T @ x + ridge, gradient)
        weights -= step
        if np.abs(step).max() < 1e-8:  # noqa: PLR2004 - far below what is kept
            break
    return weights
