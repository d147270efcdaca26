"""``library.yaml``: read with every problem, and pointed at by its lines."""

from pathlib import Path

import pytest

from collabkit.catalog import Catalog
from collabkit.errors import DataError, UsageError
from collabkit.profiles import line_of, load_library, read_library

PROFILE = """\
name: Ours
contact:
  role: librarian

hours: 3
"""


@pytest.mark.parametrize(
    ("field", "line"),
    [
        (("name",), 1),
        (("contact", "role"), 3),
        (("contact", "phone"), 2),
        (("hours",), 5),
        (("place",), 6),
        (("rate", "value"), 6),
    ],
)
def test_a_field_stands_on_its_line_or_would_stand_near_it(
    tmp_path: Path, field: tuple[str, ...], line: int
) -> None:
    path = tmp_path / "library.yaml"
    path.write_text(PROFILE, encoding="utf-8")

    assert line_of(path, field) == line


def test_a_profile_is_read_or_every_problem_raised(tmp_path: Path, catalog: Catalog) -> None:
    path = tmp_path / "library.yaml"
    path.write_text(PROFILE, encoding="utf-8")
    assert load_library(path, catalog).contact.role == "librarian"

    path.write_text("naem: x\nhours: many\n", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load_library(path, catalog)
    assert [problem.field for problem in caught.value.problems] == ["naem", "hours"]


def test_a_profile_that_is_not_there_is_told(tmp_path: Path, catalog: Catalog) -> None:
    with pytest.raises(UsageError, match="no file called"):
        load_library(tmp_path / "library.yaml", catalog)


def test_what_is_not_written_yet_can_be_read(catalog: Catalog) -> None:
    profile, problems = read_library(Path("library.yaml"), catalog, PROFILE.encode())

    assert problems == []
    assert profile is not None
    assert profile.name == "Ours"
