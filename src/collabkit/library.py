"""The library that asks: what its profile says, and what follows from it."""

import re
from collections.abc import Container, Iterable, Mapping
from typing import Annotated, Literal, NamedTuple, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from collabkit.catalog import Catalog
from collabkit.catalog.base import Part
from collabkit.catalog.fields import (
    ActivityId,
    Address,
    AssetId,
    GoalId,
    PartnerId,
    ResourceId,
    Slug,
    Text,
)
from collabkit.datafiles.annotations import Ref

T = TypeVar("T")
# A block whose every line is commented out is empty to YAML, and means nothing stated.
Several = Annotated[tuple[T, ...], BeforeValidator(lambda value: () if value is None else value)]


def _zip(text: str) -> str:
    if not re.fullmatch(r"[0-9]{5}(-[0-9]{4})?", text):
        raise ValueError(f"{text!r} is not a ZIP code; write five digits, or nine as 12345-6789")
    return text


Zip = Annotated[
    str,
    # Without quotes YAML reads a number; one with a zero in front is refused before it gets here.
    BeforeValidator(lambda value: str(value) if type(value) is int else value),
    AfterValidator(_zip),
]

_COORDINATES = r"-?[0-9]{1,2}(\.[0-9]+)?, ?-?[0-9]{1,3}(\.[0-9]+)?"


def _coordinates(text: str) -> str:
    if not re.fullmatch(_COORDINATES, text):
        raise ValueError(
            f"{text!r} is no place; write latitude and longitude, such as 46.87,-113.99"
        )
    latitude, longitude = map(float, text.split(","))
    if abs(latitude) > 90 or abs(longitude) > 180:  # noqa: PLR2004 - degrees
        raise ValueError(f"{text!r} is no place on earth; latitude comes first, 90 at most")
    return text


Coordinates = Annotated[
    str, Field(json_schema_extra={"pattern": f"^{_COORDINATES}$"}), AfterValidator(_coordinates)
]

Readiness = Literal["have", "later", "cannot"]
"""Whether something that a work requires is in place: it is, it will be, or it cannot be had."""

Went = Literal["well", "mixed", "badly"]
"""How working together went so far."""


def _picture(name: str) -> str:
    if not name.lower().endswith((".png", ".jpg", ".jpeg")):
        raise ValueError(f"{name!r} is not a picture that papers can hold; use PNG or JPEG")
    return name


