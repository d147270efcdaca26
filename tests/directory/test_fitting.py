"""How well a body fits what is wanted, by its traits alone, and what the distance leaves of it."""

from typing import Any

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.directory.query.fitting import ROLES, SHOWN, Judge, Traits, read
from collabkit.directory.query.nearness import NEARNESS, TOWN, nearness, town_of
from collabkit.directory.query.wanted import Wanted

SCORES = {"literacy-council": 100.0, "food-bank": 40.0, "museum": 10.0}
WANTED = Wanted(
    scores=SCORES,
    within=25,
    goals=("literacy",),
    doers=frozenset({"literacy-council"}),
    core=frozenset({"food-bank"}),
    nearly=60,
)
PLAIN = Traits(
    partner="museum",
    second=None,
    confidence=0.9,
    second_confidence=None,
    size=3,
    role=None,
    charity=True,
    offers=False,
    known=False,
    named=False,
    plainly=False,
    things=0,
    filed=False,
    doubted=False,
    chapter=False,
    asked_for=False,
    described=False,
    described_plainly=False,
    near_works=False,
)
judge = Judge(WANTED).fit
DATABASE = duckdb.connect()
_KINDS = st.sampled_from([None, *SCORES, "zoo"])
_SURE = st.none() | st.floats(0, 1)
TRAITS = st.builds(
    Traits,
    partner=_KINDS,
    second=_KINDS,
    confidence=_SURE,
    second_confidence=_SURE,
    size=st.none() | st.integers(0, 9),
    role=st.sampled_from([None, *ROLES]),
    charity=st.booleans(),
    offers=st.booleans(),
    known=st.booleans(),
    named=st.booleans(),
    plainly=st.booleans(),
    things=st.integers(0, 3),
    filed=st.booleans(),
    doubted=st.booleans(),
    chapter=st.booleans(),
    asked_for=st.booleans(),
)


@given(TRAITS)
def test_what_a_query_tells_in_one_number_is_what_it_showed(traits: Traits) -> None:
    plain = traits[: Traits._fields.index("things")]
    shown = sum(1 << place for place, name in enumerate(SHOWN) if getattr(traits, name))

    assert read((*plain, shown, traits.things)) == traits
    assert read((*plain, shown)) == traits._replace(things=1)
    assert Judge(WANTED)((*plain, shown, traits.things)) == judge(traits)


@given(TRAITS)
def test_what_speaks_for_a_body_never_takes_from_its_score(traits: Traits) -> None:
    score = judge(traits).score
    for better in (
        traits._replace(known=True, plainly=True, things=max(1, traits.things)),
        traits._replace(asked_for=True),
        traits._replace(offers=True),
        traits._replace(role=None),
        traits._replace(charity=True),
    ):
        assert judge(better).score >= score


@given(TRAITS)
def test_nobody_is_surer_than_sure(traits: Traits) -> None:
    fit = judge(traits)
    assert 0 <= fit.works <= 1
    assert 0 <= fit.score <= 100 * 1.2
    assert fit.partner in {traits.partner or "", traits.second or ""}


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"partner": "literacy-council"}, {"partner": "food-bank"}),
        ({"partner": "food-bank"}, {"partner": "museum"}),
        ({"named": True, "plainly": True, "things": 1, "filed": True}, {"filed": True}),
        ({"known": True, "plainly": True, "things": 1}, {"filed": True}),
        ({"filed": True}, {"doubted": True}),
        ({"doubted": True}, {}),
        ({"partner": "literacy-council"}, {"partner": "literacy-council", "chapter": True}),
        ({"partner": "literacy-council", "size": 5}, {"partner": "literacy-council", "size": 1}),
        ({"second": "literacy-council", "second_confidence": 0.9}, {}),
        ({}, {"role": "support"}),
    ],
)
def test_of_two_bodies_the_one_that_does_the_work_comes_first(
    better: dict[str, Any], worse: dict[str, Any]
) -> None:
    assert judge(PLAIN._replace(**better)).score > judge(PLAIN._replace(**worse)).score


def test_a_body_is_told_by_the_kind_that_is_wanted_more() -> None:
    both = PLAIN._replace(second="food-bank", second_confidence=0.9)
    assert judge(both).partner == "food-bank"
    assert judge(PLAIN._replace(second="zoo")).partner == "museum"


@given(
    distance=st.floats(0, 25),
    here=st.booleans(),
    box=st.booleans(),
    city=st.sampled_from(["ST. LOUIS", "Butte", None]),
)
def test_the_database_reckons_nearness_as_we_do(
    *, distance: float, here: bool, box: bool, city: str | None
) -> None:
    body = "SELECT ? AS distance, ? AS here, ? AS mark, ? AS city, 'MT' AS state"
    statement = f"SELECT {NEARNESS}, {TOWN} FROM ({body})".replace("$within", "25")  # noqa: S608
    asked = DATABASE.execute(statement, [distance, here, "po box" if box else None, city])
    ((near, town),) = asked.fetchall()
    assert near == pytest.approx(nearness(distance, 25, here=here, box=box))
    assert town == town_of(city, "MT")
