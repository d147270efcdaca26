"""What a library has, as people say it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.cli.init.assets import choices, nearest, understood
from shipped import CATALOG

ASSETS = choices(CATALOG)
IDS = list(ASSETS)


@pytest.mark.parametrize(
    ("answer", "ids"),
    [
        ("3d printer, study rooms", ["makerspace", "study-rooms"]),
        ("1 2 5", [IDS[0], IDS[1], IDS[4]]),
        ("story-times bookmobile", ["story-times", "bookmobile"]),
        ("storytime; van", ["story-times", "bookmobile"]),
        ("hotspots, spanish speaking staff", ["wifi-and-hotspots", "bilingual-staff"]),
        ("makerspaces", ["makerspace"]),
        ("local newspapers, seed library", ["local-history-collection", "library-of-things"]),
        ("makerspace, MAKERSPACE, 3d printer", ["makerspace"]),
    ],
)
def test_own_words_numbers_and_ids_are_understood(answer: str, ids: list[str]) -> None:
    said = understood(answer, ASSETS)

    assert (list(said.assets), said.unclear) == (ids, ())


@pytest.mark.parametrize(
    ("words", "id_"),
    [("kids storytime", "story-times"), ("old newspapers", "local-history-collection")],
)
def test_words_that_name_nothing_for_sure_are_offered_what_is_near(words: str, id_: str) -> None:
    assert understood(words, ASSETS) == ((), (words,))
    assert nearest(words, ASSETS)[0] == id_


def test_a_storywalk_is_not_turned_into_something_else() -> None:
    assert understood("a StoryWalk in the park", ASSETS).assets == ()


def test_what_is_right_is_kept_and_the_rest_told() -> None:
    said = understood("study rooms, xyzzy, 99, 0", ASSETS)

    assert said.assets == ("study-rooms",)
    assert said.unclear == ("xyzzy", "99", "0")


@given(st.text())
def test_any_answer_gives_assets_or_says_what_is_unclear(answer: str) -> None:
    said = understood(answer, ASSETS)

    assert {*said.assets} <= {*ASSETS}
    assert bool(said.assets or said.unclear) == bool(
        answer.replace(",", "").replace(";", "").strip()
    )


@pytest.mark.parametrize("id_", IDS)
def test_every_asset_is_known_by_its_label_and_by_each_other_name(id_: str) -> None:
    for name in (ASSETS[id_].label, *ASSETS[id_].aliases):
        if "," not in name:
            assert understood(name, ASSETS).assets[:1] == (id_,)