def _color(text: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        raise ValueError(f'{text!r} is not a color; write it like "#1f4e79", in quotes')
    return text.lower()


def _fscskey(text: str) -> str:
    if not re.fullmatch(r"[A-Z]{2}[0-9A-Z]{4}", text.upper()):
        raise ValueError(
            f"{text!r} is no FSCSKEY; it has two letters and four digits, such as MT0051"
        )
    return text.upper()


class Contact(Part):
    """Who signs for the library."""

    name: Text | None = None
    role: Text | None = None
    """Such as "outreach librarian"."""
    phone: Text | None = None
    email: Text | None = None

    @property
    def reach(self) -> tuple[str, ...]:
        """Telephone and e-mail address, as far as they are known."""
        return tuple(each for each in (self.phone, self.email) if each)


class Signer(Part):
    """Who signs agreements for the library, where that is not its contact."""

    name: Text
    role: Text
    """Such as "library director"."""


class Figure(Part):
    """A local figure, with where it comes from, for proposals to cite."""

    about: Annotated[Slug, Ref("assets", "goals", "figures")]
    """What it is: an entry of figures.yaml, or the asset it proves, or the goal whose need it shows."""
    value: Text | int
    """The figure as it should stand in a letter."""
    what: Text | None = None
    """What is counted; the catalog's own words unless given."""
    year: int = Field(ge=1900, le=2200)
    source: Text


class Rate(Part):
    """What an hour given in kind is worth, as this library counts it."""

    value: float = Field(gt=0, le=1_000)
    """Dollars."""
    year: int = Field(ge=1900, le=2200)
    source: Text


class StrategicGoal(Part):
    """A goal of the library's own plan, in the plan's words."""

    name: Text
    """As the plan words it."""
    goals: Several[GoalId] = ()
    """The goals of the catalog that it means."""
    works: Several[ActivityId] = ()
    """The joint work by which it is to be reached."""
    until: int | None = Field(default=None, ge=1900, le=2200)
    """The last year of the plan."""


class Known(Part):
    """A partner that the library has worked with."""

    partner: PartnerId
    name: Text | None = None
    """The organization, if one stands for the type."""
    since: int | None = Field(default=None, ge=1800, le=2200)
    """The year it began."""
    went: Went | None = None


_Factor = Annotated[float, Field(ge=0.1, le=3)]
_Wait = Annotated[float, Field(ge=0, le=36)]
_Share = Annotated[float, Field(ge=0, le=1)]


class PlanningWeights(Part):
    """What `collab plan` counts otherwise than it does by default; docs/planning.md argues each."""

    backed: _Share | None = None
    """What backs a goal, beside what carries it."""
    touching: _Share | None = None
    """Work that backs a goal it was not made for."""
    apt: Annotated[float, Field(ge=0.5, le=4)] | None = None
    """The power of the match score."""
    first_call: _Factor | None = None
    """The partner that stands first among the work's roles."""
    running: _Factor | None = None
    """Work that is under way."""
    precedented: _Factor | None = None
    """Work that libraries are known to have done."""
    named: _Factor | None = None
    """Work whose partner has a name."""
    networking: _Factor | None = None
    coordinating: _Factor | None = None
    cooperating: _Factor | None = None
    collaborating: _Factor | None = None
    brief: _Share | None = None
    """Work of a single evening; that of all year has 1."""
    bad_month: _Wait | None = None
    """Months that a start may wait so that the talk does not fall into a bad month of the partner."""
    good_month: _Wait | None = None
    """Months that it may wait for a good one."""
    asks: Annotated[int, Field(ge=1, le=20)] | None = None
    """New partners that a month begins to talk with, if it can be helped."""
    crowded: _Wait | None = None
    """Months that a start may wait so that no month asks more than these."""
    reserved: _Share | None = None
    """How far between the middle of a range and its high end a month of a careful plan counts it."""
    uncertain: Annotated[int, Field(ge=0, le=50)] | None = None
    """Works that may all take their high estimate at once over a careful plan."""
    within: _Share | None = None
    """What part of long or seasonal work has to lie within the plan."""


class Stated(NamedTuple):
    """What one field of a profile says."""

    field: str
    said: str


class Recorded(Known):
    """A partner of whom a record is kept, with what the record tells. No profile holds it."""

    organization: Text | None = None
    """Its id in the directory."""
    kept: int = 0
    """Promises of both sides that were kept."""
    promised: int = 0
    """Promises of both sides that were kept, or were to be kept by now."""
    years: int = 0
    """Whole years since it began."""
    summary: Text = ""
    """All of it in words."""


class Library(Part):
    """The profile of one library. What is not stated is unknown, never guessed."""

    name: Text | None = None
    """The library's name as it signs letters."""
    place: Text | None = None
    """Town and state."""
    address: Address | None = None
    """Street, town and ZIP code as they stand on a letter."""
    open: Text | None = None
    """When it is open to the public, such as "Monday to Thursday 9 to 8, Friday and Saturday 9 to 5"."""
    zip: Zip | None = None
    coordinates: Coordinates | None = None
    """Latitude and longitude, such as "46.87,-113.99"; finer than a ZIP code."""
    fscskey: Annotated[str, AfterValidator(_fscskey)] | None = None
    """Its key in the Public Libraries Survey, such as "MT0051": its own branches are not found."""
    contact: Annotated[
        Contact, BeforeValidator(lambda value: Contact() if value is None else value)
    ] = Field(default_factory=Contact.model_construct)
    signer: Signer | None = None
    """Who signs agreements, where that is not the contact."""
    goals: Several[GoalId] = ()
    """The goals of its own plan, the most important first."""
    strategic_goals: Several[StrategicGoal] = ()
    """The goals of its plan in the plan's own words."""
    assets: Several[AssetId] = ()
    """What it has beyond what every public library brings."""
    needs: Several[ResourceId] = ()
    """What it is short of."""
    hours: Annotated[float, Field(ge=0, le=168)] | None = None
    """Staff hours a week for partnerships."""
    planning: PlanningWeights | None = None
    """What `collab plan` counts otherwise than by default."""
    ready: Annotated[
        dict[ActivityId, dict[Slug, Readiness]],
        BeforeValidator(lambda value: {} if value is None else value),
    ] = Field(default_factory=dict)
    """For some works what they require, by the words of `collab plan --ready`: have, later or cannot."""
    rate: Rate | None = None
    """The hourly worth of work given in kind."""
    figures: Several[Figure] = ()
    partners: Several[Known] = ()
    logo: Annotated[Text, AfterValidator(_picture)] | None = None
    """A PNG or JPEG picture for the head of papers, seen from the folder of this file."""
    color: Annotated[str, AfterValidator(_color)] | None = None
    """The color of headings in papers, such as "#1f4e79"."""

    @model_validator(mode="after")
    def _one_entry_a_partner(self) -> "Library":
        seen: set[str] = set()
        for known in self.partners:
            if known.partner in seen and known.name is None:
                raise ValueError(f"partners: {known.partner!r} stands twice; give each its name")
            seen.add(known.partner)
        return self

    @property
    def where(self) -> Stated | None:
        """Where it is, by the finest of what it says of that."""
        for field in ("coordinates", "zip", "place"):
            said = getattr(self, field)
            if said:
                return Stated(field, said)
        return None

    @property
    def own_goals(self) -> tuple[str, ...]:
        """The goals of the catalog that it named, by themselves or in its plan, each once, in that order."""
        of_plan = (id_ for goal in self.strategic_goals for id_ in goal.goals)
        return tuple(dict.fromkeys((*self.goals, *of_plan)))

    def held(self, catalog: Catalog) -> dict[str, bool]:
        """Return the assets the library has: id, and whether the profile states it."""
        universal = (id_ for id_, asset in catalog.assets.items() if asset.universal)
        return self.held_of(universal, catalog.assets)

    def held_of(self, universal: Iterable[str], known: Container[str]) -> dict[str, bool]:
        """Return the assets the library has among *known*, of which every library has *universal*."""
        stated = set(self.assets)
        order = dict.fromkeys((*universal, *self.assets))
        return {id_: id_ in stated for id_ in order if id_ in known}

    def history(self) -> Mapping[str, Known]:
        """Return the kinds of partner already known, the best experience with each.

        An organization with whom it went badly stands for itself and not for its kind.
        """
        rank = {"well": 0, "mixed": 1, None: 2, "badly": 3}
        told = [each for each in self.partners if not (each.name and each.went == "badly")]
        ordered = sorted(told, key=lambda known: (rank[known.went], _broken(known)), reverse=True)
        return {known.partner: known for known in ordered}

    def figure(self, about: str) -> Figure | None:
        """Return the newest figure about an asset or a goal."""
        found = [figure for figure in self.figures if figure.about == about]
        return max(found, key=lambda figure: figure.year, default=None)


def _broken(known: Known) -> float:
    """Return the share of promises that were not kept; of two experiences the better counts."""
    if not isinstance(known, Recorded) or not known.promised:
        return 0.0
    return 1 - known.kept / known.promised
