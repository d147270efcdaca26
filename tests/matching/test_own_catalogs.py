"""A library's own sentences teach: an aim in their words finds what they lead to."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from collabkit import load_catalog
from collabkit.catalog import Catalog
from collabkit.matching.matcher import Matcher
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


Own = Callable[..., Path]
Laid = Callable[..., Matcher]


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Own:
    """Write own catalogs, given as ``partners="- id: …"``, the same ones once: each is learned anew."""

    @cache
    def written(**files: str) -> Path:
        folder = tmp_path_factory.mktemp("own")
        for kind, text in files.items():
            (folder / f"{kind}.yaml").write_text(text, encoding="utf-8")
        return folder

    return written


@pytest.fixture(scope="module")
def laid(own: Own) -> Laid:
    """Answer from own catalogs over the shipped ones, the same ones read and learned once."""
    return cache(lambda **files: Matcher(load_catalog(own(**files))))


@pytest.fixture(scope="module")
def shipped(catalog: Catalog) -> Matcher:
    """Answer from the shipped catalogs."""
    return Matcher(catalog)


def first(collab: Collab, aim: str) -> str:
    return collab("match", "--goal", aim, "--limit", "1", "--format", "ids").out.strip()


def not_raised(before: Matcher, after: Matcher, aim: str) -> bool:
    scores = {each.partner: each.score for each in before.match(aim)}
    return all(each.score <= scores[each.partner] for each in after.match(aim))


@pytest.mark.parametrize(
    "aim",
    [
        *("show how the railway made this town", "a zugspitze afternoon"),
        *("the memory of the branch line", "railway modelers", "tiny locomotives in our lobby"),
    ],
)
def test_a_new_partner_is_found_by_its_own_words(laid: Laid, shipped: Matcher, aim: str) -> None:
    ours = laid(partners=CLUB, activities=WEEKEND, phrasings=PHRASINGS)

    assert shipped.match(aim, limit=1)[0].partner != "model-railroad-club"
    assert ours.match(aim, limit=1)[0].partner == "model-railroad-club"


def test_the_work_to_start_with_is_the_librarys_own(laid: Laid) -> None:
    ours = laid(partners=CLUB, activities=WEEKEND, phrasings=PHRASINGS)

    found = ours.match("show how the railway made this town", limit=1)[0]

    assert found.activity
    assert found.activity.id == "model-railroad-weekend"
    assert {"railway", "town"} <= set(" ".join(found.because).split())


def test_a_changed_partner_is_found_by_its_new_words(collab: Collab, clean_machine: Path) -> None:
    """Written where a library writes it, with nothing asked but by its folder."""
    aim = "our quizbowl needs a zamboni"
    (clean_machine / "library.yaml").write_text("name: Ours\n", encoding="utf-8")
    (clean_machine / "catalog").mkdir()
    assert first(collab, aim) != "labor-union"

    (clean_machine / "catalog/partners.yaml").write_text(
        "- id: labor-union\n  aims: [polish the zamboni for quizbowl]\n", encoding="utf-8"
    )

    assert first(collab, aim) == "labor-union"


def test_what_was_taught_changes_no_answer_to_other_words(laid: Laid, shipped: Matcher) -> None:
    aims = ("feed kids when school is out", "tax help", "stem")
    ours = laid(phrasings=PHRASINGS.replace("model-railroad-club", "museum"))

    for aim in aims:
        assert ours.match(aim, limit=5) == shipped.match(aim, limit=5)


def test_a_change_that_says_nothing_new_changes_no_score(laid: Laid, shipped: Matcher) -> None:
    aims = ["apprenticeships for young people", "jobs in the trades", "the right to overtime pay"]
    changed = laid(
        partners="- id: labor-union\n  way_in: {approach: The steward., first_step: Go to the hall.}\n"
    )

    for aim in aims:
        assert changed.match(aim) == shipped.match(aim)


@pytest.mark.parametrize(
    ("field", "aim"),
    [
        *(("aliases", "workforce-development"), ("wants", "workforce-development")),
        *(("brings", "workforce-development"), ("wants", "apprenticeships for young people")),
        ("brings", "apprenticeships for young people"),
    ],
)
def test_an_entry_that_says_less_gains_nothing(
    laid: Laid, shipped: Matcher, field: str, aim: str
) -> None:
    less = laid(partners=f"- id: labor-union\n  {field}: []\n")

    assert not_raised(shipped, less, aim)


@pytest.mark.parametrize("aim", ["feed kids when school is out", "food-security"])
def test_an_activity_that_is_hidden_raises_no_score(laid: Laid, shipped: Matcher, aim: str) -> None:
    hidden = laid(activities="- {id: summer-meals-site, hide: true}\n")

    assert not_raised(shipped, hidden, aim)


def test_a_hidden_partner_is_not_in_the_answer(laid: Laid) -> None:
    hidden = laid(partners="- id: school-library\n  hide: true\n")

    found = {each.partner for each in hidden.match("school library visits")}
    assert found
    assert "school-library" not in found
