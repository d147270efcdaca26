"""A library's own sentences teach: an aim in their words finds what they lead to."""

from pathlib import Path

import pytest

from collabkit import load_catalog, match
from collabkit.catalog import Catalog
from conftest import Collab

CLUB = """\
- id: model-railroad-club
  label: model railroad club
  plural: model railroad clubs
  summary: A dozen hobbyists build scale models of the lines that made the town.
  source: [practice]
  sector: culture
  aliases: [railway modelers]
  goals: {core: [local-history]}
  aims: [keep the memory of the branch line alive]
  wants:
    - {resource: trust, text: Few people know that the club is open to all.}
  brings:
    - {resource: subject-expertise, text: members who know every depot on the line}
  way_in: {approach: The secretary at the open house., first_step: Visit the open house.}
"""
WEEKEND = """\
- id: model-railroad-weekend
  label: Model railroad weekend
  summary: A club runs a layout of the old branch line in the library for two days.
  source: [practice]
  form: joint-program
  goals: [local-history]
  level: cooperating
  aims: [show how the railway made this town, zugspitze afternoon]
  needs:
    - {resource: subject-expertise, from: [model-railroad-club]}
  pilot: Run one table for a Saturday morning and count who stops.
  benefits: [memory-kept]
  measures: [people who stopped at the layout]
"""
PHRASINGS = """\
- id: ask-model-railroad-club
  partner: model-railroad-club
  aims: [old men with tiny locomotives would love our lobby]
"""


@pytest.fixture
def own(clean_machine: Path) -> Path:
    folder = clean_machine / "catalog"
    folder.mkdir()
    (clean_machine / "library.yaml").write_text("name: Ours\n", encoding="utf-8")
    return folder


def first(collab: Collab, aim: str) -> str:
    return collab("match", "--goal", aim, "--limit", "1", "--format", "ids").out.strip()


def not_raised(before: Catalog, after: Catalog, aim: str) -> bool:
    scores = {each.partner: each.score for each in match(before, [aim])}
    return all(each.score <= scores[each.partner] for each in match(after, [aim]))


@pytest.mark.parametrize(
    "aim",
    [
        *("show how the railway made this town", "a zugspitze afternoon"),
        *("the memory of the branch line", "railway modelers", "tiny locomotives in our lobby"),
    ],
)
def test_a_new_partner_is_found_by_its_own_words(collab: Collab, own: Path, aim: str) -> None:
    assert first(collab, aim) != "model-railroad-club"

    (own / "partners.yaml").write_text(CLUB, encoding="utf-8")
    (own / "activities.yaml").write_text(WEEKEND, encoding="utf-8")
    (own / "phrasings.yaml").write_text(PHRASINGS, encoding="utf-8")

    assert first(collab, aim) == "model-railroad-club"


def test_the_work_to_start_with_is_the_librarys_own(own: Path) -> None:
    (own / "partners.yaml").write_text(CLUB, encoding="utf-8")
    (own / "activities.yaml").write_text(WEEKEND, encoding="utf-8")

    found = match(load_catalog(own), ["show how the railway made this town"], limit=1)[0]

    assert found.activity
    assert found.activity.id == "model-railroad-weekend"
    assert {"railway", "town"} <= set(" ".join(found.because).split())


def test_a_changed_partner_is_found_by_its_new_words(collab: Collab, own: Path) -> None:
    aim = "our quizbowl needs a zamboni"
    assert first(collab, aim) != "labor-union"

    (own / "partners.yaml").write_text(
        "- id: labor-union\n  aims: [polish the zamboni for quizbowl]\n", encoding="utf-8"
    )

    assert first(collab, aim) == "labor-union"


def test_what_was_taught_changes_no_answer_to_other_words(own: Path, catalog: Catalog) -> None:
    aims = ("feed kids when school is out", "tax help", "stem")
    (own / "phrasings.yaml").write_text(
        PHRASINGS.replace("model-railroad-club", "museum"), encoding="utf-8"
    )
    ours = load_catalog(own)

    for aim in aims:
        assert match(ours, [aim], limit=5) == match(catalog, [aim], limit=5)


def test_a_change_that_says_nothing_new_changes_no_score(own: Path, catalog: Catalog) -> None:
    aims = ["apprenticeships for young people", "jobs in the trades", "the right to overtime pay"]
    (own / "partners.yaml").write_text(
        "- id: labor-union\n  way_in: {approach: The steward., first_step: Go to the hall.}\n",
        encoding="utf-8",
    )
    changed = load_catalog(own)

    for aim in aims:
        assert match(changed, [aim]) == match(catalog, [aim])


@pytest.mark.parametrize(
    ("field", "aim"),
    [
        *(("aliases", "workforce-development"), ("wants", "workforce-development")),
        *(("brings", "workforce-development"), ("wants", "apprenticeships for young people")),
        ("brings", "apprenticeships for young people"),
    ],
)
def test_an_entry_that_says_less_gains_nothing(
    own: Path, catalog: Catalog, field: str, aim: str
) -> None:
    (own / "partners.yaml").write_text(f"- id: labor-union\n  {field}: []\n", encoding="utf-8")

    assert not_raised(catalog, load_catalog(own), aim)


@pytest.mark.parametrize("aim", ["feed kids when school is out", "food-security"])
def test_an_activity_that_is_hidden_raises_no_score(own: Path, catalog: Catalog, aim: str) -> None:
    (own / "activities.yaml").write_text("- {id: summer-meals-site, hide: true}\n", "utf-8")

    assert not_raised(catalog, load_catalog(own), aim)


def test_a_hidden_partner_is_not_in_the_answer(own: Path) -> None:
    (own / "partners.yaml").write_text("- id: school-library\n  hide: true\n", encoding="utf-8")

    found = {each.partner for each in match(load_catalog(own), ["school library visits"])}
    assert found
    assert "school-library" not in found
