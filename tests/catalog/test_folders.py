"""Which files hold which catalog."""

from pathlib import Path

import pytest

from collabkit.catalog.folders import all_files, files_of, folder_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of catalogs, one of which is a folder itself."""
    made = tmp_path / "catalog"
    (made / "activities" / "deeper").mkdir(parents=True)
    names = ("goals.yaml", "activities.yaml", "activities/b.yaml", "activities/a.yaml", "notes.txt")
    for name in (*names, "activities/c.yml", "activities/deeper/d.yaml", ".#goals.yaml"):
        (made / name).write_text("- id: x\n", encoding="utf-8")
    return made


def test_a_kind_has_its_file_and_those_of_its_folder_by_name(folder: Path) -> None:
    assert files_of("goals", folder) == [folder / "goals.yaml"]
    assert files_of("activities", folder) == [
        folder / name for name in ("activities.yaml", "activities/a.yaml", "activities/b.yaml")
    ]
    assert files_of("partners", folder) == []


def test_files_that_are_mistakes_count_and_those_of_editors_do_not(folder: Path) -> None:
    assert {str(file.relative_to(folder)) for file in all_files(folder)} == {
        *("goals.yaml", "activities.yaml"),
        *("activities/a.yaml", "activities/b.yaml", "activities/c.yml"),
    }


@pytest.mark.parametrize(
    ("name", "home"),
    [
        ("goals.yaml", "."),
        ("activities", "."),
        ("activities/a.yaml", "."),
        ("activities/c.yml", "."),
        ("notes.txt", None),
        (".", None),
    ],
)
def test_a_file_or_folder_of_a_kind_belongs_to_the_folder_around_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, home: str | None
) -> None:
    monkeypatch.chdir(folder)

    assert folder_of(folder / name) == (folder if home else None)
    assert folder_of(Path(name)) == (Path(home) if home else None)


def test_the_folder_is_found_from_within(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / "activities")

    assert folder_of(Path("a.yaml")) == Path("..")
