"""A request is taken down, weighed, decided by a person and answered; nothing is decided by itself."""

import io
import json
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.catalog.policy import Weight
from collabkit.errors import ExitCode
from collabkit.requests.events import ANSWERS
from collabkit.requests.weighing import Weighed, suggest
from collabkit.requests.writing import fields_of
from conftest import Collab
from samples import HOSTILE, OBEYED
from shipped import CATALOG
from terminal import Terminal

MAKERS = ("request", "add", "Valley Makers", "--wants", "a repair night in your room, monthly")


def _show(collab: Collab, name: str, *more: str) -> dict[str, Any]:
    run = collab("request", "show", name, "-f", "ndjson", *more)
    assert run.code == 0, run.err
    found: dict[str, Any] = json.loads(run.out)
    return found


def _log(id_: str) -> list[str]:
    return Path("requests", id_, "log.txt").read_text("utf-8").splitlines()


def test_a_request_goes_from_its_letter_to_a_refusal_with_another_reason_than_taste(
    collab: Collab,
) -> None:
    Path("letter.txt").write_text(
        "From: Glow Oils LLC\nDate: 2026-05-20\nContact: Pat Glow\nPhone: 785 555 0100\n\n"
        "We would love to show parents our oils.\nWe take orders.\n",
        encoding="utf-8",
    )
    assert collab("request", "add", "--file", "letter.txt").out == "glow-oils-llc\n"
    weighed = collab(
        "request", "decide", "glow", "-a", "no-selling=no: they take orders", "-a", "no-side=no"
    )
    assert "This speaks for: no. You decide." in weighed.out
    assert "Nothing is decided." in weighed.err
    assert _show(collab, "glow")["decision"] is None

    decided = collab("request", "decide", "glow", "no", "--because", "story time is no shop")
    assert decided.out == "glow-oils-llc: no\n"
    letter = collab("request", "reply", "glow").out
    assert "Dear Pat Glow" in letter
    assert "**No selling.** We cannot give room or time to what sells" in letter
    assert "Story time is no shop." in letter
    assert "they take orders" not in letter  # what she noted for herself
    assert not Path("partnerships").exists()
    assert _log("glow-oils-llc") == [
        "2026-05-20 asked: We would love to show parents our oils. We take orders.",
        "2026-06-01 weighed: no-selling no, they take orders",
        "2026-06-01 weighed: no-side no",
        "2026-06-01 decided: no, story time is no shop",
    ]


def test_a_yes_becomes_a_partnership_with_its_people(collab: Collab) -> None:
    collab(*MAKERS, "--brings", "eight volunteers", "--person", "Ada Blix", "--email", "a@example.org", "--goal", "stem", "--on", "2026-05-10")  # fmt: skip
    run = collab("request", "decide", "makers", "yes", "-b", "the room is free")

    assert run.code == 0
    folder = Path("partnerships/valley-makers")
    assert (folder / "log.txt").read_text("utf-8").splitlines() == [
        "2026-05-10 they asked for this: a repair night in your room, monthly",
        "2026-06-01 stage: talk",
        "2026-06-01 we said yes",
    ]
    assert "goals: [stem]" in (folder / "partnership.yaml").read_text("utf-8")
    assert "Ada Blix" in (folder / "contacts.yaml").read_text("utf-8")
    assert _show(collab, "makers")["partnership"] == "valley-makers"
    letter = collab("request", "reply", "makers").out
    assert "Yes, we would like to do it with you. The room is free." in letter
    assert "You offered eight volunteers" in letter


def test_a_yes_to_somebody_who_is_kept_is_logged_there(collab: Collab) -> None:
    collab("track", "Valley Makers", "--on", "2026-01-01")
    collab(*MAKERS)
    assert collab("request", "decide", "makers", "yes").code == 0

    lines = Path("partnerships/valley-makers/log.txt").read_text("utf-8").splitlines()
    assert lines[1:] == [
        "2026-06-01 they asked for this: a repair night in your room, monthly",
        "2026-06-01 we said yes",
    ]
    assert not Path("partnerships/valley-makers-2").exists()


