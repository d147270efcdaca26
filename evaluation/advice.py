"""How often `collab review` says what a reader says who has not seen the rules, on thirty made histories.

    python -m evaluation.advice            each history, where the two differ, and the figures
    python -m evaluation.advice --pages D  the pages that such a reader is given, into the folder D

``data/histories_judged.tsv`` holds what she said of the pages: number, word, a second word that would be
nearly as good, and why. Before she read them the rules agreed with her first word 27 times, and with one of
her two 28 times; they were mended where they did not, so the figures now say how well they fit her, and not
how well they would fit the next thirty.
"""

import csv
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from collabkit.partnerships.advice.advice import Advice
from collabkit.partnerships.folders import slug
from evaluation.histories import TODAY, histories, make, write

JUDGED = Path(__file__).parent / "data" / "histories_judged.tsv"


class Judged(NamedTuple):
    """What is advised of one history, and what a reader said of it."""

    name: str
    advice: Advice
    first: str
    second: str
    why: str

    @property
    def same(self) -> bool:
        """Whether the advice is her first word."""
        return self.advice.advice == self.first

    @property
    def near(self) -> bool:
        """Whether it is her first or her second word."""
        return self.advice.advice in {self.first, self.second}


def judged() -> list[Judged]:
    """Return all histories with the advice and what the reader said."""
    with JUDGED.open(encoding="utf-8", newline="") as file:
        said = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    with tempfile.TemporaryDirectory() as folder:
        kept = make(Path(folder)).partnerships
        return [
            Judged(history.name, kept.review(slug(history.name), on=TODAY), first, second, why)
            for history, (_, first, second, why) in zip(histories(), said, strict=True)
        ]


def run() -> None:
    """Print where the two differ, and how often they agree."""
    found = judged()
    for each in found:
        if not each.same:
            print(f"{each.name}: {each.advice.advice}; she says {each.first}: {each.why}")
    same, near = sum(each.same for each in found), sum(each.near for each in found)
    print(f"{same} of {len(found)} as her first word, {near} as her first or second")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--pages"]:
        with tempfile.TemporaryDirectory() as home:
            write(Path(sys.argv[2]), make(Path(home)))
    else:
        run()
