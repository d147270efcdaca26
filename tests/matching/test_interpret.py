"""An aim in plain words: what is said of it, and what is said when it means nothing."""

import json
from typing import Any

import pytest
from tools.train import digest

from collabkit import match
from collabkit.catalog import Catalog
from collabkit.matching import Parser
from collabkit.matching.language.examples import examples
from collabkit.matching.language.model import load, path_of
from conftest import Collab


def answers(collab: Collab, *arguments: str) -> list[dict[str, Any]]:
    run = collab("match", *arguments, "--format", "ndjson")
    assert run.code == 0, run.err
    return [json.loads(line) for line in run.out.splitlines()]


@pytest.mark.parametrize("aim", ["qwxz plorf", "the and of", "???", "\u3042\u3044"])
def test_an_aim_that_means_nothing_gets_no_partner_and_a_note(collab: Collab, aim: str) -> None:
    run = collab("match", "--goal", aim)

    assert (run.code, run.out) == (0, "")
    assert run.err.startswith(
        f"{aim!r} says little to the catalog (confidence: low); `collab list goals` helps.\n"
    )


def test_an_aim_of_which_little_is_known_is_read_aloud_with_other_readings(collab: Collab) -> None:
    aim = "vrmpf zwack knorz immigrants plimpf"
    run = collab("match", "--goal", aim, "--format", "ndjson")

    assert {json.loads(line)["confidence"] for line in run.out.splitlines()} == {"low"}
    assert run.err.startswith(f"I read {aim!r} as ")
    assert "; did you mean " in run.err.splitlines()[0]


def test_a_long_aim_is_cut_in_the_note(collab: Collab) -> None:
    run = collab("match", "--goal", "qwxz" * 1000)

    assert run.out == ""
    assert max(len(line) for line in run.err.splitlines()) < 200


def test_a_goal_id_is_understood_for_certain(collab: Collab) -> None:
    found = answers(collab, "--goal", "literacy")

    assert {each["confidence"] for each in found} == {"high"}
    assert {tuple(each["because"]) for each in found} == {()}


def test_a_slip_in_a_goal_id_is_read_as_plain_words_and_said(collab: Collab) -> None:
    run = collab("match", "--goal", "litercy", "--limit", "3", "--format", "ids")

    assert run.out.startswith("literacy-council\n")
    assert (
        "'litercy' is no goal id and was read as plain words; did you mean 'literacy'?" in run.err
    )


@pytest.mark.parametrize("aim", ["tax-help", "teens"])
def test_no_goal_is_offered_that_is_alike_in_letters_alone(collab: Collab, aim: str) -> None:
    """ "tax-help" is spelled like ``legal-help``, and "teens" like ``veterans``."""
    run = collab("match", "--goal", aim, "--limit", "3", "--format", "ids")

    assert run.out
    assert "legal-help" not in run.err
    assert "veterans" not in run.err


@pytest.mark.parametrize(
    "aim", ["Feed kids when school's out!", "a blood-pressure cuff to borrow", "GED by evening"]
)
def test_the_reasons_name_words_of_the_aim(collab: Collab, aim: str) -> None:
    plain = " ".join("".join(c if c.isalnum() else " " for c in aim.replace("'", "")).split())

    found = answers(collab, "--goal", aim)
    assert found[0]["because"]
    for each in found:
        assert all(f" {said} " in f" {plain.lower()} " for said in each["because"])
        fit = each["factors"][0]["why"]
        assert all(f'"{said}"' in fit for said in each["because"])


def test_the_work_to_start_with_is_what_the_aim_asks_for(collab: Collab) -> None:
    first = answers(collab, "--goal", "feed kids when school is out")[0]

    assert first["activity"]["id"] in {"summer-meals-site", "after-school-meals"}


def test_several_goals_are_one_request(collab: Collab) -> None:
    one = answers(collab, "--goal", "literacy", "--goal", "parents who want to learn English")

    assert {each["aim"] for each in one} == {"literacy; parents who want to learn English"}
    assert len({each["partner"] for each in one}) == len(one)
    assert [each["rank"] for each in one] == list(range(1, len(one) + 1))
    first = {each["partner"] for each in one[:5]}
    assert {"adult-education-program", "literacy-council"} <= first


