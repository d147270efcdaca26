"""A library's own entries over the shipped ones."""

from pathlib import Path

import pytest

from catalog.conftest import PARTNER, Own
from collabkit.catalog import load
from collabkit.catalog.layers import Layers, read_layers
from collabkit.errors import DataError, Place, UsageError
from conftest import Collab


def _said(layers: Layers, folder: Path) -> list[str]:
    return [str(problem).removeprefix(f"{folder}/") for problem in layers.problems]


def test_an_entry_with_a_new_id_adds(own: Own, folder: Path) -> None:
    layers = own(partners=PARTNER.format(id="ski-patrol"))

    assert layers.problems == []
    assert list(layers.records["partners"]) == ["museum", "labor-union", "ski-patrol"]
    assert layers.origins["partners"]["ski-patrol"] == [Place(f"{folder}/partners.yaml", 1, 3)]


def test_an_entry_with_a_known_id_changes_only_the_fields_it_gives(
    own: Own, small: Path, folder: Path
) -> None:
    before = own().records["partners"]
    layers = own(partners="- id: museum\n  label: gallery\n")
    after = layers.records["partners"]

    assert layers.problems == []
    assert after["museum"] == before["museum"].model_copy(update={"label": "gallery"})
    assert after["labor-union"] == before["labor-union"]
    assert list(after) == list(before)
    assert layers.origins["partners"]["museum"] == [
        Place(f"{small}/partners.yaml", 1, 3),
        Place(f"{folder}/partners.yaml", 1, 3),
    ]


def test_a_list_that_an_entry_gives_takes_the_place_of_the_shipped_one(own: Own) -> None:
    layers = own(goals="- id: literacy\n  aliases: [abc]\n")

    assert layers.records["goals"]["literacy"].model_dump()["aliases"] == ("abc",)


def test_hide_removes_an_entry_that_others_may_still_name(own: Own) -> None:
    layers = own(partners="- id: labor-union\n  hide: true\n")

    assert layers.problems == []
    assert "labor-union" not in layers.records["partners"]


def test_hide_false_changes_nothing(own: Own) -> None:
    before = own().records["partners"]
    layers = own(partners="- id: labor-union\n  hide: false\n")

    assert layers.problems == []
    assert layers.records["partners"] == before


def test_a_hidden_entry_can_be_written_anew(small: Path, folder: Path, tmp_path: Path) -> None:
    last = tmp_path / "last"
    last.mkdir()
    (folder / "partners.yaml").write_text("- id: museum\n  hide: true\n", encoding="utf-8")
    (last / "partners.yaml").write_text(PARTNER.format(id="museum"), encoding="utf-8")

    layers = read_layers([small, folder, last])

    assert layers.problems == []
    assert layers.origins["partners"]["museum"] == [Place(f"{last}/partners.yaml", 1, 3)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "- id: labor-unoin\n  hide: true\n",
            "partners.yaml:1:3: id: nothing called 'labor-unoin' to hide; did you mean 'labor-union'?",
        ),
        (
            "- id: labor-union\n  hide: maybe\n",
            "partners.yaml:2:3: labor-union.hide: should be true or false, not 'maybe'",
        ),
        (
            "- id: museum\n  label: a\n- id: museum\n  label: b\n",
            "partners.yaml:3:3: id: 'museum' stands twice; keep one",
        ),
        ("- label: nameless\n", "partners.yaml:1:3: id: is missing; every entry needs one"),
        ("- id: 7\n", "partners.yaml:1:3: id: is missing; every entry needs one"),
        ("- museum\n", "partners.yaml:1:3: should be an entry that starts with `- id:`"),
        ("id: museum\n", "partners.yaml:1:1: should be a list: start each entry with `- id:`"),
        (
            "- id: museum\n  lable: a\n",
            "partners.yaml:2:3: museum.lable: no such field; did you mean 'label'?",
        ),
        (
            "- id: museum\n  sector: helth\n",
            "partners.yaml:2:3: museum.sector: should be one of libraries, education, culture, health, human-services, economy, government, environment, not 'helth'; did you mean 'health'?",
        ),
        (
            "- id: museum\n  label: 12\n",
            "partners.yaml:2:3: museum.label: should be text, not 12 (put it in quotes if text is meant)",
        ),
        (
            "- id: museum\n  summary: ' '\n",
            "partners.yaml:2:3: museum.summary: is empty; write something or leave the field out",
        ),
        (
            "- id: museum\n  aims: []\n",
            "partners.yaml:2:3: museum.aims: needs at least 1 entry",
        ),
        (
            "- id: museum\n  aims: just one\n",
            "partners.yaml:2:3: museum.aims: should be a list, not 'just one'",
        ),
        (
            "- id: museum\n  wants:\n    - resource: food\n      txt: a\n      text: A.\n",
            "partners.yaml:4:7: museum.wants[0].txt: no such field; did you mean 'text'?",
        ),
        (
            "- id: museum\n  wants:\n    - resource: foood\n      text: A.\n",
            "partners.yaml:3:7: museum.wants[0].resource: nothing in resources is called 'foood'; did you mean 'food'?",
        ),
        (
            "- id: museum\n  way_in: later\n",
            "partners.yaml:2:3: museum.way_in: should be a block of `name: value` lines, not 'later'",
        ),
        (
            f"- id: museum\n  label: {'x' * 2001}\n",
            "partners.yaml:2:3: museum.label: longer than 2,000 characters; shorten it",
        ),
    ],
)  # fmt: skip
def test_a_mistake_is_one_sentence_with_its_place(
    own: Own, folder: Path, text: str, said: str
) -> None:
    assert _said(own(partners=text), folder) == [said]


