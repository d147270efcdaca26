"""What matching returns. Field names are the keys of JSON, a documented contract."""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple, Self

from collabkit.records import from_record, to_record

Confidence = Literal["high", "medium", "low"]


class PartnerOffer(NamedTuple):
    """A resource that the partner brings."""

    resource: str
    """An entry of `resources.yaml`."""
    label: str
    """The name of the resource."""
    text: str
    """What it is, as it stands after "brings"."""
    needed: bool
    """True if the activity needs it."""
    short: bool
    """True if the library's profile says it is short of it."""


class LibraryOffer(NamedTuple):
    """A want of the partner that an asset of the library meets."""

    asset: str
    """An entry of `assets.yaml`."""
    label: str
    """The name of the asset."""
    resource: str
    """What the partner wants of it."""
    text: str
    """The need behind it, as a sentence."""
    stated: bool
    """True if the profile states the asset; else every public library brings it."""


class Unknown(NamedTuple):
    """A want of the partner that assets could meet, if the library has one of them."""

    resource: str
    """What the partner wants."""
    assets: tuple[str, ...]
    """The assets that would meet it."""
    text: str
    """The need behind the want, a sentence."""


class SuggestedActivity(NamedTuple):
    """The activity to start with."""

    id: str
    """An entry of `activities.yaml`."""
    label: str
    """What a person calls it."""
    form: str
    """The form of partnership, an entry of `forms.yaml`."""
    level: str
    """`networking`, `coordinating`, `cooperating` or `collaborating`."""
    pilot: str
    """The first step, a sentence."""
    setup_hours: tuple[float, float] | None
    """Library staff hours to set it up, once, low and high."""
    monthly_hours: tuple[float, float] | None
    """Library staff hours for each month that it runs, low and high."""


class MatchCaution(NamedTuple):
    """Something to mind."""

    id: str
    """An entry of `cautions.yaml`."""
    label: str
    """What a person calls it."""
    do: str
    """What to do about it before starting, a sentence."""


class MatchPrecedent(NamedTuple):
    """A precedent: a real partnership of this kind."""

    id: str
    """An entry of `precedents.yaml`."""
    library: str
    """The library, with its place."""
    year: int | None
    """When it was."""
    aim: str
    """What the library wanted."""
    with_: tuple[str, ...]
    """Who took part."""
    source: str
    """The page that tells of it."""


class Factor(NamedTuple):
    """One factor of the score."""

    name: Literal["fit", "they_bring", "we_bring", "mutual", "history"]
    """Which factor it is."""
    value: float
    """0 to 1."""
    why: str
    """The sentence behind it."""


class NameMeant(NamedTuple):
    """A name or fixed expression in an aim, with its meaning."""

    words: str
    """As typed."""
    means: str
    """What it stands for."""


class Spelling(NamedTuple):
    """A word that is no English, taken for one that is spelled alike."""

    typed: str
    """As it stands in the aim."""
    taken_for: str
    """The stem of the other word."""


class Reading(NamedTuple):
    """How an aim in plain words was read."""

    words: tuple[str, ...]
    """Words and phrases that the catalog knows."""
    names: tuple[NameMeant, ...]
    """Names and fixed expressions."""
    spellings: tuple[Spelling, ...]
    """Words that are no English, and what they were taken for."""
    left_out: tuple[str, ...]
    """What the aim turns away, such as "cops" in "please no cops"."""
    unknown: tuple[str, ...]
    """Words that the catalog never uses."""
    likeliest: tuple[str, ...]
    """The activities that it most likely asks for, the likeliest first."""


class Lead(NamedTuple):
    """Somebody of the library's own people who knows somebody there: private."""

    name: str
    """Who knows somebody."""
    group: str | None
    """What they are to the library: `board`, `staff`, `trustee`, `volunteer` or `friend`."""
    at: str
    """The organization, or the kind of partner."""
    who: str | None
    """The person there."""
    how: str | None
    """How they know each other."""


class Match(NamedTuple):
    """A partner with its score and the reasons for it."""

    aim: str
    """What was asked, as given; several goals are joined by `; `."""
    rank: int
    """1 is best; of several requests each has its own list."""
    partner: str
    """The type of organization, an entry of `partners.yaml`."""
    label: str
    """What a person calls it."""
    sector: str
    """The part of community life it belongs to."""
    score: float
    """0 to 100, one decimal."""
    confidence: Confidence
    """How well the aim was understood: of ten answers called `high` nine are right, of three called
    `medium` two. `high` for goal ids."""
    goals: tuple[str, ...]
    """Goals of the request that the partner shares."""
    because: tuple[str, ...]
    """Words of the aim that speak for the partner, the strongest first; none for goal ids."""
    they_bring: tuple[PartnerOffer, ...]
    """What the partner brings; first what it supplies to the activity."""
    we_bring: tuple[LibraryOffer, ...]
    """The wants of the partner that the library's assets meet, one for each pair of want and asset."""
    unknown: tuple[Unknown, ...]
    """The wants that no known asset meets, although one in the catalog would."""
    activity: SuggestedActivity | None
    """The joint work to start with."""
    cautions: tuple[MatchCaution, ...]
    """What to mind, the partner's own before those of the work."""
    precedents: tuple[MatchPrecedent, ...]
    """The closest real partnerships with such a partner, at most two."""
    factors: tuple[Factor, ...]
    """The parts of the score, in the order in which they make it."""
    reading: Reading | None = None
    """How the aim was read; nothing for goal ids."""
    known_by: tuple[Lead, ...] = ()
    """Who of the library's own people knows somebody there; empty unless people are asked for."""

    def record(self) -> dict[str, Any]:
        """Return it as the object that JSON shows."""
        return to_record(self)

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Self:
        """Return it as it was before it was printed as *record*.

        Raises:
            RecordError: a key is missing, or holds what it cannot.
        """
        return from_record(cls, record)


class Pair(NamedTuple):
    """A partner with one activity: what a plan chooses from."""

    partner: str
    activity: str
    score: float
    """0 to 100, one decimal."""
    setup_hours: tuple[float, float] | None
    """Library staff hours to set it up, once."""
    monthly_hours: tuple[float, float] | None
    """Library staff hours for each month that it runs."""
