"""Words to the pieces that a BERT vocabulary knows (WordPiece; Devlin and others 2019, uncased)."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from unicodedata import category, normalize

_TOKEN = re.compile(r"\w+|[^\w\s]")
_LONGEST_TEXT = 4_000
"""Letters that are read: a sentence model reads no more pieces than these hold."""
_LONGEST_WORD = 60
UNKNOWN = "[UNK]"


def tokens(text: str) -> list[str]:
    """Return the words and signs of *text*, in lower case and without accents."""
    plain = normalize("NFD", text[:_LONGEST_TEXT].lower())
    plain = "".join(each for each in plain if category(each) != "Mn")
    return _TOKEN.findall(plain.replace("_", " _ "))


class WordPieces:
    """Splits words into pieces of one vocabulary, the longest first from the left."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._vocabulary = vocabulary
        self._of = lru_cache(20_000)(self._split)

    def ids(self, text: str) -> list[int]:
        """Return the number of each piece of *text*.

        A word with an unknown piece is ``[UNK]`` where the vocabulary has one, and else the pieces
        before that one.
        """
        return [id_ for token in tokens(text) for id_ in self._of(token)]

    def _split(self, word: str) -> Sequence[int]:
        found: list[int] = []
        start = 0
        while start < len(word) <= _LONGEST_WORD:
            prefix = "##" if start else ""
            for end in range(len(word), start, -1):
                id_ = self._vocabulary.get(prefix + word[start:end])
                if id_ is not None:
                    found.append(id_)
                    start = end
                    break
            else:
                break
        if start < len(word) and UNKNOWN in self._vocabulary:
            return (self._vocabulary[UNKNOWN],)
        return tuple(found)
