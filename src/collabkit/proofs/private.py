"""Words of the wish, which stand in no paper."""

import re
from collections.abc import Iterable, Iterator

from collabkit.proofs.known import Known
from collabkit.proofs.words import root, roots

_LEAST = 4
"""Letters of a word that could give the wish away, and words of it in a row that do."""
_WORD = re.compile(r"[A-Za-z][A-Za-z']+")


class PrivateWords:
    """What gives a wish away: words of it that no fact has, and four of its words in a row."""

    def __init__(self, texts: Iterable[str], known: Known) -> None:
        """Know the words of *texts* that *known* facts do not have."""
        said = [_WORD.findall(each) for each in texts]
        long = " ".join(word for each in said for word in each if len(word) >= _LEAST)
        self._telling = roots(long) - known.words
        self._runs = {run for each in said for run in _runs(each) if run not in known.whole}

    def found(self, sentence: str) -> Iterator[str]:
        """Yield what in *sentence* gives the wish away."""
        words = _WORD.findall(sentence)
        yield from (word for word in words if root(word) in self._telling)
        yield from (run for run in _runs(words) if run in self._runs)


def _runs(words: list[str]) -> Iterator[str]:
    for at in range(len(words) - _LEAST + 1):
        yield " ".join(words[at : at + _LEAST]).casefold()
