"""``collab plan``, from the command line and from Python."""

import json
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from collabkit import Workspace
from collabkit.errors import UsageError
from collabkit.planning.orders import PlanOrder, with_change
from conftest import Collab

_WORKS = (
    "adult-tutoring-rooms",
    "barbershop-books",
    "baby-supplies",
    "device-refurbishing",
    "fraud-and-scams-session",
    "new-reader-book-group",
    "technology-bought-together",
)
_GOALS = ("-g", "literacy", "-g", "digital-skills", "--set", "from=2027-01")
_FEW = tuple(each for work in _WORKS for each in ("--only", work))
_ASKED = ("plan", "--hours", "4", *_GOALS, *_FEW)


def test_a_plan_names_works_with_partners_and_the_goals_they_carry(collab: Collab) -> None:
    run = collab(*_ASKED, "-f", "json")
    works = json.loads(run.out)
    assert run.code == 0
    assert {goal for work in works for goal in work["carries"]} == {"literacy", "digital-skills"}
    assert all(work["first"] >= work["begin"] >= "2027-01-01" for work in works)


def test_stdout_holds_nothing_but_the_plan(collab_process: Collab) -> None:
    run = collab_process(*_ASKED, "-f", "ids")
    assert "HiGHS" not in run.out + run.err
    assert all(line == line.strip() and " " not in line for line in run.out.splitlines())


def test_the_same_call_gives_the_same_bytes(collab_process: Collab) -> None:
    assert collab_process(*_ASKED).out == collab_process(*_ASKED).out


def test_a_what_if_of_nothing_changes_nothing(collab: Collab) -> None:
    run = collab(*_ASKED, "--what-if", "hours=4", "-f", "ids")
    assert (run.out, run.err) == ("", "The same plan.\n")


def test_a_what_if_tells_what_comes_and_what_leaves(collab: Collab) -> None:
    works = collab(*_ASKED, "-f", "ids").out.split()
    run = collab(*_ASKED, "--what-if", f"without={works[0]}", "-f", "json")
    changes = {each["work"]: each["change"] for each in json.loads(run.out)}
    assert changes[works[0]] == "dropped"
    assert "worth" in run.err


def test_a_plan_is_saved_and_kept_to(collab: Collab) -> None:
    first = collab(*_ASKED, "--set", "save=plan.yaml", "-f", "json")
    again = collab(*_ASKED, "--set", "keep=plan.yaml", "-f", "json")
    assert again.out == first.out
    refused = collab(*_ASKED, "--set", "save=plan.yaml")
    assert (refused.code, refused.out) == (1, "")


def test_fewer_hours_keep_as_many_works_as_they_can(collab: Collab) -> None:
    kept = set(collab(*_ASKED, "--set", "save=plan.yaml", "-f", "ids").out.split())
    fewer = set(
        collab(
            "plan", "--hours", "3", *_GOALS, *_FEW, "--set", "keep=plan.yaml", "-f", "ids"
        ).out.split()
    )
    assert fewer & kept


def test_steps_come_in_order_of_the_day(collab: Collab) -> None:
    steps = json.loads(collab(*_ASKED, "--steps", "-f", "json").out)
    days = [step["day"] for step in steps]
    assert days == sorted(days)
    assert {step["who"] for step in steps} == {"library", "both"}


def test_an_explanation_says_why_and_why_not(collab: Collab) -> None:
    said = collab(*_ASKED, "--explain").out
    for title in ("Goals", "Why each work is in", "What came close", "What one more hour"):
        assert title in said


def test_wishes_that_cannot_hold_are_named(collab: Collab) -> None:
    run = collab(
        "plan", "--hours", "1", "-g", "food-security",
        "--set", "must=after-school-meals", "--set", "from=2027-01", *_FEW,
    )  # fmt: skip
    assert run.code == 1
    assert "after-school-meals" in run.err


def test_matches_on_stdin_are_the_works_to_consider(collab: Collab) -> None:
    matches = collab("match", "literacy", "--limit", "8", "-f", "ndjson").out
    run = collab(*_ASKED[:3], *_GOALS, "--only", "-", "-f", "ids", stdin=matches)
    offered = {json.loads(line)["activity"]["id"] for line in matches.splitlines()}
    assert run.code == 0
    assert set(run.out.split()) <= offered


