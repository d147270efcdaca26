"""Signs of the goals that organizations work for, out of the catalogs, as tables for the statements."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from collabkit.catalog import Catalog
from collabkit.catalog.registers import Sign
from collabkit.directory.names import comparable_name
from collabkit.directory.pipeline.rules import Rule

SUPPORT = "support"
"""The sign of a body that serves another: it holds its money or its house, or raises funds for it."""
_SUPPORT_WORDS = (
    *("endowment", "endowments", "auxiliary", "aux", "trust", "trusts", "memorial trust"),
    *(
        "title holding",
        "holding company",
        "holding corporation",
        "holdings",
        "properties",
        "realty",
    ),
    *("property", "property corporation", "facility corporation", "charitable tr"),
    *("healthcare foundation", "health care foundation", "nursing homes foundation"),
    *("building corporation", "building corp", "building association", "real estate", "apartments"),
    *("housing corporation", "housing corp", "housing partnership ii", "supporting"),
    *(
        "scholarship",
        "scholarships",
        "memorial fund",
        "pension",
        "welfare benefit",
        "veba",
        "benefit plan",
    ),
    *("employees", "alumni", "alumnae", "support corporation", "charitable lead", "irrevocable"),
    *(
        "foundation of",
        "fair foundation",
        "fairgrounds foundation",
        "hospital foundation",
        "school foundation",
        "college foundation",
        "guild of",
    ),
    *(
        "boosters",
        "booster",
        "booster club",
        "retirement plan",
        "health plan trust",
    ),
)
_SUPPORT_UNLESS = (
    *("science fair", "health fair", "book fair"),
    *("property owners", "property rights", "intellectual property", "property and casualty"),
    *("property managers", "property tax"),
    *("land trust", "conservation trust", "housing trust", "community trust", "preservation trust"),
    *(
        "historic trust",
        "childrens trust",
        "library trust",
        "public trust",
        "trust for public land",
    ),
    *("asset building", "capacity building", "community building", "wealth building"),
    *("skill building", "skills building", "peace building", "bridge building"),
    *("heritage trust", "trust for historic", "open lands", "youth trust", "nature trust"),
)
_NEWCOMERS = (
    *(
        "akron",
        "buffalo",
        "connecticut",
        "detroit",
        "erie",
        "lowell",
        "los angeles",
        "metropolitan",
    ),
    *("milwaukee", "minnesota", "new england", "new jersey", "rhode island", "san francisco"),
    *("southern california", "st louis", "saint louis", "the bay area", "toledo", "wisconsin"),
)
"""Where agencies for newcomers have been called international institutes since the 1910s: they are of the place."""
NATIONAL = "national"
"""The sign of a body whose work is a country's or the world's, wherever its office stands."""
_NATIONAL_WORDS = (
    *(
        "national",
        "nationwide",
        "international",
        "global",
        "worldwide",
        "policy",
        "federal",
        "congress",
    ),
    *("usa", "u s a", "united states", "americans for", "research institute"),
    *("american association", "american council", "american society", "american institute"),
    *("american federation", "american foundation", "american academy", "american board"),
    *("association of american", "association of state", "association of national"),
    *("association of america", "council of america", "federation of america"),
    *("institute of america", "society of america"),
)
_NATIONAL_UNLESS = (
    "dorcas international institute",
    *(
        "international rescue committee",
        "national guard",
        "national forest",
        "national park",
        "native american",
    ),
    *(
        "african american",
        "asian american",
        "american indian",
        "american legion",
        "american red cross",
    ),
    *("mexican american", "native american", "american cancer", "american heart", "american lung"),
    *(
        "arab american",
        "polish american",
        "italian american",
        "association of realtors",
        "american village",
    ),
    *(
        "new american",
        "new americans",
        "american job center",
        "world war",
        "world affairs",
        "world relief",
    ),
    *(
        "disney world",
        "wild world",
        "federal credit",
        "national wildlife refuge",
        "habitat for humanity",
    ),
    *("association of churches", "council of churches", "society of st", "association of vermont"),
    *("international institute of " + place for place in _NEWCOMERS),
    *("society of montana", "society of alaska", "council of aging", "women of", "latin american"),
)
RESIDENCE = "residence"
"""The sign of a body that nurses or houses the people who live with it: it does little for others."""
_RESIDENCE_WORDS = (
    *("nursing home", "nursing center", "care center", "assisted living", "retirement community"),
    *("retirement residence", "retirement home", "senior housing", "elderly housing", "manor"),
    *("tower", "towers", "villa", "long term care", "nursing and rehabilitation", "group homes"),
    *(
        "convalescent",
        "skilled nursing",
        "residential support",
        "senior living",
        "senior residence",
    ),
)
_RESIDENCE_UNLESS = (
    *("day care center", "child care center", "childcare center", "urgent care center"),
    *("eye care center", "pregnancy care center", "animal care center", "manor house"),
    *("clock tower", "water tower", "fire tower", "homeless"),
)
ADVOCATE = "advocate"
"""The sign of a body that takes a side in elections, or in what parties fight about: a library that is neutral
does not name it for a neutral work without saying so."""
_ADVOCATE_WORDS = (
    *("right to life", "pro life", "prolife", "pro choice", "prochoice", "reproductive freedom"),
    *("republican", "republicans", "democratic party", "democrats", "democratic women"),
    *("democratic womens", "democratic club", "democratic socialists", "libertarian party"),
    *("action fund", "political action", "progressive action", "conservation voters", "votes"),
    *("taxpayers", "tea party", "gun owners", "gunsense", "second amendment", "indivisible"),
    *("conservative alliance", "moms for liberty", "planned parenthood advocates"),
    *("americans for prosperity", "family policy", "freedom caucus"),
)
_ADVOCATE_UNLESS = (
    "international republican",
    "irish republican",
    "republican river",
    "low income taxpayers",
)
ADVOCATE_CODES = ("R61", "R62", "R67")
"""NTEE codes of those: for and against abortion, and the right to die."""
RESIDENCE_CODES = ("E91", "E92", "L22", "P75")
"""NTEE codes of those: nursing homes, housing for the old."""


_ROLES: Mapping[str, tuple[Sequence[str], Sequence[str]]] = {
    ADVOCATE: (_ADVOCATE_WORDS, _ADVOCATE_UNLESS),
    SUPPORT: (_SUPPORT_WORDS, _SUPPORT_UNLESS),
    NATIONAL: (_NATIONAL_WORDS, _NATIONAL_UNLESS),
    RESIDENCE: (_RESIDENCE_WORDS, _RESIDENCE_UNLESS),
}
"""For each role the phrases of a name that give it, and those that speak against it."""


class Coded(NamedTuple):
    """A code that shows a goal."""

    sign: str
    code: str
    doubtful: bool


def sign_rules(catalog: Catalog) -> Iterator[Rule]:
    """Yield a rule for each phrase of each sign, the longest first; its network is the sign."""
    for id_, words in (
        *((sign.id, sign.words) for sign in signs(catalog)),
        *((role, words) for role, (words, _) in _ROLES.items()),
    ):
        phrases = set(filter(None, map(comparable_name, words)))
        for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
            yield Rule("sign", None, 0.0, "", phrase, network=id_)


def guards(catalog: Catalog) -> list[tuple[str, str, str]]:
    """Return the phrases that speak against each sign, each with the word by which it is looked up."""
    against = [(sign.id, sign.unless) for sign in signs(catalog)]
    return [
        (id_, f" {phrase} ", max(phrase.split(), key=len))
        for id_, phrases in (
            *against,
            *((role, unless) for role, (_, unless) in _ROLES.items()),
        )
        for phrase in filter(None, map(comparable_name, phrases))
    ]


def codes(catalog: Catalog) -> list[Coded]:
    """Return the codes that show each sign."""
    return [
        Coded(sign.id, code, code in sign.doubtful)
        for sign in signs(catalog)
        for code in sign.codes
    ]


class Served(NamedTuple):
    """A phrase by which a service shows a sign."""

    sign: str
    phrase: str
    partner: str
    """What kind a body is that offers it."""


def services(catalog: Catalog) -> list[Served]:
    """Return the phrases by which a service shows each sign: of the signs, and of taxonomies."""
    known = signs(catalog)
    found = [
        Served(sign.id, f" {phrase} ", sign.partner)
        for sign in known
        for phrase in filter(None, map(comparable_name, (*sign.words, *sign.services)))
    ]
    ids = {sign.id for sign in known}
    found += (
        # One word stands in many names: it tells only where it is all that is said.
        Served(sign, f" {said} " if " " in said else f"| {said} |", term.partner)
        for term in catalog.taxonomy.values()
        for said in filter(None, map(comparable_name, term.terms))
        for sign in term.shows
        if sign in ids
    )
    return found


def goals(catalog: Catalog) -> list[tuple[str, str, str]]:
    """Return each sign with what it shows and the partner of a body that shows it; roles have neither."""
    of_goals = [(sign.id, sign.shows, sign.partner) for sign in signs(catalog)]
    return [*of_goals, *((role, "", "") for role in _ROLES)]


def signs(catalog: Catalog) -> list[Sign]:
    """Return the signs of goals that the catalog still has."""
    return [sign for sign in catalog.signs.values() if sign.goal in catalog.goals]
