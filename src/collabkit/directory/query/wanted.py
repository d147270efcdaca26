"""Who is wanted of the directory, whether around one place or around thousands, and how it is judged."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from collabkit.directory.records import GUESS, NOBODY, Asking

KIND = 0.4
"""Share of the score that the kind of a body brings."""
DOES = 0.6
"""Share that its own work brings: its name, its services, its code, or a kind that does nothing else."""
FAR = 0.15
"""Share of the score that an organization at the edge of the circle loses."""
NEXT_DOOR = 3.0
"""Miles within which nobody is farther than another: a ZIP code is no finer."""
UNSURE = 0.15
"""Share that one would lose of whose partner nothing is known; confidence 1 loses none."""
SIZE = 0.01
"""What each class of income adds, up to the seventh: who is known has some, but receipts are no importance."""
ROLES = {"support": 0.6, "national": 0.7, "silent": 0.75}
"""What is left of the score of a body that serves another, works elsewhere, or has not been heard of."""
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
    doers: frozenset[str] = frozenset()
    """Those of the partners that do this work by their nature."""
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

    def parameters(self) -> dict[str, Any]:
        """Return what the statements that look for them are given."""
        return {
            "within": self.within,
            "partners": list(self.scores),
            "scores": [score / 100 for score in self.scores.values()],
            "does": [partner in self.doers for partner in self.scores],
            "goals": [] if self.only else list(self.goals),
            "search": list(self.words),
            "networks": [list(each) for each in self.networks] or [[] for _ in self.words],
            "sure": self.sure,
        }


JUDGED = f"""
asked AS (
    SELECT unnest($partners::VARCHAR[]) AS partner, unnest($scores::DOUBLE[]) AS worth,
        unnest($does::BOOLEAN[]) AS does
), shown AS (
    SELECT findable.row, id, name, findable.partner, second, network, city, state, lat, lon, number, size,
        mark, role, (source <> 'irs' OR kind = '03') AS charity, confidence, second_confidence,
        asked.worth, asked.does, also.worth AS also_worth, also.does AS also_does,
        coalesce(list_has_any(known_for, $goals::VARCHAR[]), FALSE) AS known,
        coalesce(list_has_any(named_for, $goals::VARCHAR[]), FALSE) AS named,
        coalesce(list_has_any(filed_for, $goals::VARCHAR[]), FALSE) AS filed
    FROM findable
    LEFT JOIN asked ON asked.partner = findable.partner
    LEFT JOIN asked AS also ON also.partner = second
    WHERE {{where}}
        AND ($search::VARCHAR[] = [] OR list_bool_and(list_transform(list_zip($search::VARCHAR[], $networks::VARCHAR[][]),
            lambda each: contains(lower(strip_accents(concat_ws(' ', name, local, city, other_names))),
                lower(strip_accents(each[1]))) OR coalesce(list_contains(each[2], network), FALSE))))
), fitting AS (
    SELECT *,
        greatest(coalesce(worth * (1 - {UNSURE} * (1 - confidence)), 0),
            coalesce(also_worth * (1 - {UNSURE} * (1 - second_confidence)) * 0.9, 0)) AS kind,
        greatest(
            CASE WHEN known THEN 1 WHEN NOT named THEN 0 WHEN does OR also_does OR filed OR greatest(worth, also_worth) >= 0.6 THEN 1
                ELSE 0.8 END,
            CASE WHEN does THEN 0.4 + greatest(0, confidence - 0.5) WHEN also_does THEN 0.4 END,
            CASE WHEN filed THEN 0.5 ELSE 0 END) AS works
    FROM shown
    WHERE (worth IS NOT NULL OR also_worth IS NOT NULL OR known OR named OR filed OR $search::VARCHAR[] <> [])
        AND (coalesce(confidence, 0) >= $sure::FLOAT OR known OR named OR size >= {LARGE} OR $search::VARCHAR[] <> [])
), judged AS (
    SELECT row, id, name, number, network, lat, lon, city, state, mark, works,
        CASE WHEN also_worth > coalesce(worth, 0) THEN second ELSE partner END AS partner,
        100 * ({KIND} * kind + {DOES} * works) / (1 + {SIZE} * 7)
            * (1 + {SIZE} * if(charity, least(coalesce(size, 0), 7), 0))
            * CASE role {" ".join(f"WHEN '{role}' THEN {left}" for role, left in ROLES.items())} ELSE 1 END AS fit
    FROM fitting
)
"""  # noqa: S608 - our own constants
"""Named tables that judge whoever stands in the view ``findable``, wherever it is. A statement that begins
with them says in ``where`` which rows are looked at at all."""

NEARNESS = f"""(1 - {FAR} * CASE
    WHEN here THEN if(mark = 'po box', 0.2, 0)
    WHEN mark = 'po box' THEN 0.5
    ELSE least(1, greatest(0, distance - {NEXT_DOOR}) / $within) END)"""
"""What is left of the score for the distance. A post-office box is no place: nobody knows how far it is."""
