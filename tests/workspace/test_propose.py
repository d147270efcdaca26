"""``collab propose``: a pitch that opens with their aims and hides no gap."""

import json
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from collabkit import Match, match, propose
from collabkit.catalog import Activity
from collabkit.library import Contact, Library
from collabkit.proposals import Drafter, PaperOrder, Subject
from conftest import Collab
from shipped import CATALOG

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


HELD = (
    *("--set", "date=2027-01-02"),
    *("--set", "when=On Mondays, January 11 and 25, 9 to noon"),
    *("--set", "where=The training room of the library."),
)
TOLD = "Mondays, January 11 and 25, 9 to noon, in the training room of the library."


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("email", f"We have in mind {TOLD}"),
        ("script", f"We have in mind {TOLD}"),
        ("one-pager", f"When and where: {TOLD}"),
        ("proposal", TOLD),
        ("letter", f"**When and where.** {TOLD}"),
        ("mou", f"**When and where.** {TOLD}"),
    ],
)
def test_day_and_place_stand_where_they_help(collab: Collab, name: str, said: str) -> None:
    paper = ("propose", "literacy-council", "-a", "conversation-circle", "--as", name)
    text = collab(*paper, *HELD).out
    plain = collab(*paper).out

    assert text.count(said) == 1
    assert "could begin in" not in text
    assert "exact days and times" not in text
    assert "in mind Mondays" not in plain
    assert "When and where" not in plain
    assert ("exact days and times" in plain) == (name in {"letter", "mou"})


def test_a_confirming_email_says_when_and_where(collab: Collab) -> None:
    paper = ("propose", "literacy-council", "-a", "conversation-circle", "--as", "agreement")
    assert f"**When and where:** {TOLD}" in collab(*paper, "--set", "level=email", *HELD).out
    assert "**When:** Mondays, 9 a.m.\n" in (
        collab(*paper, "--set", "level=email", "--set", "when=Mondays, 9 a.m.").out
    )
    assert "**Where:** At 210 Main Street.\n" in (
        collab(*paper, "--set", "level=email", "--set", "where=210 Main Street").out
    )


def trial(work: str) -> str:
    """Return the beginning of the trial of *work* as papers tell it."""
    pilot = CATALOG.activities[work].pilot
    return pilot[:1].lower() + pilot[1:30]


@pytest.mark.parametrize("name", ["one-pager", "proposal"])
def test_a_first_paper_does_not_tell_the_trial_that_its_offer_told(
    collab: Collab, name: str
) -> None:
    told, small = "tea-and-talk-against-loneliness", "author-visit"

    def written(work: str, partner: str, as_: str, *more: str) -> str:
        return collab("propose", partner, "--as", as_, *HELD, "-a", work, *more).out

    first = written(told, "faith-organization", name)
    several = written(
        told, "faith-organization", "proposal", "--set", "with=healthcare-provider=Mercy"
    )

    assert trial(told) not in first
    assert re.search(f"When and where(?::|\\n\\n) ?{re.escape(TOLD)}", first)
    assert trial(told) in several
    for work, partner in ((told, "faith-organization"), (small, "library-friends")):
        [role] = CATALOG.activities[work].roles_of(partner)
        for as_ in ("proposal", "letter"):
            text = written(work, partner, as_)
            assert trial(work) not in text
            assert all(f".** {step.text}\n" in text for step in role.timeline)
            assert len(role.timeline) > 2


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("email", "We have in mind Mondays, 9 a.m., from March to May 2027."),
        ("one-pager", "When: Mondays, 9 a.m., from March to May 2027."),
        ("letter", "**When.** Mondays, 9 a.m.\n"),
    ],
)
def test_days_without_a_month_get_the_months_of_the_work(
    collab: Collab, name: str, said: str
) -> None:
    paper = ("propose", "literacy-council", "-a", "conversation-circle", "--as", name)
    held = ("--set", "date=2026-11-30", "--set", "when=Mondays, 9 a.m.", "--set", "end=2027-05-14")
    text = collab(*paper, *held, "--set", "start=2027-03-01").out

    assert text.count(said) == 1
    assert "could begin in" not in text.replace("could begin in March 2027 if we know", "")
    assert "to May 2027" not in collab(*paper, *held).out


@pytest.mark.parametrize("name", ["letter", "email", "proposal"])
def test_whoever_gives_the_day_hears_which_others_the_paper_names(
    collab: Collab, name: str
) -> None:
    paper = ("propose", "literacy-council", "-a", "conversation-circle", "--as", name)
    agreed = collab(
        *paper, "--set", "when=Mondays", "--set", "agreed=keys by Friday", "--set", "level=letter"
    )
    told = next((line for line in agreed.err.splitlines() if "also names" in line), "")
    assert ("Friday" in told) == (name == "letter")


