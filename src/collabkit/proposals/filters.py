"""What a template may do with a text: the filters of our papers."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, TypeGuard

from jinja2 import pass_context
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.runtime import Context

from collabkit.proposals.aloud import aloud
from collabkit.proposals.calendar import long_date
from collabkit.proposals.fact_parts import Fact, Gap
from collabkit.proposals.template_values import LIMITS, Missing, Ready, fields_of, shown
from collabkit.text.phrases import cap, ended, listed, lower_first, unended


def _sentence(text: Fact) -> Ready:
    """Return *text* with a capital at the start and one full stop at the end."""
    if isinstance(text, Gap):
        return Ready(f"{shown(text)}.")
    return Ready(shown(ended(cap(text))))


def _listed(facts: Sequence[Fact], last: str = "and") -> Ready:
    """Return *facts* as a list in a sentence: "a, b and c"."""
    return Ready(listed([shown(fact) for fact in facts], last))


def _placed(name: Fact, place: Fact) -> Ready:
    """Return *name* with its *place*, unless its town stands in the name: a neighbor knows where that is."""
    town = "" if isinstance(place, Gap) else place.split(",", 1)[0]
    told = not isinstance(name, Gap) and town and town in name
    return Ready(shown(name) if told else f"{shown(name)} in {shown(place)}")


def _the(names: Fact | Sequence[Fact]) -> Fact | list[Fact]:
    """Return a name, or several, as they stand in a sentence: "the Clerk of the District Court" wants its article."""
    if isinstance(names, (str, Gap)):
        return _with_the(names)
    return [_with_the(name) for name in LIMITS.get().each(names)]


def _with_the(name: Fact) -> Fact:
    return name if isinstance(name, Gap) or not re.match(_OFFICE, name) else f"the {name}"


_OFFICE = (
    r"(?:Office|Department|Division|Bureau|Board|Clerk|Recorder|Treasurer|Auditor|Sheriff|City|Town|Village|County"
    r"|Friends|League|University|College) of\b"
)
"""How the name of an office or a body begins that nobody says without an article."""


def _has(names: Fact | Sequence[Fact], one: str = "has") -> str:
    """Return the verb behind one name or several: "has", and "have" behind several, or "Friends of the Library"."""
    many = _PAIRS.get(one, one)
    if isinstance(names, (str, Gap)):
        return many if re.match(r"(?:[Tt]he )?Friends\b", str(names)) else one
    return _has(names[0], one) if len(names) == 1 else many


_PAIRS = {"has": "have", "is": "are", "says": "say", "gives": "give"}


def _joined(phrases: Sequence[Fact], by: str) -> Ready:
    """Return *phrases* one after the other, each tied to the last by the words *by*."""
    LIMITS.get().writes(len(phrases) * len(by))
    return Ready(f", {by} ".join(shown(phrase) for phrase in phrases))


def _flowing(pieces: Sequence[Fact]) -> Ready:
    """Return *pieces* of a paragraph as one text, with the blanks between them."""
    return Ready("".join(_piece(piece) for piece in pieces))


def _piece(piece: Fact) -> str:
    if isinstance(piece, Gap):
        return shown(piece)
    before, after = (" " if edge.isspace() else "" for edge in (piece[:1], piece[-1:]))
    return f"{before}{shown(piece)}{after}"


def _address(fact: Fact) -> Ready:
    """Return a telephone or e-mail address as a person copies it: an @ in it means nothing else."""
    return Ready(_MAIL.sub(r"\1@\2", shown(fact)))


_MAIL = re.compile(r"(\w)\\@(\w)")


def _comparable(value: object) -> object:
    """Return *value* if comparing it is quick: a word, a number, a fact, or a flat list of them."""
    if isinstance(value, Missing):
        raise UndefinedError(value.told())
    if _is_many(value):
        for each in LIMITS.get().each(value):
            _item(each)
    return value


def _item(value: object) -> object:
    """Return *value* as an item of a list, which is no list itself."""
    LIMITS.get().step()
    if _is_many(value):
        raise SecurityError("a template may not put lists into lists")
    return value


def _is_many(value: object) -> TypeGuard[Iterable[object]]:
    """Return whether *value* is a list to a template: a fact of several parts is one thing, though a tuple."""
    return isinstance(value, (list, tuple, dict)) and not hasattr(value, "_fields")


def _stretch(things: Sequence[object], *edges: int | None) -> Sequence[object]:
    """Return the *things* from one place up to another; *things* may be a text."""
    if not isinstance(things, (str, list, tuple)) or hasattr(things, "_fields"):
        raise SecurityError(f"{type(things).__name__.lower()} is no list")
    found = things[slice(*edges)]
    LIMITS.get().writes(len(found))
    return found


def _whole(value: object) -> int:
    """Return *value*, which has to be a whole number."""
    if not isinstance(value, int):
        raise SecurityError(f"{type(value).__name__.lower()} is no whole number")
    return value


def _words(text: object) -> int:
    """Return how many words a text has, or several together."""
    texts = text if _is_many(text) else [text]
    for each in LIMITS.get().each(texts):
        if not isinstance(each, (str, Gap)):
            raise SecurityError(
                f"{type(each).__name__.lower()} has no words; name one of its parts"
            )
    return sum(len(str(each).split()) for each in texts)


def _each(things: Sequence[object], name: str) -> list[object]:
    """Return the field *name* of each of *things*."""
    for thing in LIMITS.get().each(things):
        if name not in fields_of(thing):
            raise UndefinedError(f"{type(thing).__name__.lower()} has no {name!r}")
    return [getattr(thing, name) for thing in things]


def _third(text: str) -> str:
    """Return what was said to a partner as it is told to somebody else: "your" is "their"."""
    return _YOU.sub(_told_of, text)


def _told_of(found: re.Match[str]) -> str:
    said = _THIRD[found[0].casefold()]
    if said == "they" and _is_done_to(found):
        said = "them"
    return cap(said) if found[0][0].isupper() else said


_THIRD = {"your": "their", "yours": "theirs", "you": "they", "yourself": "themselves"}


def _is_done_to(found: re.Match[str]) -> bool:
    """Return whether this "you" is who something is done to: after such a word, or at the end."""
    before, after = found.string[: found.start()].split(), found.string[found.end() :].lstrip()
    if not before:
        return False
    return before[-1].casefold() in _BEFORE_AN_OBJECT or after[:1] in {"", ".", ",", ";", ":", "?"}


_BEFORE_AN_OBJECT = {
    *("to", "for", "with", "from", "of", "by", "about", "without", "between", "against"),
    *("beside", "behind", "at", "on", "like"),
    *("ask", "asked", "asking", "asks", "bind", "binds", "bring", "brings", "call", "called"),
    *("calls", "cost", "costs", "find", "finds", "found", "give", "given", "gives", "hear"),
    *("hears", "help", "helps", "hurts", "join", "keeps", "know", "knows", "lend", "lends"),
    *("let", "lets", "makes", "meet", "meets", "move", "names", "need", "needs", "paid", "pay"),
    *("pays", "reach", "reaches", "saves", "seen", "send", "sends", "show", "shows", "slows"),
    *("take", "takes", "tell", "tells", "thank", "told", "worries"),
}
_YOU = re.compile(r"\b(?:yourself|yours|your|you)\b", re.IGNORECASE)


def _settled(text: str) -> str:
    """Return what was offered as it is once it is agreed: "You would bring" is "You will bring"."""
    # What "people who would not come" do was not offered.
    return re.sub(r"(?<!\bwho )(?<!\bthat )\bwould\b", "will", text)


def _each_third(texts: Sequence[Fact]) -> list[Fact]:
    """Return *texts* as they are told to somebody else; a gap stays one."""
    return [text if isinstance(text, Gap) else _third(text) for text in texts]


def _breaths(text: str) -> list[str]:
    """Return the sentences of *text*, as somebody says them one after the other."""
    return [*LIMITS.get().each(re.split(r"(?<=[a-z0-9)\"][.?!]) (?=[A-Z\"])", text))]


def _day(day: object) -> str:
    """Return *day* as a letter bears it."""
    if not isinstance(day, date):
        raise SecurityError("that is no day")
    return long_date(day)


def _site(address: str) -> str:
    """Return the address of a page as one says it, without what Markdown would have to escape."""
    plain = re.sub(r"^(https?://)?(www\.)?", "", address).rstrip("/")
    # A page that nobody would type is told by the house that it stands in.
    return plain if len(plain) <= _TYPED and "%" not in plain else plain.partition("/")[0]


_TYPED = 140
"""Letters of an address that somebody may still copy."""


@pass_context
def _gap(_: Context, what: str) -> Gap:
    """Return a blank that only the writer can fill, counted among the gaps.

    It asks for the context so that Jinja does not work it out once and for all when it compiles
    the template: a blank that is worked out then is counted in no paper.
    """
    if not isinstance(what, str):
        raise SecurityError("a gap says in words what is missing")
    return Gap(what, "decide it and write it into the paper")


def _aloud(text: Fact, on: str) -> Fact:
    """Return *text* as it is said at the day *on*; a gap stays one."""
    return text if isinstance(text, Gap) else LIMITS.get().wrote(aloud(text, on))


def _kept(change: Callable[[str], str]) -> Callable[[Any], Any]:
    """Return *change* for facts: a gap stays a gap, so that none is passed by."""

    def changed(fact: Any) -> Any:  # noqa: ANN401 - a fact, or what a template took for one
        if isinstance(fact, Gap):
            return fact
        if isinstance(fact, Missing):
            raise UndefinedError(fact.told())
        if not isinstance(fact, str):
            raise SecurityError(f"{type(fact).__name__.lower()} is no text; name one of its parts")
        LIMITS.get().step()
        return LIMITS.get().wrote(change(fact))

    return changed


FILTERS: dict[str, Callable[..., Any]] = {
    "address": _address,
    "aloud": _aloud,
    "breaths": _breaths,
    "cap": _kept(cap),
    "comparable": _comparable,
    "counted": lambda items, parts: LIMITS.get().each(items, parts),
    "day": _day,
    "joined": _joined,
    "listed": _listed,
    "has": _has,
    "each": _each,
    "each_third": _each_third,
    "gap": _gap,
    "item": _item,
    "list": lambda items: [*LIMITS.get().each(items)],
    "lower": _kept(str.lower),
    "lower_first": _kept(lower_first),
    "phrase": _kept(unended),
    "placed": _placed,
    "trim": _kept(str.strip),
    "settled": _kept(_settled),
    "unended": _kept(lambda text: text.rstrip().removesuffix(".")),
    "upper": _kept(str.upper),
    "sentence": _sentence,
    "site": _kept(_site),
    "the": _the,
    "third": _kept(_third),
    "flowing": _flowing,
    "glued": lambda parts: Ready("".join(map(shown, parts))),
    "ready": Ready,
    "stretch": _stretch,
    "words": _words,
}
"""What a template may do with a text."""
TESTS: dict[str, Callable[..., bool]] = {
    "odd": lambda value: _whole(value) % 2 == 1,
    "even": lambda value: _whole(value) % 2 == 0,
    "gap": lambda value: isinstance(value, Gap),
}
"""What a template may ask of a number, and of a fact: whether it is missing."""