def test_later_names_what_is_a_matter_of_time_and_a_day(collab: Collab) -> None:
    collab(*MAKERS)
    collab("request", "decide", "makers", "-a", "room-there=no", "-a", "no-side=no")
    collab("request", "decide", "makers", "later")
    letter = collab("request", "reply", "makers", "--again", "2027-03-01").out

    assert "The room or the equipment" in letter
    assert "recommended one product" not in letter
    assert "We look at it again on March 1, 2027" in letter
    assert "[date]" in collab("request", "reply", "makers").out


def test_records_suggest_and_say_where_they_have_it_from(collab: Collab) -> None:
    profile = Path("library.yaml").read_text("utf-8") + "goals: [literacy]\n"
    Path("library.yaml").write_text(profile, encoding="utf-8")
    collab("track", "Valley Makers", "--on", "2026-01-01")
    collab("log", "valley", "went: badly, keys lost", "--on", "2026-02-01")
    collab(*MAKERS, "--goal", "stem", "--from", "2026-06-10")
    found = {each["id"]: each for each in _show(collab, "makers")["weighed"]}

    assert found["serves-goals"]["suggested"] == "no"
    assert found["went-well-before"]["suggested"] == "no"
    assert "partnerships/valley-makers" in found["went-well-before"]["reason"]
    assert found["asked-in-time"]["suggested"] == "no"
    assert found["both-give"]["suggested"] == "partly"
    assert all(each["answer"] is None for each in found.values())
    collab("request", "decide", "makers", "no")
    assert "Our plan for these years" not in collab("request", "reply", "makers").out


def test_her_answer_counts_more_than_the_records_and_the_last_one_most(collab: Collab) -> None:
    collab(*MAKERS)
    for answer in ("no", "yes"):
        collab("request", "decide", "makers", "-a", f"both-give={answer}: they bring tools")
    found = {each["id"]: each for each in _show(collab, "makers")["weighed"]}

    assert (found["both-give"]["answer"], found["both-give"]["why"]) == ("yes", "they bring tools")


def test_the_policy_is_the_librarys_to_change(collab: Collab) -> None:
    Path("catalog").mkdir()
    Path("catalog/criteria.yaml").write_text(
        "- id: no-selling\n  hide: true\n"
        "- id: board-knows\n  label: the board knows\n  summary: Ours.\n  source: practice\n"
        "  question: Does the board know?\n  weight: must\n  unmet: Our board decides such things.\n"
        "  settle: what our board says\n",
        encoding="utf-8",
    )
    collab(*MAKERS)
    ids = [each["id"] for each in _show(collab, "makers")["weighed"]]
    assert "board-knows" in ids
    assert "no-selling" not in ids

    collab("request", "decide", "makers", "no", "-a", "board-knows=no")
    assert "Our board decides such things." in collab("request", "reply", "makers").out
    assert collab("request", "decide", "makers", "-a", "no-selling=no").code == ExitCode.USAGE


def test_the_letter_is_the_librarys_to_change_and_comes_in_every_format(collab: Collab) -> None:
    collab(*MAKERS)
    assert collab("request", "reply", "makers").code == ExitCode.USAGE
    collab("request", "decide", "makers", "no")
    assert collab("request", "reply", "makers", "-o", "a.docx").code == 0
    assert collab("request", "reply", "makers", "-o", "a.docx").code == 1
    assert _log("valley-makers")[-1] == "2026-06-01 letter: a.docx"
    assert collab("templates", "copy", "answer").code == 0
    Path("templates/answer.md.j2").write_text("No, {{ to }}.\n", encoding="utf-8")
    assert collab("request", "reply", "makers").out.strip().endswith("No, Valley Makers.")


