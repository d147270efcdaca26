"""A case in its folder: read back as it was written, with every comment kept."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

from cases.made import picks, walk, wishes
from collabkit import Workspace
from collabkit.cases import files
from collabkit.cases.case import Case, Participant, PassedOver
from collabkit.partnerships.partnership import Partnership
from conftest import Collab
from test_api import REGISTERS

DAY = date(2026, 12, 2)


@given(wishes, picks)
def test_a_case_read_back_is_the_case_written(
    tmp_path_factory: pytest.TempPathFactory, wish: str, chosen: list[int]
) -> None:
    home = tmp_path_factory.mktemp("kept") / "partnerships"
    kept: Case | None = None
    for *_, after in walk(wish, chosen):
        if kept is None:
            kept = files.begin(home, after, DAY)
        kept = after._replace(folder=kept.folder)
        files.save(home, kept)

        assert files.case_of(Partnership(home / str(kept.folder))) == kept


def test_everything_that_can_be_settled_comes_back(tmp_path: Path) -> None:
    case = Case(
        words=('kids: "hungry" # in july', "on\u2028weekdays"),
        work="summer-meals-site",
        partner="food-bank",
        organization="irs-810414143",
        name="O'Neil's Pantry: North",
        body="food pantry",
        passed_over=(PassedOver("Elm Church", "no: answer", None, "faith-organization"),),
        others=(
            Participant("state-agency", None, agreed=True),
            Participant("service-club", "Lions"),
        ),
        when="Mondays, 9 to noon",
        where="the story room",
        pays="The library pays.",
        facts=("We turned away 12.",),
        paper="email",
        passed=("work",),
    )

    kept = files.begin(tmp_path, case, DAY)

    assert files.case_of(Partnership(tmp_path / str(kept.folder))) == kept._replace(
        words=('kids: "hungry" # in july', "on weekdays")
    )


def test_what_a_person_wrote_into_the_file_stays(tmp_path: Path) -> None:
    kept = files.begin(tmp_path, Case(words=("kids come hungry",)), DAY)
    path = tmp_path / str(kept.folder) / "partnership.yaml"
    path.write_text(f"# mine\n{path.read_text()}# the end\n", encoding="utf-8")
    before = path.read_text()

    files.save(tmp_path, kept._replace(work="summer-meals-site"))

    after = path.read_text()
    assert after.startswith("# mine\n")
    assert after.endswith("# the end\n")
    assert [line for line in after.splitlines() if not line.startswith("work:")] == [
        line for line in before.splitlines() if not line.startswith("work:")
    ]


def test_two_cases_of_the_same_words_have_folders_of_their_own(tmp_path: Path) -> None:
    case = Case(words=("kids come hungry",))

    assert files.begin(tmp_path, case, DAY).folder == "case"
    assert files.begin(tmp_path, case, DAY).folder == "case-2"


def test_no_folder_is_called_by_her_words(tmp_path: Path) -> None:
    case = Case(words=("the superintendent does nothing",), work="reading-buddies")

    assert files.begin(tmp_path, case, DAY).folder == "reading-buddies"
    assert files.begin(tmp_path, case._replace(name="Elm School"), DAY).folder == "elm-school"


def test_a_reading_that_was_chosen_comes_first_from_then_on(clean_machine: Path) -> None:
    (clean_machine / "library.yaml").write_text("name: Elm Library\n", encoding="utf-8")
    cases = Workspace.open().cases
    wish = "kids who can't read"
    second = cases.turn(cases.begin(wish)).question
    assert second is not None
    cases.keep(cases.answer(cases.begin(wish), "work", second.choices[1].id))

    again = Workspace.open()

    assert again.cases.begin("Kids, who can't read!").work == second.choices[1].id
    found = again.match(wish)
    assert found.query.chosen is not None
    assert found[0].activity is not None
    assert found[0].activity.id == second.choices[1].id


def test_who_was_passed_over_is_named_no_more_by_find_match_or_a_later_case(
    clean_machine: Path,
) -> None:
    (clean_machine / "library.yaml").write_text('name: Elm\nzip: "59801"\n', encoding="utf-8")
    directory = clean_machine / "directory"
    opened = Workspace.open(directory=directory)
    opened.load([str(REGISTERS / "eo_mt.csv")])
    before = [each.id for each in opened.find("literacy", limit=5)]
    case = opened.cases.begin("literacy")
    case = opened.cases.answer(case, "work", "adult-tutoring-rooms")

    opened.cases.keep(opened.cases.pass_over(case, before[0], "asked last year, no answer"))
    opened.close()

    again = Workspace.open(directory=directory)
    assert before[0] not in [each.id for each in again.find("literacy", limit=5)]
    question = again.cases.turn(
        again.cases.answer(again.cases.begin("literacy"), "work", "adult-tutoring-rooms")
    ).question
    assert question is not None
    assert before[0] not in [choice.id for choice in question.choices]
    kinds = [("", "", each.partner) for each in again.match("literacy", limit=3)]
    assert any("asked last year" in each for each in again.partnerships.introductions(kinds))
    again.close()


def test_a_reading_of_a_work_that_is_none_is_a_problem(collab: Collab, clean_machine: Path) -> None:
    (clean_machine / "library.yaml").write_text("name: Elm\n", encoding="utf-8")
    (clean_machine / "readings.yaml").write_text(
        "readings:\n  - words: kids\n    work: no-such-work\n", encoding="utf-8"
    )

    run = collab("check")

    assert run.code == 3
    assert "readings.yaml:3" in run.out
