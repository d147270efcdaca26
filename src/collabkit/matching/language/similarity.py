"""Which goals and precedents speak most like an aim: cosines of shared features."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
from typing import Any

from collabkit.catalog import Catalog
from collabkit.matching.language.features import extract_features
from collabkit.matching.language.model import Affinities
from collabkit.matching.language.packed import RowSums
from collabkit.matching.language.phrases import Phrases

_DESCRIBED = 0.5
"""What the entry says of itself counts half of what librarians say before they know it."""
_FEATURES = 100
"""Features of an entry that count, the weightiest; the rest are words that it uses once."""


Uses = Mapping[str, tuple[Sequence[int], Sequence[int]]]
"""For each feature the numbers of those that use it, and beside them the weight that it has in each."""
STEPS = 10_000
"""Steps of a weight that are 1.0."""


def row_of(used: tuple[Sequence[int], Sequence[int]], count: int) -> "array[int]":
    """Return the weight of one feature in each of *count* entries."""
    row = array("q", bytes(8 * count))
    for number, weight in zip(*used, strict=True):
        row[number] = weight
    return row


class SimilarityIndex:
    """For one kind of entry: feature to the entries that use it, each with a weight.

    The squares of an entry's weights sum to 1, so the sum over an aim's features is a cosine.
    """

    def __init__(self, ids: Sequence[str], uses: Uses) -> None:
        """Hold what ``similarity_index`` made."""
        self._ids = ids
        self.uses = uses
        self._sums = RowSums(len(ids), STEPS, lambda feature: row_of(uses[feature], len(ids)))

    def near(self, shares: Mapping[str, float]) -> dict[str, float]:
        """Return the cosine, 0 to 1, of the aim with *shares* and each entry it shares a word with."""
        known = {feature: share for feature, share in shares.items() if feature in self.uses}
        found = self._sums.of(known)
        return {id_: cosine for id_, cosine in zip(self._ids, found, strict=True) if cosine}


def similarity_index(
    entries: Iterable[tuple[str, Iterable[tuple[str, float]]]],
    groups: Phrases[list[str]],
    affinities: Affinities,
) -> Any:  # noqa: ANN401 - what JSON can keep
    """Return the index of *entries*, each an id with its weighted texts, as JSON keeps it."""
    ids: list[str] = []
    uses: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for number, (id_, texts) in enumerate(entries):
        ids.append(id_)
        whole: dict[str, float] = defaultdict(float)
        for text, weight in texts:
            for feature, share in affinities.shares(
                extract_features(text, groups).features
            ).items():
                whole[feature] += weight * share
        weightiest = sorted(whole, key=lambda each: (-whole[each], each))[:_FEATURES]
        length = sqrt(sum(whole[each] ** 2 for each in weightiest)) or 1.0
        for feature in weightiest:
            numbers, weights = uses[feature]
            numbers.append(number)
            weights.append(round(whole[feature] / length * STEPS))
    return {"ids": ids, "uses": uses}


def goal_texts(catalog: Catalog) -> Iterable[tuple[str, list[tuple[str, float]]]]:
    """Yield each goal with what is said of it."""
    for goal in catalog.goals.values():
        texts = (goal.label, *goal.aliases)
        yield (
            goal.id,
            [*((text, 1.0) for text in texts), (goal.summary, 1.0), (goal.need, _DESCRIBED)],
        )


def precedent_texts(catalog: Catalog) -> Iterable[tuple[str, list[tuple[str, float]]]]:
    """Yield each precedent with its aim."""
    for precedent in catalog.precedents.values():
        yield precedent.id, [(precedent.aim, 1.0)]
