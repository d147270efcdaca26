"""A line as words: each in one spelling, with the place where it was typed.

"Theyll get back 2 us tmrw" and "They'll get back to us tomorrow" are the same words here.
"""

import re
from typing import Final, NamedTuple

from collabkit.partnerships.reading.numerals import numeral
from collabkit.partnerships.reading.words import word_set, words

_TOKEN: Final = re.compile(
    r"""\d{4}-\d{1,2}-\d{1,2}|\d{1,2}/\d{1,2}(?:/(?:\d{4}|\d\d))?(?![\d/])
    |\$\s?\d[\d,]*(?:\.\d+)?k?\b|\d{1,2}:\d\d(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?|\d[\d,]*(?:\.\d+)?k\b
    |\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d-[a-z]+\b|\d+(?:st|nd|rd|th)?\b
    |(?:[A-Za-z]\.){2,}|[bq]\d\b|[a-z]+\d\w*|\d-[a-z]+|\d[a-z]+|w/(?:o\b)?|b/c|\w/u\b|[^\W\d_]+(?:['\u2019\-/][^\W_]+)*['\u2019]?|\w+|[^\w\s]""",
    re.VERBOSE | re.IGNORECASE,
)
_ENDINGS: Final = (
    ("n't", "not"),
    ("'ll", "will"),
    ("'re", "are"),
    ("'ve", "have"),
    ("'d", "would"),
    ("'m", "am"),
)
_PRONOUNS: Final = word_set("i we they she he it that who there what you")
_IS_AFTER: Final = re.compile(
    r"\w+ing$|out$|done$|gone$|back$|going$|gonna$|not$|fine$|ok$|taking$|over$|supposed$|still$|now$|the$|a$|our$",
    re.IGNORECASE,
)


class Word(NamedTuple):
    """One word, in the spelling by which it is known."""

    norm: str
    start: int
    """Where it begins in the line, and"""
    end: int
    """where it ends."""
    capital: bool
    """Whether it begins with a capital letter."""


def tokens(line: str) -> list[Word]:
    """Return the words and marks of *line*."""
    found = list(_TOKEN.finditer(line))
    made: list[Word] = []
    for at, match in enumerate(found):
        following = found[at + 1][0] if at + 1 < len(found) else ""
        if match[0] == "." and made and _abbreviated(made[-1], match, line):
            continue
        capital = match[0][0].isupper()
        spelled = _spelled(match[0], following, made)
        made += [Word(norm, match.start(), match.end(), capital) for norm in spelled]
    return _numbered(made)


def _abbreviated(before: Word, dot: re.Match[str], line: str) -> bool:
    """Return whether *dot* belongs to the word before it."""
    if before.end != dot.start():
        return False
    rest = line[dot.end() :].lstrip()
    if before.norm in words("abbreviations"):
        return bool(rest) and (before.norm in words("titles") or not rest[0].isupper())
    return bool(rest) and rest[0].islower() and len(before.norm) == 1 and before.norm.isalpha()


def _spelled(typed: str, following: str, before: list[Word]) -> list[str]:
    """Return *typed* as the words that it stands for."""
    low = typed.lower().replace("\u2019", "'").strip()
    last = before[-1].norm if before else ""
    if low in _DOUBTFUL:
        return _DOUBTFUL[low] if _meant(low, following, last) else [low]
    known = words("spellings").get(low)
    if known:
        return known.split()
    if low.endswith("'s"):
        return _with_s(low[:-2], following)
    for ending, spelled in _ENDINGS:
        if low.endswith(ending) and len(low) > len(ending):
            return [low[: -len(ending)], spelled]
    if low[0] in "$0123456789":
        return ["".join(low.split())]
    return [low.rstrip("'") or low]


_DOUBTFUL: Final = {
    "ill": ["i", "will"], "well": ["we", "will"], "wed": ["we", "would"], "id": ["i", "would"],
    "hell": ["he", "will"], "shed": ["she", "would"], "shell": ["she", "will"], "were": ["we", "are"], "its": ["it", "is"], "n": ["and"], "w": ["with"],
}  # fmt: skip
"""What is typed without its apostrophe, and may be another word."""


def _meant(low: str, following: str, last: str) -> bool:
    """Return whether a word that may be another one is meant as a contraction."""
    after = following.lower()
    if low in {"n", "w"}:
        return True
    if low == "were":
        return after.endswith("ing") and last not in {"they", "we", "you", "who", "that"}
    if low == "its":
        return after in {
            "the",
            "a",
            "still",
            "not",
            "at",
            "on",
            "official",
            "done",
            "over",
            "going",
            "dead",
            "ok",
            "been",
        }
    if low == "wed":
        return bool(words("verbs").get(after)) and last not in {"on", "by", "next", "this"}
    return after in words("verbs") and last not in {
        "a",
        "the",
        "as",
        "is",
        "was",
        "taken",
        "very",
        "so",
    }


def _with_s(stem: str, following: str) -> list[str]:
    """Return "she's" as she is, and "Dave's" as Dave is where a doing follows; else as one's own."""
    if stem in _PRONOUNS or stem == "let" or _IS_AFTER.match(following):
        return [stem, "us" if stem == "let" else "is"]
    return [f"{stem}'s"]


def _numbered(made: list[Word]) -> list[Word]:
    """Return *made* with each number that is written in words as one word of figures."""
    kept: list[Word] = []
    at = 0
    while at < len(made):
        size, figures = numeral([word.norm for word in made[at : at + 6]])
        if size:
            kept.append(Word(figures, made[at].start, made[at + size - 1].end, made[at].capital))
        else:
            kept.append(made[at])
        at += size or 1
    return kept
