"""Track, log, due, handover and check, as a librarian types them."""

import json
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from collabkit.errors import ExitCode
from conftest import Collab
from partnerships.conftest import Write

COUNCIL = "prairie-literacy-council"


def test_a_partner_is_tracked_logged_and_due(collab: Collab, home: Path) -> None:
    made = collab(
        "track", "Prairie Literacy Council", "--partner", "literacy-council", "-g", "literacy"
    )
    said = collab("log", "prairie", "met the coordinator,", "they send dates by June 5")
    due = json.loads(collab("due").out)

    assert (made.code, made.out) == (0, f"{COUNCIL}\n")
    assert said.code == 0
    assert "Noted: they promise: send dates by Friday, June 5, 2026 (in 4 days)." in said.err
    assert (home / COUNCIL / "log.txt").read_text("utf-8").splitlines() == [
        "2026-06-01 stage: idea",
        "2026-06-01 met the coordinator",
        "2026-06-01 they promise: send dates by 2026-06-05",
    ]
    assert (due["partnership"], due["side"], due["what"], due["days"]) == (
        COUNCIL,
        "they",
        "send dates",
        4,
    )
    assert collab("check").code == 0


def test_a_promise_is_kept_by_a_part_of_its_words(collab: Collab, home: Path) -> None:
    collab("track", "Prairie Reads")
    collab("log", "prairie", "we send the room plan by Friday")
    run = collab("log", "prairie", "kept: room plan")

    assert run.code == 0
    assert (
        (home / "prairie-reads/log.txt")
        .read_text("utf-8")
        .endswith("2026-06-01 kept: send the room plan\n")
    )
    assert collab("due").out == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("kept: send", "'send' may be several promises\nhint: Open: we: send the plan; they: send the key"),
        ("kept: nothing", "no open promise says 'nothing'"),
        ("stage: pilto", "no stage called 'pilto'"),
        ("went: so so", "it is not said how it went"),
        ("moved: the plan", "the new day is missing"),
        ("agreement: signed", "its last day is missing"),
        ("mind:", "nothing follows 'mind'"),
        ("  ", "nothing was said"),
    ],
)  # fmt: skip
def test_a_word_that_means_nothing_is_refused_and_nothing_written(
    collab: Collab, home: Path, text: str, said: str
) -> None:
    collab("track", "Prairie Reads")
    collab("log", "prairie", "we promise: send the plan")
    collab("log", "prairie", "they promise: send the key")
    before = (home / "prairie-reads/log.txt").read_bytes()
    run = collab("log", "prairie", text)

    assert run.code == ExitCode.USAGE
    assert run.err.startswith(f"collab: {said}")
    assert (home / "prairie-reads/log.txt").read_bytes() == before


def test_what_both_sides_promised_in_the_same_words_is_told_apart(
    collab: Collab, home: Path
) -> None:
    collab("track", "Prairie Reads")
    collab("log", "prairie", "we promise: call")
    collab("log", "prairie", "they promise: call")
    assert collab("log", "prairie", "they kept: call").code == 0

    sides = [json.loads(line)["side"] for line in collab("due").out.splitlines()]
    assert sides == ["we"]
    assert collab("log", "prairie", "kept: call").code == 0
    assert (home / "prairie-reads/log.txt").read_text("utf-8").endswith("we kept: call\n")
    assert collab("due").out == ""


def _typed(text: str) -> TextIOWrapper:
    return TextIOWrapper(BytesIO(text.encode()))


def test_many_lines_come_from_stdin_whole_or_not_at_all(
    collab: Collab, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    collab("track", "Prairie Reads")
    monkeypatch.setattr(
        "sys.stdin",
        _typed("2026-03-02 met\n\n2026-03-09 we promise: x by 2026-03-13\n2026-03-12 kept: x\n"),
    )
    assert collab("log", "prairie", "-").code == 0
    before = (home / "prairie-reads/log.txt").read_text("utf-8")
    monkeypatch.setattr("sys.stdin", _typed("2026-03-02 met again\nstage: nowhere\n"))
    refused = collab("log", "prairie", "-")

    assert before.splitlines()[1:] == [
        "2026-03-02 met",
        "2026-03-09 we promise: x by 2026-03-13",
        "2026-03-12 kept: x",
    ]
    assert refused.code == ExitCode.USAGE
    assert (home / "prairie-reads/log.txt").read_text("utf-8") == before


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("kept the room plan", "kept: the room plan"),
        ("stage pilot", "stage: pilot"),
        ("kept in touch", None),
        ("moved to a new house", None),
        ("stage lights were broken", None),
    ],
)
def test_text_that_only_looks_like_a_word_is_told_how_to_mean_it(
    collab: Collab, home: Path, text: str, meant: str | None
) -> None:
    collab("track", "Prairie Reads")
    collab("log", "prairie", "we promise: send the room plan by June 5")
    said = collab("log", "prairie", text).err

    assert ("free text" in said) is (meant is not None)
    if meant:
        assert f'write it with a colon: "{meant}"' in said
        assert "free text" not in collab("log", "prairie", meant.replace("the room", "room")).err
    assert home.is_dir()