@pytest.mark.parametrize("name", ["proposal", "one-pager", "invitation", "letter"])
def test_a_helper_with_a_name_is_called_by_it_alone(collab: Collab, name: str) -> None:
    text = collab(
        *("propose", "public-health-department", "-a", "vision-screening-and-glasses"),
        *("--as", name, "--set", "helper=service-club=Cedar Valley Lions"),
    ).out

    assert "Cedar Valley Lions" in text
    assert "Cedar Valley Lions (" not in text


def test_an_invitation_takes_day_and_place_for_the_meeting(collab: Collab) -> None:
    paper = ("propose", "literacy-council", "-a", "conversation-circle", "--as", "invitation")
    held = ("--set", "when=Tuesday, March 2, at 9", "--set", "where=in the Grange hall")
    run = collab(*paper, *held, "--set", "date=2027-01-02")

    assert "join us on **Tuesday, March 2, at 9** at the Grange hall for one hour?" in run.out
    later = collab(*paper, *held, "--set", "date=2026-11-30")
    assert "join us on **Tuesday, March 2, 2027, at 9** at the Grange hall" in later.out
    assert "[day and time]" not in run.out
    assert "[day and time]" in collab(*paper).out


@pytest.mark.parametrize("name", ["elevator", "email", "script", "one-pager", "proposal"])
def test_who_gives_the_hour_does_not_ask_for_it(collab: Collab, name: str) -> None:
    paper = ("propose", "agriculture-organization", "-a", "market-story-time", "--as", name)
    letter = CATALOG.activities["market-story-time"].roles_of("agriculture-organization")[0].letter
    assert letter
    assert letter.ask_dated
    text = collab(*paper).out
    dated = collab(*paper, "--set", "when=Saturday, June 5, at 9:30").out

    assert letter.ask in text
    assert letter.ask not in dated
    assert letter.ask_dated in dated


@pytest.mark.parametrize("name", ["email", "proposal", "invitation", "letter", "mou"])
def test_day_and_place_are_text_and_never_obeyed(collab: Collab, name: str) -> None:
    run = collab(
        "propose",
        *("literacy-council", "-a", "conversation-circle", "--as", name),
        *("--set", "when=\x1b[31m*noon* <b>\u202e\n\n# {{ library }}"),
        *("--set", "where=[here](http://x.org)\n---"),
    )

    assert run.code == 0
    assert not {"\x1b", "\u202e"} & set(run.out)
    assert "\n# " not in run.out.replace("\n# Memorandum", "")
    for said in (r"\*noon\*", r"\<b\>", "library }}", r"\[here\]"):
        assert said.replace("\\", "") in run.out.replace("\\", "")
    assert "*noon*" not in run.out
    assert "<b>" not in run.out
    assert not re.search(r"(?<!\\)\]\(http", run.out)


def test_a_funder_who_is_asked_for_little_is_told_whom_to_ask_instead(collab: Collab) -> None:
    small = next(
        each
        for each in CATALOG.activities.values()
        if each.schedule and each.schedule.pilot_cash and 0 < each.schedule.pilot_cash[1] < 500
    )
    run = collab("propose", small.partners()[0], "-a", small.id, "--for", "funder")

    assert run.code == 0
    assert "no foundation gives so little: pay it from the library's own budget" in run.err
    assert "ask the Friends or a service club" in run.err
    assert "few foundations give so little" not in run.err  # told once
    assert "## What we ask" in run.out


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
    desk = Drafter(CATALOG, Library())
    for partner in activity.partners():
        subject = Subject(partner, activity.goals[0], activity.id)

        text = desk.draft(subject, PaperOrder(on=DAY)).text.markdown

        assert text.startswith(f"# {activity.trial_label}\n")
        assert re.findall(r"^-\s*$|[,.;]{2}| [,.;]", text, re.MULTILINE) == []


@pytest.mark.parametrize("name", ["email", "one-pager", "proposal", "agreement", "evaluation"])
def test_a_first_day_that_is_too_soon_is_said_where_a_paper_would_ask_for_an_answer(
    collab: Collab, name: str
) -> None:
    asked = (
        "propose",
        "literacy-council",
        "-g",
        "literacy",
        "--as",
        name,
        "--set",
        "date=2026-11-30",
    )
    said = "no paper says by when an answer is needed"

    soon = collab(*asked, "--set", "start=2026-12-28")
    later = collab(*asked, "--set", "start=2027-05-03")

    assert (said in soon.err) is (name in {"email", "one-pager", "proposal"})
    assert said not in later.err
