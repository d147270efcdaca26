"""The Python API does what the commands do."""

import json
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import collabkit
from collabkit import (
    CollabkitError,
    Library,
    Workspace,
    load_catalog,
    load_library,
    match,
    propose,
)
from collabkit.matching.matcher import Matcher
from collabkit.proposals.spoken import spoken
from collabkit.text.json import to_json
from conftest import Collab

ROOT = Path(__file__).parents[1]
REGISTERS = ROOT / "tests/data/registers"


def test_what_is_public_is_what_is_importable() -> None:
    assert sorted(collabkit.__all__) == collabkit.__all__
    assert [name for name in collabkit.__all__ if not hasattr(collabkit, name)] == []
    assert set(collabkit.__all__) == set(collabkit._HOMES)  # noqa: SLF001 - the two lists must agree


def test_nothing_else_is_there() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'serve'"):
        collabkit.serve  # noqa: B018 - asking is the test


def test_match_returns_what_the_command_writes(collab: Collab) -> None:
    found = Workspace.open().match(["literacy", "newcomers"], limit=5, sector="education")

    said = collab("match", "-g", "literacy", "-g", "newcomers", "-n", "5", "--sector", "education", "-f", "ndjson")  # fmt: skip
    assert [json.loads(to_json(each)) for each in found] == [
        json.loads(line) for line in said.out.splitlines()
    ]


def test_one_text_is_one_request_and_never_read_letter_by_letter() -> None:
    workspace = Workspace.open()

    found = workspace.match("kids come hungry in july")

    assert found == workspace.match(["kids come hungry in july"])
    assert found[0].aim == "kids come hungry in july"
    assert match(load_catalog(), "literacy") == match(load_catalog(), ["literacy"])
    assert "food-bank" in [each.partner for each in found[:3]]


def test_matches_say_how_the_request_was_read() -> None:
    found = Workspace.open().match("literacy", limit=2)

    assert len(found) == 2
    assert found.fitting > 2
    assert list(found.query.goals) == ["literacy"]


def test_propose_takes_when_and_where_and_who_helps_as_the_command_does(
    collab: Collab, clean_machine: Path
) -> None:
    (clean_machine / "library.yaml").write_text("name: Ours\n", encoding="utf-8")
    asked = ("propose", "food-bank", "-a", "summer-meals-site", "--as", "proposal")
    day = ("--set", "when=Mondays at noon", "--set", "where=the story room")
    told = collab(*asked, *day, "--set", "helper=service-club=Lions").out
    library = load_library("library.yaml", load_catalog())

    made = Workspace.open().propose(
        "food-bank",
        activity="summer-meals-site",
        paper="proposal",
        when="Mondays at noon",
        where="the story room",
        helpers={"service-club": "Lions"},
    )
    plain = propose(
        load_catalog(),
        "food-bank",
        library=library,
        activity="summer-meals-site",
        when="Mondays at noon",
        where="the story room",
    )

    assert made.markdown == told
    assert "When and where: Mondays at noon, in the story room." in told
    assert "- Lions: " in told
    assert "When and where: Mondays at noon, in the story room." in plain.markdown
    with pytest.raises(CollabkitError, match="when is an int, not text"):
        Workspace.open().propose("food-bank", when=9)  # type: ignore[arg-type]
    with pytest.raises(CollabkitError, match="helpers is a list, not a dict"):
        Workspace.open().propose("food-bank", helpers=["Lions"])  # type: ignore[arg-type]


def test_propose_returns_what_the_command_writes(collab: Collab, clean_machine: Path) -> None:
    collab("init", "--name", "Ours", "--place", "Here", "--set", "role=librarian")
    catalog = load_catalog()
    library = load_library(clean_machine / "library.yaml", catalog)
    best = match(catalog, ["literacy"], library=library, limit=1)[0]
    told = collab("propose", "-g", "literacy", "--to", "The Council").out

    assert str(propose(catalog, best, library=library, to="The Council")) == told
    assert Workspace.open().propose(goal="literacy", to="The Council").markdown == told
    assert (
        Workspace.open().propose(best.partner, goal="literacy", to="The Council").markdown == told
    )