def test_hours_are_those_of_the_profile(collab: Collab) -> None:
    Path("library.yaml").write_text("goals: [literacy]\nhours: 3\n", encoding="utf-8")
    run = collab("plan", *_FEW, "-f", "ids")
    assert run.code == 0
    assert "of 156 hours" in run.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "nothing says how many hours a week"),
        (("--hours", "many"), "says no hours"),
        (("--hours", "4", "--goal", "litracy"), "no goal called 'litracy'"),
        (("--hours", "4", "--goal", "literacy=0"), "weighs nothing"),
        (("--hours", "4", "--set", "must=baby-supply"), "no activity called"),
        (("--hours", "4", "--set", "weight=backt=1"), "no weight called 'backt'"),
        (("--hours", "4", "--set", "weight=backed=7"), "the weight backed is 7"),
        (("--hours", "4", "--set", "weight=asks=1.5"), "the weight asks is 1.5"),
        (("--hours", "4", "--set", "weight=backed"), "backed is ''"),
        (("--hours", "4", "--set", "care=brave"), "no care called 'brave'"),
        (("--hours", "4", "--set", "from=soon"), "no month"),
        (("--hours", "4", "--set", "keep=none.yaml"), "no file called"),
        ((*_ASKED[1:], "--what-if", "color=red"), "changes nothing"),
        (("--hours", "4", "--steps", "--explain"), "Ask for one of them"),
    ],
)
def test_a_slip_is_told_with_a_way_out(
    collab: Collab, arguments: tuple[str, ...], said: str
) -> None:
    run = collab("plan", *arguments)
    assert (run.code, run.out) == (2, "")
    assert said in run.err
    assert "hint:" in run.err


def test_without_the_solver_it_says_how_to_get_it(
    collab: Collab, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "highspy", None)
    assert "-m pip install 'highspy>=" in collab(*_ASKED).err
    greedy = collab(*_ASKED, "--set", "greedy", "-f", "ids")
    assert (greedy.code, "a better plan may exist" in greedy.err) == (0, True)


def test_python_plans_as_the_command_does(collab: Collab) -> None:
    plan = Workspace.open().plan(
        hours="4", goal=["literacy", "digital-skills"], start=date(2027, 1, 5), only=_WORKS
    )
    assert [each.work for each in plan.year.chosen] == collab(*_ASKED, "-f", "ids").out.split()


def test_a_change_adds_to_lists_and_replaces_the_rest() -> None:
    order = with_change(PlanOrder("6", without=("a",)), ["without=b", "hours=8", "money=500"])
    assert (order.without, order.hours, order.money) == (("a", "b"), "8", 500.0)
    with pytest.raises(UsageError, match="money is 'much'"):
        with_change(order, ["money=much"])


def test_two_saved_plans_are_compared(collab: Collab) -> None:
    works = collab(*_ASKED, "--set", "save=one.yaml", "-f", "ids").out.split()
    collab(*_ASKED, "--set", f"without={works[0]}", "--set", "save=two.yaml", "-f", "ids")
    run = collab("plan", "--compare", "one.yaml", "two.yaml", "-f", "json")
    changes = {each["work"]: each["change"] for each in json.loads(run.out)}
    assert changes[works[0]] == "dropped"
    assert "worth" in run.err
    same = collab("plan", "--compare", "one.yaml", "one.yaml", "-f", "ids")
    assert (same.out, same.err) == ("", "The same plan.\n")


def test_the_steps_of_the_saved_plan_are_due_and_stand_in_a_calendar(collab: Collab) -> None:
    Path("library.yaml").write_text("goals: [literacy]\nhours: 4\n", encoding="utf-8")
    asked = (*_ASKED, "--set", "save=plan.yaml", "--set", "calendar=plan.ics")
    steps = json.loads(collab(*asked, "--steps", "-f", "json").out)
    due = json.loads(collab("due", "--all", "--on", steps[0]["day"], "-f", "json").out)
    assert [each["on"] for each in due] == [step["day"] for step in steps]
    assert {each["kind"] for each in due} == {"plan"}
    assert Path("plan.ics").read_bytes().count(b"BEGIN:VEVENT") == len(steps)


def test_an_organization_on_stdin_is_the_partner(collab: Collab) -> None:
    found = json.dumps({"name": "Prairie Literacy", "partner": "literacy-council", "id": "x-1"})
    run = collab(*_ASKED[:3], *_GOALS, "--only", "-", "-f", "json", stdin=found)
    works = json.loads(run.out)
    assert {each["organization"] for each in works} == {"Prairie Literacy"}


def test_a_card_is_no_wider_than_the_terminal(collab: Collab) -> None:
    for more in ((), ("--steps",), ("--explain",)):
        shown = collab(*_ASKED, *more, "-f", "table").out
        assert shown
        assert max(map(len, shown.splitlines())) <= 80


