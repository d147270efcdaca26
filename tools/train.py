"""Fit the weights to the catalog's sentences: ``make model`` writes the files that ship.

A ridge regression in closed form: for the features X of all examples and the partners Y they lead
to, the weights are (X'DX + cI)^-1 X'DY, where D holds the weight of each example. Predictions for a
precedent with all precedents of its source left out follow exactly from the same solution
(Hastie, Tibshirani, Friedman: The Elements of Statistical Learning, 7.10), so that measuring
needs no second model.
"""

import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from hashlib import blake2b
from math import log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from collabkit.catalog import Catalog, load
from collabkit.matching.language.calibration import Calibration
from collabkit.matching.language.centroids import centroid, checksum
from collabkit.matching.language.examples import Example, examples
from collabkit.matching.language.features import IDEA, extract_features, ideas
from collabkit.matching.language.model import IDEA_COUNTS, Model, path_of, save
from collabkit.matching.language.sentence import SentenceModel
from collabkit.matching.language.vectors import Encoder, PieceVectors
from collabkit.matching.language.works import texts_of
from tools.calibrate import UNFITTED, calibrate
from tools.distill import distill
from tools.sentence_model import Teacher

RIDGE = 10.0
"""How much the weights are held back. Between 6 and 16 nothing that we measure changes by much."""

Matrix = NDArray[np.float64]


class Fitted(NamedTuple):
    """Everything that training knows. Of rows, those of the encoder's numbers come after the features."""

    examples: Sequence[Example]
    features: Sequence[str]
    partners: Sequence[str]
    rarity: Matrix
    x: Matrix
    """Of the precedents alone, and so is `y`."""
    y: Matrix
    weights: Matrix
    spread: Matrix
    """(X'DX + cI)^-1 X' for the precedents alone."""


def digest(taught: Sequence[Example], catalog: Catalog) -> str:
    """Return a name for what the weights are made from."""
    found = blake2b(digest_size=16)
    for term in catalog.terms.values():
        found.update(repr((term.id, term.words)).encode())
    for example in taught:
        found.update(
            repr((example.text, sorted(example.partners.items()), example.weight)).encode()
        )
    return found.hexdigest()


def fit(catalog: Catalog, vectors: Callable[[Sequence[str]], Matrix]) -> Fitted:
    """Return the weights that the examples of *catalog* teach.

    Args:
        catalog: with the sentences.
        vectors: gives the encoder's numbers of texts, row by row.
    """
    taught = list(examples(catalog))
    groups = ideas((term.id, term.words) for term in catalog.terms.values())
    heard = [sorted(extract_features(example.text, groups).features) for example in taught]
    features = sorted({feature for each in heard for feature in each})
    place = {feature: number for number, feature in enumerate(features)}
    partners = sorted(catalog.partners)
    column = {partner: number for number, partner in enumerate(partners)}
    counts = Counter(feature for each in heard for feature in each)
    rarity = np.array([log((1 + len(taught)) / (1 + counts[each])) + 1 for each in features])
    counted = rarity * np.array(
        [IDEA_COUNTS if each.startswith(IDEA) else 1.0 for each in features]
    )

    numbers = vectors([example.text for example in taught])
    y = np.zeros((len(taught), len(partners)))
    for number, example in enumerate(taught):
        for partner, strength in example.partners.items():
            y[number, column[partner]] = strength
    used = [[place[feature] for feature in each] for each in heard]
    normal, target = _normal(used, counted, numbers, y, [example.weight for example in taught])
    real = [number for number, example in enumerate(taught) if example.kind == "precedents"]
    x = np.zeros((len(real), len(normal)))
    for row, number in enumerate(real):
        x[row, used[number]] = _shares(counted[used[number]])
        x[row, len(features) :] = numbers[number]
    solved = np.linalg.solve(normal, np.hstack([target, x.T.astype(np.float32)])).astype(float)
    return Fitted(
        taught,
        features,
        partners,
        rarity,
        x,
        y[real],
        solved[:, : len(partners)],
        solved[:, len(partners) :],
    )


