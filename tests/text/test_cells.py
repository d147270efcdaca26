"""Values as cells: on one line, and no formula."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.text.cells import cell_text, escape_cell
from samples import OBEYED

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (3.0, "3"),
        (0.1, "0.1"),
        (-12, "-12"),
        (("one", "two, three"), "one, two, three"),
        ("a\nb", "a\\nb"),
    ],
)
def test_a_value_is_written_as_a_person_would(value: object, text: str) -> None:
    assert cell_text(value) == text


@pytest.mark.parametrize("value", ["=1+1", " =1", "\u00a0=1", "\uff1d1", "@A", "%0A", ("-1", "2")])
def test_a_text_that_a_spreadsheet_would_run_begins_with_a_quote(value: object) -> None:
    assert escape_cell(value) == f"'{cell_text(value)}"


@pytest.mark.parametrize("value", [-5, -0.5, "a=1", "5-a", ""])
def test_figures_and_common_text_stay_as_they_are(value: object) -> None:
    assert escape_cell(value) == cell_text(value)


@given(values)
def test_any_value_is_a_cell(value: object) -> None:
    for text in (cell_text(value), escape_cell(value)):
        assert not OBEYED.search(text)
        assert "\n" not in text
