"""Numbers that tell how alike two texts are in meaning, with no word in common.

An `Encoder` turns a text into numbers. The one that ships adds a small vector for each word piece,
distilled from a sentence model by ``tools/distill.py``: it knows what words mean, but not what
their order does. `sentence` holds the other.
"""

import json
from array import array
from collections.abc import Hashable, Mapping, Sequence
from functools import cache, lru_cache
from math import sqrt
from operator import mul
from pathlib import Path
from typing import NamedTuple, Protocol

from collabkit.matching.language.features import words
from collabkit.matching.language.packed import pack, unpack
from collabkit.matching.language.wordpieces import WordPieces

FILE = Path(__file__).parent / "pieces.vectors"
MEANING_COUNTS = 0.3
"""How much the meaning of a name counts beside the text that holds it."""


_FINE = 1 << 36
"""Steps into which 1.0 is cut where vectors are added up: so many that no bit of the table is lost."""


class Encoder(Hashable, Protocol):
    """Turns texts into numbers of which the squares sum to 1, or into zeros for no text."""

    name: str
    """By which its weights and what is cached are known."""
    dims: int
    meaning_counts: float
    """How much the meaning of a name counts beside the text that holds it."""
    threaded: bool
    """Whether it reads with threads, which a copy of the process would lack."""

    def encode(self, text: str) -> list[float]:
        """Return the numbers of *text*."""
        ...


class Pieces(NamedTuple):
    """The table, as the file holds it."""

    dims: int
    places: Mapping[str, int]
    """Piece to row."""
    scale: Sequence[float]
    """What one step of a row is worth, with the rarity of the piece in it."""
    rows: "array[int]"
    """Steps of -127 to 127, row by row."""


@cache
def load(path: Path = FILE) -> Pieces:
    """Return the shipped table."""
    content = path.read_bytes()
    head, _, rest = content.partition(b"\n")
    facts = json.loads(head)
    vocabulary = rest[: facts["letters"]].decode("ascii").split(" ")
    body = memoryview(rest)[facts["letters"] :]
    dims = facts["dims"]
    scale = array("f", bytes(body[: 4 * len(vocabulary)]))
    rows = array("b", bytes(body[4 * len(vocabulary) :]))
    return Pieces(dims, {piece: at for at, piece in enumerate(vocabulary)}, scale, rows)


def save(
    path: Path, vocabulary: Sequence[str], scale: Sequence[float], rows: bytes, source: str
) -> None:
    """Write a table to *path*.

    Args:
        path: the file.
        vocabulary: the pieces, in the order of the rows.
        scale: what one step of a row is worth.
        rows: a byte for each number, row by row.
        source: what it was made from, for whoever opens the file.
    """
    words = " ".join(vocabulary).encode("ascii")
    dims = len(rows) // len(vocabulary)
    head = {"dims": dims, "letters": len(words), "source": source}
    content = json.dumps(head).encode() + b"\n" + words + array("f", scale).tobytes() + rows
    path.write_bytes(content)


class PieceVectors:
    """Adds up the vectors of the pieces of a text."""

    name = "pieces"
    meaning_counts = MEANING_COUNTS
    threaded = False

    def __init__(self, pieces: Pieces | None = None) -> None:
        self._pieces = pieces or load()
        self.dims = self._pieces.dims
        self._split = WordPieces(self._pieces.places)
        self._of = lru_cache(10_000)(self._word)

    def encode(self, text: str) -> list[float]:
        """Return the sum over the pieces of *text*, at length 1."""
        steps = unpack(sum(map(self._of, words(text))), self.dims)
        return unit([each / _FINE for each in steps], self.dims)

    def _word(self, word: str) -> int:
        """Return the sum over the pieces of *word*, each number in steps of `_FINE`, as one integer."""
        dims, (_, _, scale, rows) = self.dims, self._pieces
        return sum(
            round(scale[at] * _FINE) * pack(rows[at * dims : (at + 1) * dims])
            for at in self._split.ids(word)
        )


def unit(vector: Sequence[float], dims: int) -> list[float]:
    """Return *vector* at length 1, or zeros if it has none."""
    length = sqrt(sum(map(mul, vector, vector)))
    return [value / length for value in vector] if length else [0.0] * dims


def encode_with(encoder: Encoder, text: str, meaning: str) -> list[float]:
    """Return the numbers of *text*, moved towards those of *meaning* if it has one."""
    own = encoder.encode(text)
    if not meaning:
        return own
    share = encoder.meaning_counts
    other = encoder.encode(meaning)
    mixed = [a + share * b for a, b in zip(own, other, strict=True)]
    return unit(mixed, encoder.dims)
