"""Papers of a partnership with counts report: what was counted, what both sides put in, what will change."""

from pathlib import Path

import pytest

from conftest import Collab

LIBRARY = """\
name: Hays Public Library
place: Hays, KS
contact: {name: Ada Blix, role: outreach librarian, phone: "785 555 0100"}
"""
FACTS = "name: Prairie *Reads*\npartner: literacy-council\ngoals: [literacy]\nwork: adult-tutoring-rooms\n"
LOG = """\
2025-09-02 stage: pilot
2025-09-02 agreed: two rooms on Tuesdays
2026-03-01 went: well
2026-03-02 agreed: a third room from fall on
2026-03-02 they promise (Zoe Quux): four more tutors by 2026-07-01
"""
COUNTS = """\
day,work,measure,kind,side,value
2025-09-01,,pairs,baseline,,4
2025-09-01,,pairs,target,,20
2025-12-01,,pairs,count,,12
2026-03-01,,pairs,count,,11
2026-03-01,,learner who names one thing,yes,,9
2026-03-01,,hours,count,we,41
2026-03-01,,hours,count,they,260
2026-03-01,,dollars,count,they,300
2026-03-01,,cups of coffee,count,,120
"""


@pytest.fixture
def kept(clean_machine: Path) -> Path:
    """The folder of a partnership with counts."""
    (clean_machine / "library.yaml").write_text(LIBRARY, encoding="utf-8")
    folder = clean_machine / "partnerships" / "prairie"
    folder.mkdir(parents=True)
    for name, text in (("partnership.yaml", FACTS), ("log.txt", LOG), ("counts.csv", COUNTS)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def _paper(collab: Collab, paper: str, voice: str, *more: str) -> str:
    run = collab(
        "propose", "--partnership", "prairie", "--as", paper, "--for", voice,
        "--set", "date=2026-06-01", *more,
    )  # fmt: skip
    assert run.code == 0, run.err
    return run.out


@pytest.mark.parametrize("paper", ["one-pager", "proposal"])
@pytest.mark.parametrize("voice", ["board", "funder"])
@pytest.mark.usefixtures("kept")
def test_board_and_funder_read_what_came_of_it(collab: Collab, paper: str, voice: str) -> None:
    text = _paper(collab, paper, voice)
    assert "| Pairs still meeting after three months | 4 | 20 | 11 (up 7) |" in text
    assert "9 yes, 0 partly, 0 no" in text
    assert "| Cups of coffee |  |  | 120 |" in text
    assert "Counted from December 1, 2025 to March 1, 2026. Not counted yet: hours of tutoring" in text  # fmt: skip
    assert "- Hays Public Library: 41 hours." in text
    assert "- Prairie \\*Reads\\*: 260 hours and $300." in text
    assert "- A third room from fall on." in text
    assert "- Prairie \\*Reads\\*: four more tutors, by July 1, 2026." in text
    assert "two rooms on Tuesdays" not in text
    assert "Your approval" not in text
    assert "Move that" not in text
    assert "Zoe" not in text


@pytest.mark.usefixtures("kept")
def test_who_reports_is_not_told_whom_to_ask_first(collab: Collab) -> None:
    run = collab("propose", "--partnership", "prairie", "--as", "one-pager", "--for", "board")
    assert "Whom to ask for" not in run.err
    assert "First:" not in run.err


@pytest.mark.parametrize("voice", ["board", "funder"])
@pytest.mark.usefixtures("kept")
def test_an_e_mail_reports_in_at_most_two_hundred_words(collab: Collab, voice: str) -> None:
    text = _paper(collab, "email", voice)
    assert "**Subject:** Tutoring rooms for adult readers: what came of it" in text
    assert "- Pairs still meeting after three months: 11 (up 7); we hoped for 20." in text
    assert len(text.split()) <= 200


@pytest.mark.usefixtures("kept")
def test_the_evaluation_is_filled_from_the_counts(collab: Collab) -> None:
    text = _paper(collab, "evaluation", "partner")
    row = next(line for line in text.splitlines() if line.startswith("| Pairs still meeting"))
    assert row.endswith(" | 4 | 20 | 11 (up 7) |")
    assert (
        "| Hours and dollars of Hays Public Library | Noted once a month. | | | 41 hours |" in text
    )


def test_what_nobody_noted_is_a_gap_with_its_command(collab: Collab, kept: Path) -> None:
    (kept / "counts.csv").write_text("day,measure,value\n2026-03-01,pairs,5\n", encoding="utf-8")
    (kept / "log.txt").write_text("2025-09-02 stage: pilot\n", encoding="utf-8")
    run = collab("propose", "--partnership", "prairie", "--as", "one-pager", "--for", "board")
    assert "- Hays Public Library: [hours of the library]." in run.out
    assert "`collab count prairie hours 12 --theirs`" in run.err
    assert '`collab log prairie "agreed: …"`' in run.err


@pytest.mark.parametrize("voice", ["board", "funder"])
def test_without_counts_papers_promise_as_before(collab: Collab, kept: Path, voice: str) -> None:
    (kept / "counts.csv").unlink()
    text = _paper(collab, "one-pager", voice)
    assert "what came of it" not in text
    assert "What both sides put in" not in text


@pytest.mark.usefixtures("kept")
def test_counts_after_the_day_of_the_paper_are_not_in_it(collab: Collab) -> None:
    text = _paper(collab, "one-pager", "board", "--set", "date=2025-12-31")
    assert "| Pairs still meeting after three months | 4 | 20 | 12 (up 8) |" in text


ROTARY = "name: Rotary Club\npartner: service-club\n"
GIVEN = """\
2026-03-02 stage: pilot
2026-03-02 money: they pledged $500
2026-03-02 they promise: check to come by 2026-03-31
2026-03-02 they promise: four people on Saturday
2026-03-02 they promise: a tent by 2026-05-01
2026-03-28 money: they received $500
2026-03-29 kept: check to come
2026-04-09 kept: four people on Saturday
"""


def _rotary(kept: Path, log: str, facts: str = ROTARY, counts: str = "day,measure,value\n") -> None:
    for name, text in (("partnership.yaml", facts), ("log.txt", log), ("counts.csv", counts)):
        (kept / name).write_text(text, encoding="utf-8")


def test_thanks_names_what_was_noted_and_nothing_that_the_work_would_have_brought(
    collab: Collab, kept: Path
) -> None:
    _rotary(kept, GIVEN)
    run = collab(
        "propose", "--partnership", "prairie", "--as", "thanks", "--set", "date=2026-06-01"
    )
    assert "Thank you for what you gave:\n\n- $500\n- As promised, four people on Saturday\n\n" in run.out  # fmt: skip
    assert not [word for word in ("tent", "check", "lumber", "box", "$600") if word in run.out.casefold()]  # fmt: skip
    assert "**Re: With thanks**" in run.out
    assert "does not say which work you do together" in run.err


@pytest.mark.parametrize("log", ["2026-03-02 stage: pilot\n", "2026-03-02 money: they pledged $500\n"])  # fmt: skip
def test_thanks_without_a_record_of_a_gift_has_a_gap(collab: Collab, kept: Path, log: str) -> None:
    _rotary(kept, log, ROTARY + "work: book-boxes-on-the-block\n")
    run = collab(
        "propose", "--partnership", "prairie", "--as", "thanks", "--set", "date=2026-06-01"
    )
    assert "Thank you for what you gave: [what they gave]." in run.out
    assert "$" not in run.out
    assert 'note what came: `collab log prairie "they gave $500"`' in run.err


def test_thanks_without_a_partnership_has_a_gap_and_says_where_a_record_begins(
    collab: Collab, clean_machine: Path
) -> None:
    (clean_machine / "library.yaml").write_text(LIBRARY, encoding="utf-8")
    run = collab("propose", "food-bank", "-a", "summer-meals-site", "--as", "thanks")
    assert "[what they gave]" in run.out
    assert "none is named. `--partnership NAME` names one" in run.err


@pytest.mark.usefixtures("kept")
def test_thanks_tells_counts_and_hours_of_the_other_side(collab: Collab) -> None:
    text = _paper(collab, "thanks", "partner")
    assert "- $300\n- 260 hours of your people's time\n" in text
    assert "- Pairs still meeting after three months: 11 (up 7)\n" in text


@pytest.mark.usefixtures("kept")
def test_the_debrief_sets_what_was_counted_beside_what_was_guessed(collab: Collab) -> None:
    rows = [line for line in _paper(collab, "debrief", "partner").splitlines() if line[:1] == "|"]
    assert "| Pairs still meeting after three months | 4 | 11 (up 7) |" in rows
    assert "| Cups of coffee |  | 120 |" in rows
    hours = {row.split(" | ")[0]: row for row in rows if row.startswith("| Hours of")}
    assert "we guessed" in hours["| Hours of Hays Public Library"]
    assert hours["| Hours of Hays Public Library"].endswith(" | 41 hours |")
    assert hours["| Hours of Prairie \\*Reads\\*"].endswith(" | 260 hours |")
    assert "| Money | " in "\n".join(rows)
    assert "Prairie \\*Reads\\*: $300 |" in "\n".join(rows)


def test_a_record_without_a_work_is_reported_without_one(collab: Collab, kept: Path) -> None:
    _rotary(kept, GIVEN, counts="day,measure,value\n2026-05-01,books given away,240\n")
    for paper in ("one-pager", "email"):
        text = _paper(collab, paper, "board")
        assert "Our work with Rotary Club: what came of it" in text
        assert "box" not in text.casefold()
    assert "box" not in _paper(collab, "debrief", "partner").casefold()
