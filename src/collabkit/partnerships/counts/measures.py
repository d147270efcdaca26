"""Which measure of a work a person means by a word, such as "learners"."""

import re
from collections.abc import Mapping, Sequence

from collabkit.catalog import Activity
from collabkit.catalog.work import Measure
from collabkit.errors import UsageError, cut
from collabkit.partnerships.counts.rows import GIVEN, Count
from collabkit.partnerships.entries import comparable


def measure_called(name: str, measures: Sequence[Measure]) -> Measure | None:
    """Return the one of *measures* that *name* is a clear part of, if there is just one."""
    found = fitting(name, measures)
    return found[0] if len(found) == 1 else None


def fitting(name: str, measures: Sequence[Measure]) -> list[Measure]:
    """Return those of *measures* that *name* may mean: by its words, its unit, or any part of both."""
    if comparable(name) in GIVEN:
        return []
    words = _words(name)
    exact = [each for each in measures if comparable(each.what) == comparable(name)]
    wide = narrower(name, measures)
    unit = [each for each in measures if words and _words(each.unit) == words]
    # The sheet asks the question, and whoever types its answers reads it off there.
    asks = [
        each for each in measures if each.question and comparable(each.question) == comparable(name)
    ]
    part = [
        each
        for each in measures
        if words and set(words) <= {*_words(each.what), *_words(each.unit), *_words(each.question)}
    ]
    return exact or asks or [each for each in unit or part if each not in wide]


def narrower(name: str, measures: Sequence[Measure]) -> list[Measure]:
    """Return those of *measures* that count only some of what *name* says.

    Twelve "families" came, and nobody wrote that these are the "families who opted out": a bare noun is a measure
    in somebody's own words where the work counts those who did something.
    """
    words = _words(name)
    return [
        each
        for each in measures
        if any(_begins(_words(text), words) for text in (each.what, each.unit))
        and comparable(each.what) != comparable(name)
    ]


def _begins(words: Sequence[str], noun: Sequence[str]) -> bool:
    return len(noun) == 1 and list(words[:1]) == list(noun) and words[1:2] in _RELATIVE


_RELATIVE = (["who"], ["that"], ["which"], ["whose"])


def measure_of(count: Count, works: Mapping[str, Activity], work: str | None) -> Measure | None:
    """Return the measure that *count* belongs to, of its own work or of the partnership's *work*."""
    where = works.get(count.work or work or "")
    return measure_called(count.measure, where.measures if where else ())


def is_ratio(name: str, about: Measure | None) -> bool:
    """Return whether a measure is a share or an average: by its entry, or else by the *name* that somebody gave it."""
    if about is not None:
        return about.ratio
    return re.search(_RATIO, name.casefold()) is not None


_RATIO = r"%|\b(percent|percentages?|average|mean|median)\b|\b(share|rate|proportion) of\b"


def refuse_unclear(name: str, measures: Sequence[Measure]) -> None:
    """Refuse a *name* that may be any of several *measures*.

    Raises:
        UsageError: it may.
    """
    found = fitting(name, measures)
    if len(found) > 1:
        listed = "; ".join(each.what for each in found)
        raise UsageError(f"{cut(name)!r} may be any of: {listed}", "Write a little more of it.")


def _words(text: str) -> list[str]:
    """Return the words of *text*, one and several alike."""
    words = "".join(sign if sign.isalnum() else " " for sign in comparable(text)).split()
    return [_single(word) for word in words]


def _single(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004 - "ties" is no "ty"
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
