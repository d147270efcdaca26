"""``collab init``: whatever is given comes back from the file."""

import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collabkit.catalog import Catalog
from collabkit.cli import main
from collabkit.library import Contact, Library
from collabkit.profiles import load_library, profile_text, read_library
from conftest import Collab
from samples import HOSTILE
from shipped import CATALOG

GIVEN = (
    "--name", "Carnegie Public Library", "--place", "Dell Rapids, South Dakota", "--zip", "01234",
    "--set", "role=outreach librarian", "--asset", "makerspace", "--asset", "neutral-institution",
    "--need", "volunteers", "--need", "food", "--hours", "3.5",
)  # fmt: skip
LIBRARY = Library(
    name="Carnegie Public Library",
    place="Dell Rapids, South Dakota",
    zip="01234",
    contact=Contact(role="outreach librarian"),
    assets=("makerspace", "neutral-institution"),
    needs=("volunteers", "food"),
    hours=3.5,
)

words = st.text(min_size=1, max_size=60).filter(lambda text: text.strip())
some = st.none() | words
libraries = st.builds(
    Library,
    name=some,
    place=some,
    zip=st.none() | st.from_regex(r"[0-9]{5}(-[0-9]{4})?", fullmatch=True),
    contact=st.builds(Contact, role=some),
    assets=st.lists(st.sampled_from(sorted(CATALOG.assets)), unique=True).map(tuple),
    needs=st.lists(st.sampled_from(sorted(CATALOG.resources)), unique=True).map(tuple),
    hours=st.none() | st.decimals(0, 168, places=2).map(float),
)


def _unordered(library: Library) -> dict[str, object]:
    """Return what *library* says; its lists stand in the file in the order of the catalogs."""
    said = library.model_dump()
    return {**said, "assets": {*library.assets}, "needs": {*library.needs}}


@given(libraries)
def test_whatever_a_profile_says_is_read_back(library: Library) -> None:
    text = profile_text(CATALOG, library)

    profile, problems = read_library(Path("library.yaml"), CATALOG, text.encode())

    assert problems == []
    assert profile is not None
    assert _unordered(profile) == _unordered(library)


@settings(max_examples=25)
@given(words.filter(lambda text: "\0" not in text), words.filter(lambda text: "\0" not in text))
def test_whatever_is_given_on_the_command_line_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, name: str, role: str
) -> None:
    file = tmp_path_factory.getbasetemp() / "given.yaml"

    code = main(["init", f"--name={name}", f"--set=role={role}", "-o", str(file), "--force"])
    profile = load_library(file, CATALOG)

    assert code == 0
    assert profile.name == " ".join(name.split())
    assert profile.contact.role == " ".join(role.split())


def test_naughty_names_are_kept_as_they_are() -> None:
    names = [text for text in HOSTILE if text.strip() and text.isprintable()]
    contents = [profile_text(CATALOG, Library(name=name)).encode() for name in names]

    read = [read_library(Path("library.yaml"), CATALOG, content) for content in contents]

    assert [problem for _, problems in read for problem in problems] == []
    assert [profile.name for profile, _ in read if profile] == [" ".join(n.split()) for n in names]


def test_a_new_profile_says_what_was_given_and_shows_the_rest(
    collab: Collab, clean_machine: Path, catalog: Catalog
) -> None:
    run = collab("init", *GIVEN)
    text = (clean_machine / "library.yaml").read_text(encoding="utf-8")

    assert (run.code, run.out) == (0, "")
    assert run.err == (
        "Wrote library.yaml. Open it in any editor to add figures and partners; "
        "`collab check library.yaml` looks it over.\n"
    )
    assert _unordered(load_library(Path("library.yaml"), catalog)) == _unordered(LIBRARY)
    assert all(f"- {id_} " in text for id_, asset in catalog.assets.items() if not asset.universal)
    assert all(f"- {id_} " in text for id_ in catalog.resources)
    assert collab("check", "library.yaml") == (0, "", "No problem in library.yaml\n")


def test_every_comment_is_true_when_its_mark_is_taken_away(catalog: Catalog) -> None:
    text = profile_text(catalog, Library())
    head, _, body = text.partition("assets:\n")
    stated = (head + "assets:\n" + body.replace("\n  # ", "\n  ")).replace("  # - ", "  - ")

    profile, problems = read_library(Path("library.yaml"), catalog, stated.encode())

    assert problems == []
    assert profile is not None
    assert {*profile.needs} == {*catalog.resources}
    assert profile.figures[0].about == "early-literacy"
    assert profile.partners[0].went == "well"


def test_a_file_that_exists_is_kept_unless_forced(collab: Collab, clean_machine: Path) -> None:
    file = clean_machine / "library.yaml"
    file.write_text("name: Mine\n", encoding="utf-8")

    refused = collab("init", "--name", "Other")
    kept = file.read_text(encoding="utf-8")
    forced = collab("init", "--name", "Other", "--force")

    assert refused == (
        1,
        "",
        "collab: library.yaml exists already; nothing was written\nhint: --force writes over it.\n",
    )
    assert kept == "name: Mine\n"
    assert forced.code == 0
    assert '"Other"' in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--zip", "1234"), "zip: '1234' is not a ZIP code; write five digits, or nine as 12345-6789"),
        (("--zip", "\uff11\uff12\uff13\uff14\uff15"), "zip: '\uff11\uff12\uff13\uff14\uff15' is not a ZIP code; write five digits, or nine as 12345-6789"),
        (("--name", " "), "name: is empty; write something or leave the field out"),
        (("--set", f"role={'x' * 2001}"), "role: longer than 2,000 characters; shorten it"),
        (("--name", "caf\udce9"), "a value is not UTF-8\nhint: Set the terminal to UTF-8."),
    ],
)  # fmt: skip
def test_what_no_file_may_say_is_refused(
    collab: Collab, clean_machine: Path, arguments: tuple[str, ...], said: str
) -> None:
    assert collab("init", *arguments) == (2, "", f"collab: {said}\n")
    assert list(clean_machine.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(collab: Collab, clean_machine: Path) -> None:
    (clean_machine / "file").write_text("", encoding="utf-8")

    assert collab("init", "-o", "none/l.yaml").err == (
        "collab: cannot write none/l.yaml: No such file or directory\n"
    )
    assert collab("init", "-o", "file/l.yaml").code == 1


def test_the_file_is_written_with_the_usual_rights(collab: Collab, clean_machine: Path) -> None:
    (clean_machine / "other").write_text("", encoding="utf-8")
    collab("init")
    rights = {stat.S_IMODE(file.stat().st_mode) for file in clean_machine.iterdir()}

    assert len(rights) == 1