def test_a_refusal_names_another_door_where_the_directory_knows_one(
    collab: Collab, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLLAB_DIRECTORY", "directory")
    registers = Path(__file__).parents[1] / "data/registers/eo_mt.csv"
    assert collab("directory", "load", str(registers)).code == 0
    Path("library.yaml").write_text("name: Ours\nplace: Missoula, MT\nzip: 59801\n", encoding="utf-8")  # fmt: skip
    collab("request", "add", "Cooks", "--wants", "a kitchen", "--goal", "food-security")
    collab("request", "decide", "cooks", "no")
    run = collab("request", "reply", "cooks")

    assert "nearby may be able to help:" in run.out
    assert "Missoula, MT" in run.out
    assert "names another door: " in run.err
    assert "nearby" not in collab("request", "reply", "cooks", "--no-doors").out


def test_people_are_private(collab: Collab) -> None:
    collab(*MAKERS, "--person", "Ada Blix", "--phone", "785 555 0100")
    for command in (("list",), ("show", "makers")):
        for form in ("ndjson", "csv", "table"):
            assert "Ada Blix" not in collab("request", *command, "-f", form).out
    assert _show(collab, "makers", "--people")["people"] == ["Ada Blix"]


def test_a_list_has_those_that_wait_first(collab: Collab) -> None:
    collab(*MAKERS, "--on", "2026-05-20")
    collab("request", "add", "Others", "--wants", "x", "--on", "2026-05-01")
    collab("request", "add", "Done", "--wants", "y", "--on", "2026-04-01")
    collab("request", "decide", "done", "no")
    rows = [json.loads(line) for line in collab("request", "list").out.splitlines()]

    assert [row["id"] for row in rows] == ["others", "valley-makers", "done"]
    assert [row["waits"] for row in rows] == [31, 12, None]
    lines = collab("request", "list", "-f", "table").out.splitlines()
    assert max(map(len, lines)) <= 80


def test_the_same_may_ask_again(collab: Collab) -> None:
    collab(*MAKERS)
    assert collab(*MAKERS).out == "valley-makers-2\n"
    assert collab("request", "show", "makers").code == ExitCode.USAGE
    assert _show(collab, "valley-makers")["id"] == "valley-makers"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("add",), "it is not said who asks"),
        (("add", "X"), "it is not said what they want"),
        (("add", "!!", "-w", "x"), "'!!' has no letter in it"),
        (("add", "X", "-w", "y", "--from", "soonish"), "'soonish' is no day"),
        (("add", "X", "-w", "y", "--goal", "nope"), "no goal called 'nope'"),
        (("add", "X", "-w", "y", "--partner", "nope"), "no partner called 'nope'"),
        (("add", "--file", "nowhere.txt"), "nowhere.txt: No such file or directory"),
        (("show", "nobody"), "no request called 'nobody'"),
        (("decide", "nobody", "no"), "no request called 'nobody'"),
        (("decide", "makers", "perhaps"), "'perhaps' is no decision"),
        (("decide", "makers", "-a", "x"), "'x' is no answer"),
        (("decide", "makers", "-a", "nope=no"), "no criterion called 'nope'"),
        (("reply", "makers"), "nothing is decided about valley-makers yet"),
    ],
)
def test_what_cannot_be_is_told(collab: Collab, arguments: tuple[str, ...], said: str) -> None:
    collab(*MAKERS)
    run = collab("request", *arguments)
    assert run.code in {1, 2}
    assert run.out == ""
    assert run.err.startswith(f"collab: {said}")


def test_broken_files_are_named_and_the_rest_goes_on(collab: Collab) -> None:
    collab(*MAKERS)
    collab("request", "add", "Others", "--wants", "x")
    Path("requests/others/request.yaml").write_text("naem: x\n", encoding="utf-8")
    run = collab("request", "list", "-f", "ids")

    assert (run.code, run.out) == (ExitCode.DATA, "valley-makers\n")
    assert "others/request.yaml:1:1: naem" in run.err


def test_check_reads_requests_too(collab: Collab) -> None:
    collab(*MAKERS)
    log = Path("requests/valley-makers/log.txt")
    log.write_text("2026-05-01 weighed: nope yes\n2026-05-01 decided: perhaps\n", encoding="utf-8")
    run = collab("check")

    assert run.code == ExitCode.DATA
    assert "nothing in criteria is called 'nope'" in run.out + run.err
    assert "says not what; write it like" in run.out + run.err


def test_check_names_an_id_of_a_request_that_is_in_no_catalog(collab: Collab) -> None:
    collab(*MAKERS, "--goal", "stem")
    facts = Path("requests/valley-makers/request.yaml")
    facts.write_text(facts.read_text("utf-8").replace("[stem]", "[stemm]"), encoding="utf-8")
    run = collab("check")

    assert run.code == ExitCode.DATA
    assert (
        "request.yaml:14:9: goals[0]: nothing in goals is called 'stemm'; did you mean 'stem'?"
        in run.out
    )


