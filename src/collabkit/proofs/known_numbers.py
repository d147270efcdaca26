"""The numbers of facts, each with what it counts and what its sentence is about."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from collabkit.proofs.quantities import Quantity, quantities
from collabkit.proofs.words import roots, sentences

_ROUGH = 0.25
"""The share by which a number that is said to be rough may differ."""
_SHARED = 2
"""Words that two sentences about the same business share, besides what is counted."""
_WORDS_EACH = 3
"""Words that a sentence needs for each of those."""
_BARE = 3
"""Words up to which a fact is a number alone."""


class _Numbered(NamedTuple):
    """A number in a fact."""

    value: float
    about: frozenset[str]
    """The roots of its sentence."""
    bare: bool
    """Whether it is a number alone, of any business: "up to 6 hours"."""


class KnownNumbers:
    """What facts count."""

    def __init__(self, texts: Iterable[str], ours: Iterable[str]) -> None:
        """Know the numbers of *texts*, each a fact, and of *ours*, the fixed words of papers."""
        self._counted: defaultdict[str, list[_Numbered]] = defaultdict(list)
        for text, is_fact in [*((each, True) for each in texts), *((each, False) for each in ours)]:
            for sentence in sentences(text):
                about = roots(sentence)
                bare = is_fact and len(about) <= _BARE
                for each in quantities(sentence):
                    for key in (each.unit or _ANY, *(() if each.unit else each.counts)):
                        self._counted[key].append(_Numbered(each.value, about, bare))

    def has(self, number: Quantity, about: frozenset[str]) -> bool:
        """Return whether *number* is among them, of the same things.

        Where facts count such things, a fact of the same business has to have it; where they count none, any.

        Args:
            number: of a text.
            about: the roots of its sentence there.
        """
        if number.unit:
            return any(_alike(number, each) for each in self._counted.get(number.unit, ()))
        nearest = next((each for each in number.counts if each in self._counted), None)
        if nearest is None:
            return any(_alike(number, each) for each in self._counted[_ANY])
        return any(
            _alike(number, each) and (each.bare or _of_one_business(about, each.about, nearest))
            for each in self._counted[nearest]
        )


_ANY = "any number"


def _alike(number: Quantity, known: _Numbered) -> bool:
    room = _ROUGH * number.value if number.about else 0
    return abs(number.value - known.value) <= room


def _of_one_business(one: frozenset[str], other: frozenset[str], counted: str) -> bool:
    """Return whether two sentences that count the same things share enough else; of a short one little is asked."""
    shortest = min(len(one), len(other))
    return len((one & other) - {counted}) >= min(_SHARED, shortest // _WORDS_EACH)