def _normal(
    used: Sequence[Sequence[int]],
    counted: Matrix,
    numbers: Matrix,
    y: Matrix,
    weights: Sequence[float],
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return X'DX + cI and X'DY, summed example by example: of the features each has only a few.

    In four bytes, since the ridge keeps the system far from singular.
    """
    words = len(counted)
    size = words + numbers.shape[1]
    normal = np.zeros((size, size), dtype=np.float32)
    target = np.zeros((size, y.shape[1]), dtype=np.float32)
    for places, vector, answer, weight in zip(used, numbers, y, weights, strict=True):
        shares = _shares(counted[places])
        normal[np.ix_(places, places)] += weight * np.outer(shares, shares)
        normal[places, words:] += weight * np.outer(shares, vector)
        target[places] += weight * np.outer(shares, answer)
    weighted = numbers * np.array(weights)[:, None]
    normal[words:, :words] = normal[:words, words:].T
    normal[words:, words:] = weighted.T @ numbers
    target[words:] = weighted.T @ y
    normal[np.diag_indices(size)] += RIDGE
    return normal, target


def _shares(counted: Matrix) -> Matrix:
    """Return the share of each feature of one example: their squares sum to 1."""
    return counted / np.linalg.norm(counted) if len(counted) else counted


def left_out(fitted: Fitted, sources: Sequence[str]) -> tuple[Matrix, Matrix]:
    """Return the answers to each precedent as if all precedents of its source were unknown.

    Args:
        fitted: from ``fit``.
        sources: the source of each precedent, in the order of the catalog.

    Returns:
        What the words and what the encoder's numbers of each precedent say of each partner.
    """
    real = [number for number, each in enumerate(fitted.examples) if each.kind == "precedents"]
    weight = np.array([fitted.examples[number].weight for number in real])
    x, y = fitted.x, fitted.y
    answers = x @ fitted.weights
    hat = (x @ fitted.spread) * weight[None, :]
    groups: dict[str, list[int]] = defaultdict(list)
    for number, source in enumerate(sources):
        groups[source].append(number)
    words = len(fitted.features)
    of_words, of_numbers = np.zeros_like(y), np.zeros_like(y)
    for group in groups.values():
        own = np.eye(len(group)) - hat[np.ix_(group, group)]
        missed = np.linalg.solve(own, (y - answers)[group])
        without = fitted.weights - (fitted.spread[:, group] * weight[group]) @ missed
        of_words[group] = x[group, :words] @ without[:words]
        of_numbers[group] = x[group, words:] @ without[words:]
    return of_words, of_numbers


def to_ship(fitted: Fitted, catalog: Catalog, encoder: Encoder, calibration: Calibration) -> Model:
    """Return *fitted* as it is kept: each row in steps of a 127th of its largest weight."""
    scale = np.abs(fitted.weights).max(axis=1) / 127
    scale[scale == 0] = 1.0
    steps = np.rint(fitted.weights / scale[:, None]).astype(np.int8)
    centroids = [centroid(activity, encoder) for activity in catalog.activities.values()]
    return Model(
        fitted.partners,
        {feature: number for number, feature in enumerate(fitted.features)},
        fitted.rarity.tolist(),
        scale.tolist(),
        array("b", steps.tobytes()),
        digest(fitted.examples, catalog),
        frozenset(example.checksum() for example in fitted.examples),
        {activity.id: checksum(activity) for activity in catalog.activities.values()},
        array("b", np.rint(np.array(centroids) * 127).astype(np.int8).tobytes()),
        calibration,
    )


class _Kept:
    """An encoder that asks the teacher, who remembers."""

    name = SentenceModel.name
    dims = SentenceModel.dims
    meaning_counts = SentenceModel.meaning_counts
    threaded = SentenceModel.threaded

    def __init__(self, teacher: Teacher) -> None:
        self._teacher = teacher

    def encode(self, text: str) -> list[float]:
        return [float(value) for value in self._teacher.encode([text])[0]]


def train(catalog: Catalog, encoder: Encoder, vectors: Callable[[Sequence[str]], Matrix]) -> None:
    """Write the weights for *encoder*."""
    fitted = fit(catalog, vectors)
    model = to_ship(fitted, catalog, encoder, UNFITTED)
    model = model._replace(checksum="training")
    calibration = calibrate(catalog, encoder, model)
    save(model._replace(calibration=calibration), path_of(encoder.name))
    sys.stderr.write(
        f"{encoder.name}: {len(fitted.examples)} examples, {len(fitted.features)} features\n"
    )


def of_encoder(encoder: Encoder) -> Callable[[Sequence[str]], Matrix]:
    """Return what gives the numbers of many texts."""
    return lambda texts: np.array([encoder.encode(text) for text in texts])


def main() -> None:
    """Distill the table, and train on the shipped catalog for each encoder."""
    catalog = load()
    texts = [example.text for example in examples(catalog)]
    teacher = Teacher()
    if "--weights" not in sys.argv:
        distill(texts, teacher)
    pieces = PieceVectors()
    train(catalog, pieces, of_encoder(pieces))
    teacher.encode([text for each in catalog.activities.values() for text in texts_of(each)])
    train(catalog, _Kept(teacher), lambda many: teacher.encode(many).astype(np.float64))


if __name__ == "__main__":
    main()
