"""``collab propose``: a pitch that opens with their aims and hides no gap."""

import json
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from collabkit import propose
from collabkit.catalog import Activity, load
from collabkit.library import Contact, Library
from collabkit.matching import Match, match
from collabkit.proposals import Drafter, Subject, Terms, paper
from conftest import Collab

CATALOG = load()
FULL = """\
name: Carnegie Public Library
place: Dell Rapids, South Dakota
contact: {name: Ann Lee, role: outreach librarian, phone: 605-555-0100}
assets: [meeting-place, study-rooms]
figures:
  - {about: adults-low-literacy, value: 1 in 6, what: adults read below the fifth grade, year: 2024, source: county survey}
"""
PIPE = ("match", "-g", "literacy", "-n", "3", "-f")
MARKDOWN = MarkdownIt("commonmark")


@pytest.fixture
def profile(clean_machine: Path) -> Path:
    """A profile that states all a pitch asks for."""
    file = clean_machine / "library.yaml"
    file.write_text(FULL, encoding="utf-8")
    return file


def test_a_pitch_opens_with_the_reason_for_writing_to_them(collab: Collab, profile: Path) -> None:
    run = collab(
        "propose", "literacy-council", "-g", "literacy", "--to", "Missoula Literacy Council"
    )
    head, opening = run.out.split("\n\n")[1:3]
    activity = CATALOG.activities["adult-tutoring-rooms"]

    assert run.code == 0
    assert head.startswith(
        "**For:** Missoula Literacy Council  \n"
        "**From:** Carnegie Public Library, Dell Rapids, South Dakota  \n**Date:** "
    )
    letter = activity.roles_of("literacy-council")[0].letter
    assert letter
    assert opening.startswith(letter.offer)
    assert activity.need in opening
    assert "[" not in run.out
    assert "missing" not in run.err
    assert profile.exists()


def test_its_parts_come_in_the_order_in_which_a_reader_asks(collab: Collab) -> None:
    text = collab("propose", "-g", "literacy").out

    assert re.findall(r"^##? (.*)$", text, re.MULTILINE)[1:] == [
        "What we ask of you",
        "Our part",
        "What you would get",
        "What you may want to know first",
        "The next step",
    ]
    assert "The trial we have in mind: " in text
    assert "?" in text.rpartition("## The next step")[2]


def test_what_is_missing_stands_in_the_text_and_is_said_on_stderr(collab: Collab) -> None:
    run = collab("propose", "literacy-council", "-g", "literacy")
    said = re.findall(r"^missing: (\[.*?\]) (.*)$", run.err, re.MULTILINE)

    assert {"[name of the library]", "[town]", "[your name]"} <= {gap for gap, _ in said}
    assert [gap for gap, _ in said if gap not in run.out] == []
    assert [remedy for _, remedy in said if not remedy] == []


def test_a_stated_figure_stands_with_its_source(collab: Collab, profile: Path) -> None:
    text = collab("propose", "literacy-council", "-g", "literacy", "--library", str(profile)).out

    assert "1 in 6 adults read below the fifth grade (county survey, 2024)." in text


def test_the_best_partner_is_written_to_if_none_is_named(collab: Collab) -> None:
    assert collab("propose", "-g", "literacy") == collab(
        "propose", "literacy-council", "-g", "literacy"
    )


@pytest.mark.parametrize("format_", ["ndjson", "json"])
@pytest.mark.parametrize("dash", [("-",), ()], ids=["dash", "pipe"])
def test_match_records_on_stdin_are_one_pitch_each(
    collab: Collab, format_: str, dash: tuple[str, ...]
) -> None:
    records = collab(*PIPE, format_).out

    run = collab("propose", *dash, stdin=records)

    assert run.code == 0
    assert len(re.findall(r"^# ", run.out, re.MULTILINE)) == 3
    assert run.out.count("\n---\n\n# ") == 2


def test_a_folder_gets_one_file_for_each_pitch(collab: Collab, clean_machine: Path) -> None:
    records = collab(*PIPE, "ndjson").out
    partners = [json.loads(line)["partner"] for line in records.splitlines()]

    run = collab("propose", "-o", "out/", stdin=records)
    again = collab("propose", "-o", "out/", stdin=records)
    forced = collab("propose", "-o", "out/", "--force", stdin=records)

    assert sorted(file.name for file in (clean_machine / "out").iterdir()) == sorted(
        f"{partner}.md" for partner in partners
    )
    assert (run.code, run.out) == (0, "")
    assert again.code == 1
    assert "exists already; nothing was written\nhint: --force writes over it." in again.err
    assert forced.code == 0


