"""What is known of a case, ready to hold a text against it."""

from collections.abc import Iterable
from functools import cache, cached_property

from collabkit.proofs.known_numbers import KnownNumbers
from collabkit.proofs.quantities import Quantity
from collabkit.proofs.sayings import of_our_papers
from collabkit.proofs.times import Time, months_between, times
from collabkit.proofs.words import plain, roots, sentences

_COVERED = 0.6
"""The share of the words of a promise that facts must have."""
_PIECES = 3
"""Facts that a sentence may join."""


class Known:
    """What facts say."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Know what *texts* say, each a fact."""
        self.texts = [plain(each) for each in texts]
        self.whole = "\n".join(self.texts).casefold()
        self.words = roots(" ".join(self.texts)) | roots(" ".join(_ours()))
        self._sentences = [roots(each) for text in self.texts for each in sentences(text)]
        self._sentences += _our_sentences()
        self._numbers = KnownNumbers(self.texts, _ours())

    @cached_property
    def _times(self) -> tuple[frozenset[str], frozenset[str]]:
        found = [each for text in self.texts for each in times(text)]
        forms = {each.form for each in found}
        forms |= {f"month {int(form[:2])}" for form in forms if form[:2].isdecimal()}
        forms |= {form for text in self.texts for form in months_between(text)}
        return frozenset(forms), frozenset(each.year for each in found if each.year)

    def has_time(self, time: Time) -> bool:
        """Return whether facts name *time*."""
        forms, years = self._times
        return time.form in forms and (not time.year or time.year[-2:] in {y[-2:] for y in years})

    def has_number(self, number: Quantity, sentence: str) -> bool:
        """Return whether facts have *number* of the same things, and of the same business as *sentence*."""
        return self._numbers.has(number, roots(sentence))

    def covers(self, sentence: str) -> bool:
        """Return whether facts say most of what *sentence* says, a few of them together."""
        wanted = roots(sentence)
        left = set(wanted)
        for _ in range(_PIECES):
            best = max(self._sentences, key=lambda each: len(left & each), default=frozenset())
            if len(left & best) < 2 and len(left) > 1:  # noqa: PLR2004 - a word in common is chance
                break
            left -= best
        return not wanted or 1 - len(left) / len(wanted) >= _COVERED


@cache
def _ours() -> tuple[str, ...]:
    return tuple(plain(each) for each in of_our_papers())


@cache
def _our_sentences() -> tuple[frozenset[str], ...]:
    found = (roots(each) for text in _ours() for each in sentences(text))
    return tuple(each for each in found if each)
