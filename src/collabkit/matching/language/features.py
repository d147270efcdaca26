"""What a person typed, as features: word stems, and the ideas that word groups stand for."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple
from unicodedata import normalize

from collabkit.matching.language import spelling
from collabkit.matching.language.names import EXACT, find
from collabkit.matching.language.phrases import Phrases

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

# Words that every aim holds. They say nothing of what it is about.
_SAYING_NOTHING = """
a about after all an and another any are around as at be because been before but by can could did do
does done each every few for from get gets getting give go going got had has have he her here him his
how i if in into is it its just let lets make many me might more most much my need needs never new no
not now of off on one only onto or other our out over own people please put same see she should since
so some someone something somewhere still such than that the their them then there these they thing
things this those through to too until up us use very want wants was way ways we were what when where
which while who why will with without would you your
em im ive id dont doesnt didnt cant cannot couldnt wont wouldnt isnt arent aint wasnt thats hes shes theyre
theyve youre weve whats gonna wanna gotta kinda yall ya pls ok etc re fwd lol
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
    (re.compile(r"^(p|orthop|encyclop)aed"), r"\1ed"),
    (re.compile(r"^storey(s?)$"), r"story\1"),
    (re.compile(r"^(grey|tyre|cheque|gaol|mould)"), lambda found: _ODD[found[1]]),
)


class Features(NamedTuple):
    """The features of an aim, and what in it gave them."""

    features: Mapping[str, str]
    """Feature to the words that gave it, as typed."""
    unknown: tuple[str, ...] = ()
    """Words that the catalog never uses."""
    counts: Mapping[str, float] = MappingProxyType({})
    """What a feature counts, where it is not 1: less in a name, and for the meaning of one."""
    names: Mapping[str, str] = MappingProxyType({})
    """Names and fixed expressions, as typed, each with its meaning."""
    spellings: Mapping[str, str] = MappingProxyType({})
    """Words taken for a known one that is spelled alike, with the stem of that one."""


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
    import Stemmer  # noqa: PLC0415 - a match by id spares it

    stem: Callable[[str], str] = Stemmer.Stemmer("english").stemWord
    return stem


@lru_cache(_REMEMBERED)
def stem(word: str) -> str:
    """Return the stem of *word*, by Porter's second algorithm for English.

    What it would cut to a letter stays whole: the stem of "AED" would be "a", which stands everywhere.
    """
    root = _stemmer()(word)
    return root if len(root) > 1 else word


def ideas(groups: Iterable[tuple[str, Sequence[str]]]) -> Phrases[list[str]]:
    """Return the word groups that each phrase stands for, by the stems of the phrase."""
    found: dict[str, list[str]] = {}
    for id_, phrases in groups:
        for phrase in phrases:
            key = " ".join(stem(word) for word in words(phrase))
            if key and id_ not in found.setdefault(key, []):
                found[key].append(id_)
    return Phrases(found)


def name_meanings(names: Iterable[tuple[Sequence[str], str]]) -> Phrases[str]:
    """Return the meaning of each name by the stems of its words.

    Args:
        names: the ways each is written, with what it means. Of two with the same stems, such as
            "locked up" and "lock up", the first is heard unless the very words of the other stand there.
    """
    found: dict[str, str] = {}
    for ways, meaning in names:
        for way in ways:
            of_way = words(way)
            key = " ".join(stem(word) for word in of_way)
            if len(key) > 1 and found.setdefault(key, meaning) != meaning:
                found.setdefault(EXACT + " ".join(of_way), meaning)
    return Phrases(found)


def extract_features(
    text: str,
    groups: Phrases[list[str]],
    known: Collection[str] = frozenset(),
    meanings: Phrases[str] | None = None,
) -> Features:
    """Return the features of *text*.

    Args:
        text: what a person typed.
        groups: from ``ideas``.
        known: every feature that the catalog uses; where given, a word outside it that is no
            English word is taken for a known one that is spelled alike.
        meanings: of names, by their stems, from ``name_meanings``.
    """
    typed = words(text)
    stems = [stem(word) for word in typed]
    found = find(typed, stems, meanings) if meanings else []
    named = {place for name in found for place in range(name.start, name.start + name.length)}
    unknown, spellings = _corrected(typed, stems, named, groups, known) if known else ([], {})
    features = _stems_and_ideas(typed, stems, groups)
    counts: dict[str, float] = {}
    for name in found:
        as_typed = " ".join(typed[name.start : name.start + name.length])
        if name.length > 1:
            inside = stems[name.start : name.start + name.length]
            part = _stems_and_ideas(typed[name.start : name.start + name.length], inside, groups)
            counts |= dict.fromkeys((each for each in part if each in features), IN_A_NAME)
        meant = words(name.meaning)
        for feature in _stems_and_ideas(meant, [stem(word) for word in meant], groups):
            if feature not in features:
                features[feature] = as_typed
                counts[feature] = OF_A_MEANING
    meanings_found = {
        " ".join(typed[name.start : name.start + name.length]): name.meaning for name in found
    }
    return Features(features, tuple(dict.fromkeys(unknown)), counts, meanings_found, spellings)


IN_A_NAME = 0.5
"""What a word counts that stands in a name of several, and a word group of such words: in "Head Start"
neither is meant."""
OF_A_MEANING = 0.3
"""What a word of a name's meaning counts: more, and the name would drown the rest of the aim."""


def _stems_and_ideas(
    typed: Sequence[str], stems: Sequence[str], groups: Phrases[list[str]]
) -> dict[str, str]:
    features: dict[str, str] = {}
    for word, root in zip(typed, stems, strict=True):
        if word not in _EMPTY and len(root) > 1:
            features.setdefault(root, word)
    reach = [min(groups.longest(root), _LONGEST_PHRASE) for root in stems]
    for length in range(1, max(reach, default=0) + 1):
        for start in range(len(stems) - length + 1):
            if reach[start] < length or (length == 1 and typed[start] in _EMPTY):
                continue
            for id_ in groups.get(" ".join(stems[start : start + length]), ()):
                features.setdefault(IDEA + id_, " ".join(typed[start : start + length]))
    return features


def _corrected(
    typed: Sequence[str],
    stems: list[str],
    named: Collection[int],
    groups: Mapping[str, Sequence[str]],
    known: Collection[str],
) -> tuple[list[str], dict[str, str]]:
    """Put slips of the finger right in *stems*; return what is unknown, and what was changed."""
    unknown: list[str] = []
    spellings: dict[str, str] = {}
    for place, (word, root) in enumerate(zip(typed, stems, strict=True)):
        if word in _EMPTY or root in known or root in groups or place in named:
            continue
        right = spelling.meant(word, root, known)
        if right is None:
            unknown.append(word)
        else:
            spellings[word] = right
            stems[place] = right
    return unknown, spellings
