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


class SimilarityIndex:
    """For one kind of entry: feature to the entries that use it, each with a weight.

    The squares of an entry's weights sum to 1, so the sum over an aim's features is a cosine.
    """

    def __init__(self, ids: Sequence[str], uses: Mapping[str, Sequence[tuple[int, float]]]) -> None:
        """Hold what ``similarity_index`` made: feature to pairs of (number of the entry, weight)."""
        self._ids = ids
        self.uses = uses

    def near(self, shares: Mapping[str, float]) -> dict[str, float]:
        """Return the cosine, 0 to 1, of the aim with *shares* and each entry it shares a word with."""
        found = [0.0] * len(self._ids)
        for feature, share in shares.items():
            for number, weight in self.uses.get(feature, ()):
                found[number] += share * weight
        return {id_: cosine for id_, cosine in zip(self._ids, found, strict=True) if cosine}


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
        uses: Mapping[str, Sequence[tuple[int, float]]],
    ) -> None:
        """Hold what ``sentence_index`` made.

        Args:
            ids: for each sentence, the id of its entry.
            counts: for each, what it counts in the whole of that.
            uses: feature to pairs of (number of the sentence, weight).
        """
        self.uses = uses
        self._sentences = list(zip(ids, counts, strict=True))
        self._users: dict[str, Sequence[tuple[int, float]]] = {}

    def near(self, shares: Mapping[str, float], least: float) -> Nearness:
        """Return how near the aim with *shares* is to entries.

        Args:
            shares: of the features of the aim.
            least: cosine below which a sentence shares a common word with it at most.
        """
        cosines: dict[int, float] = {}
        for feature, share in shares.items():
            for sentence, weight in self._users.get(feature) or self._pack(feature):
                if sentence in cosines:
                    cosines[sentence] += share * weight
                else:
                    cosines[sentence] = share * weight
        whole: dict[str, float] = {}
        nearest: dict[str, float] = {}
        second: dict[str, float] = {}
        for sentence, cosine in cosines.items():
            if cosine < least:
                continue
            entry, count = self._sentences[sentence]
            if entry not in whole:
                whole[entry], nearest[entry], second[entry] = count * cosine, cosine, 0.0
                continue
            whole[entry] += count * cosine
            if cosine > nearest[entry]:
                nearest[entry], second[entry] = cosine, nearest[entry]
            elif cosine > second[entry]:
                second[entry] = cosine
        return Nearness(
            whole, {entry: (first + second[entry]) / 2 for entry, first in nearest.items()}
        )

    def _pack(self, feature: str) -> Sequence[tuple[int, float]]:
        """Return the sentences that use *feature* as pairs close together; of one aim, it goes through hundreds."""
        self._users[feature] = [(at, weight) for at, weight in self.uses.get(feature, ())]
        return self._users[feature]


def similarity_index(
    entries: Iterable[tuple[str, Iterable[tuple[str, float]]]],
    groups: Phrases[list[str]],
    affinities: Affinities,
) -> Any:  # noqa: ANN401 - what JSON can keep
    """Return the index of *entries*, each an id with its weighted texts, as JSON keeps it."""
    ids: list[str] = []
    uses: dict[str, list[tuple[int, float]]] = defaultdict(list)
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
            uses[feature].append((number, round(whole[feature] / length, 4)))
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
        for sentence, weight in users:
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
