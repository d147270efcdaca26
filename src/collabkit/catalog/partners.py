"""Kinds of organization: what each works for, wants, brings and is likely to say."""

from typing import Literal

from pydantic import Field

from collabkit.catalog.base import Part, Record
from collabkit.catalog.fields import (
    Article,
    CautionId,
    GoalId,
    Month,
    Phrase,
    ResourceId,
    Sector,
    Sentence,
    Text,
)
from collabkit.text.phrases import lower_first, with_article


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
    article: Article | None = None
    """The article before its label in a sentence, where the first letter tells it wrong: *a* university, *an* SBDC, *none*
    before what is a name or many."""
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
    answers: Literal["person", "board"] = "person"
    """*board* where one person alone seldom says yes: a board, a council or counsel is asked first."""
    away: tuple[Month, ...] = ()
    """Months, in the order of a year, in which nobody of it is there to answer a letter."""
    people: Phrase = "your people's"
    """Whose time its hours are, as it stands before "time": "your members'" where it is its members and has hardly any
    staff, "your" where whoever reads the letter is often all the people there are."""
    awards: bool = False
    """Whether it grants money by an award letter of its own."""
    exclusive: bool = False
    """Whether a body is of this kind or is not, whatever it does besides."""
    funds: bool = False
    """Whether a trust or a fund of this kind is a partner itself, and no mere helper of one."""
    complete_in: tuple[Text, ...] = ()
    """Registers that hold every body of the kind in the states they are loaded for. Of most kinds none does: a hospital
    of the county files nowhere, and most clinics, clubs and shops are in no register at all."""
    listed_by: Phrase = ""
    """Which register would list more of the kind, where one would."""
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

    @property
    def one(self) -> str:
        """One of them, as it stands in a sentence: "a food bank"."""
        return with_article(lower_first(self.label), self.article)
