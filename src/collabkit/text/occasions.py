"""When and where something is held, as a sentence says it: "Mondays at nine, in the training room"."""

import re

_SMALL = re.compile(r"(?:A|An|At|By|Each|Every|From|In|On|Our|The|Your) ")
"""Words that have a capital only where they begin a sentence; "Mondays" keeps its own."""
_ON = re.compile(r"^on ", re.IGNORECASE)
_PLACED = re.compile(
    r"(?:across|along|around|at|behind|beside|between|by|in|inside|near|next to|off|on|online|outside|over"
    r"|under|up|wherever)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:annex|auditorium|basement|cafe|cafeteria|chapel|classroom|courtyard|garage|garden|gym|gymnasium"
    r"|hall|kitchen|lab|laundromat|lobby|lounge|lot|office|park|room|sanctuary|shop|studio|theater"
    r"|waiting area|warehouse|wing|yard)s?\b",
    re.IGNORECASE,
)
_UPON = re.compile(
    r"\b(?:campus|deck|farm|floor|green|grounds|lawn|patio|porch|sidewalk|square|stage|steps)\b",
    re.IGNORECASE,
)
_HEAD = re.compile(r",| (?:of|at|in|on|behind|beside|next to) ")
"""Where a place has been named and what it belongs to begins."""


def time(when: str) -> str:
    """Return *when* as it stands after "on" or a colon: without an "on" and a full stop of its own."""
    return _begun(_ON.sub("", _plain(when)))


def place(where: str) -> str:
    """Return *where* as it stands after "come to": without "in", "at" or "on"."""
    return re.sub(r"^(?:in|at|on) ", "", _begun(_plain(where)))


def at(where: str) -> str:
    """Return *where* as it stands after a day: "in the training room", "at 210 Main Street"."""
    plain = _begun(_plain(where))
    if not plain or _PLACED.match(plain):
        return plain
    head = _HEAD.split(plain)[0]
    before = "in" if _WITHIN.search(head) else "on" if _UPON.search(head) else "at"
    return f"{before} {plain}"


def occasion(when: str, where: str) -> str:
    """Return both as one phrase, or the one that is told."""
    return ", ".join(filter(None, (time(when), at(where))))


def other_days(text: str, when: str) -> list[str]:
    """Return the days of the week, and the hours with their minutes, that *text* names and *when* does not.

    A day is told as *text* writes it first: "Tuesdays".
    """
    found: dict[str, str] = {}
    for each in _NAMED.findall(_RECKONED.sub("", text.replace(when, ""))):
        found.setdefault(_DAY.sub(r"\1", each), each)
    given = {_DAY.sub(r"\1", each) for each in _NAMED.findall(when)}
    return [said for day, said in found.items() if day not in given]


_DAY = re.compile(r"(day)s$")
_RECKONED = re.compile(r"\((?:about )?\d{1,2}:\d\d\)")
"""Hours that a step has from those very days."""
_NAMED = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|(?<![\d-])\d{1,2}:\d\d(?!:))\b"
)


def _plain(text: str) -> str:
    whole = " ".join(text.split())
    return whole if re.search(r"\b[ap]\.m\.$", whole) else whole.rstrip(".")


def _begun(text: str) -> str:
    return text[:1].lower() + text[1:] if _SMALL.match(text) else text
