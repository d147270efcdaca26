"""What the heading of a column says that it holds, in the words that lists of partners use."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Final, NamedTuple

_DEED = r"(?:agreement|contract|mou|moa|memorandum(?: of understanding)?|term)"
_THEM = r"(?:partner|organi[sz]ation|org|agency|company|institution|business|group|entity)s?"
_PHONE = r"(?:tele)?phone|tel|ph"
_NUMBER = r"(?: (?:number|no|num|#))?"

FIELDS: Final[Mapping[str, str]] = {
    "name": "what the organization is called",
    "partner": "what kind it is: an id of partners.yaml, its name or an alias",
    "person": "whom you know there",
    "first": "that person's first name",
    "family": "that person's family name",
    "role": "what that person is there",
    "email": "e-mail",
    "direct": "that person's own telephone",
    "phone": "telephone; of the person where the line names one",
    "office": "telephone of the organization",
    "site": "page on the web",
    "street": "address, or street and number",
    "city": "town",
    "state": "state",
    "zip": "ZIP code",
    "stage": "where it stands",
    "since": "since when, a day or a year",
    "start": "first day of the agreement",
    "until": "last day of the agreement",
    "last": "day of the last talk",
    "why": "what the two want with each other",
    "work": "the joint work",
    "notes": "anything else to keep",
}
"""What a column may hold."""

_HEADINGS: Final[tuple[tuple[str, ...], ...]] = (
    (
        "until",
        rf"{_DEED} (?:until|through|thru|to|ends?|ending|expires?|expiration|expiry|end date|expiration date|expires on|renewal|renewal date|exp|exp date)",
        r"until|ends?|end date|ending|expires?|expires on|expiry|expiry date|expiration|expiration date|exp date",
        r"valid (?:until|through|thru)|renewal date|date ends|ends on",
    ),
    (
        "start",
        rf"{_DEED} (?:starts?|from|begins?|date|signed|start date|begin date|signed on|effective|effective date)",
        r"date signed|signed|signed on|effective|effective date",
    ),
    (
        "since",
        rf"since|{_THEM} since|partnership since|member since|since when|since year|year|years?|year (?:started|began)",
        r"started|start|start date|start year|began|begun|first year|partnership (?:start|started|start date|began)",
        r"joined|date joined|date started|date added",
    ),
    (
        "last",
        r"last (?:talk|talked|talked to|contact|contacted|contact date|date contacted|touch|meeting|met|met with|spoke|spoke with",
        r"spoken|call|called|conversation|communication|touchpoint|check in|interaction|outreach|visit|heard from)(?: date)?",
        r"(?:date of )?(?:last|latest|most recent) contact|contacted|date contacted|last time",
    ),
    ("first", r"(?:contact )?first(?: name)?|contact first|given name"),
    ("family", r"(?:contact )?(?:last|family|sur) ?name|contact last"),
    ("role", r"(?:contact |person )?(?:title|role|position|job title|job)|title role"),
    (
        "email",
        rf"(?:contact |person |{_THEM} |work |main )?e ?mail(?: address)?|contact e ?mail address",
    ),
    (
        "direct",
        rf"(?:contact|person|contact person)s? (?:{_PHONE}){_NUMBER}|(?:contact )?(?:cell|mobile|direct)(?: (?:{_PHONE}|line|number))?{_NUMBER}",
    ),
    (
        "office",
        rf"(?:main|office|business|work|general|{_THEM}) (?:{_PHONE}|line|number){_NUMBER}|(?:{_PHONE}) (?:main|office)|switchboard",
    ),
    ("phone", rf"(?:{_PHONE}){_NUMBER}"),
    (
        "site",
        rf"web ?site(?: url)?|web ?page|web|url|home ?page|web address|site|{_THEM} web ?site|link",
    ),
    ("street", rf"(?:mailing |street |{_THEM} |physical )?address(?: (?:1|line 1))?|street"),
    ("city", r"city|town|city town"),
    ("state", r"state|st"),
    ("zip", r"zip|zip ?code|postal code|zip postal code"),
    (
        "partner",
        rf"(?:{_THEM} )?(?:type|kind|category|sector)|(?:type|kind|category) of {_THEM}|{_THEM} type|partner kind",
    ),
    (
        "stage",
        r"(?:partnership |current |relationship |agreement )?(?:stage|status|phase)|where it stands|standing|active|state of partnership|active inactive",
    ),
    (
        "why",
        r"why|purpose|purpose of partnership|reason|aims?|shared goals?|goals?|objectives?|focus|what we want",
    ),
    (
        "work",
        r"(?:joint |our |shared )?(?:work|projects?|programs?|programmes?|activity|activities)|what we do(?: together)?|collaboration|programs? projects?|services",
    ),
    (
        "notes",
        r"notes?|comments?|remarks?|details|more|other|other info|info|additional info(?:rmation)?|misc|miscellaneous|history|notes comments|comments notes|description",
    ),
    (
        "person",
        r"(?:key |primary |main |our )?contacts?(?: person| name| person name)?|contact s name|persons?|people|point of contact|poc|who|who we know",
        r"representative|rep|liaison|director|coordinator|executive director|name of contact|contact names|contact info",
    ),
    (
        "name",
        rf"(?:community )?{_THEM}(?: {_THEM})?(?: names?)?|names? of (?:the )?{_THEM}|account(?: name)?|who with|partner library",
    ),
)
_PATTERNS: Final = tuple((field, re.compile("|".join(texts))) for field, *texts in _HEADINGS)
_EMPTY_WORDS: Final = frozenset(["the", "a", "current", "please", "enter", "required", "optional"])


class Heading(NamedTuple):
    """What a heading says."""

    field: str
    """One of `FIELDS`."""
    nth: int = 1
    """Of which person it speaks, where a line has several: "Contact 2"."""


def plain_heading(text: str) -> str:
    """Return *text* as words in small letters."""
    bare = "".join(
        each
        for each in unicodedata.normalize("NFKD", text.casefold())
        if not unicodedata.combining(each)
    )
    without = re.sub(r"\([^()]*\)", " ", bare.replace("'s ", " "))
    words = re.findall(r"[^\W_]+|#", without)
    return " ".join(each for each in words if each not in _EMPTY_WORDS)


def heading_of(text: str) -> Heading | None:
    """Return what the heading *text* says, if it is one that is known."""
    words = plain_heading(text)
    if len(words) > _LONGEST:
        return None
    numbered = re.fullmatch(r"(.+?) ?#? ?([1-9])(?: (.+))?", words)
    known = next((field for field, pattern in _PATTERNS if pattern.fullmatch(words)), None)
    if known is not None:
        return Heading(known)
    if words in {"name", "names"}:
        return Heading("name")
    if numbered:
        rest = " ".join(filter(None, (numbered[1], numbered[3])))
        inner = heading_of(rest) if rest != words else None
        return inner._replace(nth=int(numbered[2])) if inner else None
    return None


_LONGEST: Final = 60
"""Letters of a heading; what is longer is a sentence."""
