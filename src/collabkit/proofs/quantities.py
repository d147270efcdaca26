"""Numbers in a text, as figures or in words, each with what it counts."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from collabkit.proofs.words import is_small, root

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS: dict[str, float] = {
    **{word: float(value) for value, word in enumerate(_ONES)},
    **{word: 10.0 * value for value, word in enumerate(_TENS, start=2)},
    "dozen": 12.0,
    "hundred": 100.0,
    "couple": 2.0,
}
_TENTHS = "|".join(_TENS)
_FEW_HUNDREDS = "|".join(_ONES[1:])
_HOURS = (
    (re.compile(r"\b(?:an?|one) hour and a half\b"), "90 minutes"),
    (re.compile(r"\bhalf an hour\b"), "30 minutes"),
)
_NUMBER = re.compile(
    rf"(?P<dollar>\$\s?)?(?P<figure>\d[\d,]*(?:\.\d+)?)(?P<percent>\s?%| percent\b)?"
    rf"|\b(?P<hundreds>{_FEW_HUNDREDS}) hundred\b"
    rf"|\b(?P<tens>{_TENTHS})-(?P<ones>one|two|three|four|five|six|seven|eight|nine)\b"
    rf"|\b(?P<word>{'|'.join(_WORDS)})\b",
    re.IGNORECASE,
)
_AFTER = re.compile(r"[A-Za-z']+")
_LINKS = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "each",
        "every",
        "for",
        "from",
        "in",
        "more",
        "most",
        "of",
        "on",
        "or",
        "other",
        "our",
        "per",
        "than",
        "that",
        "the",
        "these",
        "those",
        "to",
        "up",
        "your",
        "with",
        "about",
        "nearly",
        "half",
        "such",
        "is",
        "are",
        "as",
        "we",
        "you",
        "they",
        "it",
    ]
)
_NEAR = 3
"""Words behind a number among which is what it counts."""
_ABOUT = re.compile(
    r"(?:about|around|roughly|nearly|almost|some|approximately|or so)\s+(?:an?\s+)?$", re.IGNORECASE
)


class Quantity(NamedTuple):
    """One number."""

    text: str
    """As it stands."""
    value: float
    unit: str
    """`$`, `%` or blank."""
    counts: tuple[str, ...]
    """The roots of the words behind it, the nearest first."""
    about: bool
    """Whether it is said to be rough."""


def quantities(text: str) -> Iterator[Quantity]:
    """Yield the numbers of *text*; "one" alone is mostly none."""
    for said, minutes in _HOURS:
        text = said.sub(minutes, text)
    for found in _NUMBER.finditer(text):
        value = _value(found)
        if value is None:
            continue
        unit = "$" if found["dollar"] else "%" if found["percent"] else ""
        rest = re.split(r"[.;:!?)](?:\s|$)", text[found.end() : found.end() + 60], maxsplit=1)[0]
        words = [
            word
            for word in _AFTER.findall(rest)
            if word.casefold() not in _LINKS
            and word.casefold() not in _WORDS
            and not is_small(word)
        ]
        yield Quantity(
            found[0].strip(),
            value,
            unit,
            tuple(root(word) for word in words[:_NEAR]),
            bool(_ABOUT.search(text[: found.start()])),
        )


def _value(found: re.Match[str]) -> float | None:
    if figure := found["figure"]:
        return float(figure.replace(",", ""))
    if hundreds := found["hundreds"]:
        return 100 * _WORDS[hundreds.casefold()]
    if tens := found["tens"]:
        return _WORDS[tens.casefold()] + _WORDS[found["ones"].casefold()]
    word = found["word"].casefold()
    return None if word in {"one", "zero", "hundred", "couple"} else _WORDS[word]
