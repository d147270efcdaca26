"""Who is wanted of the directory, whether around one place or around thousands, and how it is judged."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from collabkit.directory.database.connection import Database
from collabkit.directory.records import GUESS, NOBODY, Asking

KIND = 0.4
"""Share of the score that the kind of a body brings."""
DOES = 0.6
"""Share that its own work brings: its name, its services, its code, or a kind that does nothing else."""
FAR = 0.2
"""Share of the score that an organization at the edge of the circle loses."""
NEXT_DOOR = 3.0
"""Miles within which nobody is farther than another: a ZIP code is no finer."""
UNSURE = 0.15
"""Share that one would lose of whose partner nothing is known; confidence 1 loses none."""
IN_TOWN = 0.2
"""Share of that which a post-office box in the library's own town loses."""
NEXT_TOWN = 0.25
"""Share of it that whoever is in another town loses at least, however near."""
DOUBTED = 0.25
"""How surely a body does it that files under a code under which many do other work: half of what a sure code tells."""
BELONGS = 0.9
"""How surely a body does what its network is known to do, if nothing else says so: not every member does it all."""
HELPS = 0.3
"""How surely a large body of a kind that answers nearly as well as the best does something for it."""
OWN = 0.9
"""Share of the score that its own work brings at least, whatever its kind."""
SIZE = 0.05
"""What each class of income adds to a charity, up to the eighth: who is known in a town has an income. That of
a club is no importance."""
UNTOLD = 2
"""Class of income that a body is taken to have whose register tells none."""
ASKED = 0.6
"""How surely a body works for what is asked if a word of the request stands in its name."""
LEANS = 0.4
"""How surely a body works for a goal that is one of several of its kind's own."""
BOTH = 0.1
"""What each further thing adds that was asked for and that a body shows, up to two."""
MANY_TRADES = "social-service-agency"
"""Partner of many trades at once: a large one does something for most of what a town needs."""
BROAD = 6
"""Class of income ($1 million a year) from which such a one is asked for whatever it may help with."""
LOOSELY = 0.8
"""Share of its sureness that is left of a sign of the goal, where the words of a request speak of finer work."""
CHAPTER = 0.5
"""How surely a chapter does the work of its kind whose network is not known to do it: lodges, heirs of the
Revolution, hunters who raise money."""
BARELY = 0.4
"""How surely a small body does the work of whose kind nobody is sure, and whose name tells nothing."""
SOMEWHAT = 0.35
"""Worth that it must have."""
ALSO = 0.25
"""How surely it does something for what is asked."""
ROLES = {"support": 0.55, "residence": 0.55, "national": 0.6, "silent": 0.6}
"""What is left of the score of a body that serves another, works elsewhere, or has not been heard of."""
STAFFED = 4
"""Class of income ($100,000 a year) from which a body that could only help has somebody who can."""
LARGE = 5
"""Class of income ($500,000 a year) from which a guess is shown: who is so large is known by its name."""


