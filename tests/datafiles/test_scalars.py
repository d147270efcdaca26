"""Values without quotes, and values written so that nobody can take them for others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.datafiles.reading import parse
from collabkit.datafiles.scalars import Scalar, quote, resolve_scalar, write_number, write_scalar

texts = st.text(st.characters(exclude_categories=["Cs"]))
scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(10**17), 10**17)
    | texts
    | st.sampled_from(
        ["no", "null", "~", "1:30", "2026-03-01", "0x1F", "- a", "a: b", "a #b", "<<"]
    )
)


@given(scalars)
def test_what_is_written_is_read_back(value: Scalar) -> None:
    document = parse(f"a: {write_scalar(value)}\nb: [x, {write_scalar(value)}]\n".encode(), "x")

    assert document.problems == []
    assert document.data["a"] == value
    assert type(document.data["a"]) is type(value)
    assert value is None or document.data["b"] == ["x", value]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Carnegie Public Library", "Carnegie Public Library"),
        ("k12-school", "k12-school"),
        ("St. Mary's (north)", "St. Mary's (north)"),
        ("no", '"no"'),
        ("59801", '"59801"'),
        ("2026-03-01", '"2026-03-01"'),
        ("a: b", '"a: b"'),
        ("", '""'),
        ("tab\there", '"tab\\there"'),
        (True, "true"),
        (12, "12"),
        (6.5, "6.5"),
        (-0.0, "0"),
        (None, ""),
    ],
)
def test_quotes_stand_where_they_are_needed(value: Scalar, written: str) -> None:
    assert write_scalar(value) == written


@pytest.mark.parametrize(
    ("text", "value"),
    [("+5", 5), ("-0", 0), ("0", 0), ("-2.5", -2.5), ("+2.5", 2.5), ("a1", "a1")],
)
def test_a_figure_is_what_it_says(text: str, value: Scalar) -> None:
    assert resolve_scalar(text) == (value, "")


@pytest.mark.parametrize("text", ["01", "-01", "+00", "012"])
def test_a_number_that_would_lose_its_zeros_is_a_doubt(text: str) -> None:
    assert resolve_scalar(text) == (
        text,
        f"{text!r} without quotes loses its zeros; put it in quotes",
    )


def test_half_a_letter_stays_for_whoever_writes_the_file_to_see() -> None:
    assert quote("\udfff\ud800") == '"\udfff\ud800"'


@given(st.floats(0, 1e9))
def test_a_number_has_digits_alone(number: float) -> None:
    written = write_number(number)

    assert set(written) <= set("0123456789.")
    assert abs(float(written) - number) <= 1e-6 * max(1, number)


@given(texts)
def test_text_in_quotes_is_one_line(text: str) -> None:
    assert len(quote(text).splitlines()) == 1