def test_a_file_is_what_stdout_would_have_got(collab: Collab, clean_machine: Path) -> None:
    assert collab("propose", "-g", "literacy", "-o", "pitch.md").out == ""
    written = (clean_machine / "pitch.md").read_text(encoding="utf-8")

    assert written == collab("propose", "-g", "literacy").out


def test_names_of_files_are_safe_and_differ(collab: Collab, clean_machine: Path) -> None:
    records = collab(*PIPE, "ndjson").out.splitlines()[0]

    run = collab(
        "propose",
        "-o",
        "out/",
        "--to",
        "../../etc/P\u00fc & Co: \U0001f600",
        stdin=f"{records}\n{records}\n",
    )

    assert run.code == 0
    assert sorted(file.name for file in (clean_machine / "out").iterdir()) == [
        "literacy-council-etc-p-co-2.md",
        "literacy-council-etc-p-co.md",
    ]


@pytest.mark.parametrize(
    ("stdin", "said"),
    [
        ("", "no match record on stdin"),
        ("\n \n", "no match record on stdin"),
        ("{broken\n", "line 1 of stdin is not JSON"),
        ('{"partner": "museum"}\n{broken', "line 2 of stdin is not JSON"),
        ("[" * 100_000, "line 1 of stdin is not JSON"),
        ("3\n", "line 1 of stdin is not a match record"),
        ('["museum"]', "line 1 of stdin is not a match record"),
        ("{}\n", "line 1 of stdin has no `partner`"),
        ('{"partner": 7}\n', "line 1 of stdin has no `partner`"),
        ('{"partner": "musem"}\n', "no partner called 'musem'"),
        ("\0", "line 1 of stdin is not JSON"),
    ],
)
def test_what_is_no_record_is_one_sentence(collab: Collab, stdin: str, said: str) -> None:
    run = collab("propose", "-", stdin=stdin)

    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"collab: {said}\n")


def test_a_partner_that_takes_no_part_is_said_with_those_who_do(collab: Collab) -> None:
    run = collab("propose", "museum", "-a", "courier-among-libraries")

    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(
        "collab: museum takes no part in courier-among-libraries\nhint: Those who do: "
    )


DAY = date(2026, 11, 25)
NAMED = Library(
    name="Carnegie Public Library",
    place="Dell Rapids, South Dakota",
    contact=Contact(name="Ann Lee", role="outreach librarian", email="ann@example.org"),
    assets=tuple(CATALOG.assets),
)


@cache
def _found(partner: str, *, named: bool) -> Match:
    library = NAMED if named else Library()  # names change no match
    goal = CATALOG.partners[partner].goals.core[0]
    return next(each for each in match(CATALOG, [goal], library=library) if each.partner == partner)


def _pitch(partner: str, library: Library, to: str | None = None) -> str:
    """Return the pitch to *partner* for its own first goal."""
    found = _found(partner, named=bool(library.assets))
    return propose(CATALOG, found, library=library, to=to, on=DAY).markdown


@pytest.mark.parametrize("library", [Library(), NAMED], ids=["unknown", "named"])
@pytest.mark.parametrize("partner", CATALOG.partners)
def test_every_partner_gets_a_page_that_reads_well(partner: str, library: Library) -> None:
    text = _pitch(partner, library)

    doubled = re.findall(r"\b(\w+) \1\b", text, re.IGNORECASE)
    assert [word for word in doubled if word.lower() not in {"had", "that"}] == []
    assert re.findall(r"\b[Aa]n? an?\b|\b[Aa] [aei]\w+|\b[Aa] o(?!ne)\w*", text) == []
    assert re.findall(r" [,.;:?!]|[,.;]{2}|\( | \)", text) == []
    assert re.findall(r"^-\s*$|^ +-", text, re.MULTILINE) == []
    assert (text.count("("), text.count("[")) == (text.count(")"), text.count("]"))
    assert re.findall(r"(?<![.*] )\bNone\b|\{\{|\}\}|Gap\(", text) == []
    assert "\n\n\n" not in text
    assert re.search(r"[.?!]\n$", text)


@pytest.mark.parametrize("activity", CATALOG.activities.values(), ids=lambda a: a.id)
def test_every_activity_can_be_proposed_to_each_who_takes_part(activity: Activity) -> None:
    desk = Drafter(CATALOG, Library(), paper("one-pager", "partner"), on=DAY)
    for partner in activity.partners():
        subject = Subject(partner, activity.goals[0], activity.id)

        text = desk.draft(subject, Terms()).text.markdown

        assert text.startswith(f"# {activity.label}\n")
        assert re.findall(r"^-\s*$|[,.;]{2}| [,.;]", text, re.MULTILINE) == []
