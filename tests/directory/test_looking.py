"""Whoever is looked for is found, whatever else the statement leaves out because nobody asked for it."""

import struct
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from collabkit.directory.database.connection import Database
from collabkit.directory.query.looking import looking_for
from collabkit.directory.query.wanted import (
    BROAD,
    LARGE,
    MANY_TRADES,
    SOMEWHAT,
    STAFFED,
    Wanted,
)

PARTNERS = (
    *("food-bank", "service-club", "k12-school", "faith-organization", "literacy-council"),
    *("youth-organization", "immigrant-organization", MANY_TRADES),
)
GOALS = ("literacy", "food-security", "newcomers", "youth-development", "health-literacy")
HIGHEST = 100.0

partners = st.frozensets(st.sampled_from(PARTNERS), max_size=4)
goals = st.lists(st.sampled_from(GOALS), unique=True, max_size=3).map(tuple)


@st.composite
def wishes(draw: st.DrawFn) -> Wanted:
    """Return whatever may be asked for but words, which let everybody in who is called so."""
    asked = draw(goals)
    return Wanted(
        scores={
            partner: draw(st.sampled_from([20.0, 50.0, HIGHEST])) for partner in draw(partners)
        },
        within=25,
        goals=asked,
        plainly=asked[:1] if draw(st.booleans()) else (),
        doers=draw(partners),
        core=draw(partners),
        likely=draw(partners),
        nearly=draw(st.sampled_from([0.0, 40.0, 90.0])),
        anyone=draw(st.booleans()),
        only=draw(st.booleans()),
        sure=draw(st.sampled_from([0.0, 0.5, 0.8])),
    )


@given(wanted=wishes())
@example(wanted=Wanted(scores={}, within=25))
@example(wanted=Wanted(scores={"food-bank": HIGHEST}, within=25, goals=("food-security",)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_all_are_found_who_show_it_or_whose_kind_does_it_and_nobody_else(
    montana: Path, wanted: Wanted
) -> None:
    with Database(montana) as database:
        found = database.rows(*looking_for(wanted, database, "id", "TRUE"))
        everybody = database.rows(
            "SELECT id, partner, second, confidence, size, source, kind, known_for, named_for, filed_for"
            " FROM organizations WHERE NOT twin AND (mark IS NULL OR mark = 'po box')"
        )
        let_in = {id_ for id_, *told in everybody if _let_in(wanted, database, *told)}

    assert {id_ for id_, *_ in found} == let_in


def _let_in(
    wanted: Wanted,
    database: Database,
    partner: str | None,
    second: str | None,
    confidence: float | None,
    size: int | None,
    source: str,
    kind: str | None,
    *sets: int | None,
) -> bool:
    """Return whether a body is looked for, by the rule in plain Python."""
    shown, doubted = _sets(wanted, database)
    known, named, filed = (each or 0 for each in sets)
    sure = (confidence or 0.0) >= _single(wanted.sure)
    size_ = -1 if size is None else size
    if (known | named) & shown:
        return True
    if filed & doubted and (sure or size_ >= STAFFED):
        return True
    if filed & shown and (sure or size_ >= LARGE or partner is None or size != 0):
        return True
    charity = source != "irs" or kind == "03"
    return (sure or size_ >= LARGE) and _of_a_kind(
        wanted, partner, second, charity=charity, size=size_
    )


def _of_a_kind(
    wanted: Wanted, partner: str | None, second: str | None, *, charity: bool, size: int
) -> bool:
    worth = wanted.scores
    if {partner, second} & wanted.doers & worth.keys() or partner in wanted.likely & worth.keys():
        return True
    near = {kind for kind, score in worth.items() if score >= wanted.nearly}
    helps = partner in near | (wanted.core & worth.keys()) or second in near
    if helps and (wanted.only or wanted.anyone or (size >= STAFFED and charity)):
        return True
    return (
        size >= BROAD
        and charity
        and partner == MANY_TRADES
        and worth.get(partner, 0) >= 100 * SOMEWHAT
    )


def _sets(wanted: Wanted, database: Database) -> tuple[int, int]:
    if wanted.only:
        return 0, 0
    bits = database.goals
    return (
        sum(1 << bits[goal] for goal in wanted.goals if goal in bits),
        sum(1 << bits[f"{goal}?"] for goal in wanted.goals if f"{goal}?" in bits),
    )


def _single(value: float) -> float:
    """Return *value* as the database keeps it, in four bytes."""
    (rounded,) = struct.unpack("f", struct.pack("f", value))
    return float(rounded)
