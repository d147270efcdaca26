"""Plain words to a query: what they say, what their meaning is near to, and how sure that is."""

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from collabkit.catalog import Catalog
from collabkit.matching import weights as w
from collabkit.matching.language import calibration as chances
from collabkit.matching.language import model, negation, seasons, sentence, similarity, works
from collabkit.matching.language.calibration import Evidence, Parts
from collabkit.matching.language.centroids import WorkVectors, own_centroids
from collabkit.matching.language.examples import examples
from collabkit.matching.language.features import Features, extract_features, ideas, name_meanings
from collabkit.matching.language.model import Affinities
from collabkit.matching.language.names import expand_names
from collabkit.matching.language.phrases import Phrases
from collabkit.matching.language.similarity import SimilarityIndex
from collabkit.matching.language.vectors import Encoder, PieceVectors, encode_with
from collabkit.matching.language.works import WorkWords
from collabkit.matching.query import Query
from collabkit.matching.records import NameMeant, Reading, Spelling
from collabkit.matching.scoring.facts import parts, running_months
from collabkit.ondemand import OnDemand
from collabkit.text.json import shared


class ReadAim(NamedTuple):
    """An aim, taken apart."""

    aim: str
    features: Features
    shares: Mapping[str, float]
    """The share of each known feature."""
    vector: Sequence[float]
    left_out: Sequence[str]
    months: Collection[int]
    """The months it is about; none if it names no season."""

    @property
    def known(self) -> float:
        """The share of its telling words that the catalog knows."""
        typed = {word for words in self.features.features.values() for word in words.split()}
        every = typed | set(self.features.unknown)
        return len(typed - set(self.features.unknown)) / max(1, len(every))