@dataclass(frozen=True, kw_only=True)
class Wanted:
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
        bits = database.goals
        mask = _set_of(() if self.only else self.goals, bits)
        plainly = _set_of(self.plainly, bits) if self.plainly else mask
        doubts = _set_of(() if self.only else (f"{goal}?" for goal in self.goals), bits)
        return {
            "within": self.within,
            "partners": list(self.scores),
            "scores": [score / 100 for score in self.scores.values()],
            "does": [partner in self.doers for partner in self.scores],
            "core": [partner in self.core for partner in self.scores],
            **self._lists(),
            "mask": mask,
            "plainly": plainly,
            "doubts": doubts,
            "nearly": self.nearly / 100,
            "anyone": self.only or self.anyone,
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

    def judged(self, where: str) -> str:
        """Return named tables, the last one ``judged``, that judge those who are wanted.

        They judge whoever stands in the view ``findable``, wherever it is. What nobody asked for is left out:
        DuckDB takes as long to understand the statement as to answer it.

        Args:
            where: which rows are looked at at all.
        """
        asked_for = _ASKED_FOR if self.asked else "FALSE"
        wanted = _SEARCHED if self.words else _FITTING.format(asked_for=asked_for)
        return _JUDGED.format(where=f"{where} AND {wanted}", asked_for=asked_for)


def named_in(statement: str, known: Mapping[str, Any]) -> dict[str, Any]:
    """Return what *statement* names of what is *known*: DuckDB takes no more than that."""
    return {name: known[name] for name in set(re.findall(r"\$(\w+)", statement))}


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


_ASKED_FOR = "regexp_matches(upper(strip_accents(name)), $asked)"
_CHARITY = "(source <> 'irs' OR kind = '03')"
_SEARCHED = """
    list_bool_and(list_transform(list_zip($search::VARCHAR[], $networks::VARCHAR[][]),
        lambda each: contains(lower(strip_accents(concat_ws(' ', name, local, city, other_names))),
            lower(strip_accents(each[1]))) OR coalesce(list_contains(each[2], network), FALSE)))
"""
"""Who is called as was searched for, whatever it does."""
_FITTING = f"""(
    (known_for & $mask::HUGEINT) <> 0 OR (named_for & $mask::HUGEINT) <> 0 OR {{asked_for}}
    OR (filed_for & $doubts::HUGEINT) <> 0 AND (coalesce(confidence, 0) >= $sure::FLOAT OR size >= {STAFFED})
    OR (filed_for & $mask::HUGEINT) <> 0 AND (coalesce(confidence, 0) >= $sure::FLOAT OR size >= {LARGE}
        OR partner IS NULL OR coalesce(size, {UNTOLD}) > 0)
    OR (coalesce(confidence, 0) >= $sure::FLOAT OR size >= {LARGE}) AND (
        list_contains($doers::VARCHAR[], partner) OR list_contains($doers::VARCHAR[], second)
        OR list_contains($willing::VARCHAR[], partner)
        OR ($anyone OR size >= {STAFFED} AND {_CHARITY})
            AND (list_contains($able::VARCHAR[], partner) OR list_contains($near::VARCHAR[], second))
        OR size >= {BROAD} AND list_contains($broad::VARCHAR[], partner) AND {_CHARITY}))
"""
"""Who shows what is wanted, or is of a kind that does it or could help. It stands before the kinds are joined:
of those around a city one in thirty is left."""

_JUDGED = f"""
asked AS (
    SELECT unnest($partners::VARCHAR[]) AS partner, unnest($scores::DOUBLE[]) AS worth,
        unnest($does::BOOLEAN[]) AS does, unnest($core::BOOLEAN[]) AS core
), shown AS (
    SELECT row, id, source, name, partner, second, city, state, lat, lon, number, size, mark, role,
        {_CHARITY} AS charity, confidence, second_confidence,
        coalesce(known_for & $mask::HUGEINT, 0) AS known, coalesce(named_for & $mask::HUGEINT, 0) AS named,
        ((coalesce(known_for, 0) | coalesce(named_for, 0)) & $plainly::HUGEINT) <> 0 AS plainly,
        coalesce((filed_for & $mask::HUGEINT) <> 0, FALSE) AS filed,
        coalesce((filed_for & $doubts::HUGEINT) <> 0, FALSE) AS doubted,
        coalesce(NOT starts_with(network, 'group-'), FALSE) AS chapter,
        {{asked_for}} AS asked_for
    FROM findable
    WHERE {{where}}
), fitting AS (
    SELECT shown.*, asked.worth, also.worth AS also_worth,
        greatest(coalesce(asked.worth * (1 - {UNSURE} * (1 - confidence)), 0),
            coalesce(also.worth * (1 - {UNSURE} * (1 - second_confidence)) * 0.9, 0)) AS kind,
        greatest(
            CASE WHEN known <> 0 THEN if(source = 'hsds' OR named <> 0, 1, {BELONGS}) WHEN named = 0 THEN 0
                WHEN asked.does OR also.does OR filed OR doubted OR greatest(asked.worth, also.worth) >= 0.5 THEN 1
                WHEN shown.partner IS NULL OR confidence < {GUESS} THEN 0.9 ELSE 0.75 END * if(plainly, 1, {LOOSELY}),
            CASE WHEN asked.does AND chapter AND NOT $anyone THEN {CHAPTER}
                WHEN asked.does AND doubted AND confidence < {GUESS} AND size >= {STAFFED} THEN 0.5
                WHEN asked.does AND (confidence >= {GUESS} OR size >= {STAFFED}) THEN greatest(0.5, confidence)
                WHEN asked.does THEN {BARELY} WHEN also.does THEN 0.5 END,
            CASE WHEN asked_for THEN {ASKED} WHEN filed THEN 0.5 WHEN asked.core THEN {LEANS}
                WHEN greatest(asked.worth, also.worth) >= $nearly THEN {HELPS} WHEN doubted THEN {DOUBTED}
                WHEN size >= {BROAD} THEN {ALSO} ELSE 0 END) AS works
    FROM shown
    LEFT JOIN asked ON asked.partner = shown.partner
    LEFT JOIN asked AS also ON also.partner = second
), judged AS (
    SELECT row, id, name, number, lat, lon, city, state, mark, works,
        CASE WHEN also_worth > coalesce(worth, 0) THEN second ELSE partner END AS partner,
        100 * greatest({KIND} * kind + {DOES} * works, {OWN} * works) / (1 + {SIZE} * 8)
            * (1 + {BOTH} * least(2, greatest(0, bit_count(known | named) - 1)))
            * (1 + {SIZE} * if(charity, least(coalesce(size, {UNTOLD}), 8), 0))
            * CASE role {" ".join(f"WHEN '{role}' THEN {left}" for role, left in ROLES.items())} ELSE 1 END AS fit
    FROM fitting
)
"""  # noqa: S608 - our own constants

TOWN = "upper(replace(city, '.', '')) || ', ' || state"
"""The town of a body, to be compared with ``Spot.towns``."""

NEARNESS = f"""(1 - {FAR} * CASE
    WHEN here THEN if(mark = 'po box', {IN_TOWN}, 0)
    WHEN mark = 'po box' THEN 0.5
    ELSE {NEXT_TOWN} + (1 - {NEXT_TOWN}) * least(1, greatest(0, distance - {NEXT_DOOR}) / $within) END)"""
"""What is left of the score for the distance: of two that are alike the one in the library's own town comes first.
A post-office box is no place: nobody knows how far it is."""
