"""What a paper is about: a partner, a shared goal and the joint work."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from collabkit.catalog import Catalog
from collabkit.directory.records import address_of
from collabkit.errors import UsageError
from collabkit.library import Library
from collabkit.matching import Match, Parser, Query, Ranking, Reading
from collabkit.proposals.fact_parts import Reach
from collabkit.text.phrases import quoted


class Other(NamedTuple):
    """One more side of the work."""

    partner: str
    name: str | None = None
    """The organization's own name, if it is known."""
    as_: str = ""
    """Which body of its kind is meant."""
    agreed: bool = False
    """Whether it has said yes."""
    answers_by: date | None = None
    """The day by which it says yes or no, where somebody knows it."""

    @classmethod
    def parsed(cls, text: str) -> "Other":
        """Return the side that *text* names, as ``PARTNER`` or ``PARTNER=NAME``."""
        partner, _, name = text.partition("=")
        return cls(partner.strip(), name.strip() or None)

    @classmethod
    def helping(cls, partner: str, text: str) -> "Other":
        """Return who helps: *text* is its name, with the day of its answer or its yes if that is known.

        Such as ``Rotary Club``, ``Rotary Club, by 2027-02-26`` or ``Rotary Club, agreed``.

        Raises:
            UsageError: what follows "by" is no day.
        """
        agreed = text.lower().endswith(_AGREED)
        said = text[: -len(_AGREED)].strip() if agreed else text
        name, by, day = said.rpartition(_ANSWERS_BY)
        if not by:
            return cls(partner, said, agreed=agreed)
        try:
            answer = date.fromisoformat(day.strip())
            return cls(partner, name.strip(), answers_by=answer, agreed=agreed)
        except ValueError:
            raise UsageError(
                f"{day.strip()!r} is no day by which {name.strip()} answers",
                f"Write it as 2027-02-26: '{name.strip()}, by 2027-02-26'",
            ) from None


_AGREED = ", agreed"
"""What stands behind the name of a helper that has said yes."""
_ANSWERS_BY = ", by "
"""What stands between the name of a helper and the day of its answer."""


class Subject(NamedTuple):
    """What one paper is about: ids of a partner, a goal and an activity, and who receives it."""

    partner: str
    goal: str
    activity: str
    to: str | None = None
    """The organization's own name, if it is known."""
    reach: Reach | None = None
    """Where and how it is reached."""
    person: str | None = None
    """Who receives it there."""
    as_: str = ""
    """Which body of its kind is meant, such as "credit union"."""
    why: str = ""
    """Why the library writes, in a sentence that it wants its reader to know. Never the wish by which the work was found."""
    others: tuple[Other, ...] = ()
    """The other sides, where three or more take part."""
    helpers: tuple[Other, ...] = ()
    """Who else is known to help, and signs nothing."""
    when: str = ""
    """On which days and at what hours the work is held, as somebody said it."""
    where: str = ""
    """In which place."""
    facts: tuple[str, ...] = ()
    """Whole sentences about the library or the town, as somebody said them."""


def subject_of(catalog: Catalog, match: Match) -> Subject | None:
    """Return what *match* calls for, or nothing if no joint work answers it."""
    if match.activity is None:
        return None
    activity = catalog.activities[match.activity.id]
    shared = [*match.goals, *(goal for goal in activity.goals if goal in catalog.goals)]
    return Subject(match.partner, shared[0], activity.id)


def refuse_low(aim: str, confidence: object, reading: Reading | None, *, anyway: bool) -> None:
    """Refuse to write a letter about an aim that may mean something else.

    Raises:
        UsageError: it was read with low confidence, and nobody said *anyway*.
    """
    if confidence != "low" or anyway:
        return
    likeliest = reading.likeliest if reading else ()
    read = f", as {quoted(likeliest[0])}" if likeliest else ""
    raise UsageError(
        f"{aim[:_AIM_SHOWN]!r} was read with low confidence{read}",
        "Say it in other words or name the activity; `--anyway` writes the paper all the same",
    )


_AIM_SHOWN = 80
"""Letters by which whoever asked knows an aim again."""


