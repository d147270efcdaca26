"""What the catalogs hold: one class for each kind of entry, and the table of kinds.

Models hold data and nothing else. Text fields are *sentences* (they stand alone) or *phrases*
(they fit in the middle of one); templates rely on the difference.
"""

from typing import Literal

from pydantic import Field

from collabkit.catalog.agreements import Clause, Outcome
from collabkit.catalog.base import Entry, Part, Record
from collabkit.catalog.fields import (
    BenefitId,
    CautionId,
    FormId,
    GoalId,
    Onlooker,
    Phrase,
    ResourceId,
    Sector,
    Sentence,
    Supplier,
    Text,
)
from collabkit.catalog.registers import AffiliateNetwork, Classing, Sign
from collabkit.catalog.sayings import Name, Phrasing, Precedent, Term

Gainer = Literal["library", "partner", "community", "funder"]
Level = Literal["networking", "coordinating", "cooperating", "collaborating"]
"""How close the work is. *networking*: exchanging news. *coordinating*: each adjusts its own
work to fit. *cooperating*: sharing resources for one program. *collaborating*: building
something together, with shared decisions, for long."""
Cost = Literal["none", "low", "medium", "high"]
"""Money beyond staff time. *low*: under $500. *medium*: under $5,000. *high*: more."""


class Goal(Record):
    """An aim of the library."""

    need: Sentence
    """The shared need, as a pitch states it; true for a town of any size."""
    aliases: tuple[Phrase, ...] = ()
    """Words people use for it."""
    broader: GoalId | None = None
    """The goal it is a part of."""
    measure: Phrase
    """The local figure that would best show the need."""


class Resource(Record):
    """Something that either side can give."""

    kind: Literal["tangible", "intangible"]
    """*tangible* if it can be counted, carried or paid for."""
    aliases: tuple[Phrase, ...] = ()
    """Other words people use for it."""


class Form(Record):
    """One of the forms that a partnership can take."""

    span: Phrase
    """How long and how heavy it usually is."""
    examples: tuple[Phrase, ...] = ()
    """Concrete cases."""


class Principle(Record):
    """A reason to collaborate, a way in, or a stance."""

    kind: Literal["why", "way-in", "stance"]
    """What sort of advice it is."""
    text: Sentence
    """Advice to act on, in a few sentences."""


class Hook(Part):
    """What one side sees in an asset."""

    for_: tuple[Onlooker, ...] = Field(alias="for", min_length=1)
    """Who sees it so: partner ids, sectors, or `any`."""
    text: Sentence
    """What they see in it."""


class Asset(Record):
    """What the library brings to the table."""

    kind: Literal["tangible", "intangible"]
    """*tangible* (funds, rooms, staff) or *intangible* (reputation, goodwill, connections)."""
    universal: bool = False
    """True for what every public library brings by being one; the rest must be claimed."""
    provides: tuple[ResourceId, ...] = Field(min_length=1)
    """The resources it gives."""
    offer: Phrase
    """What stands after "The library offers" in a pitch."""
    figure: Phrase
    """The local figure that proves it."""
    hooks: tuple[Hook, ...] = ()
    """What different partners see in it."""
    aliases: tuple[Phrase, ...] = ()
    """Other words people use for it."""


class Benefit(Record):
    """Something good that comes of working together."""

    gains: tuple[Gainer, ...] = Field(min_length=1)
    """Who gains."""
    says: dict[Gainer, Sentence]
    """The benefit as each of them would hear it."""
    measure: Phrase
    """How one would know."""


class Caution(Record):
    """Something to mind."""

    do: Sentence
    """What to do about it before starting."""
    ask: Sentence
    """A question for the first meeting."""


class PartnerGoals(Part):
    """The goals a partner shares with the library."""

    core: tuple[GoalId, ...] = Field(min_length=1)
    """Its own work."""
    related: tuple[GoalId, ...] = ()
    """What it often helps with."""


