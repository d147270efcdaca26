"""What the directory returns."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple, Self

from collabkit.records import from_record, to_record

_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "for",
        "in",
        "of",
        "on",
        "or",
        "the",
        "to",
        "de",
        "la",
        "del",
        "y",
    ]
)
_CAPITALS = frozenset(
    [
        "AA",
        "AARP",
        "AAUW",
        "ABATE",
        "ACLU",
        "AFL",
        "AFSCME",
        "AM",
        "AMVETS",
        "ASPCA",
        "ATV",
        "BMX",
        "BPOE",
        "CDC",
        "CIO",
        "CPR",
        "CSA",
        "DAR",
        "DAV",
        "DC",
        "EAA",
        "EMS",
        "EMT",
        "ESL",
        "FFA",
        "FM",
        "FOE",
        "FOP",
        "GED",
        "HIV",
        "HOA",
        "HRDC",
        "HUD",
        "IBEW",
        "II",
        "III",
        "IV",
        "IX",
        "JR",
        "KOA",
        "LDS",
        "LGBTQ",
        "LLC",
        "MADD",
        "NAACP",
        "NAMI",
        "NE",
        "NPR",
        "NRA",
        "NW",
        "PBS",
        "PEO",
        "PFLAG",
        "PO",
        "PTA",
        "PTO",
        "PTSA",
        "RSVP",
        "RV",
        "SE",
        "SPCA",
        "SW",
        "TOPS",
        "TV",
        "UAW",
        "UFCW",
        "UMC",
        "UPS",
        "US",
        "USA",
        "USO",
        "VFW",
        "VI",
        "VII",
        "VIII",
        "WWI",
        "WWII",
        "XI",
        "XII",
        "XIV",
        "XV",
        "YMCA",
        "YWCA",
    ]
)
_IN_FULL = {"FLS": "Falls", "HTS": "Heights", "JCT": "Junction", "SPGS": "Springs"}
"""What registers cut short in the names of towns."""


class Asking(NamedTuple):
    """The library that asks. It and its branches are not what it looks for."""

    key: str = ""
    """Its FSCSKEY in the Public Libraries Survey, if it is known."""
    name: str = ""
    """Its name, by which it is known otherwise."""


NOBODY = Asking()
"""Who asks for no library in particular."""
GUESS = 0.8
"""Confidence under which a partner is a guess: of such, nearly half are wrong (``benchmarks/labels.md``)."""


class Location(NamedTuple):
    """One of several places of an organization."""

    street: str | None
    """Street and number."""
    city: str | None
    """The town."""
    state: str | None
    """Two letters."""
    zip: str | None
    """The ZIP code."""
    lat: float | None
    """Latitude."""
    lon: float | None
    """Longitude."""
    phone: str | None
    """The telephone there."""


class Statement(NamedTuple):
    """One thing that a body says it does, in its own words."""

    kind: str
    """`mission` or `program`."""
    text: str
    """What it says."""
    source: str
    """The register that holds it, such as `returns`."""
    year: int | None
    """The year it is of."""
    dollars: int | None
    """What it spent on that in the year, if it says so."""
    goals: tuple[str, ...] = ()
    """The goals, and what is finer than a goal, that the statement speaks of."""


class Organization(NamedTuple):
    """One real body, as the directory has it."""

    id: str
    """Source and number, such as `irs-810300000`."""
    name: str
    """As its register has it, in capitals and small letters."""
    partner: str | None
    """The type of partner it is, an entry of `partners.yaml`."""
    confidence: float | None
    """In the partner, 0 to 1."""
    reason: str | None
    """Why it is taken for that partner."""
    network: str | None
    """The national network it belongs to."""
    street: str | None
    """Street and number."""
    city: str | None
    """The town."""
    state: str | None
    """Two letters."""
    zip: str | None
    """The ZIP code."""
    lat: float | None
    """Latitude."""
    lon: float | None
    """Longitude."""
    located: str | None
    """How it was placed on the map: by `address`, `zip`, `zip area` or `town`."""
    phone: str | None
    """The telephone."""
    site: str | None
    """Its page on the web."""
    number: str | None
    """Its number with the government."""
    register_kind: str | None
    """The code by which the register tells kinds apart, such as the branches of a library."""
    size: int | None
    """Class of income in the IRS file, 0 to 9."""
    mark: str | None
    """`headquarters`, `mail service`, `elsewhere` or `po box`, where the address is not where it works, and
    `group return` where it is no body but a return that one files for all its chapters."""
    second: str | None
    """Another kind of partner that it is too."""
    second_confidence: float | None
    """In that kind, 0 to 1."""
    second_reason: str | None
    """Why it is taken for that kind."""
    signs: tuple[str, ...]
    """What shows which goal it works for, each as goal, how (name, service, network, code) and what, parted
    by bars: `food-security|name|FOOD SHELF`."""
    role: str | None
    """`advocate` for a body that takes a side in politics, `support` for one that serves another, `national` for one whose work is not of the place, `silent`
    for one that has not been heard of for years."""
    services: str | None
    """What it offers, as a feed lists it, parted by semicolons."""
    other_names: str | None
    """How else it is or was called."""
    sources: tuple[str, ...]
    """The registers that name it."""
    places: tuple[Location, ...] = ()
    """Where else it is, if a feed lists several places of it: it is one organization."""
    ids: tuple[str, ...] = ()
    """Its ids in all registers that have it, its own first: the row that stands for it may be another one tomorrow."""
    statements: tuple[Statement, ...] = ()
    """What it says in its latest return that it does."""
    employees: int | None = None
    """Whom it employs, by that return."""
    volunteers: int | None = None
    """Who helps it without pay, by that return."""

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

    @property
    def town(self) -> str:
        """City and state, as far as they are known."""
        return ", ".join(part for part in (self.city, self.state) if part)

    @property
    def address(self) -> str:
        """Street, city, state and ZIP code on one line."""
        return address_of(self.street, self.city, self.state, self.zip)


def address_of(street: str | None, city: str | None, state: str | None, zip_: str | None) -> str:
    """Return an address on one line, as far as it is known."""
    end = " ".join(part for part in (state, zip_) if part)
    return ", ".join(part for part in (street, city, end) if part)


def full_name(name: str, local: str | None) -> str:
    """Return a name with that of the chapter, in upper and lower case."""
    if not local or local.casefold() in name.casefold():
        return readable(name)
    if local.casefold().startswith("of "):
        return readable(f"{name} {local}")
    return f"{readable(name)}, {readable(local)}"


def readable(text: str) -> str:
    """Return *text* as a letter would print it, if a register has it in capitals."""
    if text != text.upper() or text == text.lower():
        return text
    words = re.split(r"([ /&(\-])", text)
    # Every other one is what stands between two.
    return "".join(word if at % 2 else _word(word, first=not at) for at, word in enumerate(words))


@lru_cache(maxsize=4_096)  # the words of names and streets come again and again
def _word(word: str, *, first: bool) -> str:
    bare = word
    plain = word.isalpha()  # most are, and need no look at what else they hold
    if not plain:
        bare = word.strip(".,'\"")
        if re.fullmatch(r"\d+(ST|ND|RD|TH)", bare):
            return word.lower()
        if re.fullmatch(r"(?:[A-Z]\.)+[A-Z]?", word.strip(",'\"")):
            return word  # initials: "U.S."
    if bare in _IN_FULL:
        return word.replace(bare, _IN_FULL[bare])
    if bare in _CAPITALS or (not plain and any(letter.isdigit() for letter in bare)):
        return word
    if not first and bare.lower() in _SMALL:
        return word.lower()
    return f"{word[:1]}{word[1:].lower()}" if len(bare) < 3 or re.search("[AEIOUY]", bare) else word  # noqa: PLR2004 - initials
