"""Exports open in programs that others wrote, are the same twice, and name nobody unless told."""

import csv
import io
from datetime import date

import pytest
import vobject
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from openpyxl import load_workbook

from collabkit import Workspace
from collabkit.exports.formats import EXPORTS
from conftest import Collab
from partnerships.conftest import Write
from samples import HOSTILE

LOG = """\
2026-05-01 met
2026-05-02 we promise (Zoe Quux): bring keys, and a lamp by 2026-06-03
2026-05-02 they promise: call
2026-05-03 stage: pilot
"""
FACTS = 'name: Prairie; Reads, Ltd\naddress: 1 Main St, Hays\nphone: "785 555 0100"\nagreement: {end: "2026-07-15"}\n'
CONTACTS = (
    "contacts:\n  - {name: Ada Blix, role: director, email: ada@example.org, known_by: Zoe Quux}\n"
)


def test_a_calendar_is_read_by_the_library_and_the_same_twice(collab: Collab, write: Write) -> None:
    write("prairie", LOG, FACTS)
    run = collab("export", "calendar")
    events = Calendar.from_ical(run.out).walk("VEVENT")

    assert [(str(event["summary"]), str(event.decoded("dtstart"))) for event in events] == [
        ("Prairie; Reads, Ltd: we: bring keys, and a lamp", "2026-06-03"),
        (
            "Prairie; Reads, Ltd: agreement ends on 2026-07-15: decide together whether to go on",
            "2026-07-15",
        ),
    ]
    assert all({"UID", "DTSTAMP"} <= set(event) for event in events)
    assert len({str(event["uid"]) for event in events}) == 2
    assert collab("export", "calendar").out == run.out


TWINS = """\
2026-05-02 we promise: bring keys by 2026-06-03
2026-05-02 we promise: bring keys by 2026-06-10
2026-05-02 they promise: bring keys by 2026-06-03
2026-05-09 we promise: bring keys by 2026-06-17
2026-05-10 stage: pilot until 2026-06-20
"""


def _uids(content: bytes) -> dict[str, str]:
    events = Calendar.from_ical(content).walk("VEVENT")
    uids = [str(event["uid"]) for event in events]
    assert len(set(uids)) == len(uids)
    return {f"{event['summary']} {event.decoded('dtstart')}": str(event["uid"]) for event in events}


def _calendar(on: date | None = None) -> bytes:
    return Workspace.open().export("calendar", on=on)["partnerships.ics"]


def test_no_two_events_are_one_and_each_stays_itself(write: Write) -> None:
    folder = write("prairie", TWINS, FACTS)
    write("plains", TWINS, FACTS.replace("Prairie", "Plains"))
    before = _uids(_calendar())
    assert len(before) == 2 * 6

    with (folder / "log.txt").open("a", encoding="utf-8") as log:
        log.write("2026-05-20 kept: bring keys by 2026-06-03\n2026-05-21 note: fine\n")
    after = _uids(_calendar())

    assert after == {event: uid for event, uid in before.items() if uid in after.values()}
    assert len(after) == len(before) - 2
    later = _uids(_calendar(date(2026, 7, 12)))
    assert set(after.values()) <= set(later.values())


def test_events_of_two_libraries_can_lie_in_one_calendar(write: Write) -> None:
    folder = write("prairie", TWINS, FACTS)
    ours = _uids(_calendar())
    (folder.parents[1] / "library.yaml").write_text("name: Theirs\n", encoding="utf-8")

    assert not {*ours.values()} & {*_uids(_calendar()).values()}


def test_cards_are_read_by_another_library(collab: Collab, write: Write) -> None:
    write("prairie", LOG, FACTS, contacts_yaml=CONTACTS)
    organization, person = vobject.readComponents(collab("export", "cards", "--people").out)

    assert (organization.fn.value, organization.tel.value) == (
        "Prairie; Reads, Ltd",
        "785 555 0100",
    )
    assert (person.fn.value, person.email.value, person.title.value) == (
        "Ada Blix",
        "ada@example.org",
        "director",
    )