class Interpreter:
    """Understands aims in the terms of one catalog. Made once, for many requests."""

    def __init__(
        self,
        catalog: Catalog,
        encoder: Encoder | None = None,
        weights: model.Model | None = None,
    ) -> None:
        """Prepare to read.

        Args:
            catalog: in whose terms.
            encoder: what gives texts their numbers; by default the sentence model if it is
                installed, and else the table that ships.
            weights: fitted for that encoder; by default those that ship.
        """
        self._catalog = catalog
        self.encoder = encoder or sentence.installed() or PieceVectors()
        self._model = weights or model.load(model.path_of(self.encoder.name))
        # The checksum, since tools and evaluations bring weights of their own.
        derived = catalog.derived(f"language-{self._model.checksum}", self._derive)["language"]
        self._groups: Phrases[list[str]] = Phrases(derived["ideas"])
        self._meanings: Phrases[str] = Phrases(derived["meanings"])
        self._activities = WorkWords(**derived["activities"])
        self._goals = SimilarityIndex(**derived["goals"])
        self._precedents = SimilarityIndex(**derived["precedents"])
        self._known = frozenset(self._activities.uses) | frozenset(self._affinities.features())
        self.work_vectors = WorkVectors(self._model, derived["own_centroids"], catalog)
        self._parts = Parts(parts(catalog))
        self._partners = frozenset(catalog.partners)
        self.read = lru_cache(_CACHED)(self._read)

    @cached_property
    def _affinities(self) -> Affinities:
        """The shipped weights, with the library's own sentences fitted on top."""
        affinities = Affinities(self._model)
        own = self._catalog.own
        if own:
            # A sentence that the shipped weights know already is not fitted twice: else an entry
            # would gain by any change, such as a new telephone number.
            fresh = (
                each
                for each in examples(self._catalog)
                if (each.kind, each.entry) in own and each.checksum() not in self._model.examples
            )
            affinities.fit(fresh, ideas(_groups(self._catalog)))
        return affinities

    @cached_property
    def _seasons(self) -> Mapping[str, frozenset[int]]:
        return running_months(self._catalog)

    def _derive(self, catalog: Catalog) -> dict[str, dict[str, Any]]:
        groups = ideas(_groups(catalog))
        made = {
            name: similarity.similarity_index(texts(catalog), groups, self._affinities)
            for name, texts in (
                ("goals", similarity.goal_texts),
                ("precedents", similarity.precedent_texts),
            )
        }
        made["activities"] = works.work_words(catalog, groups, self._affinities)
        meanings = name_meanings((name.words, name.means) for name in catalog.names.values())
        own = own_centroids(catalog, self._model, self.encoder)
        return {"language": {"ideas": groups, "meanings": meanings, "own_centroids": own, **made}}

    def _read(self, aim: str) -> ReadAim:
        split = negation.split(aim)
        found = extract_features(split.text, self._groups, self._known, self._meanings)
        shares = self._affinities.shares(found.features, found.counts)
        vector = encode_with(self.encoder, *expand_names(split.text, found.names))
        return ReadAim(aim, found, shares, vector, split.left_out, seasons.months(split.text))

    def interpret(self, aim: str) -> Query:
        """Return what *aim* asks for, as far as its words are known."""
        read = self.read(aim)
        return self.query(read, self.evidence(read))

    def goals(self, aim: str) -> list[str]:
        """Return every goal that shares a word with *aim*, the closest first."""
        near = self._goals.near(self.read(aim).shares)
        return sorted(near, key=lambda each: (-near[each], each))

    def evidence(self, read: ReadAim) -> Evidence:
        """Return what speaks for partners and activities, by words and by vectors."""
        if not read.shares:
            return Evidence({}, {}, {}, {})
        found = read.features
        return Evidence(
            self._affinities.of(read.shares),
            self._affinities.of_vector(read.vector),
            self._activities.near(self._affinities.counts(found.features, found.counts)),
            self.work_vectors.near(read.vector),
        )

    def query(self, read: ReadAim, evidence: Evidence) -> Query:
        """Return what an aim asks for, given what speaks for whom."""
        fitted = self._model.calibration
        inputs = chances.partner_inputs(evidence, self._parts)
        partners = chances.partner_chances(inputs, fitted)
        likely = chances.work_chances(chances.work_inputs(evidence, partners, self._parts), fitted)
        sure = fitted.confidence.of(
            chances.confidence_inputs(evidence, partners, read.known, len(read.shares))
        )
        works = self._in_season(likely, read.months)
        answering = _answering(works)
        goals = self._goals.near(read.shares)
        near = sorted(goals, key=lambda each: (-goals[each], each))[: w.GOALS_OF_AN_AIM]
        return Query(
            aim=read.aim,
            partners={
                id_: chance
                for id_, chance in partners.items()
                if chance >= w.LEAST_PARTNER_CHANCE and id_ in self._partners
            },
            activities=answering,
            goals={id_: goals[id_] for id_ in near if goals[id_] >= w.LEAST_GOAL_COSINE},
            confidence=chances.level(sure) if evidence.words else "low",
            because=self._because(partners, read),
            precedents=self._precedents.near(read.shares),
            reading=self._reading(read, answering),
            works=works,
        )

    def _in_season(self, works: dict[str, float], months: Collection[int]) -> dict[str, float]:
        """Return the chances of *works*, less for those that rest in the *months* asked for."""
        if not months:
            return works
        resting = {id_ for id_, each in self._seasons.items() if each.isdisjoint(months)}
        return {
            id_: chance * w.OUT_OF_SEASON if id_ in resting else chance
            for id_, chance in works.items()
        }

    def _reading(self, read: ReadAim, works: Mapping[str, float]) -> Reading:
        found = read.features
        likeliest = sorted(works, key=lambda each: (-works[each], each))[: w.READINGS_SHOWN]
        return shared(
            Reading(
                words=tuple(dict.fromkeys(found.features[each] for each in read.shares)),
                names=tuple(NameMeant(*each) for each in found.names.items()),
                spellings=tuple(Spelling(*each) for each in found.spellings.items()),
                left_out=tuple(read.left_out),
                unknown=found.unknown,
                likeliest=tuple(self._catalog.activities[id_].label for id_ in likeliest),
            )
        )

    def _because(
        self, partners: Mapping[str, float], read: ReadAim
    ) -> Mapping[str, tuple[str, ...]]:
        """Return for each of *partners* the words that speak for it, found when they are asked for."""
        speaking, typed = self._affinities.speaking(read.shares), read.features.features
        return OnDemand(
            partners, lambda id_, _: _shown([typed[feature] for feature in speaking.of(id_)])
        )


_CACHED = 8
"""Aims that are read once: one answer reads the same aim several times."""


def _shown(words: Sequence[str]) -> tuple[str, ...]:
    """Return the first of *words* that are shown; a word inside a phrase adds nothing for the reader."""
    shown = list(dict.fromkeys(words))
    phrases = [each for each in shown if " " in each]
    if phrases:
        shown = [
            each
            for each in shown
            if not any(f" {each} " in f" {other} " for other in phrases if other != each)
        ]
    return tuple(shown[: w.WORDS_SHOWN])


def _answering(works: Mapping[str, float]) -> dict[str, float]:
    """Return the activities that answer, of *works* with their chances."""
    return {id_: chance for id_, chance in works.items() if chance >= w.LEAST_ACTIVITY_CHANCE}


def _groups(catalog: Catalog) -> list[tuple[str, tuple[str, ...]]]:
    return [(term.id, term.words) for term in catalog.terms.values()]
