"""Kinds of joint work. What one takes, gives and comes to stands in `work`."""

from collections.abc import Collection, Iterator
from typing import Protocol, Self

from pydantic import Field, model_validator

from collabkit.catalog.base import At, Part, Record
from collabkit.catalog.fields import (
    BenefitId,
    CautionId,
    FigureId,
    FormId,
    GoalId,
    Level,
    Month,
    Phrase,
    ResourceId,
    Sentence,
    Supplier,
)
from collabkit.catalog.schedule import Schedule
from collabkit.catalog.work import (
    Dependency,
    Gained,
    LibraryGiven,
    Measured,
    Requirement,
    Role,
    ToFindOut,
)
from collabkit.errors import did_you_mean
from collabkit.text.months import MONTHS
from collabkit.text.phrases import lower_first


class _Line(Protocol):
    """Something said of a work that may concern some partners only."""

    @property
    def for_(self) -> tuple[str, ...]: ...


class Need(Part):
    """Something that an activity takes, and who usually supplies it."""

    resource: ResourceId
    """What it takes."""
    from_: tuple[Supplier, ...] = Field(alias="from", min_length=1)
    """Who typically supplies it, likeliest first: `library` or partner ids."""


class Activity(Record):
    """One kind of joint work."""

    form: FormId
    """The form of partnership it belongs to."""
    goals: tuple[GoalId, ...] = Field(min_length=1)
    """The goals it serves, the main one first."""
    level: Level
    """How close the work is."""
    aims: tuple[Phrase, ...] = ()
    """Ways in which a librarian states the need before she knows the answer."""
    needs: tuple[Need, ...] = Field(min_length=1)
    """What it takes, and who usually supplies it."""
    need: Sentence = ""
    """Why this work is needed, in any town, in one sentence without a figure."""
    figure: FigureId | None = None
    """The local figure that shows it; none where no published figure does."""
    find_out: tuple[ToFindOut, ...] = Field(default=(), max_length=4)
    """What only the library or the town knows and what decides for a reader; each a text, or `text` with `for`."""
    roles: tuple[Role, ...] = ()
    """What each likely partner does, gives and gains in it."""
    library_gives: tuple[LibraryGiven, ...] = ()
    """What the library gives to it."""
    library_gains: tuple[Gained, ...] = ()
    """What the library gets from it; each a text, or `text` with `for`."""
    schedule: Schedule | None = None
    """When it runs, and the library's hours and money."""
    requires: tuple[Requirement, ...] = ()
    """What has to be in place before it can start."""
    pilot: Sentence
    """The first step, small enough to say yes to, as what is to be done, such as "In May, hang the poems"."""
    pilot_does: tuple[Phrase, ...] = ()
    """What is said to be done in it, in its order: "hang" in "In May, hang the poems", which is told as "we hang"."""
    pilot_says_length: bool = False
    """Whether it says how long something goes on: a length, a count of times, or a day."""
    pilot_months: tuple[Month, ...] = ()
    """The months in which it says that something is held, in its order."""
    parents_stay: bool = False
    """Whether `summary`, `pilot` or `library_gives` say that parents stay, so that no child is left."""
    pilot_label: Phrase = ""
    """What the trial is called in papers, where `label` names more than it has."""
    stop: Sentence = ""
    """The rule by which the pilot ends."""
    ends: Sentence = ""
    """How to leave it well."""
    depends_on: tuple[Dependency, ...] = ()
    """Programs, laws and funds on which it rests and which may end."""
    benefits: tuple[BenefitId, ...] = Field(min_length=1)
    """What comes of it."""
    measures: tuple[Measured, ...] = Field(min_length=1)
    """What is counted or asked."""
    cautions: tuple[CautionId, ...] = ()
    """What to mind."""

    @property
    def trial_label(self) -> str:
        """What the trial is called."""
        return self.pilot_label or self.label

    @property
    def pilot_as_ours(self) -> str:
        """The first step as what we do: "In May, we hang the poems"."""
        told, rest = "", self.pilot
        for verb in self.pilot_does:
            before, _, rest = rest.partition(verb)
            told += f"{before}{'We' if verb[0].isupper() else 'we'} {lower_first(verb)}"
        return told + rest

    @model_validator(mode="after")
    def _pilot_says_so(self) -> Self:
        rest = self.pilot
        for verb in self.pilot_does:
            if verb not in rest:
                raise ValueError(
                    f"pilot_does names {verb!r}, and the pilot does not say it there; make them agree"
                )
            rest = rest.partition(verb)[2]
        for month in self.pilot_months:
            if MONTHS[month - 1] not in self.pilot:
                raise ValueError(
                    f"pilot_months names {MONTHS[month - 1]}, and the pilot does not; make them agree"
                )
        return self

    def roles_of(self, partner: str) -> tuple[Role, ...]:
        """Return the parts that *partner* can have in it: several where its kind holds several."""
        return tuple(role for role in self.roles if role.partner == partner)

    def told_to(self, partners: Collection[str]) -> Self:
        """Return it with those lines alone that concern *partners*.

        A list of which nothing would be left stays whole, but what has to be in place and what to find out may
        be nothing.
        """
        theirs = {
            name: tuple(line for line in lines if _concerns(line, partners))
            for name, lines in self._lines()
        }
        left = {name: lines for name, lines in theirs.items() if lines or name in _MAY_BE_NOTHING}
        return self.model_copy(update=left)

    def to_find_out(self, partners: Collection[str]) -> tuple[str, ...]:
        """Return what only the library can know of it, as far as it concerns *partners*."""
        return tuple(each.text for each in self.find_out if _concerns(each, partners))

    def contradictions(self) -> Iterator[tuple[At, At, str]]:
        """Yield each line that is for somebody who has no role."""
        known = {role.partner for role in self.roles}
        for name, lines in self._lines():
            for nth, line in enumerate(lines):
                for place, partner in enumerate(line.for_):
                    if partner not in known:
                        close = did_you_mean(partner, known) or "name one that has, or add the role"
                        message = f"{partner!r} has no role in this work; {close}"
                        yield (name, nth, "for", place), ("roles",), message

    def _lines(self) -> Iterator[tuple[str, tuple[_Line, ...]]]:
        """Yield the lists, by their names, of which a line may concern some partners only."""
        yield "library_gives", self.library_gives
        yield "library_gains", self.library_gains
        yield "requires", self.requires
        yield "measures", self.measures
        yield "find_out", self.find_out

    def required(self) -> dict[str, Requirement]:
        """Return what has to be in place, by a word for each: its kind, and ``room-2`` for a second room."""
        found: dict[str, Requirement] = {}
        for each in self.requires:
            nth = sum(other.kind == each.kind for other in found.values()) + 1
            found[each.kind if nth == 1 else f"{each.kind}-{nth}"] = each
        return found

    def partners(self) -> tuple[str, ...]:
        """Return the partners that take part, in the order they are first named."""
        named = (who for need in self.needs for who in need.from_ if who != "library")
        return tuple(dict.fromkeys(named))


def _concerns(line: _Line, partners: Collection[str]) -> bool:
    return not line.for_ or any(each in partners for each in line.for_)


_MAY_BE_NOTHING = frozenset({"requires", "find_out"})
"""Lists of a work of which nothing may concern a partner."""