def test_the_order_of_several_goals_is_irrelevant(catalog: Catalog) -> None:
    aims = ["literacy", "stem", "a warm room for people who wait for the bus"]

    forwards = [(each.partner, each.score) for each in match(catalog, aims)]
    backwards = [(each.partner, each.score) for each in match(catalog, aims[::-1])]
    assert forwards == backwards


def test_one_unclear_goal_of_several_makes_the_request_unclear(catalog: Catalog) -> None:
    assert Parser(catalog).parse(["literacy", "qwxz plorf"]).confidence == "low"


def test_precedents_close_to_the_aim_stand_beside_the_match(collab: Collab) -> None:
    found = answers(collab, "--goal", "tax help for people with low incomes", "--limit", "10")
    shown = [seen for each in found for seen in each["precedents"]]

    assert shown
    assert all(len(each["precedents"]) <= 2 for each in found)
    assert all(seen["source"].startswith("http") for seen in shown)
    assert any("tax" in seen["aim"].lower() for seen in shown)


def test_precedents_of_a_match_have_such_a_partner(catalog: Catalog) -> None:
    for each in match(catalog, ["early-literacy"], limit=10):
        for seen in each.precedents:
            takers = catalog.precedents[seen.id].partners
            assert each.partner in {taker.partner for taker in takers}
            assert seen.with_ == tuple(taker.name for taker in takers)


@pytest.mark.parametrize("encoder", ["pieces", "sentence"])
def test_the_shipped_weights_are_those_of_the_shipped_catalog(
    catalog: Catalog, encoder: str
) -> None:
    learned = load(path_of(encoder))

    assert learned.digest == digest(list(examples(catalog)), catalog), "the catalog changed: `make model` learns it"  # fmt: skip
    assert list(learned.partners) == sorted(catalog.partners)
    assert len(learned.rows) == len(learned.scale) * len(learned.partners)
    assert set(learned.works) == set(catalog.activities)


def test_the_record_says_how_the_aim_was_read(collab: Collab) -> None:
    aim = "a WIC clinic nearby, gardning for kids, no more story times, qwxzplorf"
    read = answers(collab, "--goal", aim)[0]["reading"]

    assert {"words": "wic"}.items() <= read["names"][0].items()
    assert read["spellings"] == [{"typed": "gardning", "taken_for": "garden"}]
    assert read["left_out"] == ["story times"]
    assert read["unknown"] == ["qwxzplorf"]
    assert "kids" in read["words"]
    assert read["likeliest"]


def test_a_card_says_how_the_aim_was_read(collab: Collab) -> None:
    aim = "gardning for WIC kids, no more story times, qwxzplorf"
    out = collab("match", "--goal", aim, "-n", "1", "--explain").out
    said = " ".join(out.split())

    assert 'Read "wic" as food help for mothers' in said
    assert '"gardning" as garden.' in said
    assert "Left out, as not wanted: story times." in said
    assert 'Not understood: "qwxzplorf".' in said


def test_goal_ids_are_not_read_as_words(collab: Collab) -> None:
    assert answers(collab, "--goal", "literacy")[0]["reading"] is None


@pytest.mark.parametrize("aim", ["blorft", "qwxz immigrants plimpf"])
def test_no_paper_is_written_about_an_unclear_aim_unless_it_is_said(
    collab: Collab, aim: str
) -> None:
    refused = collab("propose", "literacy-council", "--goal", aim)

    assert (refused.code, refused.out) == (2, "")
    assert "was read with low confidence" in refused.err
    assert "`--set anyway`" in refused.err


def test_a_paper_about_an_unclear_aim_is_written_anyway(collab: Collab) -> None:
    aim = "vrmpf zwack knorz immigrants plimpf"

    assert collab("propose", "--goal", aim).code == 2
    assert "[" in collab("propose", "--goal", aim, "--set", "anyway").out


def test_a_match_record_that_was_read_with_low_confidence_is_refused(
    collab: Collab,
) -> None:
    aim = "vrmpf zwack knorz immigrants plimpf"
    record = collab("match", "--goal", aim, "-n", "1", "-f", "ndjson").out

    assert collab("propose", "-", stdin=record).code == 2
