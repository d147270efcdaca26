"""Names of organizations as people say and write them; the name as filed stays in the record."""

import re

# Patterns as text: they are compiled once a name is said, and many papers say none.
_POST = (
    r"(?i)^(?P<body>Veterans of Foreign Wars|V\.?F\.?W\.?|American Legion|AMVETS|Disabled American Veterans)\b"
    r".*?(?:,|\bPost\b|\bChapter\b|#|\s)\s*#?0*(?P<number>\d{1,5})\b.*$"
)
_SHORT = {
    "veterans of foreign wars": "VFW Post",
    "vfw": "VFW Post",
    "american legion": "American Legion Post",
    "amvets": "AMVETS Post",
    "disabled american veterans": "DAV Chapter",
}
_LEGAL = (
    r"(?i),?\s+(?:Inc|Incorporated|Corp|Corporation|LLC|L\.L\.C|Ltd|Nfp|Npo|A Nonprofit Corporation"
    r"|A Non-Profit Corporation)\.?$"
)
_SCOTTISH = r"\bMc([a-z])"
_LETTERS = r"\b((?:[A-Z] )+[A-Z])\b(?! ?[a-z]{3,}\.)"
_INVERTED = r"(?i)^(?P<rest>.+), (?P<the>The)$"


_TITLES = (
    "Lt|Capt|Sgt|Col|Maj|Gen|Cpl|Lieutenant|Sergeant|Colonel|Major|Officer|Dr|Mr|Mrs|Ms|Mx|Rev|Sen|Rep|Prof|Fr|Sr|Judge|Sheriff|Chief|Mayor|Pastor|Father|Sister|Rabbi|Imam|Deacon"
    "|Captain|Professor"
)
_TITLED = rf"^(?P<title>(?:{_TITLES})\.?) (?:\S+ )+(?P<last>\S+)$"
_FIRST_NAME = rf"^(?!(?:The|{_TITLES})\b)(?P<first>[^\W\d_]{{2,}}) \S"


def greeted(person: str, *, close: bool = False) -> str:
    """Return *person* as a letter greets: "Dr. Verma" for "Dr. Amit Verma", others by their name.

    Who is *close*, such as the library's own Friends, is greeted by the first name.
    """
    titled = re.match(_TITLED, re.sub(rf"(?:, {_OF_THE_NAME}\.?)+$", "", person))
    if titled:
        return f"{titled['title']} {titled['last']}"
    named = re.match(_FIRST_NAME, person) if close else None
    return named["first"] if named else person


def titled(person: str) -> tuple[str, str]:
    """Return the name of *person* and the title behind it: "Ann Lee" and "principal" for "Ann Lee, principal".

    What belongs to the name stays in it: "James Hill, Jr.".
    """
    name, *parts = person.split(", ")
    while parts and re.match(_OF_THE_NAME, parts[0]):
        name = f"{name}, {parts.pop(0)}"
    return name, ", ".join(parts)


_OF_THE_NAME = r"(?:Jr|Sr|II|III|IV|Esq|J\.?D|M\.?D|D\.?O|Ph\.?D|Ed\.?D|R\.?N|M\.?L\.?I?\.?S|CPA|MSW|MPA|MPH|MBA|DVM|LICSW|LCSW)\b"


def spoken(name: str) -> str:
    """Return *name* as it stands in a letter: "VFW Post 6935" for what the register files.

    Legal endings go, posts get the short name they are known by, single letters that a register
    set apart come together, and "Mckee" is "McKee". A name that shows no such trace stays.
    """
    text = " ".join(name.split())
    found = re.match(_POST, text)
    if found:
        body = found["body"].lower().replace(".", "")
        return f"{_SHORT[body]} {found['number']}"
    text = re.sub(_LEGAL, "", text)
    text = re.sub(_INVERTED, lambda inverted: f"The {inverted['rest']}", text)
    text = re.sub(_SCOTTISH, lambda begun: f"Mc{begun[1].upper()}", text)
    text = re.sub(r"\bD [aA] R E\b", "DARE", text)
    return re.sub(_LETTERS, lambda letters: letters[1].replace(" ", ""), text)
