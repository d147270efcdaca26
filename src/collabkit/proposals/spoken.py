"""Names of organizations as people say and write them; the name as filed stays in the record."""

import re

_POST = re.compile(
    r"^(?P<body>Veterans of Foreign Wars|V\.?F\.?W\.?|American Legion|AMVETS|Disabled American Veterans)\b"
    r".*?(?:,|\bPost\b|\bChapter\b|#|\s)\s*#?0*(?P<number>\d{1,5})\b.*$",
    re.IGNORECASE,
)
_SHORT = {
    "veterans of foreign wars": "VFW Post",
    "vfw": "VFW Post",
    "american legion": "American Legion Post",
    "amvets": "AMVETS Post",
    "disabled american veterans": "DAV Chapter",
}
_LEGAL = re.compile(
    r",?\s+(?:Inc|Incorporated|Corp|Corporation|LLC|L\.L\.C|Ltd|Nfp|Npo|A Nonprofit Corporation"
    r"|A Non-Profit Corporation)\.?$",
    re.IGNORECASE,
)
_SCOTTISH = re.compile(r"\bMc([a-z])")
_LETTERS = re.compile(r"\b((?:[A-Z] )+[A-Z])\b(?! ?[a-z]{3,}\.)")
_INVERTED = re.compile(r"^(?P<rest>.+), (?P<the>The)$", re.IGNORECASE)


_TITLES = (
    "Dr|Mr|Mrs|Ms|Mx|Rev|Sen|Rep|Prof|Fr|Sr|Judge|Sheriff|Chief|Mayor|Pastor|Father|Sister|Rabbi|Imam|Deacon"
    "|Captain|Professor"
)
_TITLED = re.compile(rf"^(?P<title>(?:{_TITLES})\.?) (?:\S+ )+(?P<last>\S+)$")
_FIRST_NAME = re.compile(rf"^(?!(?:The|{_TITLES})\b)(?P<first>[^\W\d_]{{2,}}) \S")


def greeted(person: str, *, close: bool = False) -> str:
    """Return *person* as a letter greets: "Dr. Verma" for "Dr. Amit Verma", others by their name.

    Who is *close*, such as the library's own Friends, is greeted by the first name.
    """
    titled = _TITLED.match(person)
    if titled:
        return f"{titled['title']} {titled['last']}"
    named = _FIRST_NAME.match(person) if close else None
    return named["first"] if named else person


def spoken(name: str) -> str:
    """Return *name* as it stands in a letter: "VFW Post 6935" for what the register files.

    Legal endings go, posts get the short name they are known by, single letters that a register
    set apart come together, and "Mckee" is "McKee". A name that shows no such trace stays.
    """
    text = " ".join(name.split())
    found = _POST.match(text)
    if found:
        body = found["body"].lower().replace(".", "")
        return f"{_SHORT[body]} {found['number']}"
    text = _LEGAL.sub("", text)
    text = _INVERTED.sub(lambda inverted: f"The {inverted['rest']}", text)
    text = _SCOTTISH.sub(lambda begun: f"Mc{begun[1].upper()}", text)
    text = re.sub(r"\bD [aA] R E\b", "DARE", text)
    return _LETTERS.sub(lambda letters: letters[1].replace(" ", ""), text)
