"""Plain words to what was asked: the words that were heard, and what they call for."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from collabkit.catalog import Catalog
from collabkit.matching import weights as w
from collabkit.matching.language import similarity as nearest
from collabkit.matching.language.examples import lessons
from collabkit.matching.language.features import Heard, hear, ideas
from collabkit.matching.language.model import Affinities, load
from collabkit.matching.language.similarity import Voices
from collabkit.matching.query import Asked
from collabkit.matching.records import Confidence
from collabkit.ondemand import OnDemand

_KEPT_UNDER = "words-2"
"""Name of what is derived; it changes with the code that makes it."""


class Understanding:
    """Understands aims in the terms of one catalog. Made once, asked many times."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._plain: dict[str, Any] = catalog.derived(_KEPT_UNDER, self._derive)
        self._groups: Mapping[str, list[str]] = self._plain["ideas"]
        self._activities = Voices(**self._plain["activities"])
        self._goals = Voices(**self._plain["goals"])
        self._precedents = Voices(**self._plain["precedents"])
        self._known = frozenset(self._activities.uses) | frozenset(self._affinities.features())

    @cached_property
    def _affinities(self) -> Affinities:
        """The shipped weights, with the library's own sentences learned on top."""
        learned = load()
        affinities = Affinities(learned)
        own = self._catalog.own
        if own:
            # A sentence that the shipped weights know already is not learned twice: else an entry
            # would gain by any change, such as a new telephone number.
            taught = (
                each
                for each in lessons(self._catalog)
                if (each.kind, each.entry) in own and each.checksum() not in learned.lessons
            )
            affinities.teach(taught, ideas(_groups(self._catalog)))
        return affinities

    def _derive(self, catalog: Catalog) -> dict[str, Any]:
        groups = ideas(_groups(catalog))
        made = {
            name: nearest.voices(texts(catalog), groups, self._affinities)
            for name, texts in (
                ("activities", nearest.activity_texts),
                ("goals", nearest.goal_texts),
                ("precedents", nearest.precedent_texts),
            )
        }
        return {"ideas": groups, **made}

    def hear(self, aim: str) -> Heard:
        """Return the features of *aim*, with slips of the finger put right."""
        return hear(aim, self._groups, self._known)

    def shares(self, heard: Heard) -> dict[str, float]:
        """Return the share of each feature in what was heard."""
        return self._affinities.shares(heard.features)

    def understand(self, aim: str) -> Asked:
        """Return what *aim* asks for, as far as its words are known."""
        heard = self.hear(aim)
        shares = self.shares(heard)
        return self.asked(aim, heard, shares, self._affinities.of(shares))

    def goals(self, aim: str) -> list[str]:
        """Return every goal that shares a word with *aim*, the closest first."""
        near = self._goals.near(self.shares(self.hear(aim)))
        return sorted(near, key=lambda each: (-near[each], each))

    def asked(
        self,
        aim: str,
        heard: Heard,
        shares: Mapping[str, float],
        affinities: Mapping[str, float],
    ) -> Asked:
        """Return what an aim asks for, given how well each partner fits it."""
        activities = self._activities.near(shares)
        goals = self._goals.near(shares)
        near = sorted(goals, key=lambda each: (-goals[each], each))[: w.GOALS_OF_AN_AIM]
        return Asked(
            aim=aim,
            partners={
                id_: min(1.0, w.AFFINITY_SCALE * affinity**w.AFFINITY_POWER)
                for id_, affinity in affinities.items()
                if affinity > 0 and id_ in self._catalog.partners
            },
            activities={
                id_: cosine for id_, cosine in activities.items() if cosine >= w.ACTIVITY_HEARD
            },
            goals={id_: goals[id_] for id_ in near if goals[id_] >= w.GOAL_HEARD},
            confidence=_confidence(heard, shares, affinities),
            because=OnDemand(affinities, lambda id_, _: self._because(id_, heard, shares)),
            precedents=self._precedents.near(shares),
        )

    def _because(self, partner: str, heard: Heard, shares: Mapping[str, float]) -> tuple[str, ...]:
        features = self._affinities.because(partner, shares)
        said = list(dict.fromkeys(heard.features[feature] for feature in features))
        # A word inside a phrase that is given too adds nothing for the reader.
        whole = [
            words
            for words in said
            if not any(f" {words} " in f" {other} " for other in said if other != words)
        ]
        return tuple(whole[: w.WORDS_SHOWN])


def _groups(catalog: Catalog) -> list[tuple[str, tuple[str, ...]]]:
    return [(term.id, term.words) for term in catalog.terms.values()]


def _confidence(
    heard: Heard, shares: Mapping[str, float], affinities: Mapping[str, float]
) -> Confidence:
    best = max(affinities.values(), default=0.0) if shares else 0.0
    words = {word for words in heard.features.values() for word in words.split()}
    known = len(words - set(heard.unknown)) / max(1, len(words | set(heard.unknown)))
    if best < w.CONFIDENT_LOW or known < w.WORDS_KNOWN_LOW:
        return "low"
    return "high" if best >= w.CONFIDENT_HIGH and known > w.WORDS_KNOWN_HIGH else "medium"
