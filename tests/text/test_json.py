"""Records as JSON: what comes back, and that nothing in it acts on a terminal."""

import json
from datetime import date
from enum import IntEnum
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, Field

from collabkit.text.json import SharedTuple, json_list, json_value, shared, to_json
from samples import OBEYED

values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


class Entry(BaseModel):
    """A model as the catalogs have them."""

    id: str
    with_: str = Field(alias="with")
    source: tuple[str, ...]


class Row(NamedTuple):
    """A record as the answers have them."""

    name: str
    with_: SharedTuple[str] | None = None


entries = st.builds(
    lambda id_, with_, source: Entry.model_validate({"id": id_, "with": with_, "source": source}),
    st.text(), st.text(), st.lists(st.text()),
)  # fmt: skip


@given(values, st.sampled_from([None, 2]))
def test_any_value_round_trips(value: object, indent: int | None) -> None:
    text = to_json(value, indent)

    assert json.loads(text) == value
    assert not OBEYED.search(text)
    assert indent or len(text.splitlines()) == 1


@given(st.lists(values, max_size=4))
def test_a_list_of_records_round_trips(records: list[object]) -> None:
    assert json.loads(json_list(records)) == records


def test_records_and_lists_of_them_are_written_so() -> None:
    row = Row("Zoë \x1b", SharedTuple(["a", "b\u202e"]))

    assert to_json(row) == r'{"name": "Zoë \u001b", "with": ["a", "b\u202e"]}'
    assert to_json([row]) == f"[{to_json(row)}]"
    assert to_json(["Zoë"]) == '["Zoë"]'
    assert to_json(["Zoë"], 2) == '[\n  "Zoë"\n]'
    assert to_json("X\u202e") == r'"X\u202e"'
    assert to_json(Row("one"), 2) == '{\n  "name": "one",\n  "with": null\n}'
    assert json_list([]) == "[]\n"
    assert json_list([Row("one"), 2]) == (
        '[\n  {\n    "name": "one",\n    "with": null\n  },\n  2\n]\n'
    )


class Mood(IntEnum):
    """A number with a name."""

    FINE = 3


def test_a_record_that_others_share_is_the_same_record_made_once() -> None:
    row = shared(Row("one", SharedTuple(["a"])))

    assert row == Row("one", SharedTuple(["a"]))
    assert isinstance(row, Row)
    assert to_json(row) == to_json(Row("one", SharedTuple(["a"])))
    assert json_value(row) == {"name": "one", "with": ["a"]}
    assert json_value([row, row])[0] is json_value(row)


def test_numbers_and_words_with_names_are_numbers_and_words() -> None:
    assert json_value([Mood.FINE]) == [3]
    assert to_json({"mood": Mood.FINE}) == '{"mood": 3}'


class Dated(BaseModel):
    """A model that holds what JSON has no type for."""

    day: date


def test_a_day_in_a_model_is_written_as_a_day() -> None:
    assert to_json(Dated(day=date(2026, 3, 1))) == '{"day": "2026-03-01"}'


@given(entries)
def test_any_model_round_trips(entry: Entry) -> None:
    record = json.loads(to_json(entry))

    assert list(record) == ["id", "with", "source"]
    assert Entry.model_validate(record) == entry


def test_a_tuple_that_records_share_is_made_once() -> None:
    shared = SharedTuple([("a", 1)])

    assert json_value(shared) == [["a", 1]]
    assert json_value([shared, shared])[0] is json_value([shared, shared])[1]


class Told(NamedTuple):
    """A record as answers hold them."""

    name: str
    hours: tuple[float, ...]
    with_: "Told | None" = None


def test_a_record_that_others_share_is_written_once_and_stays_what_it_is() -> None:
    told = Told("a\u001b", (1.0, 2.5))
    common = shared(told)
    first = to_json(Told("first", (), common))

    assert common == told
    assert json.loads(first) == {
        "name": "first",
        "hours": [],
        "with": {"name": "a\u001b", "hours": [1.0, 2.5], "with": None},
    }
    assert first == to_json(Told("first", (), told))
    assert json_value(common) is json_value(common)