class Choosing:
    """Finds the joint work where none was named."""

    def __init__(
        self,
        catalog: Catalog,
        library: Library,
        activity: str | None = None,
        to: str | None = None,
        reach: Reach | None = None,
        *,
        anyway: bool = False,
    ) -> None:
        """Choose for *library*.

        Args:
            catalog: what the field knows.
            library: who asks.
            activity: the only joint work to choose.
            to: the name of the organization that receives the paper.
            reach: where and how it is reached.
            anyway: choose for an aim that was read with low confidence, too.
        """
        self.catalog = catalog
        self.activity = catalog.known("activities", activity).id if activity else None
        self.to = to
        self.reach = reach
        self._library = library
        self._anyway = anyway
        self._ranking: Ranking | None = None

    def best(self, goals: Sequence[str]) -> Subject:
        """Return the partner that fits *goals* best."""
        for match in self.ranking.rank(self._asked(goals)):
            subject = subject_of(self.catalog, match)
            if subject:
                return self._sent(subject)
        raise UsageError(
            "no partner and no joint work answers this goal",
            "`collab list goals` shows others",
        )

    def with_partner(self, partner: str, goals: Sequence[str]) -> Subject:
        """Return what to do with *partner*; without *goals*, for its own first goal."""
        known = self.catalog.partners[self.catalog.known("partners", partner).id]
        if not goals:
            work = self.catalog.activities[self.activity] if self.activity else None
            goals = [work.goals[0] if work else known.goals.core[0]]
        asked = self._asked(goals)
        # Its sector alone holds the answer, at an eighth of the time; and nobody else is told of.
        scored = self.ranking.scores(asked, known.sector)
        alone = [(score, facts.id) for score, facts in scored if facts.id == partner]
        for match in self.ranking.show(alone, asked):
            subject = subject_of(self.catalog, match)
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
        self.catalog.known("partners", partner)
        asked = record.get("goals")
        goals = [
            goal
            for goal in (asked if isinstance(asked, list) else ())
            if isinstance(goal, str) and goal in self.catalog.goals
        ]
        if self.activity is None:
            confidence = record.get("confidence")
            refuse_low(_text(record, "aim") or "", confidence, None, anyway=self._anyway)
        work = record.get("activity")
        named = work.get("id") if isinstance(work, dict) else None
        to, reach = self.to or _text(record, "name"), self.reach or _reach(record)
        if self.activity is None and isinstance(named, str) and named in self.catalog.activities:
            goal = goals[0] if goals else self.catalog.activities[named].goals[0]
            return Subject(partner, goal, named, to, reach)
        return self.with_partner(partner, goals)._replace(to=to, reach=reach)

    @property
    def ranking(self) -> Ranking:
        """The ranking, made when it is first needed: records that name their work need none."""
        if self._ranking is None:
            self._ranking = Ranking(self.catalog, self._library)
        return self._ranking

    def _sent(self, subject: Subject) -> Subject:
        """Return *subject* with who receives it."""
        return subject._replace(to=self.to, reach=self.reach)

    def _serves(self, subject: Subject, asked: Sequence[str]) -> bool:
        """Return whether the work is for a goal that was asked for, where goals were named by id."""
        named = {goal for goal in asked if goal in self.catalog.goals}
        served = self.catalog.activities[subject.activity].goals
        return self.activity is not None or not named.isdisjoint(served) or not named

    def _asked(self, goals: Sequence[str]) -> Query:
        """Return the request, with the chosen activity as its only answer, if one was chosen."""
        asked = Parser(self.catalog).parse(goals)
        if self.activity is None:
            refuse_low(asked.aim, asked.confidence, asked.reading, anyway=self._anyway)
        return asked._replace(activities={self.activity: 1.0}) if self.activity else asked

    def _what_there_is(self, partner: str) -> str:
        """Return the work that is done with *partner*, for a hint."""
        work = [each for each in self.catalog.activities.values() if partner in each.partners()]
        known = [each.id for each in work if each.roles_of(partner)] or [each.id for each in work]
        shown = ", ".join(f"{id_} ({self.catalog.activities[id_].goals[0]})" for id_ in known[:4])
        return f"What there is with them: {shown}" if shown else "There is none with them at all"

    def _nothing(self, partner: str, goals: Sequence[str]) -> UsageError:
        if self.activity:
            takes_part = self.catalog.activities[self.activity].partners()
            return UsageError(
                f"{partner} takes no part in {self.activity}",
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
