"""Which activities, goals and precedents speak most like an aim: cosines of shared features.

A goal or precedent is compared as a whole. What is said of an activity is compared sentence by
sentence: a request is like one or two of the ways to ask for it, and unlike the others.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
from typing import Any, NamedTuple

from collabkit.catalog import Activity, Catalog
from collabkit.matching.language.examples import described
from collabkit.matching.language.features import extract_features
from collabkit.matching.language.model import Affinities
from collabkit.matching.language.phrases import Phrases

_DESCRIBED = 0.5
"""What the entry says of itself counts half of what librarians say before they know it."""
_KEPT = 100
"""Features kept of each entry, the weightiest; the rest are words that it uses once."""


Uses = Mapping[str, tuple[Sequence[int], Sequence[float]]]
"""For each feature the numbers of those that use it, and beside them the weight that it has in each.
Two columns and no pairs: an aim goes through hundreds, which are nearer to each other so."""


class SimilarityIndex:
    """For one kind of entry: feature to the entries that use it, each with a weight.

    The squares of an entry's weights sum to 1, so the sum over an aim's features is a cosine.
    """

    def __init__(self, ids: Sequence[str], uses: Uses) -> None:
        """Hold what ``similarity_index`` made."""
        self._ids = ids
        self.uses = uses

    def near(self, shares: Mapping[str, float]) -> dict[str, float]:
        """Return the cosine, 0 to 1, of the aim with *shares* and each entry it shares a word with."""
        found: dict[int, float] = {}
        for feature, share in shares.items():
            for number, weight in zip(*self.uses.get(feature, _NONE), strict=True):
                found[number] = found.get(number, 0.0) + share * weight
        return {self._ids[number]: cosine for number, cosine in found.items() if cosine}


class Nearness(NamedTuple):
    """How near an aim is to entries of which many sentences are known, by id."""

    whole: dict[str, float]
    """The cosine, 0 to 1, of the aim and all that is said of the entry."""
    nearest: dict[str, float]
    """The mean of the cosines of the aim and the two sentences that are nearest to it."""


class SentenceIndex:
    """For activities: feature to the sentences that use it, each with a weight."""

    def __init__(
        self,
        ids: Sequence[str],
        counts: Sequence[float],
        uses: Uses,
    ) -> None:
        """Hold what ``sentence_index`` made.

        Args:
            ids: for each sentence, the id of its entry.
            counts: for each, what it counts in the whole of that.
            uses: of each feature, by the sentences.
        """
        self.uses = uses
        entries = {id_: number for number, id_ in enumerate(dict.fromkeys(ids))}
        self._ids = tuple(entries)
        self._entries = [entries[id_] for id_ in ids]
        self._counts = counts

    def near(self, shares: Mapping[str, float], least: float) -> Nearness:
        """Return how near the aim with *shares* is to entries.

        Args:
            shares: of the features of the aim.
            least: cosine below which a sentence, or the whole, shares a common word with it at most.
        """
        cosines: dict[int, float] = {}
        for feature, share in shares.items():
            for sentence, weight in zip(*self.uses.get(feature, _NONE), strict=True):
                if sentence in cosines:
                    cosines[sentence] += share * weight
                else:
                    cosines[sentence] = share * weight
        none = [0.0] * len(self._ids)
        whole, nearest, second = none.copy(), none.copy(), none.copy()
        for sentence, cosine in cosines.items():
            if cosine < least:
                continue
            entry = self._entries[sentence]
            whole[entry] += self._counts[sentence] * cosine
            if cosine > nearest[entry]:
                nearest[entry], second[entry] = cosine, nearest[entry]
            elif cosine > second[entry]:
                second[entry] = cosine
        two = [(one + other) / 2 for one, other in zip(nearest, second, strict=True)]
        return Nearness(self._from(least, whole), self._from(least, two))

    def _from(self, least: float, values: Sequence[float]) -> dict[str, float]:
        """Return those of *values*, one for each entry, that are not below *least*, by id."""
        return {id_: value for id_, value in zip(self._ids, values, strict=True) if value >= least}


_NONE: tuple[Sequence[int], Sequence[float]] = ((), ())
"""What uses a feature that nothing uses."""


def similarity_index(
    entries: Iterable[tuple[str, Iterable[tuple[str, float]]]],
    groups: Phrases[list[str]],
    affinities: Affinities,
) -> Any:  # noqa: ANN401 - what JSON can keep
    """Return the index of *entries*, each an id with its weighted texts, as JSON keeps it."""
    ids: list[str] = []
    uses: dict[str, tuple[list[int], list[float]]] = defaultdict(lambda: ([], []))
    for number, (id_, texts) in enumerate(entries):
        ids.append(id_)
        whole: dict[str, float] = defaultdict(float)
        for text, weight in texts:
            for feature, share in affinities.shares(
                extract_features(text, groups).features
            ).items():
                whole[feature] += weight * share
        weightiest = sorted(whole, key=lambda each: (-whole[each], each))[:_KEPT]
        length = sqrt(sum(whole[each] ** 2 for each in weightiest)) or 1.0
        for feature in weightiest:
            numbers, weights = uses[feature]
            numbers.append(number)
            weights.append(round(whole[feature] / length, 4))
    return {"ids": ids, "uses": uses}


def sentence_index(catalog: Catalog, groups: Phrases[list[str]], affinities: Affinities) -> Any:  # noqa: ANN401 - as above
    """Return the index of what is said of activities, sentence by sentence, as JSON keeps it."""
    said = [
        (activity.id, text, weight)
        for activity in catalog.activities.values()
        for text, weight in weighted_texts(activity)
    ]
    made = similarity_index(((id_, [(text, 1.0)]) for id_, text, _ in said), groups, affinities)
    whole: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for feature, users in made["uses"].items():
        for sentence, weight in zip(*users, strict=True):
            id_, _, counted = said[sentence]
            whole[id_][feature] += counted * weight
    length = {id_: sqrt(sum(each**2 for each in of.values())) for id_, of in whole.items()}
    counts = [round(counted / (length.get(id_) or 1.0), 4) for id_, _, counted in said]
    return {**made, "counts": counts}


def weighted_texts(activity: Activity) -> list[tuple[str, float]]:
    """Return what is said of *activity*, each text with its weight."""
    aims = [(aim, 1.0) for aim in activity.aims]
    return [*aims, *((text, _DESCRIBED) for text in described(activity))]


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
