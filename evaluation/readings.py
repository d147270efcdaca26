"""How well a wish is talked through: what the first question offers, and how soon a right work and a paper are reached.

A librarian is played by a program that knows the key. She takes a right work if it is shown; else she says the wish in
other words, which were prepared (``other-words.jsonl``), or says "none of these" where there are none. She names no body
and answers what a body is with the first choice. Requests that ask for nothing, or for what no work of the catalog is,
are left out. With ``--check`` the exit code is 1 if a figure is below the last recorded one.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from tools.answer_keys import keys

from collabkit.cases.case import Case
from collabkit.cases.engine import Engine
from collabkit.cases.reader import Reader
from collabkit.catalog import Catalog, load
from collabkit.matching import Parser
from evaluation import asks

RECORD = Path(__file__).parent / "readings.json"
OTHER_WORDS = Path(__file__).parent / "data" / "other-words.jsonl"
TOLERANCE = 0.005
MOST = 20
"""Questions after which she gives up; no case has so many."""


class Talk(NamedTuple):
    """How one case went."""

    offered: Sequence[str]
    """The works of the first question; the one that was taken as sure where none was asked for."""
    sure: bool
    """Whether the words alone settled the work."""
    until_work: int | None
    """Questions until a right work was settled; nothing if none was."""
    until_paper: int
    """Questions until a paper could be written."""
    right: frozenset[str]

    def among(self, many: int) -> bool:
        """Return whether a right work is among the first *many* that were offered."""
        return not self.right.isdisjoint(self.offered[:many])


class Librarian:
    """Knows which works are right, and other words for each wish."""

    def __init__(self, engine: Engine, catalog: Catalog, other_words: Mapping[str, str]) -> None:
        """Answer what *engine* asks.

        Args:
            engine: what asks.
            catalog: which of the choices are works.
            other_words: for each wish, the same in other words.
        """
        self._engine = engine
        self._works = catalog.activities
        self._other_words = other_words

    def talk(self, key: Mapping[str, Any]) -> Talk:
        """Return how the request of *key* was talked through."""
        right = frozenset(key["work"])
        case = self._engine.begun(key["aim"])
        sure, offered, asked, until_work = case.work is not None, self._offered(case), 0, None
        while asked < MOST:
            if until_work is None and case.work in right:
                until_work = asked
            question = self._engine.question(case)
            if question is None or self._engine.ready(case):
                break
            answer = self._answer(case, [each.id for each in question.choices], right)
            case = self._engine.answered(case, question.id, answer)
            asked += 1
        return Talk(offered, sure, until_work, asked, right)

    def _offered(self, case: Case) -> list[str]:
        if case.work is not None:
            return [case.work]
        question = self._engine.question(case)
        return [each.id for each in question.choices if each.id in self._works] if question else []

    def _answer(self, case: Case, choices: Sequence[str], right: frozenset[str]) -> str:
        shown = next((each for each in choices if each in right), None)
        if shown is not None:
            return shown
        if case.work is None and not case.own_work:
            other = self._other_words.get(case.wish, "")
            if other and other not in case.words:
                return other
            return next(each for each in ("none", "own") if each in choices)
        return choices[0] if choices else ""


def other_words() -> dict[str, str]:
    """Return the wishes that are said once more, each with its other words."""
    lines = OTHER_WORDS.read_text(encoding="utf-8").splitlines()
    return {each["aim"]: each["other"] for each in map(json.loads, lines)}


def talks(catalog: Catalog, names: Iterable[str]) -> list[Talk]:
    """Return how each request of the files called *names* goes that has a right work."""
    engine = Engine(catalog, Reader(lambda: Parser(catalog)), lambda _: None, lambda: None)
    librarian = Librarian(engine, catalog, other_words())
    return [librarian.talk(key) for name in names for key in keys(name) if key["work"]]


def figures(found: Sequence[Talk]) -> dict[str, float]:
    """Return the shares and counts of *found*."""
    sure = [each for each in found if each.sure]
    reached = [each.until_work is not None and each.until_work <= _SOON for each in found]
    return {
        "first": _share(each.among(1) for each in found),
        "of_three": _share(each.among(3) for each in found),
        "of_five": _share(each.among(5) for each in found),
        "sure": len(sure) / len(found),
        "sure_right": _share(each.among(1) for each in sure),
        "in_two": _share(reached),
        "median_to_paper": float(median(each.until_paper for each in found)),
        "most_to_paper": float(max(each.until_paper for each in found)),
    }


_SOON = 2
"""Questions after which a right work is to be settled."""


def _share(values: Iterable[bool]) -> float:
    found = list(values)
    return sum(found) / len(found) if found else 1.0


def report(catalog: Catalog) -> Iterator[tuple[str, dict[str, float]]]:
    """Yield the figures of each group of requests, and of those that nothing was fitted to together."""
    aside = (*asks.REPORTED, *asks.FRESH, *asks.FOURTH)
    for title, names in (*asks.GROUPS, ("not fitted to", aside)):
        yield title, figures(talks(catalog, names))


def main(arguments: Sequence[str]) -> int:
    """Print the figures; compare them with the record if asked; return the exit code."""
    print(f"{'':<16}{'  '.join(f'{name:>15}' for name in figures_named())}")
    found = dict(report(load()))
    for title, row in found.items():
        print(f"{title:<16}{'  '.join(f'{value:15.3f}' for value in row.values())}")
    return _compare(found["not fitted to"]) if "--check" in arguments else 0


def figures_named() -> list[str]:
    """Return the names of the figures."""
    nothing = Talk((), sure=False, until_work=None, until_paper=0, right=frozenset())
    return list(figures([nothing]))


def _compare(found: Mapping[str, float]) -> int:
    recorded = json.loads(RECORD.read_text(encoding="utf-8"))
    worse = [
        f"{name} is {found[name]:.3f}; recorded on {recorded['date']}: {recorded[name]:.3f}"
        for name in ("first", "of_three", "of_five", "sure_right", "in_two")
        if found[name] < recorded[name] - TOLERANCE
    ]
    for line in worse:
        print(f"worse: {line}")
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
