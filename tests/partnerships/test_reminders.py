"""Papers that a stage asks for are waited for until they are written, and thanks for a while only."""

import json
from datetime import date

import pytest

from collabkit import Workspace
from conftest import Collab
from partnerships.conftest import Write

WRITE = "write down what was agreed, in a letter or an agreement"
THANK, BACK = "write to thank them", "look back together, in a debrief"
BACK_AND_LOG = f"{BACK}, then log how it went"


@pytest.mark.parametrize(
    ("log", "facts", "asked"),
    [
        ("2026-05-20 stage: talk\n", "", []),
        ("2026-05-20 stage: pilot\n", "", [WRITE]),
        ("2026-05-20 stage: pilot\n2026-05-21 paper: agreement, agreement.docx\n", "", []),
        ("2026-05-20 stage: pilot\n2026-05-21 paper: Letter of agreement\n", "", []),
        ("2026-05-20 stage: pilot\n2026-05-21 paper: email, first.md\n", "", [WRITE]),
        ("2026-05-20 stage: pilot\n2026-05-21 agreement: signed until 2027-05-01\n", "", []),
        ("2026-05-20 stage: pilot\n", "agreement: {file: a.docx}\n", []),
        ("2026-03-01 stage: pilot until 2026-05-15\n2026-03-02 paper: agreement\n", "", []),
        ("2026-03-01 stage: pilot\n2026-05-20 stage: active\n", "", [THANK, BACK_AND_LOG]),
        ("2026-03-01 stage: pilot\n2026-05-20 stage: active\n2026-05-20 went: well\n", "", [THANK, BACK]),
        ("2026-03-01 stage: active\n2026-05-20 stage: ended\n2026-05-21 paper: thanks\n", "", [BACK_AND_LOG]),
        ("2026-03-01 stage: active\n2026-05-18 paper: debrief\n2026-05-20 stage: ended\n", "", [THANK]),
        ("2025-03-01 stage: active\n2025-05-20 stage: ended\n", "", []),
        ("2026-03-01 stage: talk\n2026-05-20 stage: ended\n", "", []),
        ("2026-03-01 stage: active\n2026-05-20 stage: renew\n", "", []),
    ],
)  # fmt: skip
def test_a_paper_is_asked_for_at_its_stage(
    collab: Collab, write: Write, log: str, facts: str, asked: list[str]
) -> None:
    write("prairie", log, f"name: Prairie\n{facts}")
    rows = [json.loads(line) for line in collab("due").out.splitlines()]

    assert [row["what"] for row in rows if row["kind"] == "paper"] == asked


def test_a_paper_that_was_proposed_is_waited_for_no_more(collab: Collab, write: Write) -> None:
    folder = write("prairie", "2026-05-20 stage: pilot\n", "name: P\npartner: literacy-council\n")
    assert WRITE in collab("due").out
    made = collab("propose", "--partnership", "prairie", "--as", "agreement", "-o", str(folder / "a.md"), "--set", "date=2026-05-30")  # fmt: skip

    assert made.code == 0, made.err
    assert WRITE not in collab("due").out


def test_a_pilot_past_its_last_day_is_to_be_looked_back_on(write: Write) -> None:
    write(
        "prairie",
        "2026-03-01 stage: pilot until 2026-05-25\n2026-03-02 agreement: signed until 2026-12-31\n",
    )
    asked = [each.what for each in Workspace.open().partnerships.due(on=date(2026, 6, 1))]

    assert {THANK, BACK_AND_LOG} <= set(asked)