@pytest.mark.parametrize(
    "name", ["prairie", "lit", "PRAIRIE Literacy", "literacy council", "council prairie", COUNCIL]
)
def test_any_clear_part_of_a_name_is_enough(collab: Collab, write: Write, name: str) -> None:
    write(COUNCIL, "2026-05-01 met\n")
    write("food-bank-of-the-plains", "2026-05-01 met\n")

    assert collab("log", name, "met").code == 0


def test_a_name_that_may_be_several_or_none_is_refused(collab: Collab, write: Write) -> None:
    assert "starts one" in collab("log", "prairie", "met").err
    write(COUNCIL, "2026-05-01 met\n")
    write("prairie-museum", "2026-05-01 met\n")
    write("plc", "2026-05-01 met\n", "name: Plains Legal Clinic\n")

    assert collab("log", "prairie", "met").err.startswith(
        f"collab: 'prairie' may be any of {COUNCIL}, prairie-museum\n"
    )
    assert "Did you mean 'prairie-museum'?" in collab("log", "prairie-musem", "met").err
    assert "Did you mean 'prairie'?" in collab("log", "pairie", "met").err
    assert collab("log", "legal clinic", "met").code == 0


NAMES = (
    "Дом культуры",
    "日本語図書館",
    "مركز القراءة",
    "Ñandú & Söhne",
    "Café Ölüdeniz",
    "CON",
    "a" * 300,
    "Ανάγνωση!!",
    "O'Brien's",
    "12",
    "🏛️ Museum",
)


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_names_of_all_alphabets_are_kept(collab: Collab, home: Path, name: str) -> None:
    made = collab("track", name)

    assert made.code == 0, made.err
    folder = made.out.strip()
    assert (home / folder / "partnership.yaml").is_file()
    assert collab("log", name, "встреча").code == 0
    assert collab("check").out == ""
    again = collab("track", name)
    assert again.code == ExitCode.OTHER
    assert "is kept already; nothing was written" in again.err
    assert collab("track", name, "--folder", "another").out == "another\n"


@pytest.mark.parametrize("name", ["", "!!!", "../..", "   "])
def test_a_name_without_a_letter_is_refused(collab: Collab, home: Path, name: str) -> None:
    assert collab("track", name).code == ExitCode.USAGE
    assert not home.exists()


def test_without_a_workspace_nothing_is_kept(collab: Collab, clean_machine: Path) -> None:
    for words in (("track", "Prairie"), ("log", "prairie", "met"), ("due",), ("handover", "--all")):
        run = collab(*words)
        assert (run.code, run.err.splitlines()[1]) == (
            ExitCode.USAGE,
            "hint: `collab init` writes one",
        )
    assert not (clean_machine / "partnerships").exists()


def test_records_of_match_start_partnerships(collab: Collab, home: Path) -> None:
    found = collab("match", "-g", "literacy", "-n", "2", "-f", "ndjson").out
    run = collab("track", "-", "--on", "2026-05-01", stdin=found)

    assert run.code == 0, run.err
    assert len(run.out.splitlines()) == 2
    text = (home / "literacy-council/partnership.yaml").read_text("utf-8")
    assert "partner: literacy-council" in text
    assert "goals: [literacy]" in text
    assert collab("check").code == 0


LOOK_ALIKES = """\
2026-03-02 met
3/9/2026 met again
2026-3-9 met again
they were late
stage: pilot
2026-03-09 we promised: send the plan
2026-03-09 we promise send the plan
2026-03-09 stage pilot
2026-03-09 stage: pilto
2026-03-09 kept: send the plna
2026-03-10 they promise: dates by Friday
2026-03-10 moved: dates by Friday
2026-03-10 agreement: signed
2026-03-10 went: fine
2026-03-10 mind:
2026-03-11 their motto: read on
2027-03-11 met
"""


def test_check_names_lines_that_look_like_words_and_are_none(collab: Collab, write: Write) -> None:
    write("prairie", LOOK_ALIKES)
    run = collab("check")

    assert run.code == ExitCode.DATA
    assert [line.split(": ", 1) for line in run.out.splitlines()] == [
        ["partnerships/prairie/log.txt:2:1", "'3/9/2026' is no day, so the line counts for nothing; start it like 2026-03-09"],
        ["partnerships/prairie/log.txt:3:1", "'2026-3-9' is no day, so the line counts for nothing; start it like 2026-03-09"],
        ["partnerships/prairie/log.txt:5:1", "no day at its start, so the line counts for nothing; start it like 2026-03-09"],
        ["partnerships/prairie/log.txt:6:1", "'we promised' is no word of the log; did you mean 'we promise'?"],
        ["partnerships/prairie/log.txt:7:1", "reads as free text; for a word of the log write 'we promise' with a colon"],
        ["partnerships/prairie/log.txt:8:1", "reads as free text; for a word of the log write 'stage' with a colon"],
        ["partnerships/prairie/log.txt:9:1", "'pilto' is no stage; did you mean 'pilot'?"],
        ["partnerships/prairie/log.txt:10:1", "nothing was promised in these words; repeat those of the promise"],
        ["partnerships/prairie/log.txt:11:1", "the day at its end is not read; write it like `by 2026-03-13`"],
        ["partnerships/prairie/log.txt:12:1", "the new day is missing; end the line like `to 2026-04-01`"],
        ["partnerships/prairie/log.txt:13:1", "its last day is missing; end the line like `until 2027-03-31`"],
        ["partnerships/prairie/log.txt:14:1", "'fine' says not how it went; begin with well, mixed or badly"],
        ["partnerships/prairie/log.txt:15:1", "nothing after 'mind'"],
        ["partnerships/prairie/log.txt:17:1", "2027-03-11 has not come yet"],
    ]  # fmt: skip


