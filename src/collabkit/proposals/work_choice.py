"""Which joint work a paper is about, where none was named."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from collabkit.catalog import Catalog
from collabkit.directory.records import address_of
from collabkit.errors import UnsureError, UsageError
from collabkit.matching import Query, Reading
from collabkit.matching.matcher import Matcher
from collabkit.proposals.fact_parts import Reach
from collabkit.proposals.orders import PaperOrder
from collabkit.proposals.subjects import Subject, subject_of
from collabkit.text.phrases import listed, quoted


def refuse_low(aim: str, confidence: object, reading: Reading | None, *, anyway: bool) -> None:
    """Refuse to write a letter about an aim that may mean something else.

    Raises:
        UsageError: it was read with low confidence, and nobody said *anyway*.
    """
    if confidence != "low" or anyway:
        return
    likeliest = reading.likeliest if reading else ()
    read = f", as {quoted(likeliest[0])}" if likeliest else ""
    raise UnsureError(
        f"{aim[:_AIM_SHOWN]!r} was read with low confidence{read}",
        "Say it in other words or name the activity; `--set anyway` writes the paper all the same",
    )


_AIM_SHOWN = 80
"""Letters by which whoever asked knows an aim again."""


_WORKS_SHOWN = 5
"""Works with one partner that an error names."""


class WorkChoice:
    """Finds the joint work where none was named."""

    def __init__(self, catalog: Catalog, matcher: Callable[[], Matcher], order: PaperOrder) -> None:
        """Choose for one library.

        Args:
            catalog: what the field knows.
            matcher: answers that library's requests; records that name their work need none.
            order: whether a joint work or a receiver is named, and what is done with a doubtful request.
        """
        self._catalog = catalog
        self._matcher = matcher
        self._order = order
        named = order.activity
        self._activity = catalog.known("activities", named).id if named else None

    def best(self, goals: Sequence[str]) -> Subject:
        """Return the partner that fits *goals* best."""
        for match in self._matcher().ranking.rank(self._query(goals)):
            subject = subject_of(self._catalog, match)
            if subject:
                return self._sent(subject)
        raise UsageError(
            "no partner and no joint work answers this goal",
            "`collab list goals` shows others",
        )

    def with_partner(self, partner: str, goals: Sequence[str]) -> Subject:
        """Return what to do with *partner*; without *goals*, for its own first goal."""
        known = self._catalog.partners[self._catalog.known("partners", partner).id]
        if not goals:
            work = self._catalog.activities[self._activity] if self._activity else None
            goals = [work.goals[0] if work else known.goals.core[0]]
        query, ranking = self._with_its_works(partner, goals), self._matcher().ranking
        # Its sector alone holds the answer, at an eighth of the time; and nobody else is told of.
        scored = ranking.scores(query, known.sector)
        alone = [(score, facts.id) for score, facts in scored if facts.id == partner]
        for match in ranking.show(alone, query):
            subject = subject_of(self._catalog, match)
            if subject and self._serves(subject, goals):
                return self._sent(subject)
        raise self._nothing(partner, goals)

    def from_record(self, record: Mapping[str, Any], line: int) -> Subject:
        """Return what one record of ``collab match`` or ``collab find`` calls for.

        Args:
            record: read from JSON; ``partner`` must be in it.
            line: where it stood, for what is said if it is wrong.
        """
        partner = record.get("partner")
        if not isinstance(partner, str):
            raise UsageError(
                f"line {line} of stdin has no `partner`",
                "`collab match -f ndjson` writes such records",
            )
        self._catalog.known("partners", partner)
        asked = record.get("goals")
        goals = [
            goal
            for goal in (asked if isinstance(asked, list) else ())
            if isinstance(goal, str) and goal in self._catalog.goals
        ]
        if self._activity is None:
            confidence = record.get("confidence")
            refuse_low(_text(record, "aim") or "", confidence, None, anyway=self._order.anyway)
        work = record.get("activity")
        named = work.get("id") if isinstance(work, dict) else None
        to, reach = self._order.to or _text(record, "name"), self._order.reach or _reach(record)
        if self._activity is None and isinstance(named, str) and named in self._catalog.activities:
            goal = goals[0] if goals else self._catalog.activities[named].goals[0]
            return Subject(partner, goal, named, to, reach)
        return self.with_partner(partner, goals)._replace(to=to, reach=reach)

    def _sent(self, subject: Subject) -> Subject:
        """Return *subject* with who receives it."""
        return subject._replace(
            to=self._order.to, reach=self._order.reach, work_is_stated=self._activity is not None
        )

    def _serves(self, subject: Subject, asked: Sequence[str]) -> bool:
        """Return whether the work is for a goal that was asked for, where goals were named by id."""
        named = {goal for goal in asked if goal in self._catalog.goals}
        served = self._catalog.activities[subject.activity].goals
        return self._activity is not None or not named.isdisjoint(served) or not named

    def _query(self, request: Sequence[str]) -> Query:
        """Return how *request* is understood, with the chosen activity as its only answer, if one was chosen."""
        query = self._matcher().parser.parse(request)
        if self._activity is None:
            refuse_low(query.aim, query.confidence, query.reading, anyway=self._order.anyway)
            return query
        return query._replace(activities={self._activity: 1.0})

    def _with_its_works(self, partner: str, request: Sequence[str]) -> Query:
        """Return how *request* is understood; where it says little, with the only work that is done with *partner*.

        Raises:
            UnsureError: it says little, and there are several.
        """
        query = self._matcher().parser.parse(request)
        if self._activity is not None:
            return query._replace(activities={self._activity: 1.0})
        if query.confidence != "low" or self._order.anyway:
            return query
        works = sorted(self._works_of(partner), key=lambda each: -query.activities.get(each, 0.0))
        if len(works) == 1:
            return query._replace(activities={works[0]: 1.0})
        raise UnsureError(
            f"{query.aim[:_AIM_SHOWN]!r} was read with low confidence, and there are several works with {partner}",
            f"{self._named(works)}; name one as the activity, or `--set anyway` writes about the likeliest",
            command=f"{self._named(works)}. Choose one with --activity; `--set anyway` takes the likeliest",
        )

    def _works_of(self, partner: str) -> list[str]:
        """Return the works that are done with *partner*: those in which it has a role, if there are any."""
        work = [each for each in self._catalog.activities.values() if partner in each.partners()]
        return [each.id for each in work if each.roles_of(partner)] or [each.id for each in work]

    def _named(self, works: Sequence[str]) -> str:
        named = [f"{each} ({self._catalog.activities[each].label})" for each in works]
        return f"There {'are' if len(works) > 1 else 'is'} {listed(named[:_WORKS_SHOWN])}"

    def _what_there_is(self, partner: str) -> str:
        """Return the work that is done with *partner*, for a hint."""
        known = self._works_of(partner)
        shown = ", ".join(f"{id_} ({self._catalog.activities[id_].goals[0]})" for id_ in known[:4])
        return f"What there is with them: {shown}" if shown else "There is none with them at all"

    def _nothing(self, partner: str, goals: Sequence[str]) -> UsageError:
        if self._activity:
            takes_part = self._catalog.activities[self._activity].partners()
            return UsageError(
                f"{partner} takes no part in {self._activity}",
                f"Those who do: {', '.join(takes_part)}",
            )
        return UsageError(
            f"no joint work with {partner} serves {', '.join(goals)}",
            self._what_there_is(partner),
        )


def _reach(record: Mapping[str, Any]) -> Reach:
    """Return where and how the organization in *record* is reached, if ``collab find`` wrote it."""
    return Reach(
        address_of(*(_text(record, name) for name in ("street", "city", "state", "zip"))),
        _text(record, "phone") or "",
        _text(record, "site") or "",
    )


def _text(record: Mapping[str, Any], name: str) -> str | None:
    text = record.get(name)
    return text if isinstance(text, str) and text.strip() else None
