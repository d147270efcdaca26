"""A matrix times a vector in whole numbers is what it is in ordinary ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.matching.language.packed import PackedMatrix

NUMBERS = st.floats(-8, 8, allow_nan=False)


@given(st.data(), st.integers(1, 6), st.integers(1, 9))
def test_each_column_is_the_sum_of_products(data: st.DataObject, rows: int, columns: int) -> None:
    row = st.lists(NUMBERS, min_size=columns, max_size=columns)
    matrix = data.draw(st.lists(row, min_size=rows, max_size=rows))
    vector = data.draw(st.lists(NUMBERS, min_size=rows, max_size=rows))

    expected = [
        sum(v * row[place] for v, row in zip(vector, matrix, strict=True))
        for place in range(columns)
    ]
    assert PackedMatrix(matrix).times(vector) == pytest.approx(expected, abs=1e-4)


def test_a_matrix_without_rows_has_no_columns() -> None:
    assert PackedMatrix([]).times([]) == []
