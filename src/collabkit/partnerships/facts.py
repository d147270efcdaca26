"""``partnership.yaml``: who, which work, how close, and the agreement. Written once, then by hand."""

from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from collabkit.arguments import is_plausible
from collabkit.catalog.base import Part
from collabkit.catalog.fields import ActivityId, Address, GoalId, Level, PartnerId, Slug, Text
from collabkit.datafiles.checking import validate
from collabkit.datafiles.documents import Document
from collabkit.datafiles.reading import read
from collabkit.errors import Problem
from collabkit.library import Several
from collabkit.partnerships.folders import FACTS, copies_of_facts


def _day(value: object) -> object:
    if not isinstance(value, str):
        raise ValueError('should be a day in quotes, such as "2027-03-31"')  # noqa: TRY004 - pydantic's way
    try:
        day = date.fromisoformat(value)
    except ValueError:
        day = None
    if day is None or not is_plausible(day):
        raise ValueError(f'{value!r} is no day; write it like "2027-03-31"')
    return day


Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
"""A day in figures, in quotes."""


class Agreement(Part):
    """What was signed."""

    file: Text | None = None
    """Its file in this folder, such as "agreement-2026.docx"."""
    start: Day | None = None
    """Its first day."""
    end: Day | None = None
    """Its last day; a later one in the log counts more."""
    notice: int = Field(default=60, ge=0, le=730)
    """Days before its end on which the two decide whether to go on."""

    @model_validator(mode="after")
    def _starts_before_it_ends(self) -> "Agreement":
        if self.start and self.end and self.end < self.start:
            raise ValueError(f"ends on {self.end}, before it starts on {self.start}")
        return self


NOBODY = "nobody by name yet"
"""Stands as the name of an organization as long as only its kind is known, or not even that."""


class Avoided(Part):
    """A body that was passed over for this work."""

    name: Text
    """Its name; the id of a kind of partner where the whole kind is meant."""
    why: Text = ""
    """The reason, in the library's own words."""
    organization: Text | None = None
    """Its id in the directory."""
    partner: PartnerId | None = None
    """What kind of partner it is."""


class Facts(Part):
    """The facts of one partnership."""

    name: Text
    """The organization's own name."""
    organization: Text | None = None
    """Its id in the directory, such as "irs-810300000"."""
    partner: PartnerId | None = None
    """What kind of organization it is: an id of partners.yaml."""
    address: Address | None = None
    """As it stands on a letter."""
    phone: Text | None = None
    """Of the organization; a person's own stands in contacts.yaml."""
    email: Text | None = None
    """Of the organization, such as "info@prairiereads.org"."""
    site: Text | None = None
    """Its page on the web."""
    why: Text | None = None
    """What the two want with each other, in a sentence."""
    goals: Several[GoalId] = ()
    """The goals that both share: ids of goals.yaml."""
    work: ActivityId | None = None
    """The joint work: an id of activities.yaml."""
    when: Text | None = None
    """Days and hours of the work, such as "Mondays, 9 to noon"."""
    where: Text | None = None
    """Its place, such as "the training room of the library"."""
    facts: Several[Text] = ()
    """Whole sentences about the library or the town that papers say: "Postage cost us $5,100 last year."."""
    need: Text | None = None
    """What people come with, in a sentence of the library's own; papers say it instead of the catalog's."""
    strike: Several[Text] = ()
    """Words of what the catalog would promise in the library's name and papers leave out."""
    sure: bool | None = None
    """True once somebody stands by the rest of that, so that it is listed no more."""
    words: Several[Text] = ()
    """The wish that it began with, as it was said, and what was said in other words later."""
    own_work: bool | None = None
    """True where no work of the catalog is meant, and the words themselves are the work."""
    work_name: Text | None = None
    """What such a work is called, in words that its partner may read."""
    body: Text | None = None
    """What the organization is where its kind holds several, as a letter calls it: "elementary school"."""
    others: Several[Text] = ()
    """Who else takes part, as `--set helper` of `propose` takes it: "service-club=Rotary Club, agreed"."""
    pays: Text | None = None
    """Who pays, in a sentence that an agreement says."""
    avoided: Several[Avoided] = ()
    """Who was passed over, and why; `find` leaves them out."""
    next_paper: Slug | None = None
    """The paper that is wanted next."""
    passed: Several[Slug] = ()
    """The questions of `collab start` that were passed over."""
    level: Level | None = None
    """How close the work is now."""
    aimed_at: Level | None = None
    """How close it is meant to become."""
    agreement: Annotated[
        Agreement, BeforeValidator(lambda value: Agreement() if value is None else value)
    ] = Field(default_factory=Agreement.model_construct)
    since: int | None = Field(default=None, ge=1800, le=2200)
    """The year it began, if that was before the log."""
    hours: float | None = Field(default=None, ge=0, le=744)
    """The library's hours a month for it, where they are known; a plan takes them and not those of the catalog."""
    cold_after: int | None = Field(default=None, ge=1, le=3_650)
    """Days without a word after which it counts as cold, if the log's own rhythm misleads."""


def read_facts(folder: Path) -> tuple[Facts | None, Document | None, list[Problem]]:
    """Return the facts in *folder*, if they hold, their document if there is one, and what is wrong.

    A second copy that a sync service left is a problem, since two facts cannot both be true.
    """
    problems = copies_of_facts(folder)
    path = folder / FACTS
    if not path.is_file() and not path.is_symlink():
        return None, None, problems
    document = read(path)
    facts, wrong = validate(document, Facts, example="`collab track NAME` writes one")
    return (facts if not wrong else None), document, [*wrong, *problems]
