"""The language of the log: what is written is read back, and free text is always right."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.partnerships.entries import WORDS, LogEntry, parsed, written
from for_each import for_each
from samples import HOSTILE

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
TEXTS = st.text().map(lambda text: " ".join(text.split())).filter(bool)


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("2026-03-02 met at the tutor training, 14 learners waiting", LogEntry(date(2026, 3, 2), "", "met at the tutor training, 14 learners waiting")),
        ("2026-03-09 we promise: send the room plan by 2026-03-13", LogEntry(date(2026, 3, 9), "we promise", "send the room plan", date(2026, 3, 13), "by")),
        ("2026-03-12 kept: send the room plan", LogEntry(date(2026, 3, 12), "kept", "send the room plan")),
        ("2026-04-01 stage: pilot", LogEntry(date(2026, 4, 1), "stage", "pilot")),
        ("2026-04-03 they promise: two tutors a week from 2026-05-01", LogEntry(date(2026, 4, 3), "they promise", "two tutors a week", date(2026, 5, 1), "from")),
        ("  2026-03-09\tWE  Promise (Ann Lee) :  bring keys,  by 2026-03-13.  ", LogEntry(date(2026, 3, 9), "we promise", "bring keys", date(2026, 3, 13), "by", "Ann Lee")),
        ("2026-03-09 moved: the plan to 2026-04-01", LogEntry(date(2026, 3, 9), "moved", "the plan", date(2026, 4, 1), "to")),
        ("2026-03-09 agreement: until 2027-03-31", LogEntry(date(2026, 3, 9), "agreement", "", date(2027, 3, 31), "until")),
        ("2026-03-09 kept: the plan by 2026-02-30", LogEntry(date(2026, 3, 9), "kept", "the plan by 2026-02-30")),
        ("2026-03-09 they kept their word: all fine", LogEntry(date(2026, 3, 9), "", "they kept their word: all fine")),
        ("2026-03-09 note://server/share", LogEntry(date(2026, 3, 9), "", "note://server/share")),
        ("2026-03-09", LogEntry(date(2026, 3, 9), "", "")),
    ],
)  # fmt: skip
def test_a_line_means_what_it_says(line: str, entry: LogEntry) -> None:
    assert parsed(line) == entry


@pytest.mark.parametrize(
    "line",
    ["", "met them", "2026-3-9 met", "2026-02-30 met", "20260309 met", "# 2026-03-09", "9999999"],
)
def test_a_line_without_a_day_is_no_entry(line: str) -> None:
    assert parsed(line) is None


@given(DAYS, st.sampled_from(["", *WORDS]), TEXTS, st.none() | DAYS)
def test_what_is_written_is_read_back(day: date, word: str, text: str, until: date | None) -> None:
    leads = WORDS[word].until if word else ()  # type: ignore[index]
    entry = LogEntry(day, word, text, until if leads else None, leads[0] if leads and until else "")  # type: ignore[arg-type]

    line = written(entry)
    again = parsed(line)

    assert again is not None
    assert written(again) == line
    if word and until and leads:
        assert (again.word, again.text, again.until) == (word, text.rstrip(" ,"), until)


@for_each(HOSTILE)
def test_no_text_can_break_a_line(text: str) -> None:
    line = " ".join(f"2026-03-09 {text}".split())
    entry = parsed(line)

    assert entry is not None
    assert entry.day == date(2026, 3, 9)
