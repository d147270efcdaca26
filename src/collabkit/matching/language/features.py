"""What a person typed, as features: word stems, and the ideas that word groups stand for."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import islice
from string import ascii_lowercase
from typing import NamedTuple
from unicodedata import normalize

IDEA = "+"
"""Begins the feature of a word group, so that it is never taken for a stem."""

_WORD = re.compile(r"[a-z0-9]{1,40}")
_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}")
"""An acronym such as "G.E.D.", once in lower case."""
_MARKS = re.compile("['\u2019\u0300-\u036f]")
"""Apostrophes, and the accents that decomposed letters carry: "résumé" is "resume"."""
_LONGEST_PHRASE = 4
"""Words in the longest phrase of a word group."""
_LONGEST_AIM = 400
"""Words of an aim that are read; nobody states a need in more."""
_LONGEST_TEXT = 20_000
"""Letters in which these words are looked for."""
_REMEMBERED = 10_000
"""Words whose stems are kept, so that a stream of any length takes no more memory."""
_CORRECTABLE = 5
"""Letters a word needs before its spelling is corrected: shorter ones have too many neighbors."""

# Words that every aim holds. They say nothing of what it is about.
_SAYING_NOTHING = """
a about after all an and another any are around as at be because been before but by can could did do
does done each every few for from get gets getting give go going got had has have he her here him his
how i if in into is it its just let lets make many me might more most much my need needs never new no
not now of off on one only onto or other our out over own people please put same see she should since
so some someone something somewhere still such than that the their them then there these they thing
things this those through to too until up us use very want wants was way ways we were what when where
which while who why will with without would you your
"""
_EMPTY = frozenset(_SAYING_NOTHING.split())
_ODD = {"grey": "gray", "tyre": "tire", "cheque": "check", "gaol": "jail", "mould": "mold"}
# American and British spellings meet in the American one, before the stem is taken.
_SPELLINGS = (
    (re.compile(r"^programme"), "program"),
    (re.compile(r"isation"), "ization"),
    (re.compile(r"^(\w{3,})is(e|es|ed|ing)$"), r"\1iz\2"),
    (re.compile(r"^(\w{2,})our(s|ed|ing|er|ers|ly|able|ful|ite|ites|hood|hoods)?$"), r"\1or\2"),
    (re.compile(r"^(cent|theat|lit|met|fib)re(s?)$"), r"\1er\2"),
    (re.compile(r"^(\w{2,})ogue(s?)$"), r"\1og\2"),
    (re.compile(r"^(travel|model|label|counsel|cancel|fuel)l(ed|ing|er|ers|or|ors)$"), r"\1\2"),
    (re.compile(r"^(\w+)aed(ia|ic|ics)$"), r"\1ed\2"),
    (re.compile(r"^storey(s?)$"), r"story\1"),
    (re.compile(r"^(grey|tyre|cheque|gaol|mould)"), lambda found: _ODD[found[1]]),
)


class Features(NamedTuple):
    """The features of an aim, and the words that stand behind each."""

    features: Mapping[str, str]
    """Feature to the words that gave it, as typed."""
    unknown: tuple[str, ...]
    """Words that the catalog never uses."""


def words(text: str) -> list[str]:
    """Return the words of *text*, in lower case and American spelling."""
    plain = _MARKS.sub("", normalize("NFKD", text[:_LONGEST_TEXT].casefold()))
    plain = _DOTTED.sub(lambda found: found[0].replace(".", ""), plain)
    return [_american(found[0]) for found in islice(_WORD.finditer(plain), _LONGEST_AIM)]


@lru_cache(_REMEMBERED)
def _american(word: str) -> str:
    for pattern, american in _SPELLINGS:
        word = pattern.sub(american, word)
    return word


@cache
def _stemmer() -> Callable[[str], str]:
    import snowballstemmer  # noqa: PLC0415 - 5 ms that a match by id spares

    stem: Callable[[str], str] = snowballstemmer.stemmer("english").stemWord
    return stem


@lru_cache(_REMEMBERED)
def stem(word: str) -> str:
    """Return the stem of *word*, by Porter's second algorithm for English."""
    return _stemmer()(word)


def ideas(groups: Iterable[tuple[str, Sequence[str]]]) -> dict[str, list[str]]:
    """Return the word groups that each phrase stands for, by the stems of the phrase."""
    found: dict[str, list[str]] = {}
    for id_, phrases in groups:
        for phrase in phrases:
            key = " ".join(stem(word) for word in words(phrase))
            if key and id_ not in found.setdefault(key, []):
                found[key].append(id_)
    return found


def extract_features(
    text: str, groups: Mapping[str, Sequence[str]], known: Collection[str] = frozenset()
) -> Features:
    """Return the features of *text*.

    Args:
        text: what a person typed.
        groups: from ``ideas``.
        known: every feature that the catalog uses; where given, a word outside it is taken for a
            known one that is spelled alike.
    """
    typed = words(text)
    stems = [stem(word) for word in typed]
    unknown = []
    if known:
        for place, (word, root) in enumerate(zip(typed, stems, strict=True)):
            if word in _EMPTY or root in known or root in groups:
                continue
            meant = _meant(root, known)
            if meant is None:
                unknown.append(word)
            else:
                stems[place] = meant
    features: dict[str, str] = {}
    for word, root in zip(typed, stems, strict=True):
        if word not in _EMPTY and len(root) > 1:
            features.setdefault(root, word)
    for length in range(1, _LONGEST_PHRASE + 1):
        for start in range(len(stems) - length + 1):
            for id_ in groups.get(" ".join(stems[start : start + length]), ()):
                features.setdefault(IDEA + id_, " ".join(typed[start : start + length]))
    return Features(features, tuple(dict.fromkeys(unknown)))


def _meant(root: str, known: Collection[str]) -> str | None:
    """Return the known stem one slip of the finger from *root*; the first in order, if several."""
    if len(root) < _CORRECTABLE or not root.isascii() or len(root) > 3 * _CORRECTABLE:
        return None
    return min((near for near in _slips(root) if near in known), default=None)


def _slips(root: str) -> Iterator[str]:
    for place in range(len(root) + 1):
        before, after = root[:place], root[place:]
        if after:
            yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        for letter in ascii_lowercase:
            yield before + letter + after
            if after:
                yield before + letter + after[1:]
