"""A vector for each word piece, distilled from a sentence model: the table that ships.

What the sentence model says of a piece alone is where it starts (Tulkens and van Dongen: Model2Vec,
2024). Then the vectors are moved, as little as they can, so that the mean of those in a sentence,
rarer ones counting more, comes near to what the model says of the whole sentence: a ridge regression
on the sentences of the catalog. What all sentences have in common is taken out (Mu and Viswanath:
All-but-the-Top, 2018), the directions in which they differ most are kept, and those are brought
nearer to one length: else what tells many sentences apart drowns what tells these few.
"""

from collections.abc import Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

from collabkit.matching.language.features import words
from collabkit.matching.language.vectors import FILE, save
from collabkit.matching.language.wordpieces import WordPieces
from tools.sentence_model import Teacher, fetch

DIMS = 128
"""With 64 the nearest work was right for a tenth fewer of the requests that are fitted to."""
EVEN = 0.25
"""How much the directions are brought to one length: 0 leaves them as they are, 1 makes them equal."""
RIDGE = 1.0
"""How much the vectors are held where they start, in units of the mean of the Gram matrix."""
SOURCE = (
    "Distilled from sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0; trained on MS MARCO and "
    "other data, see NOTICE.md) by tools/distill.py"
)

Matrix = NDArray[np.float64]


def vocabulary() -> dict[str, int]:
    """Return the pieces that are kept, words and parts of words in plain letters, with their places."""
    pieces = fetch()[0].read_text(encoding="utf-8").split("\n")
    return {
        piece: place
        for place, piece in enumerate(pieces)
        if piece.isascii() and piece and not piece.startswith("[")
    }


def distill(texts: Sequence[str], teacher: Teacher) -> None:
    """Write the table, fitted to what *teacher* says of *texts*."""
    pieces = vocabulary()
    split = WordPieces({piece: at for at, piece in enumerate(pieces)})
    places = [split.ids(" ".join(words(text))) for text in texts]
    rarity = _rarity(places, len(pieces))
    shares = _shares(places, rarity)
    alone = teacher.encode_pieces(pieces).astype(np.float64)
    wanted = teacher.encode(texts).astype(np.float64)
    start = _times(shares, alone)
    scale = (wanted * start).sum() / (start * start).sum()
    gram = _gram(shares, len(pieces))
    gram[np.diag_indices_from(gram)] += RIDGE * gram.diagonal().mean()
    solved = np.linalg.solve(gram, wanted - scale * start)
    vectors = scale * alone + _times_back(shares, solved, len(pieces))
    _write(list(pieces), (vectors @ _directions(_times(shares, vectors))) * rarity[:, None])


def _directions(said: Matrix) -> Matrix:
    """Return what brings vectors to those directions in which *said*, a row for each text, differs most."""
    alike = said / np.maximum(np.linalg.norm(said, axis=1), 1e-9)[:, None]
    common = alike.mean(axis=0)
    common /= np.linalg.norm(common)
    own = alike - np.outer(alike @ common, common)
    _, lengths, directions = np.linalg.svd(own, full_matrices=False)
    scaled: Matrix = directions[:DIMS].T * (lengths[:DIMS] / lengths[0]) ** -EVEN
    return scaled


def _rarity(places: Sequence[Sequence[int]], count: int) -> Matrix:
    used = np.zeros(count)
    for each in places:
        used[list(set(each))] += 1
    return np.array([log((len(places) + 1) / (times + 1)) + 1 for times in used])


def _shares(places: Sequence[Sequence[int]], rarity: Matrix) -> list[tuple[list[int], Matrix]]:
    """Return the pieces of each text, each with its share."""
    found = []
    for each in places:
        weights = rarity[list(each)]
        found.append((list(each), weights / max(weights.sum(), 1e-9)))
    return found


def _times(shares: Sequence[tuple[list[int], Matrix]], vectors: Matrix) -> Matrix:
    return np.stack([weights @ vectors[at] for at, weights in shares])


def _times_back(shares: Sequence[tuple[list[int], Matrix]], solved: Matrix, count: int) -> Matrix:
    found = np.zeros((count, solved.shape[1]))
    for (at, weights), row in zip(shares, solved, strict=True):
        np.add.at(found, at, weights[:, None] * row)
    return found


def _gram(shares: Sequence[tuple[list[int], Matrix]], count: int) -> Matrix:
    """Return how much each two texts have in common; only pieces that are used take memory."""
    used = np.zeros(count, dtype=bool)
    for at, _ in shares:
        used[at] = True
    column = np.cumsum(used) - 1
    dense = np.zeros((len(shares), int(used.sum())), dtype=np.float32)
    for number, (at, weights) in enumerate(shares):
        np.add.at(dense[number], column[at], weights.astype(np.float32))
    return (dense @ dense.T).astype(np.float64)


def _write(pieces: Sequence[str], vectors: Matrix) -> None:
    scale = np.abs(vectors).max(axis=1) / 127
    scale[scale == 0] = 1.0
    steps = np.rint(vectors / scale[:, None]).astype(np.int8)
    save(FILE, pieces, scale.tolist(), steps.tobytes(), SOURCE)
