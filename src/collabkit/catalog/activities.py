"""Kinds of joint work. What one takes, gives and comes to stands in `work`."""

from collections.abc import Collection, Iterator

from pydantic import Field

from collabkit.catalog.base import At, Part, Record
from collabkit.catalog.fields import (
    BenefitId,
    CautionId,
    FigureId,
    FormId,
    GoalId,
    Level,
    Phrase,
    ResourceId,
    Sentence,
    Supplier,
)
from collabkit.catalog.work import (
    Dependency,
    LibraryGiven,
    Measured,
    Requirement,
    Role,
    Schedule,
)
from collabkit.errors import did_you_mean


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
    roles: tuple[Role, ...] = ()
    """What each likely partner does, gives and gains in it."""
    library_gives: tuple[LibraryGiven, ...] = ()
    """What the library gives to it."""
    library_gains: tuple[Sentence, ...] = ()
    """What the library gets from it."""
    schedule: Schedule | None = None
    """When it runs, and the library's hours and money."""
    requires: tuple[Requirement, ...] = ()
    """What has to be in place before it can start."""
    pilot: Sentence
    """The first step, small enough to say yes to."""
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

    def roles_of(self, partner: str) -> tuple[Role, ...]:
        """Return the parts that *partner* can have in it: several where its kind holds several."""
        return tuple(role for role in self.roles if role.partner == partner)

    def library_gives_to(self, partners: Collection[str]) -> tuple[LibraryGiven, ...]:
        """Return what the library gives that concerns *partners*; all of it if nothing would be left."""
        theirs = tuple(
            gift
            for gift in self.library_gives
            if not gift.for_ or any(each in partners for each in gift.for_)
        )
        return theirs or self.library_gives

    def contradictions(self) -> Iterator[tuple[At, At, str]]:
        """Yield each line of `library_gives` that is for somebody who has no role."""
        known = {role.partner for role in self.roles}
        for nth, gift in enumerate(self.library_gives):
            for place, partner in enumerate(gift.for_):
                if partner not in known:
                    said = f"{partner!r} has no role in this work"
                    close = did_you_mean(partner, known)
                    at = ("library_gives", nth, "for", place)
                    yield at, ("roles",), f"{said}; {close or 'name one that has, or add the role'}"

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