def test_a_table_has_a_row_for_each(collab: Collab, write: Write) -> None:
    write("prairie", LOG, FACTS)
    write("other", "2024-01-01 met\n")
    (other, prairie) = csv.DictReader(io.StringIO(collab("export", "table").out))

    assert (prairie["name"], prairie["stage"], prairie["we owe"], prairie["ends"]) == (
        "Prairie; Reads, Ltd",
        "pilot",
        "1",
        "2026-07-15",
    )
    assert (other["cold"], other["last"]) == ("yes", "2024-01-01")


NAMES = st.text(st.characters(categories=["L"]), min_size=6, max_size=12).filter(str.isprintable)


def _read(kind: str, *, people: bool) -> str:
    """Return everything that an export says, as a reader of it sees it."""
    files = Workspace.open().export(kind, people=people)
    if kind == "xlsx":
        (content,) = files.values()
        book = load_workbook(io.BytesIO(content))
        return repr([cell for page in book for row in page.values for cell in row])
    return b"".join(files.values()).decode().replace("\r\n ", "")


@pytest.mark.parametrize("people", [False, True])
@pytest.mark.parametrize("kind", EXPORTS)
def test_every_export_is_the_same_bytes_twice(write: Write, kind: str, *, people: bool) -> None:
    write("prairie", LOG, FACTS + "goals: [literacy, stem]\npartner: literacy-council\nwork: adult-tutoring-rooms\n", contacts_yaml=CONTACTS)  # fmt: skip
    write("other", TWINS, "name: Other\ngoals: [stem]\naddress: 2 Main St, Hays, KS 67601\n")

    once = Workspace.open().export(kind, people=people)
    again = Workspace.open().export(kind, people=people)
    assert list(once) == list(again)
    assert once == again
    assert all(once.values())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(who=NAMES, contact=NAMES)
@pytest.mark.parametrize("kind", EXPORTS)
def test_no_export_names_a_person_without_the_flag(
    write: Write, kind: str, who: str, contact: str
) -> None:
    write("prairie", f"2026-05-02 we promise ({who}Q): keys by 2026-06-03\n", "name: P\n", contacts_yaml=f'contacts: [{{name: "{contact}Z", known_by: "{who}Q"}}]\n')  # fmt: skip

    names = (f"{who}Q", f"{contact}Z")
    unnamed = _read(kind, people=False)
    assert not any(name in unnamed for name in names)
    named = _read(kind, people=True)
    assert [name in named for name in names] == NAMED.get(kind, [True, True])


NAMED = {
    "calendar": [True, False],
    "cards": [False, True],
    "hsds": [False, False],
    "hsds-csv": [False, False],
}
"""Whether an export holds who promised, or who knows somebody, and who is there, if people are asked for."""


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(who=NAMES, contact=NAMES)
def test_no_list_or_page_names_a_person_without_the_flag(
    write: Write, who: str, contact: str
) -> None:
    write("prairie", f"2026-05-02 we promise ({who}Q): keys by 2026-06-03\n", "name: P\n", contacts_yaml=f'contacts: [{{name: "{contact}Z", known_by: "{who}Q"}}]\n')  # fmt: skip
    kept = Workspace.open().partnerships

    def everything(*, people: bool) -> str:
        judged = [kept.reviews(), kept.healths(), kept.counted()]
        told = repr(kept.rows()) + repr(kept.due(people=people)) + repr(judged)
        return told + kept.handover(people=people)

    assert not any(name in everything(people=False) for name in (f"{who}Q", f"{contact}Z"))
    assert all(name in everything(people=True) for name in (f"{who}Q", f"{contact}Z"))


def test_hostile_text_makes_no_line_of_its_own(collab: Collab, write: Write) -> None:
    lines = [" ".join(text.split()) for text in HOSTILE if text.isprintable()]
    write(
        "prairie",
        "".join(f"2026-05-02 we promise: {line} by 2026-06-03\n" for line in lines),
        "name: P\n",
    )

    events = Calendar.from_ical(collab("export", "calendar").out).walk("VEVENT")
    assert len(events) == len(lines)
