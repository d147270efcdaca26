"""Small catalogs for the properties of the score, and what can be taken out of them."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from hypothesis import strategies as st

from collabkit.catalog import KINDS, Catalog
from collabkit.files.cache import to_line
from collabkit.library import Known, Library, Went
from collabkit.matching import Parser, Ranking

GOALS = ("goal-a", "goal-b", "goal-c")
RESOURCES = ("food", "rooms", "skill", "trust")
PARTNERS = ("bank", "club", "school")
_SAID = {"label": "x", "summary": "X.", "source": "practice"}


@dataclass(frozen=True)
class Small:
    """A catalog and a library, in the few facts that the score knows."""

    broader: dict[str, str]
    core: dict[str, tuple[str, ...]]
    related: dict[str, tuple[str, ...]]
    wants: dict[str, tuple[str, ...]]
    brings: dict[str, tuple[str, ...]]
    activities: dict[str, tuple[tuple[str, ...], dict[str, tuple[str, ...]]]]
    """Goals, and for each resource that is needed those who may supply it."""
    assets: dict[str, tuple[str, ...]]
    has: tuple[str, ...]
    short: tuple[str, ...]
    known: dict[str, Went | None]

    def catalog(self, shuffle: int | None = None) -> Catalog:
        """Return the catalog; with *shuffle*, its files in another order."""
        entries = list(self._entries())
        if shuffle is not None:
            random.Random(shuffle).shuffle(entries)  # noqa: S311 - an order, not a secret
        lines: dict[str, dict[str, bytes]] = {kind: {} for kind in KINDS}
        for kind, entry in entries:
            record = KINDS[kind].model_validate(entry | _SAID).model_dump(mode="json")
            lines[kind][entry["id"]] = to_line(record)
        return Catalog(lines.__getitem__)

    def library(self) -> Library:
        """Return the library."""
        known = tuple(Known(partner=each, went=went) for each, went in self.known.items())
        return Library(assets=self.has, needs=self.short, partners=known)

    def scores(self, *goals: str, shuffle: int | None = None) -> dict[str, float]:
        """Return the partners that fit *goals*, best first, each with its score."""
        catalog = self.catalog(shuffle)
        found = Ranking(catalog, self.library()).scores(Parser(catalog).parse(goals))
        return {partner.id: score.total for score, partner in found}

    def _entries(self) -> Iterator[tuple[str, dict[str, Any]]]:
        for goal in GOALS:
            more = {"broader": self.broader[goal]} if goal in self.broader else {}
            yield "goals", {"id": goal, "need": "X.", "measure": "x", **more}
        for partner in PARTNERS:
            yield (
                "partners",
                {
                    "id": partner,
                    "plural": "x",
                    "sector": "economy",
                    "aims": ["x"],
                    "goals": {"core": self.core[partner], "related": self.related[partner]},
                    "wants": [{"resource": r, "text": "X."} for r in self.wants[partner]],
                    "brings": [{"resource": r, "text": "x"} for r in self.brings[partner]],
                    "way_in": {"approach": "X.", "first_step": "X."},
                },
            )
        for id_, (goals, needs) in self.activities.items():
            yield (
                "activities",
                {
                    "id": id_,
                    "form": "joint-program",
                    "goals": goals,
                    "level": "cooperating",
                    "needs": [{"resource": r, "from": who} for r, who in needs.items()],
                    "pilot": "X.",
                    "benefits": ["awareness"],
                    "measures": ["x"],
                },
            )
        for asset, provides in self.assets.items():
            yield (
                "assets",
                {
                    "id": asset,
                    "kind": "tangible",
                    "provides": provides,
                    "offer": "x",
                    "figure": "x",
                },
            )


def _several(*ids: str, least: int = 0) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(ids), unique=True, min_size=least).map(tuple)


def _each(values: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(dict.fromkeys(PARTNERS, values))


_ACTIVITY = st.tuples(
    _several(*GOALS, least=1),
    st.dictionaries(
        st.sampled_from(RESOURCES), _several("library", *PARTNERS, least=1), min_size=1
    ),
)
_ASSETS = ("hall", "kitchen", "name", "van")

smalls = st.builds(
    Small,
    broader=st.sampled_from([{}, {"goal-b": "goal-a"}, {"goal-b": "goal-a", "goal-c": "goal-a"}]),
    core=_each(_several(*GOALS, least=1)),
    related=_each(_several(*GOALS)),
    wants=_each(_several(*RESOURCES)),
    brings=_each(_several(*RESOURCES)),
    activities=st.lists(_ACTIVITY, max_size=12).map(
        lambda many: {f"work-{number}": each for number, each in enumerate(many)}
    ),
    assets=st.fixed_dictionaries(dict.fromkeys(_ASSETS, _several(*RESOURCES, least=1))),
    has=_several(*_ASSETS),
    short=_several(*RESOURCES),
    known=st.dictionaries(
        st.sampled_from(PARTNERS), st.sampled_from(["well", "mixed", "badly", None])
    ),
)
"""Any small catalog with any library."""


def with_less(small: Small, goal: str) -> Iterator[tuple[str, Small]]:
    """Yield *small* less each single fact that counts in a request for *goal*."""
    yield from _library_with_less(small)
    for partner in PARTNERS:
        yield from _partner_with_less(small, partner, goal)
    yield from _work_with_less(small, goal)
    for narrower in small.broader:
        broader = {each: what for each, what in small.broader.items() if each != narrower}
        yield f"{narrower} being a part", replace(small, broader=broader)


def _library_with_less(small: Small) -> Iterator[tuple[str, Small]]:
    for asset in small.has:
        yield f"asset {asset}", replace(small, has=_less(small.has, asset))
    for resource in small.short:
        yield f"need of the library {resource}", replace(small, short=_less(small.short, resource))
    for partner, went in small.known.items():
        if went != "badly":
            known = {each: what for each, what in small.known.items() if each != partner}
            yield f"good history with {partner}", replace(small, known=known)


def _partner_with_less(small: Small, partner: str, goal: str) -> Iterator[tuple[str, Small]]:
    for each in small.wants[partner]:
        wants = small.wants | {partner: _less(small.wants[partner], each)}
        yield f"{each} that {partner} wants", replace(small, wants=wants)
    for each in small.brings[partner]:
        brings = small.brings | {partner: _less(small.brings[partner], each)}
        yield f"{each} that {partner} brings", replace(small, brings=brings)
    related = small.related | {partner: _less(small.related[partner], goal)}
    yield f"{goal} related to {partner}", replace(small, related=related)
    if goal in small.core[partner] and len(small.core[partner]) > 1:
        core = small.core | {partner: _less(small.core[partner], goal)}
        yield f"{goal} of {partner}", replace(small, core=core)


def _work_with_less(small: Small, goal: str) -> Iterator[tuple[str, Small]]:
    for id_, (goals, needs) in small.activities.items():
        others = {each: what for each, what in small.activities.items() if each != id_}
        yield f"activity {id_}", replace(small, activities=others)
        for need in needs if len(needs) > 1 else ():
            fewer = {each: who for each, who in needs.items() if each != need}
            changed = small.activities | {id_: (goals, fewer)}
            yield f"need {need} of {id_}", replace(small, activities=changed)
        if goal in goals and len(goals) > 1:
            changed = small.activities | {id_: (_less(goals, goal), needs)}
            yield f"{goal} of {id_}", replace(small, activities=changed)


def _less(many: Sequence[str], one: str) -> tuple[str, ...]:
    return tuple(each for each in many if each != one)
