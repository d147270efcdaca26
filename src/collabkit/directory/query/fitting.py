"""How well a body fits what is wanted, by its traits; the place has no part in it.

In Python and not in SQL: DuckDB would take longer to understand the rule than to read the rows, and of the thousands
of bodies around a city a few hundred have traits that differ.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from collabkit.directory.query.wanted import BROAD, STAFFED, UNTOLD, Wanted
from collabkit.directory.records import GUESS

KIND = 0.4
"""Share of the score that the kind of a body brings."""
DOES = 0.6
"""Share that its own work brings: its name, its services, its code, or a kind that does nothing else."""
OWN = 0.9
"""Share of the score that its own work brings at least, whatever its kind."""
UNSURE = 0.15
"""Share that one would lose of whose partner nothing is known; confidence 1 loses none."""
SECOND = 0.9
"""What is left of the worth of a kind that is the second of a body."""
FITS = 0.5
"""Worth from which a kind bears out what a name says."""
CHAPTER = 0.5
"""How surely a chapter does the work of its kind whose network is not known to do it: lodges, heirs of the
Revolution, hunters who raise money."""
LIKELY = 0.5
"""How surely a body does it whose kind does and of whose kind nobody is quite sure, or that files under its code."""
BARELY = 0.4
"""How surely a small body does the work of whose kind nobody is sure, and whose name tells nothing."""
BELONGS = 0.9
"""How surely a body does what its network is known to do, if nothing else says so: not every member does it all."""
CALLED = 0.9
"""How surely one is what it is called of whose kind nothing sure is known."""
CALLED_ELSE = 0.75
"""The same of one whose kind does other work."""
LOOSELY = 0.8
"""Share of its sureness that is left of a sign of the goal, where the words of a request speak of finer work."""
DESCRIBED = 0.95
"""How surely a body does what it says that it does, if nothing else says so; more surely than what it is called."""
NEAR_WORKS = 0.55
"""How surely a body works for what is asked if the request and its own words come near to one joint work."""
ASKED = 0.6
"""How surely a body works for what is asked if a word of the request stands in its name."""
LEANS = 0.4
"""How surely a body works for a goal that is one of several of its kind's own."""
HELPS = 0.3
"""How surely a large body of a kind that answers nearly as well as the best does something for it."""
DOUBTED = 0.25
"""How surely a body does it that files under a code under which many do other work: half of what a sure code tells."""
ALSO = 0.25
"""How surely a very large one does something for what is asked."""
BOTH = 0.1
"""What each further thing adds that was asked for and that a body shows, up to two."""
SIZE = 0.05
"""What each class of income adds to a charity, up to the eighth: who is known in a town has an income. That of
a club is no importance."""
_LARGEST = 8
_UNWANTED = -1.0
ROLES = {"advocate": 0.4, "support": 0.55, "residence": 0.55, "national": 0.6, "silent": 0.6}
"""What is left of the score of a body that takes a side, serves another, works elsewhere, or has not been heard of."""


SHOWN = (
    *("charity", "offers", "known", "named", "plainly", "filed", "doubted", "chapter", "asked_for"),
    *("described", "described_plainly", "near_works"),
)
"""Those of `Traits` that hold or do not, as a query counts them in bits of one number."""


class Traits(NamedTuple):
    """What is looked at of a body; nothing where nobody can tell."""

    partner: str | None
    second: str | None
    confidence: float | None
    second_confidence: float | None
    size: int | None
    role: str | None
    things: int
    """How many of the wanted goals its services, its network and its name show."""
    charity: bool
    offers: bool
    """Whether a feed of services lists it."""
    known: bool
    """Whether its services or its network show that it works for what is wanted."""
    named: bool
    """Whether its name does."""
    plainly: bool
    """Whether they show what the words of the request speak of themselves."""
    filed: bool
    """Whether it files under a code for it."""
    doubted: bool
    """Whether it files under a code for it under which many do other work."""
    chapter: bool
    asked_for: bool
    """Whether a word of the request stands in its name."""
    described: bool
    """Whether what it says that it does speaks of what is wanted."""
    described_plainly: bool
    """Whether it speaks of what the words of the request speak of themselves."""
    near_works: bool
    """Whether it comes near to a joint work that the words of the request come near to."""


_PLAIN = Traits._fields.index("things")
"""How many of them stand as they are."""


def read(values: Sequence[Any]) -> Traits:
    """Return the traits that *values* tell, in the order in which ``looking_for`` reads them.

    Behind those that stand as they are comes the number of ``SHOWN``, and `things` where several are wanted.
    """
    shown, things = values[_PLAIN], values[-1] if len(values) > _PLAIN + 1 else 1
    holds = (bool(shown >> place & 1) for place in range(len(SHOWN)))
    return Traits._make((*values[:_PLAIN], things, *holds))


