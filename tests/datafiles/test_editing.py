"""Files changed at one place: what is asked, and not a byte more."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.datafiles.documents import FieldPath
from collabkit.datafiles.editing import DataFile, NotEditableError, UnwrittenError, edit
from collabkit.datafiles.reading import parse
from collabkit.datafiles.scalars import Scalar
from collabkit.errors import DataError, StaleFileError, UsageError

PROFILE = """\
# Lines that begin with # are comments.

name:   "Carnegie Public Library"   # as the library signs
zip:  # in quotes
contact: {role: librarian, email: }   # who signs
hours: 12.5
notes: |
  First line # no comment
  second line

# What it has.
assets:
  - makerspace  # the new one
  # - study-rooms

  - seed-library
partners:
- partner: museum
  since: 2019   # or so

- partner: k12-school
rate:
  # value: 30.00
# The end.
"""


def _edited(text: str, *changes: tuple[FieldPath, Scalar]) -> str:
    file = DataFile(Path("own.yaml"), text.encode())
    for at, value in changes:
        file.set(at, value)
    return file.content().decode()


@pytest.mark.parametrize(
    ("at", "value", "before", "after"),
    [
        (("name",), "Ours", '"Carnegie Public Library"', "Ours"),
        (("name",), "no", '"Carnegie Public Library"', '"no"'),
        (("name",), "a: b # c", '"Carnegie Public Library"', '"a: b # c"'),
        (("zip",), "59801", "zip:  #", 'zip: "59801"  #'),
        (("contact", "role"), "head of outreach", "role: librarian", "role: head of outreach"),
        (("contact", "email"), "a@b.org", "email: }", 'email: "a@b.org" }'),
        (("contact", "phone"), "555 1234", "email: }", 'email: , phone: "555 1234" }'),
        (
            ("contact", "home", "town", "name"), "Butte",
            "email: }", "email: , home: {town: {name: Butte}} }",
        ),
        (("hours",), 10, "12.5", "10"),
        (
            ("notes",), "One line",
            "|\n  First line # no comment\n  second line\n", "One line\n",
        ),
        (("assets", 0), "study-rooms", "- makerspace  #", "- study-rooms  #"),
        (("partners", 0, "since"), 2020, "2019   #", "2020   #"),
        (
            ("partners", 0, "went"), "well",
            "since: 2019   # or so\n", "since: 2019   # or so\n  went: well\n",
        ),
        (("partners", 1, "since"), 2021, "k12-school\n", "k12-school\n  since: 2021\n"),
        (("rate", "value"), 30, "rate:\n", "rate:\n  value: 30\n"),
        (("color",), "#1f4e79", "rate:\n", 'rate:\ncolor: "#1f4e79"\n'),
        (("a", "b"), True, "rate:\n", "rate:\na:\n  b: true\n"),
    ],
)  # fmt: skip
def test_a_change_touches_only_its_own_place(
    at: FieldPath, value: Scalar, before: str, after: str
) -> None:
    assert PROFILE.count(before) == 1
    assert _edited(PROFILE, (at, value)) == PROFILE.replace(before, after)


@pytest.mark.parametrize(
    ("at", "item", "before", "after"),
    [
        (("assets",), "study-rooms", "- seed-library\n", "- seed-library\n  - study-rooms\n"),
        (
            ("partners",), {"partner": "food-bank", "since": 2026},
            "- partner: k12-school\n",
            "- partner: k12-school\n- partner: food-bank\n  since: 2026\n",
        ),
        (("rate",), "a", "rate:\n", "rate:\n  - a\n"),
        (("needs",), "food", "rate:\n", "rate:\nneeds:\n  - food\n"),
        (("contact", "speaks"), "Salish", "email: }", "email: , speaks: [Salish] }"),
    ],
)  # fmt: skip
def test_an_item_comes_last_in_its_list(
    at: FieldPath, item: Scalar | dict[str, Scalar], before: str, after: str
) -> None:
    file = DataFile(Path("own.yaml"), PROFILE.encode())
    file.append(at, item)

    assert file.content().decode() == PROFILE.replace(before, after)


@pytest.mark.parametrize(
    ("text", "item", "after"),
    [
        ("a: [b]\n", "c", "a: [b, c]\n"),
        ("a: []  # none\n", "c", "a: [c]  # none\n"),
        ("a: [ {b: c} ]\n", {"d": "e"}, "a: [ {b: c}, {d: e} ]\n"),
        ('{"a": ["b"]}', "c", '{"a": ["b", c]}'),
        ("a: [{b: 1}]\n", {"b": 2, "c": "d"}, "a: [{b: 1}, {b: 2, c: d}]\n"),
        ("a: []\n", MappingProxyType({"b": 2}), "a: [{b: 2}]\n"),
    ],
)
def test_a_list_in_brackets_stays_in_brackets(
    text: str, item: Scalar | Mapping[str, Scalar], after: str
) -> None:
    file = DataFile(Path("own.yaml"), text.encode())
    file.append(("a",), item)

    assert file.content().decode() == after


@pytest.mark.parametrize(
    ("text", "place", "after"),
    [
        ("a:\n  - b  # gone\n  # stays\n  - c: 1\n    d: 2\ne: 3\n", 0, "a:\n  # stays\n  - c: 1\n    d: 2\ne: 3\n"),
        ("a:\n  - b\n  # stays\n  - c: 1\n\n    d: 2  # x\n# y\ne: 3\n", 1, "a:\n  - b\n  # stays\n# y\ne: 3\n"),
        ("a:\r\n- b\r\n", 0, "a:\r\n"),
        ("a:\n- b", 0, "a:\n"),
        ("a: [b, {c: d} , e] # f\n", 0, "a: [{c: d} , e] # f\n"),
        ("a: [b, {c: d} , e] # f\n", 1, "a: [b, e] # f\n"),
        ("a: [b, {c: d} , e] # f\n", 2, "a: [b, {c: d}] # f\n"),
        ("a: [b]\n", 0, "a: []\n"),
        ("a:\n  -\n    b: 1\n  - c\n", 0, "a:\n  - c\n"),
        ("a:\n  - b-c\n", 0, "a:\n"),
    ],
)  # fmt: skip
def test_an_item_goes_with_its_lines_and_nothing_else(text: str, place: int, after: str) -> None:
    file = DataFile(Path("own.yaml"), text.encode())
    file.remove(("a", place))

    assert file.content().decode() == after


@pytest.mark.parametrize(
    ("text", "after"),
    [("- a\n- b\n", "- b\n"), ("\n- a\n- b\n", "\n- b\n"), ("[a, b]\n", "[b]\n")],
)
def test_an_item_of_a_file_that_is_a_list_goes_too(text: str, after: str) -> None:
    file = DataFile(Path("own.yaml"), text.encode())
    file.remove((0,))

    assert file.content().decode() == after


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("a: b\n", ("a", 0)),
        ("a: bcd\n", ("a", 1)),
        ("a: [b]\n", ("a", "b")),
        ("a: [b]\n", ("a", 1)),
        ("a:\n- - b\n", ("a", 0, 0)),
    ],
)
def test_what_is_no_item_of_its_own_cannot_be_removed(text: str, at: FieldPath) -> None:
    file = DataFile(Path("own.yaml"), text.encode())
    with pytest.raises(NotEditableError):
        file.remove(at)

    assert file.content().decode() == text


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("a: [b, c] # d\n", 'a: [x, "y: z"] # d\n'),
        ("a: # d\n", 'a: [x, "y: z"] # d\n'),
        ("b: 1\n", 'b: 1\na: [x, "y: z"]\n'),
    ],
)
def test_a_whole_list_is_set_in_brackets(text: str, after: str) -> None:
    file = DataFile(Path("own.yaml"), text.encode())
    file.set(("a",), ("x", "y: z"))

    assert file.content().decode() == after


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffa: 1 # x\r\n\r\n# y\r\nb: 2",
        "a: 1\r\n",
        "a: 1",
        "---\na: 1\n...\n",
        "'a': 1\n# é 😀\n",
    ],
)
def test_marks_line_ends_and_a_missing_last_one_stay(text: str) -> None:
    end = "\r\n" if "\r" in text else "\n"
    lines = text.split(end)

    after = _edited(text, (("c",), "new"))

    assert [line for line in after.split(end) if line != "c: new"] == lines
    assert "\n" not in after.replace(end, "")


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("a: [1]\n", ("a",)),
        ("a: {b: 1}\n", ("a",)),
        ("a: 1\n", ("a", "b")),
        ("- 1\n", ("a",)),
        ("- 1\n", (5,)),
        ("- 1\n", (1,)),
        ("- 1\n", (0, "b")),
        ("-\n", (0, "b")),
        ("a: null\n", ("a", "b")),
        ("a: |\n  text\n", ("a", "b")),
        ("a: 1\n", ("b", 0)),
    ],
)
def test_what_cannot_be_changed_at_one_place_is_told_and_left(text: str, at: FieldPath) -> None:
    file = DataFile(Path("own.yaml"), text.encode())

    with pytest.raises(NotEditableError, match=r"own\.yaml:1:\d+: .* cannot be changed here"):
        file.set(at, "x")

    assert file.content() == text.encode()


@pytest.mark.parametrize("text", ["a:\n- b  # why\n- c\n", "a: [b, # why\n  c]\n", "a: {b: c}\n"])
def test_a_list_among_whose_lines_comments_may_stand_is_not_set_anew(text: str) -> None:
    file = DataFile(Path("own.yaml"), text.encode())

    with pytest.raises(NotEditableError):
        file.set(("a",), ("x", "y"))
    assert file.content().decode() == text


def test_a_list_is_not_appended_to_what_is_none() -> None:
    file = DataFile(Path("own.yaml"), b"a: text\n")

    with pytest.raises(NotEditableError):
        file.append(("a",), "x")


scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(10**15), 10**15)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
)
names = st.text("abcxyz-", min_size=1, max_size=4)
data = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
    max_leaves=8,
)


def _block(value: Any, indent: str) -> str:  # noqa: ANN401 - YAML holds anything
    """Return *value* as YAML in blocks, with a comment at every line."""
    from collabkit.datafiles.scalars import write_scalar  # noqa: PLC0415 - only these texts need it

    if isinstance(value, dict) and value:
        return "".join(f"\n{indent}{k}:{_block(v, indent + '  ')}" for k, v in value.items())
    if isinstance(value, list) and value:
        return "".join(f"\n{indent}-{_block(v, indent + '  ')}" for v in value)
    written = "[]" if value == [] else "{}" if value == {} else write_scalar(value)
    return f" {written}  # said\n{indent}# of {type(value).__name__}\n"


@given(st.dictionaries(names, data, min_size=1, max_size=3), st.data(), scalars)
def test_any_value_of_any_file_can_be_changed_and_comments_stay(
    content: dict[str, Any], choose: st.DataObject, value: Scalar
) -> None:
    text = _block(content, "").lstrip("\n")
    document = parse(text.encode(), "own.yaml")
    assert document.data == content
    places = [at for at in document.places if at]
    at = choose.draw(st.sampled_from(places))
    file = DataFile(Path("own.yaml"), text.encode())

    try:
        file.set(at, value)
    except NotEditableError:
        held: Any = content
        for step in at:
            held = held[step]
        assert isinstance(held, dict | list)
        assert file.content().decode() == text
        return

    after = file.content().decode()
    assert _at(parse(after.encode(), "own.yaml").data, at) == value
    assert after.count("# said") >= text.count("# said")
    assert _without(after, at) == _without(text, at)


def _at(held: Any, at: FieldPath) -> Any:  # noqa: ANN401
    for step in at:
        held = held[step]
    return held


def _without(text: str, at: FieldPath) -> Any:  # noqa: ANN401
    whole = parse(text.encode(), "own.yaml").data
    inner = _at(whole, at[:-1])
    inner[at[-1]] = "gone"
    return whole


def test_what_was_changed_is_written_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(PROFILE, encoding="utf-8")

    with edit(path) as file:
        file.set(("name",), "Ours")
        file.set(("zip",), "59801")

    assert path.read_text(encoding="utf-8") == _edited(
        PROFILE, (("name",), "Ours"), (("zip",), "59801")
    )
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["own.yaml"]


def test_a_file_that_changed_meanwhile_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("a: 1\n", encoding="utf-8")

    def changed() -> None:
        with edit(path) as file:
            file.set(("a",), 2)
            path.write_text("a: 3  # theirs\n", encoding="utf-8")

    with pytest.raises(StaleFileError) as caught:
        changed()

    assert path.read_text(encoding="utf-8") == "a: 3  # theirs\n"
    assert caught.value.exit_code == 4


def test_a_file_that_went_meanwhile_does_not_come_back(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("a: 1\n", encoding="utf-8")

    def changed() -> None:
        with edit(path) as file:
            file.set(("a",), 2)
            path.unlink()

    with pytest.raises(StaleFileError):
        changed()

    assert not path.exists()


def test_a_file_without_a_change_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("a: 1\n", encoding="utf-8")
    before = path.stat().st_mtime_ns, path.stat().st_ino

    with edit(path) as file:
        file.set(("a",), 1)

    assert (path.stat().st_mtime_ns, path.stat().st_ino) == before


def test_a_file_that_is_wrong_or_missing_is_told(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("a: 1\na: 2\n", encoding="utf-8")

    with pytest.raises(DataError, match="stands twice"), edit(path):
        pass
    missing = tmp_path / "none.yaml"
    with pytest.raises(UsageError, match=rf"^no file called '{missing}'$"), edit(missing):
        pass


def test_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    """Each tries again when another was faster, as a person is told to."""
    path = tmp_path / "own.yaml"
    path.write_text("# ours\ncounts: []\n", encoding="utf-8")
    code = (
        "import sys; from pathlib import Path\n"
        "from collabkit.datafiles.editing import edit\n"
        "from collabkit.errors import StaleFileError\n"
        "for number in range(20):\n"
        "    while True:\n"
        "        try:\n"
        "            with edit(Path(sys.argv[1])) as file:\n"
        "                file.append(('counts',), f'{sys.argv[2]}-{number}')\n"
        "            break\n"
        "        except StaleFileError:\n"
        "            continue\n"
    )
    writers = [
        subprocess.Popen([sys.executable, "-c", code, str(path), name], env={**os.environ})
        for name in ("one", "two", "three")
    ]

    assert [writer.wait() for writer in writers] == [0, 0, 0]
    held = parse(path.read_bytes(), "own.yaml").data["counts"]
    assert sorted(held) == sorted(f"{n}-{i}" for n in ("one", "two", "three") for i in range(20))
    assert path.read_text(encoding="utf-8").startswith("# ours\n")


def test_a_disk_that_fails_is_told_and_the_file_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failed(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    path = tmp_path / "library.yaml"
    path.write_bytes(b"name: Ours\n")
    monkeypatch.setattr(os, "fsync", failed)
    file = DataFile(path, path.read_bytes())
    file.set(("name",), "Theirs")

    with pytest.raises(UnwrittenError) as told:
        file.save()
    assert str(told.value) == (f"cannot write {path}: {os.strerror(errno.ENOSPC)}; it is as it was")
    assert path.read_bytes() == b"name: Ours\n"


def test_what_a_program_cannot_change_is_left_to_an_editor_of_text(tmp_path: Path) -> None:
    file = DataFile(tmp_path / "x.yaml", b"a: 1\nb: {c: 2}\n")

    changes: list[Callable[[], None]] = [
        lambda: file.append(("a",), 2),
        lambda: file.remove(("b", 0)),
    ]
    for change in changes:
        with pytest.raises(
            NotEditableError,
            match=r"x\.yaml:\d:\d: (a|b\[0\]) cannot be changed here by a program$",
        ) as told:
            change()
        assert told.value.hint == "Change it in a text editor."
    assert file.content() == b"a: 1\nb: {c: 2}\n"
