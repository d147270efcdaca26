"""Laws of the score, on any small catalog and on the shipped one."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collabkit.catalog import Catalog
from collabkit.library import Known, Library
from collabkit.matching import Parser, Ranking
from collabkit.matching.query import Query
from examples import examples
from matching.made import GOALS, PARTNERS, Small, smalls, with_less

SLACK = 1e-9
"""What the order of a sum may change."""
AIMS = ("food-security", "stem", "feed kids when school is out", "a room full of old photographs")


def scores(catalog: Catalog, library: Library, *aims: str) -> dict[str, float]:
    found = Ranking(catalog, library).scores(_query(catalog, aims))
    return {partner.id: score.total for score, partner in found}


@cache
def _query(catalog: Catalog, aims: tuple[str, ...]) -> Query:
    return Parser(catalog).parse(aims)


def raised(before: Mapping[str, float], after: Mapping[str, float]) -> dict[str, float]:
    """Return the partners whose score is higher after, with the gain."""
    gains = {id_: score - before.get(id_, 0.0) for id_, score in after.items()}
    return {id_: gain for id_, gain in gains.items() if gain > SLACK}


@settings(max_examples=examples(0.4))  # each example is a catalog for each of its facts
@given(smalls, st.sampled_from(GOALS))
def test_taking_a_fact_away_never_raises_a_score(small: Small, goal: str) -> None:
    before = small.scores(goal)

    for what, less in with_less(small, goal):
        assert not raised(before, less.scores(goal)), what


@given(smalls, st.sampled_from(GOALS), st.sampled_from(PARTNERS))
def test_taking_a_bad_experience_away_may_raise_a_score_since_it_is_knowledge_that_speaks_against(
    small: Small, goal: str, partner: str
) -> None:
    known = {id_: went for id_, went in small.known.items() if id_ != partner}
    forgotten = replace(small, known=known).scores(goal)
    remembered = replace(small, known=known | {partner: "badly"}).scores(goal)

    assert not raised(forgotten, remembered)
    assert {id_: forgotten[id_] for id_ in forgotten if id_ != partner} == {
        id_: remembered[id_] for id_ in remembered if id_ != partner
    }


@given(smalls, st.sampled_from(GOALS), st.data())
def test_an_asset_that_a_partner_wants_never_lowers_its_score(
    small: Small, goal: str, data: st.DataObject
) -> None:
    asset = data.draw(st.sampled_from(sorted(small.assets)))
    more = replace(small, has=tuple(dict.fromkeys((*small.has, asset))))

    assert not raised(more.scores(goal), small.scores(goal))


@given(smalls, st.integers())
def test_the_order_of_the_files_is_irrelevant(small: Small, shuffle: int) -> None:
    for goals in (GOALS[:1], GOALS):
        assert list(small.scores(*goals)) == list(small.scores(*goals, shuffle=shuffle))
        assert small.scores(*goals) == pytest.approx(small.scores(*goals, shuffle=shuffle))


@given(smalls)
def test_scores_are_0_to_100_and_ties_end_by_id(small: Small) -> None:
    for goals in (*((goal,) for goal in GOALS), GOALS):
        found = small.scores(*goals)

        assert all(0 <= score <= 100 for score in found.values())
        assert list(found) == sorted(found, key=lambda id_: (-round(found[id_], 1), id_))


@given(smalls, st.sampled_from(GOALS))
def test_a_one_sided_fit_scores_0_however_well_it_is_known(small: Small, goal: str) -> None:
    offered = {resource for asset in small.has for resource in small.assets[asset]}

    for partner, score in small.scores(goal).items():
        if not offered & set(small.wants[partner]):
            assert score == 0


@given(smalls, st.sampled_from(GOALS))
def test_goals_asked_twice_count_once(small: Small, goal: str) -> None:
    assert small.scores(goal, goal) == small.scores(goal)


@settings(max_examples=examples(0.4))
@given(data=st.data())
@pytest.mark.parametrize("aim", AIMS)
def test_on_the_shipped_catalog_less_known_of_the_library_never_raises_a_score(
    catalog: Catalog, aim: str, data: st.DataObject
) -> None:
    assets = data.draw(st.lists(st.sampled_from(sorted(catalog.assets)), unique=True))
    needs = data.draw(st.lists(st.sampled_from(sorted(catalog.resources)), unique=True))
    partner = data.draw(st.sampled_from(sorted(catalog.partners)))
    went = data.draw(st.sampled_from(["well", "mixed", None]))
    much = Library(
        assets=tuple(assets), needs=tuple(needs), partners=(Known(partner=partner, went=went),)
    )
    before = scores(catalog, much, aim)

    for less in ({"assets": much.assets[1:]}, {"needs": much.needs[1:]}, {"partners": ()}):
        assert not raised(before, scores(catalog, much.model_copy(update=less), aim))
    assert all(0 <= score <= 100 for score in before.values())


@pytest.mark.parametrize("aim", AIMS)
def test_on_the_shipped_catalog_those_with_work_come_first_and_ties_end_by_id(
    catalog: Catalog, aim: str
) -> None:
    query = Parser(catalog).parse(aim)
    found = [
        (query.reading is not None and score.activity is None, -round(score.total, 1), partner.id)
        for score, partner in Ranking(catalog, Library()).scores(query)
    ]

    assert found == sorted(found)
