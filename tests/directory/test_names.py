from collections.abc import Iterator

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.directory.names import SQL, comparable_name

_ALPHABETS = st.characters(max_codepoint=0x30FF, exclude_categories=["C"])


@pytest.fixture(scope="module")
def database() -> Iterator[duckdb.DuckDBPyConnection]:
    """A database that knows our names."""
    with duckdb.connect() as connection:
        connection.execute(SQL)
        yield connection


@given(st.lists(st.text(_ALPHABETS), min_size=1, max_size=50))
def test_the_database_compares_names_as_the_program_does(
    database: duckdb.DuckDBPyConnection, names: list[str]
) -> None:
    found = database.execute(
        "SELECT comparable_name(name) FROM (SELECT unnest(?::VARCHAR[]) AS name)", [names]
    ).fetchall()

    assert [name for (name,) in found] == [comparable_name(name) for name in names]


@given(st.text(_ALPHABETS))
def test_a_comparable_name_stays_as_it_is(name: str) -> None:
    assert comparable_name(comparable_name(name)) == comparable_name(name)


def test_apostrophes_accents_and_ampersands_are_read_alike() -> None:
    spellings = (
        "Children's Café & Museum",
        "CHILDREN`S CAFE AND MUSEUM",
        "Children\u2019s  café&museum",
    )

    assert {comparable_name(spelling) for spelling in spellings} == {"CHILDRENS CAFE AND MUSEUM"}
