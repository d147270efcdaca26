"""What the catalogs hold: one class for each kind of entry, and the table of kinds.

Models hold data and nothing else. Text fields are *sentences* (they stand alone) or *phrases*
(they fit in the middle of one); templates rely on the difference.
"""

from typing import Annotated, Literal

from pydantic import Field

from collabkit.catalog.agreements import Clause, Condition, Outcome
from collabkit.catalog.base import Entry, Part, Record
from collabkit.catalog.fields import (
    BenefitId,
    CautionId,
    FigureId,
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
from collabkit.catalog.policy import Criterion
from collabkit.catalog.questions import Question
from collabkit.catalog.registers import AffiliateNetwork, Classing, Sign
from collabkit.catalog.sayings import Name, Phrasing, Precedent, Term
from collabkit.catalog.standards import Standard
from collabkit.catalog.work import Dependency, Given, Measured, Requirement, Role, Schedule

Gainer = Literal["library", "partner", "community", "funder"]
Level = Literal["networking", "coordinating", "cooperating", "collaborating"]
"""How close the work is. *networking*: exchanging news. *coordinating*: each adjusts its own
work to fit. *cooperating*: sharing resources for one program. *collaborating*: building
something together, with shared decisions, for long."""
Month = Annotated[int, Field(ge=1, le=12)]
"""A calendar month, from 1 for January."""


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


class Compared(Part):
    """A state or national value to set beside a local figure."""

    value: Text
    where: Phrase
    """What it is the value of, such as "the United States"."""
    year: int = Field(ge=1900, le=2200)
    source: Text
    """The page that states it."""


class LocalFigure(Record):
    """A figure about a town or county that a letter can cite."""

    publisher: Text
    """Who publishes it."""
    table: Text
    """In which table or on which page."""
    geography: Phrase
    """For which places: state, county, town, school district."""
    often: Phrase
    """How often it comes out."""
    find: Sentence
    """How to find it in five minutes."""
    survey: Text = ""
    """The element of the Public Libraries Survey that holds it, such as VISITS."""
    compare: tuple[Compared, ...] = ()
    """State or national values to set beside it."""


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

    readers: Literal["library", "both"] = "library"
    """Who may read it: *library* for its own notes, *both* for what the two sides settle together."""
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


class Calendar(Part):
    """When a partner has time, and when it decides about money."""

    good: tuple[Month, ...] = ()
    """Months in which to ask."""
    bad: tuple[Month, ...] = ()
    """Months in which not to."""
    budget: Month | None = None
    """The month in which next year's money is decided."""
    text: Sentence
    """Why."""


class Report(Part):
    """A count that a partner has to file with somebody."""

    name: Text
    """What it is called."""
    counts: Phrase
    """What it counts that joint work can add to."""
    to: Phrase
    """Who receives it."""
    when: Phrase = ""
    """When it is due."""
    source: Text = ""
    """A page that tells of it."""


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
    calendar: Calendar | None = None
    """Its good and bad months."""
    reports: tuple[Report, ...] = ()
    """The counts it must file."""
    tie: Literal["own", "stranger"] = "stranger"
    """*own* for a body that belongs to the library's own house, such as its Friends."""
    objections: tuple[Objection, ...] = ()
    """What it may say, with answers."""
    cautions: tuple[CautionId, ...] = ()
    """What to mind with it."""
    networks: tuple[Network, ...] = ()
    """National networks with local affiliates."""
    codes: Codes = Field(default_factory=Codes)
    """Codes under which such bodies often file, for whoever looks into a register herself; nothing reads them."""


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
    """The local figure that shows it."""
    roles: tuple[Role, ...] = ()
    """What each likely partner does, gives and gains in it."""
    library_gives: tuple[Given, ...] = ()
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
    "conditions": Condition,
    "clauses": Clause,
    "outcomes": Outcome,
    "figures": LocalFigure,
    "criteria": Criterion,
    "standards": Standard,
    "questions": Question,
}
"""Every catalog, by the name of its file."""
