"""A cache is named by what made it: another content, another name."""

from pathlib import Path

from collabkit.files import fingerprints
from collabkit.files.fingerprints import code_fingerprint, fingerprint
from collabkit.matching import language


def test_the_name_changes_with_the_content_of_any_file(tmp_path: Path) -> None:
    one, other = tmp_path / "one.py", tmp_path / "other.py"
    one.write_text("WEIGHT = 0.9\n", "utf-8")
    other.write_text("", "utf-8")
    before = fingerprint(str(one), str(other))

    one.write_text("WEIGHT = 0.8\n", "utf-8")

    assert fingerprint(str(one), str(other)) != before


def test_content_that_moves_between_files_changes_the_name(tmp_path: Path) -> None:
    one, other = tmp_path / "one.py", tmp_path / "other.py"
    one.write_text("ab", "utf-8")
    other.write_text("c", "utf-8")
    before = fingerprint(str(one), str(other))
    one.write_text("a", "utf-8")
    other.write_text("bc", "utf-8")

    assert fingerprint(str(one), str(other)) != before


def test_a_file_that_cannot_be_read_counts_by_its_path(tmp_path: Path) -> None:
    gone = str(tmp_path / "gone.py")

    assert fingerprint(gone) == fingerprint(gone)
    assert fingerprint(gone) != fingerprint(None)


def test_the_code_of_a_package_is_every_module_in_it_and_nothing_else() -> None:
    # Its data lie beside the modules.
    folder = Path(language.__file__).parent
    found = fingerprints._modules("collabkit.matching.language")  # noqa: SLF001 - its answer is kept

    assert found == sorted(str(each) for each in folder.glob("*.py"))
    assert len(found) < len([*folder.iterdir()])
    assert fingerprints._modules("collabkit.nowhere") == [str(folder.parents[1] / "nowhere")]  # noqa: SLF001


def test_the_code_of_a_package_has_a_name_of_its_own() -> None:
    assert code_fingerprint("collabkit.catalog") == code_fingerprint("collabkit.catalog")
    assert code_fingerprint("collabkit.catalog") != code_fingerprint("collabkit.datafiles")
    assert code_fingerprint("collabkit.nowhere") != code_fingerprint("collabkit.catalog")