def test_a_paper_is_saved_in_the_format_of_its_ending(tmp_path: Path) -> None:
    document = Workspace.open().propose("literacy-council")

    saved = document.save(tmp_path / "new" / "page.md")

    assert saved.read_text(encoding="utf-8") == str(document)
    assert document.save(tmp_path / "page.docx").read_bytes().startswith(b"PK")
    assert document.content("html").startswith(b"<!doctype html>")
    with pytest.raises(CollabkitError, match="exists already"):
        document.save(saved)
    assert document.save(saved, force=True) == saved


def test_own_catalogs_are_read(tmp_path: Path) -> None:
    (tmp_path / "goals.yaml").write_text("- id: literacy\n  label: reading\n", encoding="utf-8")

    assert load_catalog(tmp_path).goals["literacy"].label == "reading"
    assert load_catalog(str(tmp_path)).goals["literacy"].label == "reading"
    assert Workspace.open(catalog=tmp_path).catalog.goals["literacy"].label == "reading"


def test_a_workspace_is_found_from_below(tmp_path: Path) -> None:
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (tmp_path / "library.yaml").write_text("name: Ours\n", encoding="utf-8")
    (tmp_path / "templates").mkdir()

    workspace = Workspace.open(below)

    assert workspace.library.name == "Ours"
    assert workspace.home == tmp_path
    assert workspace.templates == tmp_path / "templates"
    assert workspace.partnerships.folder == tmp_path / "partnerships"


def test_init_writes_what_open_reads(tmp_path: Path) -> None:
    made = Workspace.init(tmp_path, name="Ours", zip="59801", assets="study-rooms")

    assert (made.library.name, made.library.zip) == ("Ours", "59801")
    assert made.library.assets == ("study-rooms",)
    assert made.check() == []
    with pytest.raises(CollabkitError, match="exists already"):
        Workspace.init(tmp_path)


def test_load_and_find_return_what_the_commands_write(collab: Collab, tmp_path: Path) -> None:
    workspace = Workspace.open(directory=tmp_path / "directory")
    report = workspace.load(str(REGISTERS / "eo_mt.csv"))
    assert [each.source for each in report.loaded] == ["irs"]

    found = workspace.find("literacy", near="59801", within="40km")

    said = collab("find", "-g", "literacy", "--near", "59801", "--within", "40km", "-f", "ndjson", "--directory", str(tmp_path / "directory"))  # fmt: skip
    assert [json.loads(to_json(each)) for each in found] == [
        json.loads(line) for line in said.out.splitlines()
    ]
    assert workspace.organization(found[0].id).name == found[0].name
    assert spoken(found[0].name) in str(workspace.propose(found[0]))
    assert {gap.kind for gap in workspace.gaps("literacy", near="59801")} <= {"goal", "partner"}


def _workspace(ask: Callable[[Workspace], object]) -> Callable[[], object]:
    return lambda: ask(Workspace.open())


def _text_file() -> str:
    Path("collabkit.txt").write_text("a,b\n1,2\n", encoding="utf-8")
    return "collabkit.txt"


