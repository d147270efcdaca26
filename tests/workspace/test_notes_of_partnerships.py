"""What a command says of partnerships and requests comes with the answer, so that any face can show it."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from collabkit import Workspace
from collabkit.notes import Note
from collabkit.workspace import roll_up
from conftest import Collab
from partnerships.conftest import Write, home, wall, write

__all__ = ["home", "wall", "write"]

LOG = """\
2026-01-05 stage: pilot until 2026-03-01
2026-01-12 met the coordinator
2026-02-02 we promise: send the room plan by 2026-02-10
2026-02-03 they promise: send dates by 2026-02-12
2026-08-01 met again
"""
FACTS = "name: Prairie Reads\npartner: literacy-council\nwork: adult-tutoring-rooms\ngoals: [literacy]\n"


@pytest.fixture(autouse=True)
def folder(write: Write) -> Path:
    """One partnership, with promises that are late and a line from the future."""
    return write("prairie-reads", LOG, FACTS)


def _decided() -> tuple[Note, ...]:
    requests = Workspace.open().requests
    one = requests.add("Valley Makers", "a repair night")
    musts = [each.id for each in requests.status(one).weighed if each.weight == "must"]
    requests.answer(one, dict.fromkeys(musts, ("no", "")))
    return requests.decide(one, "later").notes


ANSWERS: dict[str, tuple[Sequence[str], Callable[[], tuple[Note, ...]]]] = {
    "due": (["due"], lambda: Workspace.open().partnerships.due().soon().notes),
    "log": (
        ["log", "prairie", "stage pilot"],
        lambda: Workspace.open().partnerships.log("prairie", "stage pilot").notes,
    ),
    "change": (
        ["change", "prairie", "end=2026-07-01"],
        lambda: Workspace.open().partnerships.change("prairie", {"end": "2026-07-01"}).notes,
    ),
    "count": (
        ["count", "prairie", "cookies", "12"],
        lambda: Workspace.open().partnerships.count("prairie", "cookies", "12").notes,
    ),
    "counted": (["count"], lambda: Workspace.open().partnerships.counted().notes),
    "health": (
        ["health", "prairie"],
        lambda: Workspace.open().partnerships.health("prairie").notes,
    ),
    "review": (
        ["review", "prairie"],
        lambda: Workspace.open().partnerships.review("prairie").notes,
    ),
    "report": (["report"], lambda: Workspace.open().evidence().notes),
    "requests": (["request", "list"], lambda: Workspace.open().requests.all().notes),
    "roll-up": (["roll-up", "."], lambda: roll_up(".").notes),
}


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_command_says_what_comes_with_the_answer(
    collab: Collab, answer: str, folder: Path
) -> None:
    if answer == "change":
        with (folder / "log.txt").open("a", encoding="utf-8") as log:
            log.write("2026-02-20 agreement: signed until 2026-12-31\n")
    if answer == "roll-up":
        (folder / "partnership.yaml").write_text("name: [\n", encoding="utf-8")
    arguments, ask = ANSWERS[answer]
    before = {file: file.read_bytes() for file in folder.iterdir()}
    run = collab(*arguments)
    for file in folder.iterdir():
        file.write_bytes(before[file]) if file in before else file.unlink()
    notes = ask()

    assert notes
    assert "".join(f"{note.for_command}\n" for note in notes) in run.err


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_note_names_no_option_where_it_is_not_for_a_command_line(answer: str) -> None:
    _, ask = ANSWERS[answer]

    for note in ask():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", note.about)
        assert not re.search(r"--\w|`collab|collab \w+ [A-Z]", note.text)


def test_a_decision_against_the_policy_is_noted() -> None:
    (note,) = _decided()

    assert note.text == "The policy spoke for no."
    assert note.for_command == (
        "The policy spoke for no; --because writes down why you decide otherwise."
    )