class Fit(NamedTuple):
    """How well a body fits, wherever it is."""

    partner: str
    """The kind by which it fits best; blank if nothing tells its kind."""
    works: float
    """How surely its own work is what is wanted, 0 to 1."""
    score: float
    """0 to 100."""


class Judge:
    """Tells how well bodies fit what is wanted, and remembers what it has told."""

    def __init__(self, wanted: Wanted) -> None:
        self._worths = {partner: score / 100 for partner, score in wanted.scores.items()}
        self._doers = wanted.doers & wanted.scores.keys()
        self._core = wanted.core & wanted.scores.keys()
        self._nearly = wanted.nearly / 100
        self._everyone = wanted.everyone
        self._told: dict[Sequence[Any], Fit] = {}

    def __call__(self, values: Sequence[Any]) -> Fit:
        """Return how well the body fits whose traits are *values*, a tuple as it is read."""
        told = self._told.get(values)
        if told is None:
            told = self._told[values] = self.fit(read(values))
        return told

    def fit(self, traits: Traits) -> Fit:
        """Return how well a body with *traits* fits."""
        worth, also = self._worth(traits.partner), self._worth(traits.second)
        kind = max(
            0.0,
            worth * _left(traits.confidence),
            SECOND * also * _left(traits.second_confidence),
        )
        best = max(worth, also)
        works = max(
            self._by_its_signs(traits, best),
            self._by_its_words(traits, best),
            self._by_its_kind(traits),
            self._helps(traits, best),
        )
        partner = traits.second if also > max(0.0, worth) else traits.partner
        score = 100 * max(KIND * kind + DOES * works, OWN * works) * _standing(traits)
        return Fit(partner or "", works, score)

    def _worth(self, partner: str | None) -> float:
        """Return the worth of *partner*, 0 to 1; less than 0 if it is not wanted."""
        return self._worths.get(partner, _UNWANTED) if partner else _UNWANTED

    def _by_its_signs(self, traits: Traits, best: float) -> float:
        """Return how surely its name, its services or its network show that it does the work."""
        if traits.known:
            sure = 1.0 if traits.offers or traits.named else BELONGS
        elif not traits.named:
            sure = 0.0
        elif self._borne_out(traits, best):
            sure = 1.0
        else:
            unknown = traits.partner is None or (traits.confidence or 0.0) < GUESS
            sure = CALLED if unknown else CALLED_ELSE
        return sure if traits.plainly else sure * LOOSELY

    def _by_its_words(self, traits: Traits, best: float) -> float:
        """Return how surely what it says that it does shows that it does the work."""
        if not traits.described:
            return 0.0
        sure = 1.0 if traits.named or self._borne_out(traits, best) else DESCRIBED
        return sure if traits.described_plainly else sure * LOOSELY

    def _borne_out(self, traits: Traits, best: float) -> bool:
        """Return whether its kind or its code says what its name does."""
        does = traits.partner in self._doers or traits.second in self._doers
        return does or traits.filed or traits.doubted or best >= FITS

    def _by_its_kind(self, traits: Traits) -> float:
        """Return how surely it does the work since its kind does nothing else."""
        if traits.partner not in self._doers:
            return LIKELY if traits.second in self._doers else 0.0
        confidence = traits.confidence or 0.0
        staffed = (traits.size or 0) >= STAFFED
        if traits.chapter and not self._everyone:
            return CHAPTER
        if traits.doubted and staffed and confidence < GUESS:
            return LIKELY
        return max(LIKELY, confidence) if staffed or confidence >= GUESS else BARELY

    def _helps(self, traits: Traits, best: float) -> float:
        """Return how surely it does something for what is wanted, if nothing shows that it is its work."""
        for holds, sure in (
            (traits.asked_for, ASKED),
            (traits.near_works, NEAR_WORKS),
            (traits.filed, LIKELY),
            (traits.partner in self._core, LEANS),
            (best >= self._nearly, HELPS),
            (traits.doubted, DOUBTED),
            ((traits.size or 0) >= BROAD, ALSO),
        ):
            if holds:
                return sure
        return 0.0


def _left(confidence: float | None) -> float:
    """Return what is left of the worth of a kind of which one is as sure as *confidence*."""
    return 0.0 if confidence is None else 1 - UNSURE * (1 - confidence)


def _standing(traits: Traits) -> float:
    """Return what its size, what it shows besides, and its role leave of the score: 1 at most, or a little more."""
    size = min(UNTOLD if traits.size is None else traits.size, _LARGEST) if traits.charity else 0
    # Who says it, too, comes before who is only called so.
    further = min(2, max(0, traits.things - 1) + traits.described)
    return (
        (1 + SIZE * size)
        / (1 + SIZE * _LARGEST)
        * (1 + BOTH * further)
        * ROLES.get(traits.role or "", 1.0)
    )
