"""Which activities are asked for in such words: naive Bayes, each word for itself.

Of each activity it is known in how many of its sentences a word stands, and of the whole catalog how
usual that word is. A word that is said of an activity oftener than usual speaks for it, one that is
said of it seldomer speaks against it, and what the words say is added up in logarithms (Manning,
Raghavan, Schütze: Introduction to Information Retrieval, 2008, chapter 13).
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import log1p
from typing import Any

from collabkit.catalog import Activity, Catalog
from collabkit.matching.language.examples import described
from collabkit.matching.language.features import extract_features
from collabkit.matching.language.model import Affinities
from collabkit.matching.language.packed import RowSums
from collabkit.matching.language.phrases import Phrases
from collabkit.matching.language.similarity import STEPS, Uses, row_of

_AS_USUAL = 25.0
"""Sentences in which words are as usual, added to those of each activity: so a word that stands in one
of a dozen by chance proves little. Between 12 and 50 nothing that we measure changes by much."""


class WorkWords:
    """For activities: feature to those of which it is said, each with what that is worth."""

    def __init__(
        self,
        ids: Sequence[str],
        against: Sequence[int],
        uses: Uses,
    ) -> None:
        """Hold what ``work_words`` made.

        Args:
            ids: of the activities.
            against: for each, what a word that is never said of it counts against it, in `STEPS`.
            uses: of each feature, by the activities, with what it counts for them, in `STEPS`.
        """
        self.uses = uses
        self._ids = ids
        self._against = against
        self._sums = RowSums(len(ids), STEPS, self._row)

    def _row(self, feature: str) -> Sequence[int]:
        if feature == _NEVER:
            return [-each for each in self._against]
        return row_of(self.uses[feature], len(self._ids))

    def near(self, counts: Mapping[str, float]) -> dict[str, float]:
        """Return the activities for which an aim speaks, each with how much, above 0.

        Args:
            counts: of each feature of the aim, how much it counts.
        """
        known = {feature: count for feature, count in counts.items() if feature in self.uses}
        found = self._sums.of({**known, _NEVER: sum(known.values())})
        return {id_: value for id_, value in zip(self._ids, found, strict=True) if value > 0}


_NEVER = ""
"""Stands for what a word counts against an activity of which it is never said; no feature is empty."""


def work_words(catalog: Catalog, groups: Phrases[list[str]], affinities: Affinities) -> Any:  # noqa: ANN401 - what JSON can keep
    """Return for the activities of *catalog* what `WorkWords` holds, as JSON keeps it."""
    ids: list[str] = []
    against: list[int] = []
    uses: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for number, activity in enumerate(catalog.activities.values()):
        texts = texts_of(activity)
        found = Counter(
            feature for text in texts for feature in extract_features(text, groups).features
        )
        for feature, times in found.items():
            usual = affinities.usual(feature)
            if usual:
                numbers, weights = uses[feature]
                numbers.append(number)
                weights.append(round(log1p(times / (_AS_USUAL * usual)) * STEPS))
        ids.append(activity.id)
        against.append(round(log1p(len(texts) / _AS_USUAL) * STEPS))
    return {"ids": ids, "against": against, "uses": uses}


def texts_of(activity: Activity) -> list[str]:
    """Return what is said of *activity*: how it is asked for, what it is, and why.

    What its partners are told is left out: nobody asks for work in the words of an answer.
    """
    return [*activity.aims, *described(activity), activity.need]
