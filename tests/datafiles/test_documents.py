"""Where values stand, and what they are called."""

from hypothesis import given
from hypothesis import strategies as st

from collabkit.datafiles.documents import Document, FieldPath, dotted
from collabkit.errors import Place

paths = st.lists(st.integers(0, 9) | st.text("abc", min_size=1), max_size=5).map(tuple)


@given(paths, paths)
def test_a_value_without_a_place_stands_where_the_nearest_one_around_it_does(
    known: FieldPath, asked: FieldPath
) -> None:
    document = Document("own.yaml", places={known: Place("own.yaml", 7, 3)})
    inside = asked[: len(known)] == known

    assert document.place(asked) == Place("own.yaml", *((7, 3) if inside else (1, 1)))


def test_a_path_reads_as_a_person_writes_it() -> None:
    assert dotted(()) == ""
    assert dotted(("wants", 2, "text")) == "wants[2].text"
    assert dotted((0, "a")) == "[0].a"


@given(st.lists(st.text() | st.integers(0, 9), max_size=4).map(tuple))
def test_a_path_is_short_whatever_its_names_are(at: FieldPath) -> None:
    assert (
        len(dotted(tuple(step * 100 if isinstance(step, str) else step for step in at))) <= 4 * 62
    )
