"""Numbers that are written in words: "sixty-one", "five hundred", "two dozen", "the twelfth"."""

from collections.abc import Sequence
from typing import Final

_UNITS: Final = {
    name: number
    for number, name in enumerate(
        [
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
    )
}
_TENS: Final = {
    name: number * 10
    for number, name in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
_SIZES: Final = {"hundred": 100, "thousand": 1000, "dozen": 12, "grand": 1000}
_DIGITS: Final = 2
_ORDINALS: Final = {
    "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
    "thirtieth": 30,
}  # fmt: skip
_LOW_ORDINALS: Final = {"first": 1, "second": 2, "third": 3} | _ORDINALS


def numeral(words: Sequence[str]) -> tuple[int, str]:
    """Return how many of *words*, from the first on, are one number, and that number in figures.

    "one" alone is no number: "this one", "no one"; nor are "first" to "third", which stand before much else.
    """
    if not words:
        return 0, ""
    ordinal = _ordinal(words)
    if ordinal[0]:
        return ordinal
    total, size = 0, 0
    for word in words:
        value = _value(word)
        if value is not None and not (size and total % 10 and value < _SIZES["hundred"]):
            total += value
        elif word in _SIZES and (size or words[0] in _SIZES):
            total = max(total, 1) * _SIZES[word]
        elif (
            word == "and"
            and size
            and words[size - 1] in _SIZES
            and _value(_next(words, size)) is not None
        ):
            pass
        elif word == "a" and size == 0 and len(words) > 1 and words[1] in _SIZES:
            total = 0
        else:
            break
        size += 1
    if size == 0 or (size == 1 and words[0] in {"one", "hundred", "thousand", "grand"}):
        return 0, ""
    return size, str(total)


def _next(words: Sequence[str], at: int) -> str:
    return words[at + 1] if len(words) > at + 1 else ""


def _value(word: str) -> int | None:
    if word in _UNITS:
        return _UNITS[word]
    tens, _, unit = word.partition("-")
    if tens in _TENS and (not unit or unit in _UNITS):
        return _TENS[tens] + _UNITS.get(unit, 0)
    return int(word) if word.isdecimal() and len(word) <= _DIGITS else None


def _ordinal(words: Sequence[str]) -> tuple[int, str]:
    tens, _, unit = words[0].partition("-")
    if unit in _LOW_ORDINALS and tens in _TENS:
        return 1, f"{_TENS[tens] + _LOW_ORDINALS[unit]}th"
    if words[0] in _TENS and len(words) > 1 and words[1] in _LOW_ORDINALS:
        return 2, f"{_TENS[words[0]] + _LOW_ORDINALS[words[1]]}th"
    return (1, f"{_ORDINALS[words[0]]}th") if words[0] in _ORDINALS else (0, "")
