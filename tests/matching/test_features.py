"""What people type is understood as they mean it, and nothing that they type is too much."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collabkit.catalog import Catalog
from collabkit.matching.language.features import (
    IDEA,
    extract_features,
    ideas,
    name_meanings,
    stem,
    words,
)
from collabkit.matching.language.interpret import Interpreter
from collabkit.matching.language.names import expand_names
from collabkit.matching.language.phrases import Phrases
from conftest import Collab
from samples import HOSTILE

MILLION = 1_000_000
SECONDS = 2.0
"""Ample on a busy machine for what takes a twentieth of it."""


@pytest.fixture(scope="module")
def interpreter(catalog: Catalog) -> Interpreter:
    return Interpreter(catalog)


@pytest.mark.parametrize(
    ("aim", "expected"),
    [
        ("voluntears to teech adults to read", "literacy-council"),
        ("help with taxs in the spring", "financial-institution"),
        ("summer luch for hungry kids", "food-bank"),
        ("hotspots for familys with no internet", "technology-provider"),
        ("résumé help", "workforce-agency"),
        ("resume help", "workforce-agency"),
        ("ESL classes", "immigrant-organization"),
        ("esl conversation partners", "literacy-council"),
        ("VITA site", "financial-institution"),
        ("STEM activities for children", "k12-school"),
        ("WIC sign-up", "public-health-department"),
        ("GED", "adult-education-program"),
        ("help adults get their G.E.D.", "adult-education-program"),
        ("BLOOD PRESSURE CHECKS!!!", "healthcare-provider"),
    ],
)
def test_typos_plurals_and_acronyms_reach_the_right_partner(
    collab: Collab, aim: str, expected: str
) -> None:
    run = collab("match", "--goal", aim, "--limit", "5", "--format", "ids")

    assert run.code == 0
    assert expected in run.out.splitlines()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("programme with theatre groups", "program with theater groups"),
        ("organise a neighbourhood centre", "organize a neighborhood center"),
        ("paediatric clinic, early reading", "pediatric clinic, early reading"),
        ("a literacy programme for labourers", "a literacy program for laborers"),
        ("Veterans' Benefits", "veterans benefits"),
        ("the kids\u2019 corner", "the kids' corner"),
        ("cafe\u0301 for families", "café for families"),
        ("caf\u00e9 for families", "cafe for families"),
    ],
)
def test_two_spellings_of_one_thing_get_one_answer(collab: Collab, one: str, other: str) -> None:
    first, second = (
        collab("match", "--goal", aim, "--limit", "5", "--format", "ids").out
        for aim in (one, other)
    )

    assert first
    assert first == second


@pytest.mark.parametrize("aim", ["community garden", "star party", "blood pressure kit"])
def test_one_and_many_get_one_work_and_the_same_first_partners(collab: Collab, aim: str) -> None:
    # The numbers of "garden" and "gardens" differ a little: partners who fit as well may change places.
    many = aim.removesuffix("y") + "ies" if aim.endswith("y") else aim + "s"
    of_one, of_many = (
        [
            json.loads(line)
            for line in collab("match", "--goal", each, "-n", "3", "-f", "ndjson").out.splitlines()
        ]
        for each in (aim, many)
    )

    assert of_one[0]["activity"]["id"] == of_many[0]["activity"]["id"]
    assert of_one[0]["partner"] in [each["partner"] for each in of_many]
    assert of_many[0]["partner"] in [each["partner"] for each in of_one]


def test_a_word_is_corrected_to_a_known_one_and_shown_as_it_was_typed() -> None:
    heard = extract_features("gardning lessons", Phrases(), {stem("gardening"), stem("lesson")})

    assert heard.features == {"garden": "gardning", "lesson": "lessons"}
    assert heard.unknown == ()


def test_a_word_without_a_known_neighbor_is_unknown_and_named_once() -> None:
    heard = extract_features("qwxzplorf and qwxzplorf", Phrases(), {"volunt"})

    assert heard.unknown == ("qwxzplorf",)


def test_short_words_are_not_corrected_since_they_have_too_many_neighbors() -> None:
    assert extract_features("cot", Phrases(), {"cat", "cut"}).unknown == ("cot",)


def test_a_phrase_stands_for_its_word_group_and_so_do_its_inflections() -> None:
    groups = ideas([("summer", ("summer break", "school is out")), ("pay", ("summer break",))])

    assert extract_features("when School's out", groups).features.keys() == {"school"}
    assert (
        extract_features("when school is out", groups).features[IDEA + "summer"] == "school is out"
    )
    assert {IDEA + "summer", IDEA + "pay"} <= extract_features(
        "Summer breaks", groups
    ).features.keys()


def test_words_that_every_aim_holds_say_nothing() -> None:
    assert extract_features(
        "We would like to do something with the people around here", Phrases()
    ).features == {"like": "like"}


@given(st.text())
def test_hearing_never_fails_and_gives_words_of_the_text(text: str) -> None:
    heard = extract_features(text, Phrases(), {"volunt"})

    assert all(words(said) for said in heard.features.values())
    assert extract_features(text, Phrases(), {"volunt"}) == heard


def test_naughty_strings_are_heard_like_any_other(interpreter: Interpreter) -> None:
    for text in HOSTILE:
        asked = interpreter.interpret(text)

        assert all(0 <= fit <= 1 for fit in asked.partners.values()), text


@settings(max_examples=25)
@given(st.text(min_size=1, max_size=12))
def test_a_megabyte_is_heard_in_bounded_time(piece: str) -> None:
    _timed_hearing(piece * (MILLION // len(piece)))


@pytest.mark.parametrize(
    "text",
    [
        *("a" * MILLION, "our" * (MILLION // 3), "a." * (MILLION // 2), "\ufdfa" * MILLION),
        *("e\u0301" * (MILLION // 2), "\n" * MILLION, "literacy " * (MILLION // 9)),
        " ".join(f"zqx{number:07x}w" for number in range(MILLION // 12)),
    ],
    ids=["letters", "endings", "dots", "ligatures", "accents", "lines", "words", "unknown words"],
)
def test_the_worst_megabyte_is_heard_in_bounded_time(interpreter: Interpreter, text: str) -> None:
    _timed_hearing(text)
    began = time.process_time()
    interpreter.interpret(text)

    assert time.process_time() - began < SECONDS


def _timed_hearing(text: str) -> None:
    began = time.process_time()
    extract_features(text, Phrases(), {"volunt"})

    assert time.process_time() - began < SECONDS


def test_a_word_of_english_is_never_taken_for_another() -> None:
    heard = extract_features("the laminator is a threat", Phrases(), {"latin", "throat"})

    assert heard.spellings == {}
    assert heard.unknown == ("laminator", "threat")


def test_what_was_changed_is_said() -> None:
    assert extract_features("gardning", Phrases(), {"garden"}).spellings == {"gardning": "garden"}


MEANINGS = name_meanings([(("Head Start",), "preschool"), (("WIC",), "food for babies")])


def test_the_words_of_a_name_count_less_and_its_meaning_is_heard_beside_them() -> None:
    heard = extract_features("our Head Start moved", Phrases(), frozenset(), MEANINGS)

    assert heard.names == {"head start": "preschool"}
    assert heard.counts["head"] == heard.counts["start"] < 1
    assert heard.features[stem("preschool")] == "head start"
    assert heard.counts[stem("preschool")] < 1
    assert stem("moved") not in heard.counts


def test_of_two_names_with_the_same_stems_the_very_words_decide() -> None:
    meanings = name_meanings([(("locked up",), "in jail"), (("lock up",), "after hours")])

    assert [
        extract_features(text, Phrases(), frozenset(), meanings).names
        for text in ("he was locked up", "once we lock up", "locking up")
    ] == [{"locked up": "in jail"}, {"lock up": "after hours"}, {"locking up": "in jail"}]


def test_a_name_of_several_words_gives_way_to_what_it_means() -> None:
    assert expand_names(
        "It won\u2019t come In one shot, WIC said", {"in one shot": "quickly", "wic": "food"}
    ) == (
        "It wont come quickly, WIC said",
        "food",
    )
    assert expand_names("WIC isn't here", {"wic": "food"}) == ("WIC isn't here", "food")


def test_a_word_is_never_cut_to_a_letter() -> None:
    assert stem("aed") == "aed"


def test_a_meaning_adds_nothing_to_what_the_aim_says_itself() -> None:
    heard = extract_features("WIC babies", Phrases(), frozenset(), MEANINGS)

    assert heard.features[stem("babies")] == "babies"
    assert stem("babies") not in heard.counts


def test_function_words_never_stand_for_an_idea() -> None:
    groups = ideas([("emergency-management", ("EM",)), ("computing", ("IT",))])

    assert not any(
        each.startswith(IDEA) for each in extract_features("five of em", groups).features
    )
