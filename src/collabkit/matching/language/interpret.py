"""Plain words to what was asked: the words that were heard, and what they call for."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from collabkit.catalog import Catalog
from collabkit.files.fingerprints import fingerprint
from collabkit.matching import weights as w
from collabkit.matching.language import examples as catalog_examples
from collabkit.matching.language import features as text_features
from collabkit.matching.language import model, similarity
from collabkit.matching.language.examples import examples
from collabkit.matching.language.features import Features, extract_features, ideas
from collabkit.matching.language.model import Affinities, load
from collabkit.matching.language.similarity import SimilarityIndex
from collabkit.matching.query import Query
from collabkit.matching.records import Confidence
from collabkit.ondemand import OnDemand


class Interpreter:
    """Understands aims in the terms of one catalog. Made once, asked many times."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._plain: dict[str, Any] = catalog.derived(self._name(), self._derive)
        self._groups: Mapping[str, list[str]] = self._plain["ideas"]
        self._activities = SimilarityIndex(**self._plain["activities"])
        self._goals = SimilarityIndex(**self._plain["goals"])
        self._precedents = SimilarityIndex(**self._plain["precedents"])
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
                for each in examples(self._catalog)
                if (each.kind, each.entry) in own and each.checksum() not in learned.examples
            )
            affinities.fit(taught, ideas(_groups(self._catalog)))
        return affinities

    def _name(self) -> str:
        """Return the name of what is derived, which changes with the code and weights behind it."""
        made_by = (text_features, catalog_examples, model, similarity)
        code = fingerprint(*(module.__file__ for module in made_by))
        return f"language-{code}-{self._affinities.checksum}"

    def _derive(self, catalog: Catalog) -> dict[str, Any]:
        groups = ideas(_groups(catalog))
        made = {
            name: similarity.voices(texts(catalog), groups, self._affinities)
            for name, texts in (
                ("activities", similarity.activity_texts),
                ("goals", similarity.goal_texts),
                ("precedents", similarity.precedent_texts),
            )
        }
        return {"ideas": groups, **made}

    def features(self, aim: str) -> Features:
        """Return the features of *aim*, with slips of the finger put right."""
        return extract_features(aim, self._groups, self._known)

    def shares(self, heard: Features) -> dict[str, float]:
        """Return the share of each feature in what was heard."""
        return self._affinities.shares(heard.features)

    def interpret(self, aim: str) -> Query:
        """Return what *aim* asks for, as far as its words are known."""
        heard = self.features(aim)
        shares = self.shares(heard)
        return self.asked(aim, heard, shares, self._affinities.of(shares))

    def goals(self, aim: str) -> list[str]:
        """Return every goal that shares a word with *aim*, the closest first."""
        near = self._goals.near(self.shares(self.features(aim)))
        return sorted(near, key=lambda each: (-near[each], each))

    def asked(
        self,
        aim: str,
        heard: Features,
        shares: Mapping[str, float],
        affinities: Mapping[str, float],
    ) -> Query:
        """Return what an aim asks for, given how well each partner fits it."""
        activities = self._activities.near(shares)
        goals = self._goals.near(shares)
        near = sorted(goals, key=lambda each: (-goals[each], each))[: w.GOALS_OF_AN_AIM]
        return Query(
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

    def _because(
        self, partner: str, heard: Features, shares: Mapping[str, float]
    ) -> tuple[str, ...]:
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
    heard: Features, shares: Mapping[str, float], affinities: Mapping[str, float]
) -> Confidence:
    best = max(affinities.values(), default=0.0) if shares else 0.0
    words = {word for words in heard.features.values() for word in words.split()}
    known = len(words - set(heard.unknown)) / max(1, len(words | set(heard.unknown)))
    if best < w.CONFIDENT_LOW or known < w.WORDS_KNOWN_LOW:
        return "low"
    return "high" if best >= w.CONFIDENT_HIGH and known > w.WORDS_KNOWN_HIGH else "medium"
