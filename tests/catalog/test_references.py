"""Ids that name entries of other catalogs."""

from pathlib import Path

import pytest

from catalog.conftest import PARTNER, Own
from collabkit.catalog import Catalog
from collabkit.datafiles.references import references
from collabkit.library import Figure, Known, Library

ACTIVITY = """\
- id: supper
  label: Supper
  summary: People eat.
  source: practice
  form: {form}
  level: cooperating
  goals: [{goal}]
  needs:
    - {{resource: {resource}, from: [library, {partner}]}}
  pilot: Cook once.
  benefits: [{benefit}]
  measures: [plates]
  cautions: [{caution}]
"""
RIGHT = {
    "form": "party",
    "goal": "literacy",
    "resource": "food",
    "partner": "museum",
    "benefit": "joy",
    "caution": "fire",
}
OTHERS = {
    "forms": "- {id: party, label: a party, summary: A., source: us, span: short}\n",
    "benefits": "- {id: joy, label: joy, summary: A., source: us, gains: [library], says: {library: B.}, measure: smiles}\n",
    "cautions": "- {id: fire, label: fire, summary: A., source: us, do: B., ask: C?}\n",
}


def test_ids_that_name_something_are_no_problem(own: Own) -> None:
    assert own(activities=ACTIVITY.format(**RIGHT), **OTHERS).problems == []


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("form", "partyy", "5:3: supper.form: nothing in forms is called 'partyy'; did you mean 'party'?"),
        ("goal", "litercy", "7:11: supper.goals[0]: nothing in goals is called 'litercy'; did you mean 'literacy'?"),
        ("resource", "fod", "9:8: supper.needs[0].resource: nothing in resources is called 'fod'; did you mean 'food'?"),
        ("partner", "musem", "9:40: supper.needs[0].from[1]: nothing in partners is called 'musem'; did you mean 'museum'?"),
        ("benefit", "zzz", "11:14: supper.benefits[0]: nothing in benefits is called 'zzz'"),
        ("caution", "fires", "13:14: supper.cautions[0]: nothing in cautions is called 'fires'; did you mean 'fire'?"),
    ],
)  # fmt: skip
def test_an_id_that_names_nothing_is_a_problem_with_its_place(
    own: Own, folder: Path, field: str, typed: str, said: str
) -> None:
    layers = own(activities=ACTIVITY.format(**{**RIGHT, field: typed}), **OTHERS)

    assert [str(problem) for problem in layers.problems] == [f"{folder}/activities.yaml:{said}"]


def test_a_broader_goal_must_be_a_goal(own: Own, folder: Path) -> None:
    (problem,) = own(goals="- id: literacy\n  broader: everything\n").problems

    assert str(problem) == (
        f"{folder}/goals.yaml:2:3: literacy.broader: nothing in goals is called 'everything'"
    )


def test_an_asset_may_speak_to_a_partner_a_sector_or_any(own: Own, folder: Path) -> None:
    text = (
        "- {id: hut, label: a hut, summary: A., source: us, kind: tangible, provides: [food],\n"
        "   offer: its hut, figure: huts, hooks: [{for: [any, economy, museum, economi], text: B.}]}\n"
    )

    (problem,) = own(assets=text).problems

    assert str(problem) == (
        f"{folder}/assets.yaml:2:71: hut.hooks[0].for[3]: "
        "nothing in partners is called 'economi'; did you mean 'economy'?"
    )


def test_an_entry_that_is_broken_still_exists_for_others(own: Own) -> None:
    broken = PARTNER.format(id="hut").replace("label: hut", "label: 1")

    problems = own(
        partners=broken, activities=ACTIVITY.format(**{**RIGHT, "partner": "hut"}), **OTHERS
    ).problems

    assert [problem.field for problem in problems] == ["hut.label"]


def test_every_id_in_a_shipped_partner_is_seen(catalog: Catalog) -> None:
    museum = catalog.partners["museum"]
    found = [id_ for _, id_, _ in references(museum)]

    assert found == [
        *museum.goals.core,
        *museum.goals.related,
        *(want.resource for want in museum.wants),
        *(gift.resource for gift in museum.brings),
        *museum.cautions,
    ]


def test_every_id_in_a_profile_is_seen() -> None:
    library = Library(
        assets=("study-rooms",),
        needs=("food",),
        figures=(Figure(about="literacy", value=1, year=2020, source="us"),),
        partners=(Known(partner="museum"),),
    )

    assert [(at, id_) for at, id_, _ in references(library)] == [
        (("assets", 0), "study-rooms"),
        (("needs", 0), "food"),
        (("figures", 0, "about"), "literacy"),
        (("partners", 0, "partner"), "museum"),
    ]


ROLE = """\
  roles:
    - partner: museum
      part: You cook.
      aim: feed people
      gives: [{resource: food, text: a pot of soup}]
      gains: [{text: You are thanked.}, {text: You are fed.}]
      objection: {says: Why?, answer: Because.}
      whom: the cook
      when: at noon
      first_step: Knock.
      hours: {setup: [1, 2]}
"""
LINES = {
    "library_gives": "[{resource: food, text: bread}, {resource: food, text: butter, for: [MUSEUM]}]",
    "library_gains": "[The room fills., {text: The shelves fill., for: [MUSEUM]}]",
    "requires": "[{kind: room, text: A stove.}, {kind: room, text: A bell., for: [MUSEUM]}]",
    "measures": "[plates, {what: spoons, for: [MUSEUM]}]",
    "find_out": "[what bread costs, {text: what butter costs, for: [MUSEUM]}]",
}
"""For each list of which a line may be for some partners only, two lines."""


@pytest.mark.parametrize("field", LINES)
@pytest.mark.parametrize(
    ("named", "close"),
    [("labor-union", "name one that has, or add the role"), ("musem", "did you mean 'museum'?")],
)
def test_a_line_is_for_somebody_who_has_a_role(
    own: Own, folder: Path, named: str, close: str, field: str
) -> None:
    work = ACTIVITY.format(**RIGHT).replace("  measures: [plates]\n", "") + ROLE
    lines = {"measures": "[plates]", field: LINES[field]}
    work += "".join(f"  {name}: {said}\n" for name, said in lines.items())
    right = own(activities=work.replace("MUSEUM", "museum"), **OTHERS)
    wrong = own(activities=work.replace("MUSEUM", named), **OTHERS)
    *above, line = work.splitlines()
    at = f"{folder}/activities.yaml:{len(above) + 1}:{line.index('MUSEUM') + 1}"
    said = f"supper.{field}[1].for[0]: {named!r} has no role in this work; {close}"

    assert right.problems == []
    assert [str(each) for each in wrong.problems] == [f"{at}: {said}"]
