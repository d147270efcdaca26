"""What a person can cause, in sentences of bounded length, with what she may have meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.errors import (
    MOST_SHOWN,
    DataError,
    Place,
    Problem,
    UnknownIdError,
    closest,
    cut,
    did_you_mean,
)

IDS = ("food-bank", "museum", "labor-union", "k12-school", "literacy-council")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Food Bank", "food-bank"),
        ("food-bnak", "food-bank"),
        ("MUSEUM", "museum"),
        ("literacy", "literacy-council"),
        ("school", "k12-school"),
        ("laborers-hall", "labor-union"),
        ("xylophone", None),
        ("", None),
    ],
)
def test_a_slip_leads_to_what_was_meant(said: str, meant: str | None) -> None:
    assert closest(said, IDS) == meant
    assert did_you_mean(said, IDS) == (f"did you mean {meant!r}?" if meant else None)


@given(st.text(), st.lists(st.text()))
def test_what_was_meant_is_one_of_what_there_is(said: str, known: list[str]) -> None:
    assert closest(said, known) in {None, *known}


@given(st.text(max_size=200), st.integers(4, 100))
def test_a_text_is_cut_to_what_fits_and_begins_as_it_did(text: str, most: int) -> None:
    shown = cut(text, most)

    assert len(shown) <= most
    assert shown == text or text.startswith(shown.removesuffix("..."))


def test_an_unknown_id_is_told_by_its_beginning_and_few_choices_in_full() -> None:
    error = UnknownIdError("partner", "x" * 10_000, IDS)

    assert len(str(error)) < 100
    assert error.hint == f"One of: {', '.join(IDS)}"


def test_who_names_nothing_near_is_sent_to_the_list() -> None:
    error = UnknownIdError("partner", "zzz", [f"kind-{each}" for each in range(99)], catalog="partners")  # fmt: skip

    assert (error.hint, error.command) == (None, "`collab list partners` has them")


@pytest.mark.parametrize("count", [1, MOST_SHOWN, MOST_SHOWN + 1, 50_000])
def test_as_many_problems_are_listed_as_anyone_wants_to_read(count: int) -> None:
    place = Place("own.yaml", 3, 1)
    error = DataError([Problem(place, "a", "is wrong")] * count)
    lines = str(error).splitlines()

    assert len(error.problems) == count
    assert lines[0] == "own.yaml:3:1: a: is wrong"
    assert len(lines) == min(count, MOST_SHOWN + 1)
    if count > MOST_SHOWN:
        assert lines[-1] == f"... and {count - MOST_SHOWN:,} more"
