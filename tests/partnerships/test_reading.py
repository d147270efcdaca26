"""Lines as librarians, managers and volunteers write them, read as what they state."""

from datetime import date
from pathlib import Path

import pytest
from evaluation.log_lines import DATA, judged, sentences
from hypothesis import example, given
from hypothesis import strategies as st

from collabkit.partnerships.reading.clauses import clauses
from collabkit.partnerships.reading.line import read_line
from collabkit.partnerships.reading.moments import moments
from collabkit.partnerships.reading.numerals import numeral
from collabkit.partnerships.reading.statements import Statement
from collabkit.partnerships.reading.times import time_in
from collabkit.partnerships.reading.words import phrases
from for_each import for_each
from samples import HOSTILE

WEDNESDAY = date(2026, 10, 7)


def _said(line: str) -> list[Statement]:
    return [each for each in read_line(line, WEDNESDAY).statements if each.sure]


@pytest.mark.parametrize(
    ("line", "side"),
    [
        ("Nancy will email the floor plan by Oct 12", "they"),
        ("told Ray we'd hold the room by Oct 12", "we"),
        ("she said she'd call by Oct 12", "they"),
        ("We'll both put out the word by Oct 12", "both"),
        ("both sides come w/ dates by Oct 12", "both"),
        ("dentist said shed put them out by Oct 12", "they"),
        ("Joanie said yes to hosting the table by Oct 12", "they"),
        ("I assured the pastor that the hall would be swept by Oct 12", "we"),
        ("The pastor assured me that the heat would be on by Oct 12", "they"),
        ("owe them: key, alarm code. All by 10/12", "we"),
        ("Bev owes us a headcount by Oct 12", "they"),
        ("list to come by Oct 12", "they"),
        ('She said, "I will send you the poster by Oct 12," and I thanked her', "they"),
        ("she asked for our numbers by Oct 12, told her no problem", "we"),
    ],
)
def test_a_promise_is_on_the_side_of_who_gives(line: str, side: str) -> None:
    promises = [each for each in _said(line) if each.kind == "promise"]

    assert [(each.side, each.day) for each in promises] == [(side, date(2026, 10, 12))]


@for_each(
    [
        "If they came up w/ $1,000 we'd match. Big if",
        "They said maybe. Then no. Then maybe.",
        "He might be able to get us a van",
        "She asked whether we could lend chairs",
        "I'd love to get them involved next year",
        "Jim said he would NOT be able to bring the trailer",
        "Sounds like they may move to the old Sears. Rumor",
        "Would they do it again? Dunno.",
        "She went on about her knees for 40 min. Lovely woman.",
        "Left vm for Carla. Nothing back. Sigh.",
        "Glitter everywhere. Never again.",
    ]
)
def test_wishes_guesses_and_small_talk_hold_nothing(line: str) -> None:
    reading = read_line(line, WEDNESDAY)

    assert (reading.statements, reading.unread) == ((), ())


@for_each(["Maria to send schedule by 10/29", "Paul to pick up artwork from Debbie 10/30"])
def test_a_bare_name_may_be_one_of_us_or_one_of_them(line: str) -> None:
    reading = read_line(line, WEDNESDAY)

    assert [(each.kind, each.sure) for each in reading.statements] == [
        ("follow up", False),
        ("promise", False),
    ]


@for_each(
    [
        "budget draft, decision around Oct 20",
        "Vendor fee $4,100",
        "Zeta gizmo by Friday",
        "we agreed to start on Oct 20",
    ]
)
def test_a_day_or_a_sum_is_never_passed_over(line: str) -> None:
    assert read_line(line, WEDNESDAY).unread == (0,)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("oct 6 @ 10", "10:00"), ("at 2", "14:00"), ("8am", "08:00"), ("3:30", "15:30"), ("at half past 10", "10:30"),
        ("a quarter to 9", "08:45"), ("noon", "12:00"), ("7 o'clock in the evening", "19:00"), ("12 am", "00:00"), ("11:15", "11:15"),
        ("25:00", None), ("the forenoon", None), ("at 10 people", None),
    ],
)  # fmt: skip
def test_an_hour_is_one_at_which_people_meet(text: str, clock: str | None) -> None:
    found = time_in(text, list(moments(text, WEDNESDAY)))

    assert (found.clock if found else None) == clock


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("sixty-one persons", (1, "61")), ("five hundred dollars", (2, "500")), ("four hundred and ten dollars", (4, "410")),
        ("two dozen mums", (2, "24")), ("a dozen eggs", (2, "12")), ("twelfth of november", (1, "12th")), ("twenty first", (2, "21th")),
        ("one of us", (0, "")), ("hundreds", (0, "")), ("", (0, "")),
    ],
)  # fmt: skip
def test_numbers_in_words_are_figures(words: str, figures: tuple[int, str]) -> None:
    assert numeral(words.split()) == figures


def test_a_line_falls_into_who_does_what() -> None:
    typed = (
        "Rick will drop off the coats tmrw, and Linda said shed get us a headcount; check to come"
    )

    assert [clause.typed(typed) for clause in clauses(typed)] == [
        "Rick will drop off the coats tmrw",
        "Linda said shed get us a headcount",
        "check to come",
    ]


@pytest.mark.parametrize(
    ("text", "fits"),
    [("we are all done here", True), ("we are done with", True), ("closing it out", True), ("close the door", False)],
)  # fmt: skip
def test_phrases_have_words_that_may_be_left_out(text: str, fits: bool) -> None:  # noqa: FBT001
    assert bool(phrases("ended").search(text)) is fits


@given(st.text() | st.sampled_from(HOSTILE), st.dates())
def test_no_text_is_too_odd_to_be_read(line: str, today: date) -> None:
    reading = read_line(line, today)

    assert all(number < len(reading.clauses) for number in reading.unread)


def test_the_labeled_sentences_are_read_as_well_as_when_they_were_last_measured() -> None:
    found = [
        judged(each) for file in sorted(Path(DATA).glob("*.jsonl")) for each in sentences(file)
    ]
    facts = sum(len(each.sentence.facts) for each in found)
    right = sum(len(each.right) for each in found)
    silent = sum(len(each.missed) for each in found if not each.asked)

    assert right / facts >= 0.95
    assert silent / facts <= 0.03
    assert sum(len(each.wrong_side) for each in found) / facts <= 0.01
    assert sum(each.asked for each in found if not each.sentence.facts) <= 1


_MARKS = (*':"()-,;.?!/$', "to", "and", "by", "said", "we", "they", "1/2", "13/45", "$1,2", "25:00")


@example([":", "alert", "them"])
@given(st.lists(st.one_of(st.sampled_from(_MARKS), st.text(max_size=6)), max_size=12))
def test_no_words_or_marks_in_any_order_are_too_odd_to_read(words: list[str]) -> None:
    for line in (" ".join(words), "".join(words)):
        reading = read_line(line, date(2026, 12, 2))
        assert all(clause < len(reading.clauses) for clause in reading.unread)
