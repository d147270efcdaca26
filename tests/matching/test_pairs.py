"""Every partner with every activity: what planning chooses from."""

from hypothesis import given
from hypothesis import strategies as st

from collabkit import match
from collabkit.catalog import Catalog
from collabkit.library import Library
from collabkit.matching import Parser, Ranking
from matching.made import GOALS, Small, smalls

AIM = "feed kids when school is out"


@given(smalls, st.sampled_from(GOALS))
def test_the_best_pair_of_a_partner_has_the_score_of_its_match(small: Small, goal: str) -> None:
    catalog = small.catalog()
    query = Parser(catalog).parse([goal])
    ranking = Ranking(catalog, small.library())
    best: dict[str, float] = {}
    for pair in ranking.pairs(query):
        best[pair.partner] = max(pair.score, best.get(pair.partner, 0.0))

    with_work = {p.id: round(s.total, 1) for s, p in ranking.scores(query) if s.activity}
    assert best == with_work


def test_pairs_hold_all_the_work_of_a_partner_with_its_hours(catalog: Catalog) -> None:
    query = Parser(catalog).parse(AIM)
    pairs = Ranking(catalog, Library()).pairs(query)
    work = {pair.activity for pair in pairs if pair.partner == "food-bank"}

    assert {"summer-meals-site", "pantry-shelf"} <= work
    assert work <= set(query.activities)
    for pair in pairs:
        schedule = catalog.activities[pair.activity].schedule
        assert schedule is not None
        assert (pair.setup_hours, pair.monthly_hours) == (schedule.hours.setup, schedule.monthly())
        assert pair.partner in catalog.activities[pair.activity].partners()


def test_pairs_come_best_first(catalog: Catalog) -> None:
    pairs = Ranking(catalog, Library()).pairs(Parser(catalog).parse(AIM))

    assert [pair.score for pair in pairs] == sorted((p.score for p in pairs), reverse=True)
    assert len({(pair.partner, pair.activity) for pair in pairs}) == len(pairs)


def test_a_string_is_one_aim_and_not_its_letters(catalog: Catalog) -> None:
    assert match(catalog, AIM) == match(catalog, [AIM])
    assert match(catalog, "literacy")[0].confidence == "high"
