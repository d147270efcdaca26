"""Records as JSON: what comes back, and that nothing in it acts on a terminal."""

import json

from hypothesis import given
from hypothesis import strategies as st

from collabkit.catalog.models import Caution
from collabkit.text.json import SharedTuple, json_list, json_value, to_json
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
cautions = st.builds(
    lambda texts: Caution.model_construct(
        None, **dict(zip(Caution.model_fields, texts, strict=True))
    ),
    st.tuples(st.text(), st.text(), st.text(), st.tuples(st.text()), st.text(), st.text()),
)


@given(values, st.sampled_from([None, 2]))
def test_any_value_round_trips(value: object, indent: int | None) -> None:
    text = to_json(value, indent)

    assert json.loads(text) == value
    assert not OBEYED.search(text)
    assert indent or len(text.splitlines()) == 1


@given(st.lists(values, max_size=4))
def test_a_list_of_records_round_trips(records: list[object]) -> None:
    assert json.loads(json_list(records)) == records


@given(cautions)
def test_any_model_round_trips(caution: Caution) -> None:
    record = json.loads(to_json(caution))

    assert record["source"] == [*caution.source]
    assert Caution.model_construct(None, **{**record, "source": tuple(record["source"])}) == caution


def test_a_tuple_that_records_share_is_made_once() -> None:
    shared = SharedTuple([("a", 1)])

    assert json_value(shared) == [["a", 1]]
    assert json_value([shared, shared])[0] is json_value([shared, shared])[1]
