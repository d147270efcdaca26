"""Learn the weights from the catalog's sentences: ``make model`` writes the file that ships.

A ridge regression in closed form: for the features X of all examples and the partners Y they lead
to, the weights are (X'DX + cI)^-1 X'DY, where D holds the weight of each example. Predictions for a
precedent with all precedents of its source left out follow exactly from the same solution
(Hastie, Tibshirani, Friedman: The Elements of Statistical Learning, 7.10), so that measuring
needs no second model.
"""

import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Sequence
from hashlib import blake2b
from math import log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from collabkit.catalog import Catalog, load
from collabkit.matching.language.examples import Example, examples
from collabkit.matching.language.features import IDEA, extract_features, ideas
from collabkit.matching.language.model import IDEA_COUNTS, Model, save

RIDGE = 10.0
"""How much the weights are held back. Between 6 and 16 nothing that we measure changes by much."""

Matrix = NDArray[np.float64]


class Fitted(NamedTuple):
    """Everything that training knows."""

    examples: Sequence[Example]
    features: Sequence[str]
    partners: Sequence[str]
    rarity: Matrix
    x: Matrix
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


def fit(catalog: Catalog) -> Fitted:
    """Return the weights that the examples of *catalog* teach."""
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

    x = np.zeros((len(taught), len(features)))
    y = np.zeros((len(taught), len(partners)))
    for number, (example, each) in enumerate(zip(taught, heard, strict=True)):
        places = [place[feature] for feature in each]
        if places:
            x[number, places] = counted[places] / np.linalg.norm(counted[places])
        for partner, strength in example.partners.items():
            y[number, column[partner]] = strength
    weight = np.array([example.weight for example in taught])
    weighted = x * weight[:, None]
    normal = x.T @ weighted + RIDGE * np.eye(len(features))
    real = [number for number, example in enumerate(taught) if example.kind == "precedents"]
    solved = np.linalg.solve(normal, np.hstack([weighted.T @ y, x[real].T]))
    return Fitted(
        taught,
        features,
        partners,
        rarity,
        x,
        y,
        solved[:, : len(partners)],
        solved[:, len(partners) :],
    )


def left_out(fitted: Fitted, sources: Sequence[str]) -> Matrix:
    """Return the answers to each precedent as if all precedents of its source were unknown.

    Args:
        fitted: from ``fit``.
        sources: the source of each precedent, in the order of the catalog.
    """
    real = [number for number, each in enumerate(fitted.examples) if each.kind == "precedents"]
    weight = np.array([fitted.examples[number].weight for number in real])
    x, y = fitted.x[real], fitted.y[real]
    answers = x @ fitted.weights
    hat = (x @ fitted.spread) * weight[None, :]
    groups: dict[str, list[int]] = defaultdict(list)
    for number, source in enumerate(sources):
        groups[source].append(number)
    for group in groups.values():
        own = np.eye(len(group)) - hat[np.ix_(group, group)]
        answers[group] = y[group] - np.linalg.solve(own, (y - answers)[group])
    return answers


def to_ship(fitted: Fitted, catalog: Catalog) -> Model:
    """Return *fitted* as it is kept: each row in steps of a 127th of its largest weight."""
    scale = np.abs(fitted.weights).max(axis=1) / 127
    scale[scale == 0] = 1.0
    steps = np.rint(fitted.weights / scale[:, None]).astype(np.int8)
    return Model(
        fitted.partners,
        {feature: number for number, feature in enumerate(fitted.features)},
        fitted.rarity.tolist(),
        scale.tolist(),
        array("b", steps.tobytes()),
        digest(fitted.examples, catalog),
        frozenset(example.checksum() for example in fitted.examples),
    )


def main() -> None:
    """Train on the shipped catalog and write the weights."""
    catalog = load()
    fitted = fit(catalog)
    save(to_ship(fitted, catalog))
    sys.stderr.write(f"{len(fitted.examples)} examples, {len(fitted.features)} features\n")


if __name__ == "__main__":
    main()
