"""Where one clause ends and the next begins: at a mark, or at a comma or "and" before somebody who does something."""

from collections.abc import Sequence
from typing import Final

from collabkit.partnerships.reading.tokens import Word
from collabkit.partnerships.reading.words import doings, pasts, third_persons, word_set, words

ENDS: Final = frozenset([".", "!", "?", ";", "…", "\u2014", "\u2013"])
"""Marks that end a sentence, or as good as."""
JOINS: Final = frozenset(
    [*',-:()"\u201c\u201d', "and", "but", "so", "then", "though", "while", "because", "which"]
)
"""Marks and words that may join two clauses, and may stand within one."""
_SUBJECTS: Final = word_set("i we they she he both theirs it someone somebody nobody there")
_FIRST_VERBS: Final = word_set(
    "will would shall could can might may should must am are is was were have has had do does "
    "did owe owes said says say told promised agreed wants want need needs pledged both all "
    "also still just only never think thinks hope hopes suspect asked ought begs"
)
_FINITE: Final = word_set(
    "will would shall is was are were has have had said says promised agreed wants can could "
    "must retired left"
)
_OBJECTS: Final = word_set(
    "the a an our their her his them him it us my this that back up out in off over"
)
_OWNERS: Final = frozenset(["the", "our", "their", "her", "his", "my"])
_SKIPPED: Final = frozenset(["and", "but", "so", "then", "also", "though", "now", "which", '"'])
_NOUNS_TOO: Final = word_set(
    "call visit check text message lunch plan book post host set file schedule order show cover"
)
_INTRODUCE: Final = word_set(
    "agreed todo forget note so update remember fyi reminder plan next action decided"
)
_NEAR: Final = 3
_FEW: Final = 9
"""Words of a clause in which somebody has to do something before "and" ends it."""


def introduces(current: Sequence[Word]) -> bool:
    """Return whether a colon after *current* begins a sentence: "Agreed: they bring the laptops"."""
    return 0 < len(current) <= _NEAR and current[-1].norm in _INTRODUCE


def begins(after: Sequence[Word], join: str, current: Sequence[Word]) -> bool:
    """Return whether a clause of its own stands in *after*, which follows the word *join*.

    Args:
        after: the next words.
        join: a mark or word that may join two clauses.
        current: the words of the clause so far.
    """
    rest = _beginning(after)
    if not rest or (join in '-()"\u201c\u201d' and len(current) == 1):
        return False
    if join == "and" and len(current) < _FEW and not any(map(_is_doing, current)):
        return False  # "Mr. Finch and Ellen have agreed"
    norms = [word.norm for word in rest]
    if norms[1:2] and norms[1] in {"said", "says"} and join not in "()":
        return True
    if join == "," and norms[0] in {"will", "would"} and _ends_in_name(current):
        return False  # "the president, Mrs. Holt, will step down"
    if norms[0] in _SUBJECTS and _may_do(norms[1:2]):
        return join not in "()" or norms[0] != "it"
    if join == ":":
        return (
            bool(current) and norms[0] in {*words("verbs"), *_SUBJECTS} and current[-1].norm != "to"
        )
    if join in "()":
        return False
    return _has_own_verb(norms, rest[0]) or _goes_on(norms, join, current, rest)


def _ends_in_name(current: Sequence[Word]) -> bool:
    """Return whether *current* ends with a comma and a name."""
    norms = [word.norm for word in current]
    if "," not in norms:
        return False
    name = current[len(norms) - norms[::-1].index(",") :]
    return bool(name) and all(word.capital for word in name)


def _beginning(after: Sequence[Word]) -> list[Word]:
    """Return *after* up to the end of the sentence, without words that only lead on."""
    rest: list[Word] = []
    for word in after:
        if word.norm in ENDS:
            break
        rest.append(word)
    while len(rest) > 1 and (rest[0].norm in _SKIPPED or _is_aside(rest)):
        rest = rest[1:]
    return rest


def _is_aside(rest: Sequence[Word]) -> bool:
    return rest[0].norm == "i" and rest[1].norm == "think"


def _may_do(norms: Sequence[str]) -> bool:
    return bool(norms) and (
        norms[0] in _FIRST_VERBS or is_verb(norms[0]) or norms[0].endswith("ed")
    )


def _has_own_verb(norms: Sequence[str], word: Word) -> bool:
    """Return whether "Jess to do it", "will send dates" or "is leaving" begins."""
    first, second = norms[0], norms[1] if len(norms) > 1 else ""
    if second == "to" and word.capital and norms[2:3] and norms[2] in words("verbs"):
        return True
    progress = first in {"is", "are", "was"} and (second in doings() or second in _PROGRESS)
    return first in {"will", "would", "shall"} or progress


_PROGRESS: Final = frozenset(["going", "leaving", "supposed"])


def _goes_on(
    norms: Sequence[str], join: str, current: Sequence[Word], rest: Sequence[Word]
) -> bool:
    """Return whether a verb without a subject, or a noun with its verb, begins."""
    first = norms[0]
    if first in pasts() and first not in words("verbs"):
        return any(map(_is_doing, current))
    if join == "," and (list(norms[:2]) == ["to", "be"] or _is_awaited(norms)):
        return True
    return (join == "," and _is_request(norms)) or _noun_does(rest)


def _is_doing(word: Word) -> bool:
    return word.norm in _FIRST_VERBS or is_verb(word.norm) or word.norm.endswith("ed")


def is_verb(word: str) -> bool:
    """Return whether *word* is a verb of the lists, in any of its forms."""
    return any(word in forms for forms in (words("verbs"), third_persons(), doings(), pasts()))


def _is_awaited(norms: Sequence[str]) -> bool:
    """Return whether "check by May 1" or "the list to come" begins."""
    at = next((at for at, word in enumerate(norms[:_NEAR]) if word in words("things")), None)
    return at is not None and list(norms[at + 1 : at + 2]) != [] and norms[at + 1] in _TO_COME


_TO_COME: Final = frozenset(["by", "to", "due", "coming", "going"])


def _is_request(norms: Sequence[str]) -> bool:
    """Return whether "get the renewal to them" begins, and no list: "book, call, check"."""
    first, second = norms[0], norms[1] if len(norms) > 1 else ""
    if first not in words("verbs") or second in {"", ",", ".", "and", "of", "by"}:
        return False
    if first in _NOUNS_TOO and second not in _OBJECTS:
        return False
    asks = first in words("asking") or first in words("giving")
    return second in _OBJECTS or asks or "by" in norms


def _noun_does(rest: Sequence[Word]) -> bool:
    """Return whether a name or "the bank" stands before a verb that shows what it does."""
    for size in range(1, min(5, len(rest))):
        head = [word.norm for word in rest[:size]]
        if any(each in JOINS or (each in {"to", "of"} and size == 1) for each in head):
            return False
        named = rest[0].capital or head[0] in _OWNERS or head[0] in words("titles")
        verb = rest[size].norm
        does = verb in _FINITE or verb in third_persons()
        if named and (does or (verb in pasts() and verb not in words("verbs"))):
            return not (size == 1 and head[0] in _OWNERS)
    return False
