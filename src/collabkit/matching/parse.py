"""A request, by ids or in plain words, to a query."""

from collections.abc import Sequence
from threading import RLock
from typing import TYPE_CHECKING

from collabkit.catalog import Catalog
from collabkit.errors import closest, offer
from collabkit.matching.goals import query_goals
from collabkit.matching.query import Query, combine
from collabkit.matching.scoring.facts import facts
from collabkit.ondemand import opened_once

if TYPE_CHECKING:
    from collabkit.matching.language.interpret import Interpreter
    from collabkit.matching.language.remembered import RememberedReadings


class Parser:
    """Understands requests in the terms of one catalog. Made once, for many requests."""

    def __init__(self, catalog: Catalog, readings: "RememberedReadings | None" = None) -> None:
        """Understand in the terms of *catalog*; what was chosen for words before, by *readings*, comes first."""
        self._catalog = catalog
        self._readings = readings
        self._facts = facts(catalog)
        self.opening = RLock()  # plain words take a second to prepare for, the first time

    @opened_once
    def _understanding(self) -> "Interpreter":
        from collabkit.matching.language.interpret import Interpreter  # noqa: PLC0415 - not for ids

        return Interpreter(self._catalog)

    @property
    def threaded(self) -> bool:
        """Whether plain words are read with threads, which a copy of this process would lack."""
        return self._understanding.encoder.threaded

    def parse(self, request: str | Sequence[str]) -> Query:
        """Return how *request* is understood: goal ids and plain words that are one request; a string is one text.

        A request for ids alone needs none of what plain words need.
        """
        request = [request] if isinstance(request, str) else request
        ids = [each for each in request if each in self._facts.goals]
        texts = [each for each in request if each not in self._facts.goals]
        queries = [query_goals(self._facts, ids)] if ids else []
        return combine([*queries, *map(self._interpreted, texts)])

    def _interpreted(self, text: str) -> Query:
        """Return how *text* is understood; the work that was chosen for such words before is its answer."""
        query = self._understanding.interpret(text)
        chosen = self._readings.reading_of(text) if self._readings else None
        if chosen is None or chosen.work not in self._facts.activities:
            return query
        others = {work: chance * _BESIDE for work, chance in query.activities.items()}
        part = self._facts.activities[chosen.work].part
        return query._replace(
            activities={**others, chosen.work: 1.0},
            partners={
                **query.partners,
                **{each: max(share, query.partners.get(each, 0.0)) for each, share in part.items()},
            },
            confidence="high",
            chosen=chosen,
        )

    def label_of(self, work: str) -> str:
        """Return what *work*, the id of an activity, is called."""
        return self._catalog.activities[work].label

    def slip(self, text: str) -> str | None:
        """Return the question whether a goal id was meant, if *text* looks like one with a slip.

        Letters alone would take "tax-help" for ``legal-help``: what the words say has to agree.
        """
        if " " in text.strip() or text in self._facts.goals:
            return None
        close = closest(text, self._facts.goals)
        near = self.nearest_goals(text)
        return offer(close) if close and (close in near or not near) else None

    def nearest_goals(self, text: str, most: int = 3) -> list[str]:
        """Return the goals nearest to *text* in words, best first; fewer if nothing is near."""
        return self._understanding.goals(text)[:most]


_BESIDE = 0.5
"""How much other works count beside the one that was chosen before."""
