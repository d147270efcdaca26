"""Assets that no catalog has, kept in the library's own words."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit import Workspace
from collabkit.errors import UsageError
from collabkit.library import Library
from collabkit.profiles.own_assets import add_own_assets, own_asset


@pytest.mark.parametrize(
    ("words", "id_", "label"),
    [
        ("a StoryWalk in the park", "storywalk-in-the-park", "a StoryWalk in the park"),
        ("our drive-up window", "drive-up-window", "its drive-up window"),
        ("  a   kiln ", "kiln-2", "a kiln"),
    ],
)
def test_words_become_an_entry_with_an_id_of_its_own(words: str, id_: str, label: str) -> None:
    asset = own_asset(words, ["equipment"], {"kiln"})

    assert (asset.id, asset.words) == (id_, label)


@pytest.mark.parametrize(("words", "provides"), [("42", ["equipment"]), ("a kiln", [])])
def test_what_no_partner_could_use_is_refused(words: str, provides: list[str]) -> None:
    with pytest.raises(UsageError):
        own_asset(words, provides, ())


@given(
    st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=60).map(
        "k {}".format
    )
)
def test_any_words_are_read_back_as_they_were_typed(words: str) -> None:
    with TemporaryDirectory() as folder:
        home = Path(folder)
        asset = own_asset(words, ["equipment"], ())
        Workspace.open(home).write_profile(
            Library(assets=()).model_copy(update={"assets": (asset.id,)}),
            home / "library.yaml",
            own_assets=[asset],
        )

        opened = Workspace.open(home)
        assert opened.library.assets == (asset.id,)
        assert opened.catalog.assets[asset.id].label == " ".join(words.split())


def test_entries_that_were_there_stay(tmp_path: Path) -> None:
    for words in ("a kiln", "a piano"):
        file = add_own_assets(tmp_path, [own_asset(words, ["equipment"], ())])

    text = file.read_text(encoding="utf-8")
    assert text.index("- id: kiln") < text.index("- id: piano")
    assert text.startswith("# Assets of this library")


def test_a_folder_of_assets_gets_a_file_more(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()

    file = add_own_assets(tmp_path, [own_asset("a kiln", ["equipment"], ())])

    assert file == tmp_path / "assets" / "own.yaml"
