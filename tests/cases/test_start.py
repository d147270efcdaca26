"""``collab start`` and ``collab answer``: on a terminal a key an answer, in a pipe one record and no question."""

import json
from pathlib import Path

import pytest

from cases.made import WISHES, engine, walk
from collabkit import Workspace
from collabkit.cases.questions import Turn
from collabkit.cli.start.screen import laid_out
from collabkit.records import from_record, to_record
from conftest import Collab
from terminal import Terminal

WISH = "kids who can't read"


@pytest.fixture
def library(clean_machine: Path) -> Path:
    """Return a workspace."""
    (clean_machine / "library.yaml").write_text("name: Elm Library\n", encoding="utf-8")
    return clean_machine


pytestmark = pytest.mark.usefixtures("library")


def test_a_pipe_gets_one_record_and_is_asked_nothing(collab: Collab, library: Path) -> None:
    asked, next_ = collab("start", WISH), collab("start", WISH, "--next", "-f", "json")

    record = json.loads(next_.out)
    assert json.loads(asked.out) == record
    assert set(record) == {"case", "known", "question", "ready"}
    assert record["question"]["id"] == "work"
    assert to_record(from_record(Turn, record)) == record
    assert not (library / "partnerships").exists()


def test_answers_lead_from_words_to_a_paper(collab: Collab) -> None:
    name = collab("start", WISH, "--keep").out.strip()
    for answer in ("work=reading-buddies", "body=Lowell Elementary", "when=Mondays at 4"):
        assert collab("answer", name, answer).code == 0

    left = json.loads(collab("start", name, "--next").out)
    letter = collab("propose", "--partnership", name, "--as", "email")

    assert left["case"]["body"] == "elementary school"
    assert left["ready"][0] == "email"
    assert "Lowell Elementary" in letter.out
    assert "Mondays at 4" in letter.out
    assert WISH not in letter.out


def test_options_of_one_run_win_for_it_and_keep_writes_them_down(collab: Collab) -> None:
    name = collab("start", WISH, "--keep").out.strip()
    collab("answer", name, "work=reading-buddies", "body=k12-school", "when=Mondays at 4")
    write = ("propose", "--partnership", name, "--as", "email")

    once = collab(*write, "--set", "when=Fridays at 3")
    after = collab(*write)
    kept = collab(*write, "--set", "when=Fridays at 3", "--keep")

    assert "Fridays at 3" in once.out
    assert "Mondays at 4" in after.out
    assert "Fridays at 3" in kept.out
    assert "Fridays at 3" in collab(*write).out


@pytest.mark.parametrize("paper", ["email", "script", "one-pager", "proposal"])
def test_no_paper_about_a_work_of_her_own_quotes_the_wish(collab: Collab, paper: str) -> None:
    name = collab("start", "that man does nothing for us", "--keep").out.strip()
    collab("answer", name, "work=none", "words=own", "body=k12-school", "name=A bike lesson")

    letter = collab("propose", "--partnership", name, "--as", paper)

    assert "bike lesson" in letter.out
    assert "that man" not in letter.out
    assert collab("propose", "--partnership", name, "--as", "agreement").code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("start",),
        ("start", " "),
        ("answer", "nobody", "work=none"),
        ("propose", "food-bank", "--goal", "food-security", "--keep"),
    ],
)
def test_what_cannot_be_asked_is_told(collab: Collab, arguments: tuple[str, ...]) -> None:
    run = collab(*arguments)

    assert run.code == 2
    assert run.err.startswith("collab: ")


@pytest.mark.parametrize("wish", WISHES)
@pytest.mark.parametrize("pick", range(6))
def test_no_screen_is_higher_or_wider_than_the_terminal(wish: str, pick: int) -> None:
    for case, question, _, _ in walk(wish, [pick] * 12):
        lines = laid_out(engine().turn(case), question)

        assert len(lines) <= 22
        assert max(map(len, lines)) <= 80


def test_a_key_answers_and_the_case_ends_with_a_paper_in_its_folder() -> None:
    with Terminal("start", WISH) as terminal:
        terminal.wait_for("Which of these do you mean?")
        terminal.press("1")
        terminal.wait_for("Whom do you want to ask?")
        terminal.press("1")
        terminal.wait_for("Which of these do you mean by")
        terminal.press("b")
        terminal.wait_for("Whom do you want to ask?")
        terminal.press("1")
        terminal.wait_for("Which of these do you mean by")
        terminal.press("1")
        terminal.wait_for("When would it be")
        terminal.type("w")
        terminal.wait_for("goes on.")
        assert terminal.end() == 0

    [kept] = Workspace.open().partnerships
    assert (kept.folder / "email.md").read_text(encoding="utf-8") in terminal.screen
    assert kept.log.entries[-1].word == "paper"


def test_who_stops_finds_the_case_again() -> None:
    with Terminal("start", WISH) as terminal:
        terminal.wait_for("Which of these do you mean?")
        terminal.press("2")
        terminal.wait_for("Whom do you want to ask?")
        terminal.press("q")
        terminal.wait_for("Kept. Go on any time: collab start")
        assert terminal.end() == 0

    [kept] = Workspace.open().partnerships
    assert kept.id in terminal.screen
    with Terminal("start", kept.id) as terminal:
        terminal.wait_for("Whom do you want to ask?")


def test_a_session_that_is_killed_has_kept_every_answer() -> None:
    with Terminal("start", WISH) as terminal:
        terminal.wait_for("Which of these do you mean?")
        terminal.press("1")
        terminal.wait_for("Whom do you want to ask?")
        terminal.program.kill()

    [kept] = Workspace.open().partnerships
    assert kept.facts.work is not None


def test_collab_alone_on_a_terminal_offers_to_begin() -> None:
    with Terminal() as terminal:
        terminal.wait_for("What do you want?")
        terminal.type("kids who can't read")
        terminal.wait_for("Which of these do you mean?")


def test_start_asks_for_the_words_so_that_no_shell_reads_them() -> None:
    with Terminal("start") as terminal:
        terminal.wait_for("in your own words")
        terminal.type("kids who can't read")
        terminal.wait_for("Which of these do you mean?")


def test_a_match_that_is_unsure_names_start_on_a_terminal_alone(collab: Collab) -> None:
    unsure = ("match", "qwxz immigrants plimpf")
    with Terminal(*unsure) as terminal:
        terminal.wait_for("collab start")

    assert "collab start" not in collab(*unsure).err