def test_a_broken_plan_is_told_beside_what_is_due(collab: Collab) -> None:
    Path("library.yaml").write_text("goals: [literacy]\nhours: 4\n", encoding="utf-8")
    collab("track", "Prairie Reads")
    collab("log", "prairie", "they send dates by Dec 3", "--on", "2026-11-20")
    Path("plan.yaml").write_text("start: soon\nworks: 7\n", encoding="utf-8")
    run = collab("due", "--all", "--on", "2026-11-26", "-f", "json")
    assert any("dates" in each["what"] for each in json.loads(run.out))
    assert run.code == 3
    assert "plan.yaml" in run.err
    assert "Traceback" not in run.err
    checked = collab("check")
    assert checked.code == 3
    assert "plan.yaml" in checked.out


def test_weights_are_set_by_the_profile_and_over_it_by_an_option(collab: Collab) -> None:
    def worth(*weights: str) -> float:
        plan = Workspace.open().plan(
            hours="4", goal=["literacy"], start=date(2027, 1, 5), only=_WORKS, weight=weights
        )
        return plan.year.worth

    usual = worth()
    assert worth("backed=0.25") == usual
    more = worth("backed=1")
    assert more > usual
    Path("library.yaml").write_text("planning:\n  backed: 1\n", encoding="utf-8")
    assert worth() == more
    assert worth("backed=0.25") == usual
    full = Workspace.open().plan(hours="4", goal=["literacy"], only=_WORKS, care="full").year.worth
    none_back = ("reserved=0", "uncertain=0", "backed=1")
    careful = Workspace.open().plan(hours="4", goal=["literacy"], only=_WORKS, weight=none_back)
    assert careful.year.worth == full
    assert "The same plan" in collab(*_ASKED, "--what-if", "weight=backed=1").err
    Path("library.yaml").write_text("planning:\n  backed: 7\n", encoding="utf-8")
    assert "planning.backed" in collab("check", "library.yaml").out


def test_two_works_that_do_the_same_are_named(collab: Collab) -> None:
    works = ("period-supplies", "blood-pressure-kits")
    same = [part for work in works for part in ("--set", f"must={work}")]
    run = collab("plan", "--hours", "6", "--set", "from=2027-01", "-g", "health-literacy", *same)
    assert run.code == 0, run.err
    assert "do the same" in run.err


def test_what_runs_without_a_work_of_the_catalog_takes_its_counted_hours(collab: Collab) -> None:
    Path("library.yaml").write_text("goals: [literacy]\nhours: 4\n", encoding="utf-8")
    day = date.today() - timedelta(days=20)  # noqa: DTZ011 - as the program counts
    before = collab("plan", *_FEW, "-f", "ids").err
    collab("track", "Prairie Reads")
    collab("log", "prairie", "stage: active")
    assert collab("plan", *_FEW, "-f", "ids").err == before
    counted = collab("count", "prairie", "hours", "5", "--on", day.isoformat())
    assert counted.code == 0, counted.err
    run = collab("plan", *_FEW, "-f", "ids")
    assert "5 hours a month were left to Prairie Reads" in run.err, run.err
    assert "of 148 hours" in run.err
    collab("change", "prairie", "hours=7")
    assert "7 hours a month were left to Prairie Reads" in collab("plan", *_FEW, "-f", "ids").err


def test_running_work_takes_the_hours_that_were_counted_or_are_stated(collab: Collab) -> None:
    Path("library.yaml").write_text("goals: [literacy]\nhours: 4\n", encoding="utf-8")
    day = date.today() - timedelta(days=20)  # noqa: DTZ011 - as the program counts
    collab("track", "Prairie Reads")
    collab("change", "prairie", "work=adult-tutoring-rooms", "partner=literacy-council")
    collab("log", "prairie", "stage: active")
    collab("count", "prairie", "hours", "3", "--on", day.isoformat())
    works = json.loads(collab("plan", *_FEW, "-f", "json").out)
    (own,) = [each for each in works if each["work"] == "adult-tutoring-rooms"]
    assert (own["running"], own["organization"]) == (True, "Prairie Reads")
    assert own["whole"] == [36.0, 36.0]
    collab("change", "prairie", "hours=2.5")
    works = json.loads(collab("plan", *_FEW, "-f", "json").out)
    assert [each["whole"] for each in works if each["running"]] == [[30.0, 30.0]]


def test_fault_3_2_4_goals_of_the_librarys_own_plan_count_in_plan_and_chart(
    collab: Collab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "library.yaml").write_text(
        "name: Prairie Library\n"
        "strategic_goals:\n"
        "  - name: Every adult reads\n"
        "    goals: [literacy]\n"
    )
    monkeypatch.chdir(tmp_path)
    planned = json.loads(collab("plan", "--hours", "4", *_FEW, "-f", "json").out)
    chart = json.loads(collab("chart", "-f", "json").out)
    assert {goal for work in planned for goal in work["carries"]} == {"literacy"}
    assert [row["goal"] for row in chart] == ["literacy"]