def test_check_reads_one_partnership_or_one_of_its_files(collab: Collab, write: Write) -> None:
    write(
        "prairie",
        "2026-03-09 stage: x\n",
        "name: Prairie\nplcae: here\n",
        contacts_yaml="contacts:\n  - nmae: x\n",
    )
    write("other", "2026-03-09 stage: x\n")

    assert len(collab("check", "partnerships").out.splitlines()) == 5
    assert len(collab("check", "partnerships/prairie").out.splitlines()) == 4
    assert collab("check", "partnerships/prairie/partnership.yaml").out == (
        "partnerships/prairie/partnership.yaml:2:1: plcae: no such field; remove it, or check its spelling\n"
    )
    assert len(collab("check", "partnerships/prairie/log.txt").out.splitlines()) == 1


def test_ids_in_facts_must_name_something(collab: Collab, write: Write) -> None:
    write(
        "prairie",
        "",
        'name: Prairie\npartner: literacy-council\ngoals: [literacyy]\nwork: nothing\nagreement: {end: "2026-02-30"}\n',
    )
    write("plains", "", "name: Plains\npartner: foodbank\ngoals: [literacyy]\n")

    out = collab("check", "partnerships").out
    assert "agreement.end: '2026-02-30' is no day" in out
    assert "partner: nothing in partners is called 'foodbank'; did you mean 'food-bank'?" in out
    assert "goals[0]: nothing in goals is called 'literacyy'; did you mean 'literacy'?" in out


def test_due_tells_what_ends_wakes_and_goes_cold(collab: Collab, write: Write) -> None:
    write("cold", "2025-11-01 met\n2025-12-01 met\n2026-01-01 met\n")
    write("ends", "2026-05-20 met\n", 'name: Ends\nagreement: {end: "2026-07-15"}\n')
    write("ended", "2026-05-20 met\n2026-05-20 agreement: signed until 2026-05-30\n")
    write("later", "2026-05-20 we promise: look by 2026-09-01\n2026-05-20 they promise: come\n")
    write("rests", "2026-01-01 stage: resting until 2026-06-10\n")
    write(
        "over", "2025-01-01 met\n2025-01-02 agreement: until 2025-02-01\n2025-02-01 stage: ended\n"
    )

    rows = [json.loads(line) for line in collab("due").out.splitlines()]
    everything = collab("due", "--all")

    assert [(row["partnership"], row["kind"], row["urgency"]) for row in rows] == [
        ("cold", "cold", "overdue"),
        ("ended", "agreement", "overdue"),
        ("rests", "stage", "due"),
        ("ends", "agreement", "due"),
        ("later", "promise", "open"),
    ]
    assert len(everything.out.splitlines()) == 6
    assert collab("due", "ends", "-f", "ids").out == "ends\n"


def test_names_of_people_are_shown_only_when_asked_for(collab: Collab, write: Write) -> None:
    write(
        "prairie", "2026-05-20 met\n2026-05-21 we promise (Zoe Quux): bring keys by 2026-06-03\n", "name: Prairie\n",
        contacts_yaml="contacts:\n  - name: Ada Blix\n    role: director\n    known_by: Zoe Quux\n",
    )  # fmt: skip
    for words in (
        ("due",),
        ("due", "-f", "table"),
        ("handover", "prairie"),
        ("handover", "--all"),
        ("handover", "prairie", "--for", "partner"),
    ):
        private = ("Quux", "Blix")
        assert not any(name in collab(*words).out for name in private)
        assert any(name in collab(*words, "--people").out for name in private)


def test_a_page_for_the_other_side_holds_none_of_our_notes(collab: Collab, write: Write) -> None:
    write(
        "prairie",
        "2026-05-20 they seem tired\n2026-05-21 mind: never call\n2026-05-21 went: badly, sadly\n2026-05-22 agreed: the small room\n2026-05-22 they promise: dates by 2026-06-03\n",
    )

    ours = collab("handover", "prairie").out
    theirs = collab("handover", "prairie", "--for", "partner").out

    for note in ("they seem tired", "never call", "badly"):
        assert note in ours
        assert note not in theirs
    assert "the small room" in theirs
    assert "You: dates, by June 3, 2026" in theirs
