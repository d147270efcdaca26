"""Who is wanted of the directory, whether around one place or around thousands."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from collabkit.directory.database.connection import Database
from collabkit.directory.records import GUESS, NOBODY, Asking

UNTOLD = 2
"""Class of income that a body is taken to have whose register tells none."""
MANY_TRADES = "social-service-agency"
"""Partner of many trades at once: a large one does something for most of what a town needs."""
BROAD = 6
"""Class of income ($1 million a year) from which such a one is asked for whatever it may help with."""
SOMEWHAT = 0.35
"""Worth that it must have."""
STAFFED = 4
"""Class of income ($100,000 a year) from which a body that could only help has somebody who can."""
LARGE = 5
"""Class of income ($500,000 a year) from which a guess is shown: who is so large is known by its name."""


class Wanted(NamedTuple):
    """Who is wanted."""

    scores: Mapping[str, float]
    """The partners that fit, each with its worth, 0 to 100: 100 for the best of them."""
    within: float
    """Miles around the place."""
    goals: tuple[str, ...] = ()
    """The goals that a body may show that it works for."""
    plainly: tuple[str, ...] = ()
    """Those of them that the words of a request speak of themselves; without any all of them count alike."""
    doers: frozenset[str] = frozenset()
    """Those of the partners that do this work by their nature."""
    core: frozenset[str] = frozenset()
    """Those of whom it is one work of several."""
    likely: frozenset[str] = frozenset()
    """Those that may help whether they have staff or not, for the words of a request speak of them."""
    nearly: float = 0.0
    """Worth from which a kind answers nearly as well as the best; others come in only by their own work."""
    anyone: bool = False
    """Whether bodies without staff are wanted too that could only help."""
    works: tuple[str, ...] = ()
    """Joint works that the words of a request come near to, which statements of a body may come near to as well."""
    asked: tuple[str, ...] = ()
    """Words of the request that tell of the work if they stand in a name, in capitals."""
    only: bool = False
    """Whether no other partner is wanted, whatever it shows."""
    words: tuple[str, ...] = ()
    """What must stand in its names or its town; case and accents do not count."""
    networks: tuple[tuple[str, ...], ...] = ()
    """For each of the words, the networks that are called so."""
    sure: float = GUESS
    """Confidence in the partner that an organization must have, 0 to 1."""
    asking: Asking = NOBODY
    """The library that is not to find itself."""

    def parameters(self, database: Database) -> dict[str, Any]:
        """Return what the statements that look for them in *database* are given."""
        # DuckDB would take longer to understand how the sets are made than it takes to make them here.
        bits, numbers = database.goals, database.works
        mask = _set_of(() if self.only else self.goals, bits)
        plainly = _set_of(self.plainly, bits) if self.plainly else mask
        doubts = _set_of(() if self.only else (f"{goal}?" for goal in self.goals), bits)
        return {
            **self._lists(),
            "mask": mask,
            "plainly": plainly,
            "doubts": doubts,
            "works": [] if self.only else [numbers[id_] for id_ in self.works if id_ in numbers],
            "asked": _pattern(self.asked),
            "search": list(self.words),
            "networks": [list(each) for each in self.networks] or [[] for _ in self.words],
            "sure": self.sure,
        }

    def _lists(self) -> dict[str, list[str]]:
        """Return the partners by what lets a body of theirs in: few, and quicker to look through than to join."""
        near = [partner for partner, score in self.scores.items() if score >= self.nearly]
        many = self.scores.get(MANY_TRADES, 0.0) / 100 >= SOMEWHAT
        return {
            "doers": [partner for partner in self.scores if partner in self.doers],
            "willing": [partner for partner in self.scores if partner in self.likely],
            "near": near,
            "able": list({*near, *(self.core & self.scores.keys())}),
            "broad": [MANY_TRADES] if many else [],
        }

    @property
    def everyone(self) -> bool:
        """Whether nobody is left out or behind for what its kind is."""
        return self.only or self.anyone


def _set_of(goals: Iterable[str], bits: Mapping[str, int]) -> int:
    """Return *goals* as the database keeps a set of them: a bit for each that it knows."""
    return sum(1 << bits[goal] for goal in set(goals) & bits.keys())


def _pattern(words: Sequence[str]) -> str:
    """Return a pattern of a name that holds one of *words*, in the singular or in the plural."""
    forms = {form for word in words for form in _forms(word)}
    return rf"\b({'|'.join(sorted(forms))})\b" if forms else ""


def _forms(word: str) -> set[str]:
    if word.endswith("IES"):
        return {word, f"{word[:-3]}Y"}
    if word.endswith("ES"):
        return {word, word[:-1], word[:-2]}
    return {word, word.removesuffix("S"), f"{word}S"}
