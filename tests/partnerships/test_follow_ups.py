"""What one of us is to do, and meetings: in `due` and in the calendar, with their time."""

import json
from pathlib import Path

import pytest

from conftest import Collab
from partnerships.conftest import Write


@pytest.fixture
def file(write: Write, home: Path) -> Path:
    """A log of one line."""
    write("prairie", "2026-05-01 met the director\n", "name: Prairie\n")
    return home / "prairie/log.txt"


def test_follow_ups_and_meetings_are_due_until_they_are_done_or_over(
    collab: Collab, file: Path
) -> None:
    collab("log", "prairie", "Call Gene June 9. Coffee w/ Rev. Ellis 6/10 8am")
    before = [json.loads(line) for line in collab("due").out.splitlines()]
    collab("log", "prairie", "kept: call Gene")
    after = [
        json.loads(line)["kind"] for line in collab("due", "--on", "2026-06-11").out.splitlines()
    ]

    assert [
        (each["kind"], each["on"], each["time"]) for each in before if each["kind"] != "cold"
    ] == [
        ("follow up", "2026-06-09", None),
        ("meeting", "2026-06-10", "08:00"),
    ]
    assert "meeting" not in after
    assert "follow up" not in after
    assert collab("check").out == ""
    assert file.exists()


def test_a_calendar_has_the_hour_of_a_meeting_and_alarms(collab: Collab, file: Path) -> None:
    collab("log", "prairie", "Call Gene June 9. Coffee w/ Rev. Ellis 6/10 8am")

    text = collab("export", "calendar").out.replace("\r\n", "\n")

    assert "DTSTART:20260610T080000\nDURATION:PT1H" in text
    assert "DTSTART;VALUE=DATE:20260609" in text
    assert text.count("BEGIN:VALARM") == 2
    assert file.exists()
