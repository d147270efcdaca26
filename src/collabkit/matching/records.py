"""What matching returns. Field names are the keys of JSON, a documented contract."""

from typing import Literal, NamedTuple

Confidence = Literal["high", "medium", "low"]


class Brought(NamedTuple):
    """A resource that the partner brings."""

    resource: str
    label: str
    text: str
    """What it is, as it stands after "brings"."""
    needed: bool
    """True if the activity needs it."""
    short: bool
    """True if the library's profile says it is short of it."""


class Given(NamedTuple):
    """A want of the partner that an asset of the library meets."""

    asset: str
    label: str
    resource: str
    text: str
    """The need behind it, as a sentence."""
    stated: bool
    """True if the profile states the asset; else every public library brings it."""


class Unknown(NamedTuple):
    """A want of the partner that assets could meet, if the library has one of them."""

    resource: str
    assets: tuple[str, ...]
    text: str


class Start(NamedTuple):
    """The activity to start with."""

    id: str
    label: str
    form: str
    level: str
    pilot: str
    setup_hours: int
    monthly_hours: int


class Minded(NamedTuple):
    """Something to mind."""

    id: str
    label: str
    do: str


class Seen(NamedTuple):
    """A precedent: a real partnership of this kind."""

    id: str
    library: str
    year: int | None
    aim: str
    with_: tuple[str, ...]
    """Who took part."""
    source: str
    """The page that tells of it."""


class Factor(NamedTuple):
    """One factor of the score."""

    name: Literal["fit", "they_bring", "we_bring", "mutual", "history"]
    value: float
    """0 to 1."""
    why: str


class NameMeant(NamedTuple):
    """A name or fixed expression in an aim, with its meaning."""

    words: str
    """As typed."""
    means: str


class Spelling(NamedTuple):
    """A word that is no English, taken for one that is spelled alike."""

    typed: str
    taken_for: str
    """The stem of the other word."""


class Reading(NamedTuple):
    """How an aim in plain words was read."""

    words: tuple[str, ...]
    """Words and phrases that the catalog knows."""
    names: tuple[NameMeant, ...]
    spellings: tuple[Spelling, ...]
    left_out: tuple[str, ...]
    """What the aim turns away, such as "cops" in "please no cops"."""
    unknown: tuple[str, ...]
    """Words that the catalog never uses."""
    likeliest: tuple[str, ...]
    """The activities that it most likely asks for, the likeliest first."""


class Match(NamedTuple):
    """A partner with its score and the reasons for it."""

    aim: str
    """What was asked, as given; several goals are joined by `; `."""
    rank: int
    partner: str
    label: str
    sector: str
    score: float
    """0 to 100, one decimal."""
    confidence: Confidence
    """How well the aim was understood: of ten answers called `high` nine are right, of three called
    `medium` two. `high` for goal ids."""
    goals: tuple[str, ...]
    """Goals of the request that the partner shares."""
    because: tuple[str, ...]
    """Words of the aim that speak for the partner, the strongest first; none for goal ids."""
    they_bring: tuple[Brought, ...]
    we_bring: tuple[Given, ...]
    unknown: tuple[Unknown, ...]
    activity: Start | None
    cautions: tuple[Minded, ...]
    precedents: tuple[Seen, ...]
    """The closest real partnerships with such a partner, at most two."""
    factors: tuple[Factor, ...]
    reading: Reading | None = None
    """How the aim was read; nothing for goal ids."""


class Pair(NamedTuple):
    """A partner with one activity: what a plan chooses from."""

    partner: str
    activity: str
    score: float
    """0 to 100, one decimal."""
    setup_hours: int
    """Library staff hours to set it up, once."""
    monthly_hours: int
    """Library staff hours for each month that it runs."""