def test_stdin_and_odd_letters(collab: Collab, monkeypatch: pytest.MonkeyPatch) -> None:
    letter = io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbfWho: Makers\r\nWants: a room\r\n"))
    monkeypatch.setattr("sys.stdin", letter)
    assert collab("request", "add", "--file", "-").out == "makers\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe\x00")))
    assert collab("request", "add", "X", "--file", "-").code == ExitCode.USAGE


def test_hostile_words_come_out_as_they_are_and_act_nowhere(collab: Collab) -> None:
    for number, text in enumerate(HOSTILE[::40]):
        if text.strip():
            collab("request", "add", f"Group {number}", "--wants", text, "--brings", text)
    listed = collab("request", "list", "-f", "table")
    assert not OBEYED.search(listed.out.replace("\n", ""))
    for each in collab("request", "list", "-f", "ids").out.split():
        collab("request", "decide", each, "no", "--because", HOSTILE[3])
        assert not OBEYED.search(collab("request", "reply", each).out.replace("\n", ""))


@given(st.text(max_size=300))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    found = fields_of(text)
    assert all(value.strip() for value in found.values())


CRITERIA = tuple(CATALOG.criteria.values())


def _weighed(weight: Weight, answer: Any) -> Weighed:  # noqa: ANN401 - an answer or nothing
    return Weighed("x", "x", "X?", weight, answer, None, None, None, None)


@given(
    st.lists(
        st.tuples(st.sampled_from(["must", "later", "should"]), st.sampled_from([*ANSWERS, None])),
        max_size=8,
    )
)
def test_a_suggestion_never_contradicts_an_answer(pairs: list[tuple[Weight, Any]]) -> None:
    found = suggest([_weighed(weight, answer) for weight, answer in pairs])

    if ("must", "no") in pairs:
        assert found.decision == "no"
    elif ("must", None) in pairs:
        assert found.decision is None
    elif ("later", "no") in pairs:
        assert found.decision == "later"
    else:
        assert found.decision == "yes"


def test_a_better_answer_never_makes_a_suggestion_worse() -> None:
    rank = {"no": 0, "later": 1, "yes": 2}
    better = {"no": ["partly", "yes"], "partly": ["yes"], "yes": []}
    weights: tuple[Weight, ...] = ("must", "later", "should")
    for answers in product(ANSWERS, repeat=3):
        before = suggest([_weighed(w, a) for w, a in zip(weights, answers, strict=True)])
        for at, answer in enumerate(answers):
            for other in better[answer]:
                changed = [*answers[:at], other, *answers[at + 1 :]]
                after = suggest([_weighed(w, a) for w, a in zip(weights, changed, strict=True)])
                assert rank[after.decision or "no"] >= rank[before.decision or "no"]


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda each: each.id)
def test_every_criterion_is_asked_so_that_yes_speaks_for_it_and_is_kind(criterion: Any) -> None:  # noqa: ANN401
    assert criterion.question.endswith("?")
    assert criterion.unmet.endswith(".")
    assert "you must" not in criterion.unmet.lower()
    assert not criterion.settle.endswith(".")


def test_a_terminal_asks_one_question_at_a_time_and_decides_nothing_by_itself() -> None:
    with Terminal("request", "add") as terminal:
        terminal.wait_for("Who asks: the organization's name")
        terminal.type("Valley Makers")
        terminal.wait_for("What they want, in their words")
        terminal.type("a repair night")
        for asked in ("What they say they bring", "first day", "last day", "a name", "Telephone", "E-mail"):  # fmt: skip
            terminal.wait_for(asked)
            terminal.type("")
        terminal.wait_for("Next: collab request decide valley-makers")
    with Terminal("request", "decide", "makers") as terminal:
        for number in range(1, len(CRITERIA) + 1):
            terminal.wait_for(f"{number}/{len(CRITERIA)} ")
            terminal.type("no, they sell" if number == 3 else "")
        terminal.wait_for("This speaks for: no. You decide.")
        terminal.wait_for("What do you decide")
        terminal.type("")
        terminal.wait_for("Nothing is decided.")
    lines = _log("valley-makers")
    assert len(lines) == 2
    assert lines[1].endswith("weighed: no-selling no, they sell")