MISTAKES: dict[str, Callable[[], object]] = {
    "a goal is blank": _workspace(lambda w: w.match("")),
    "no goal is given": _workspace(lambda w: w.match([])),
    "goal is an int, not text": _workspace(lambda w: w.match(3)),  # type: ignore[arg-type]
    "limit is 0": _workspace(lambda w: w.match("literacy", limit=0)),
    "limit is True": _workspace(lambda w: w.match("literacy", limit=True)),
    "no sector called 'helth'": _workspace(lambda w: w.match("literacy", sector="helth")),
    "catalog is a str, not a Catalog": lambda: match("data", "literacy"),  # type: ignore[arg-type]
    "library is a str, not a Library": lambda: match(load_catalog(), "literacy", library="library.yaml"),  # type: ignore[arg-type]
    "say where the library is": _workspace(lambda w: w.find("literacy")),
    "near is an int, not text": _workspace(lambda w: w.find("literacy", near=59801)),  # type: ignore[arg-type]
    "no place called 'Nowhere'": _workspace(lambda w: w.find("literacy", near="Nowhere")),
    "'far' is no distance": _workspace(lambda w: w.find("literacy", near="59801", within="far")),
    "no directory of organizations": _workspace(lambda w: w.find("literacy", near="59801")),
    "say whom to write to": _workspace(lambda w: w.propose()),
    "no partner called 'musem'": _workspace(lambda w: w.propose("musem")),
    "cannot write about an int": _workspace(lambda w: w.propose(3)),  # type: ignore[arg-type]
    "no paper called 'memo'": _workspace(lambda w: w.propose("museum", paper="memo")),
    "no reader called 'bord'": _workspace(lambda w: w.propose("museum", voice="bord")),  # type: ignore[arg-type]
    "no level called 'high'": _workspace(lambda w: w.propose("museum", level="high")),  # type: ignore[arg-type]
    "no condition called 'x'": _workspace(lambda w: w.propose("museum", paper="mou", involves="x")),
    "money cannot both hold and not hold": _workspace(lambda w: w.propose("museum", involves="money", excludes="money")),
    "an agreement cannot end": _workspace(lambda w: w.propose("museum", start=date(2025, 2, 1), end=date(2025, 1, 1))),
    "on is a str, not a date": _workspace(lambda w: w.propose("museum", on="2025-01-01")),  # type: ignore[arg-type]
    "to is an int, not text": _workspace(lambda w: w.propose("museum", to=3)),  # type: ignore[arg-type]
    "others is a list, not a dict": _workspace(lambda w: w.propose("museum", others=["x"])),  # type: ignore[arg-type]
    "a name in others is an int, not text": _workspace(lambda w: w.propose("museum", others={"k12-school": 3})),  # type: ignore[dict-item]
    "start is an int, not a path": lambda: Workspace.open(7),  # type: ignore[arg-type]
    "name: should be text, not 3": lambda: Workspace.init(name=3),
    "no activity called 'x'": _workspace(lambda w: w.propose("museum", activity="x")),
    "no format called 'doc'": _workspace(lambda w: w.propose("museum").content("doc")),
    "collabkit.txt: ": _workspace(lambda w: w.load(_text_file())),
    "nothing called 'nam' to map": _workspace(lambda w: w.load(_text_file(), columns={"nam": "Organization"})),
    "no file is named": _workspace(lambda w: w.load([])),
    "no file or folder called 'none'": _workspace(lambda w: w.check("none")),
    "no folder called 'none'": lambda: Workspace.open("none"),
    "no file called 'none.yaml'": lambda: load_library("none.yaml", load_catalog()),
    "no field of a profile called 'nam'": lambda: Workspace.init(nam="Ours"),
    "zip: 'x' is not a ZIP code": lambda: Workspace.init(zip="x"),
    "no asset called 'x'": lambda: Workspace.init(assets=["x"]),
}  # fmt: skip


@pytest.mark.parametrize("said", MISTAKES)
def test_a_callers_mistake_is_one_sentence_that_speaks_of_python(said: str) -> None:
    with pytest.raises(CollabkitError) as caught:
        MISTAKES[said]()

    assert str(caught.value).startswith(said)
    assert not re.search(
        r"(^|\s|`)(--[a-z]|-[a-z]\b|collab )", f"{caught.value} {caught.value.hint}"
    )


def test_a_matcher_is_made_once_and_asked_many_times() -> None:
    matcher = Matcher(load_catalog(), Library(assets=("study-rooms",)))

    assert [matcher.match(goal, limit=1)[0].rank for goal in ("literacy", "stem")] == [1, 1]


def _examples(page: str) -> str:
    text = (ROOT / page).read_text(encoding="utf-8")
    if page.endswith(".py"):
        return text.split('"""')[1].split("\n\n", 1)[1]
    return "\n".join(re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL))


@pytest.mark.parametrize("page", ["README.md", "docs/python.md", "src/collabkit/__init__.py"])
def test_the_examples_in_the_documentation_run(
    page: str, collab: Collab, capsys: pytest.CaptureFixture[str], clean_machine: Path
) -> None:
    assert collab("init", "--name", "Ours").code == 0  # an example may read library.yaml
    shutil.copy(REGISTERS / "eo_mt.csv", clean_machine)
    (clean_machine / "ours").mkdir()
    example = _examples(page)
    assert "from collabkit import" in example

    exec(compile(example, page, "exec"), {})  # noqa: S102 - it is our own page

    assert capsys.readouterr().out
