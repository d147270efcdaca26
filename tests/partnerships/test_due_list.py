"""The list of what is due, and what it leaves for later."""

from datetime import date
from pathlib import Path

from collabkit import Workspace
from partnerships.conftest import Write

LOG = """\
2026-05-01 we promise: bring keys by 2026-06-10
2026-05-01 we promise: print flyers by 2026-12-01
2026-05-01 we promise: look for chairs
2027-01-01 met
"""


def test_what_is_soon_and_what_is_later_are_the_whole_list(write: Write) -> None:
    write("prairie", LOG)
    found = Workspace.open().partnerships.due(on=date(2026, 6, 1))
    soon = found.soon()

    assert [each.what for each in soon] == ["bring keys", "look for chairs"]
    assert soon.later == len(found) - len(soon) == 1
    assert {note.about for note in soon.notes} == {"further-ahead", "future-entries"}
    assert {note.about for note in found.notes} == {"future-entries"}


def test_a_list_of_nothing_says_so(home: Path) -> None:
    del home
    (note,) = Workspace.open().partnerships.due().notes

    assert note.text == note.for_command == "Nothing is due."