class Want(Part):
    """Something a partner wants from a library."""

    resource: ResourceId
    """What it wants."""
    text: Sentence
    """The need behind it."""


class Gift(Part):
    """Something a partner brings to a library."""

    resource: ResourceId
    """What it brings."""
    text: Phrase
    """The thing itself, as it stands after "brings"."""


class WayIn(Part):
    """How to get to know a partner."""

    approach: Sentence
    """Whom to approach, and when."""
    first_step: Sentence
    """What to do on Monday."""


class Objection(Part):
    """Something a partner is likely to say, with an answer."""

    says: Sentence
    answer: Sentence


class Network(Part):
    """A national network whose local affiliates are partners of this type."""

    name: Text
    local: Sentence
    """How to find the one nearby."""


class Codes(Part):
    """Codes by which public registers show organizations of this type."""

    ntee: tuple[Text, ...] = ()
    """National Taxonomy of Exempt Entities, as the IRS files it: a letter, or more."""


class Partner(Record):
    """A type of organization that a library can work with."""

    sector: Sector
    """The part of community life it belongs to."""
    plural: Phrase
    """The label for more than one."""
    aliases: tuple[Phrase, ...] = ()
    """Names by which people call it."""
    goals: PartnerGoals
    """The goals it shares with a library."""
    aims: tuple[Phrase, ...] = Field(min_length=1)
    """What it works for, as it stands after "works to"."""
    wants: tuple[Want, ...] = ()
    """What it wants from a library."""
    brings: tuple[Gift, ...] = ()
    """What it brings to a library."""
    way_in: WayIn
    """How to get to know it."""
    objections: tuple[Objection, ...] = ()
    """What it may say, with answers."""
    cautions: tuple[CautionId, ...] = ()
    """What to mind with it."""
    networks: tuple[Network, ...] = ()
    """National networks with local affiliates."""
    codes: Codes = Field(default_factory=Codes)
    """Codes for finding real ones in registers."""


class Need(Part):
    """Something that an activity takes, and who usually supplies it."""

    resource: ResourceId
    """What it takes."""
    from_: tuple[Supplier, ...] = Field(alias="from", min_length=1)
    """Who typically supplies it, likeliest first: `library` or partner ids."""


class Commitment(Part):
    """What an activity asks of the library."""

    setup_hours: int = Field(ge=0, le=2_000)
    """Library staff hours to set it up, once."""
    monthly_hours: int = Field(ge=0, le=2_000)
    """Library staff hours for each month that it runs."""
    length: Phrase
    """How long it runs."""
    cost: Cost
    """Money beyond staff time: none, low (under $500), medium (under $5,000) or high."""


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
    commitment: Commitment
    """What it asks of the library."""
    pilot: Sentence
    """The first step, small enough to say yes to."""
    benefits: tuple[BenefitId, ...] = Field(min_length=1)
    """What comes of it."""
    measures: tuple[Phrase, ...] = Field(min_length=1)
    """What is counted or asked."""
    cautions: tuple[CautionId, ...] = ()
    """What to mind."""

    def partners(self) -> tuple[str, ...]:
        """Return the partners that take part, in the order they are first named."""
        named = (who for need in self.needs for who in need.from_ if who != "library")
        return tuple(dict.fromkeys(named))


KINDS: dict[str, type[Entry]] = {
    "goals": Goal,
    "partners": Partner,
    "assets": Asset,
    "resources": Resource,
    "activities": Activity,
    "benefits": Benefit,
    "cautions": Caution,
    "forms": Form,
    "principles": Principle,
    "precedents": Precedent,
    "phrasings": Phrasing,
    "terms": Term,
    "names": Name,
    "networks": AffiliateNetwork,
    "classing": Classing,
    "signs": Sign,
    "clauses": Clause,
    "outcomes": Outcome,
}
"""Every catalog, by the name of its file."""