def test_a_new_entry_needs_what_the_model_needs(own: Own, folder: Path) -> None:
    said = _said(own(cautions="- id: Loud Noise\n  label: noise\n"), folder)

    assert said == [
        "cautions.yaml:1:3: Loud Noise.id: 'Loud Noise' is not an id; use lower-case words joined by hyphens",
        "cautions.yaml:1:3: Loud Noise.summary: is missing; add it",
        "cautions.yaml:1:3: Loud Noise.source: is missing; add it",
        "cautions.yaml:1:3: Loud Noise.do: is missing; add it",
        "cautions.yaml:1:3: Loud Noise.ask: is missing; add it",
    ]


def test_a_catalog_may_be_a_folder_of_files(own: Own, folder: Path) -> None:
    (folder / "partners").mkdir()
    for name in ("snow", "coast"):
        file = folder / "partners" / f"{name}.yaml"
        file.write_text(PARTNER.format(id=f"{name}-patrol"), encoding="utf-8")

    layers = own(partners=PARTNER.format(id="ranger"))

    assert layers.problems == []
    assert list(layers.records["partners"])[2:] == ["ranger", "coast-patrol", "snow-patrol"]
    assert layers.origins["partners"]["coast-patrol"] == [
        Place(f"{folder}/partners/coast.yaml", 1, 3)
    ]


def test_a_folder_of_files_lies_over_the_shipped_ones_as_one_file_does(
    own: Own, folder: Path
) -> None:
    (folder / "partners").mkdir()
    (folder / "partners" / "a.yaml").write_text("- id: museum\n  label: gallery\n", "utf-8")
    (folder / "partners" / "b.yaml").write_text("- id: labor-union\n  hide: true\n", "utf-8")

    layers = own()

    assert layers.problems == []
    assert {id_: p.title() for id_, p in layers.records["partners"].items()} == {
        "museum": "gallery"
    }


def test_an_id_in_two_files_of_one_folder_is_told_with_both_places(own: Own, folder: Path) -> None:
    (folder / "partners").mkdir()
    (folder / "partners" / "coast.yaml").write_text("\n- id: museum\n  label: b\n", "utf-8")

    said = _said(own(partners="- id: museum\n  label: a\n"), folder)

    assert said == [
        f"partners/coast.yaml:2:3: id: 'museum' stands here and in {folder}/partners.yaml:1; keep one"
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("partners/coast.yml", "is not read; name it coast.yaml"),
        ("partner.yaml", "no catalog is called 'partner'; did you mean 'partners'?"),
        ("partners.yml", "is not read; name it partners.yaml"),
        ("x.yaml", "no catalog is called 'x'; the catalogs are goals, partners, assets, "),
    ],
)
def test_a_file_with_a_name_that_is_no_catalogs_is_a_problem(
    own: Own, folder: Path, name: str, said: str
) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("- id: a\n", encoding="utf-8")

    (problem,) = _said(own(), folder)

    assert problem.startswith(f"{name}:1:1: {said}")


def test_other_files_in_the_folder_are_no_matter(own: Own, folder: Path) -> None:
    (folder / "README.txt").write_text("notes", encoding="utf-8")

    assert own().problems == []


def test_problems_come_in_the_order_of_files_and_lines(own: Own, folder: Path) -> None:
    said = _said(
        own(partners="- id: museum\n  a: 1\n  b: 2\n", goals="- id: literacy\n  c: 3\n"), folder
    )

    assert [line.split(" ")[0] for line in said] == [
        "goals.yaml:2:3:",
        "partners.yaml:2:3:",
        "partners.yaml:3:3:",
    ]


def test_a_field_that_is_put_right_by_a_later_layer_is_no_problem(tmp_path: Path) -> None:
    for name, text in (
        ("one", "- id: noise\n  label: noise\n"),
        ("two", "- id: noise\n  summary: A.\n  source: us\n  do: B.\n  ask: C?\n"),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "cautions.yaml").write_text(text, encoding="utf-8")

    layers = read_layers([tmp_path / "one", tmp_path / "two"])

    assert layers.problems == []
    assert layers.records["cautions"]["noise"].model_dump()["label"] == "noise"


def test_loading_raises_every_problem_at_once(own: Own, folder: Path) -> None:
    own(partners="- id: museum\n  a: 1\n  b: 2\n")

    with pytest.raises(DataError) as caught:
        load(folder)

    assert len(caught.value.problems) == 2
    assert caught.value.command == "2 problems found; `collab check` shows them again"


def test_a_folder_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no folder called"):
        load(tmp_path / "nowhere")


@pytest.mark.parametrize("way", ["option", "environment", "workspace"])
def test_own_catalogs_hold_for_every_command(
    own: Own, folder: Path, collab: Collab, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    own(partners=PARTNER.format(id="ski-patrol"))
    options = ["--catalog", str(folder)] if way == "option" else []
    if way == "environment":
        monkeypatch.setenv("COLLAB_CATALOG", str(folder))
    if way == "workspace":
        (folder.parent / "library.yaml").write_text("name: Ours\n", encoding="utf-8")
        inner = folder.parent / "deep" / "deeper"
        inner.mkdir(parents=True)
        monkeypatch.chdir(inner)

    shown = collab("show", "ski-patrol", *options, "-f", "json")
    matched = collab("match", "-g", "literacy", "-n", "99", "-f", "ids", *options)

    assert f"{folder}/partners.yaml:1:3" in shown.out
    assert "ski-patrol" in matched.out.split()


def test_own_roles_over_a_shipped_work_leave_the_rest_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "activities.yaml").write_text("- id: signed-story-time\n  roles: []\n")
    catalog = load(tmp_path)
    work = catalog.activities["signed-story-time"]

    assert work.roles == ()
    assert any(gift.for_ for gift in work.library_gives)
    assert work.told_to(["museum"]).library_gives
