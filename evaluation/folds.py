"""What the requests that calibration is fitted to get when it is fitted without them.

    python -m evaluation.folds

By this, and by this alone, whoever changes how partners and work are chosen may choose: the other
requests only report. Confidence too is of folds in which the request was not.
"""

from collections.abc import Iterator

import numpy as np
from tools.answer_keys import fitted_to
from tools.calibrate import FOLDS, calibrate

from collabkit.catalog import Catalog, load
from collabkit.library import Library
from collabkit.matching import Ranking
from collabkit.matching.language import model
from collabkit.matching.language.interpret import Interpreter
from collabkit.matching.language.vectors import Encoder, PieceVectors
from evaluation import asks

ROUNDS = 3
"""Ways to part the requests into folds; which ones are together moves a figure by a point or two."""


def by_folds(catalog: Catalog, encoder: Encoder, seed: int) -> Iterator[asks.Answer]:
    """Yield what each request gets from a calibration that knows those of the other folds."""
    weights = model.load(model.path_of(encoder.name))
    requests = fitted_to()
    fold = np.random.default_rng(seed).integers(0, FOLDS, len(requests))
    ranking = Ranking(catalog, Library())
    for held in range(FOLDS):
        out = np.flatnonzero(fold == held).tolist()
        fitted = calibrate(catalog, encoder, weights._replace(checksum="folds"), out)
        own = weights._replace(calibration=fitted, checksum="folds")
        interpreter = Interpreter(catalog, encoder, own)
        yield from (asks.answer(requests[number], interpreter, ranking) for number in out)


def main() -> None:
    """Print the figures."""
    catalog = load()
    found = [
        answer
        for seed in range(2, 2 + ROUNDS)
        for answer in by_folds(catalog, PieceVectors(), seed)
    ]
    print(asks.HEADING)
    print(asks.row("by folds", found))
    print(asks.levels("by folds", found))


if __name__ == "__main__":
    main()
