"""What a person types in a hurry, heard: the day, who promises, and by when."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.errors import UsageError
from collabkit.partnerships.dates import coming, gone
from collabkit.partnerships.entries import parsed, written
from collabkit.partnerships.sentences import parse_sentence

WEDNESDAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("met the coordinator, sends dates by Dec 3", ["2026-11-25 met the coordinator", "2026-11-25 they promise: sends dates by 2026-12-03"]),
        ("met the coordinator, they send dates by Dec. 3", ["2026-11-25 met the coordinator", "2026-11-25 they promise: send dates by 2026-12-03"]),
        ("we will send the room plan by Friday", ["2026-11-25 we promise: send the room plan by 2026-11-27"]),
        ("I'll send the room plan by next Friday.", ["2026-11-25 we promise: send the room plan by 2026-12-04"]),
        ("send the room plan by tomorrow", ["2026-11-25 follow up: send the room plan by 2026-11-26"]),
        ("yesterday: they called about chairs", ["2026-11-24 they called about chairs"]),
        ("on Tuesday we met the director and they'll bring flyers on 12/5; we print by the end of the month", ["2026-11-24 we met the director", "2026-11-24 they promise: bring flyers on 2026-12-05", "2026-11-24 we promise: print by 2026-11-30"]),
        ("Nov 20 met at the fair", ["2026-11-20 met at the fair"]),
        ("2026-03-02 stage: pilot", ["2026-03-02 stage: pilot"]),
        ("agreement: signed until May 31, 2027", ["2026-11-25 agreement: signed until 2027-05-31"]),
        ("we promise (Ann): bring keys by tomorrow", ["2026-11-25 we promise (Ann): bring keys by 2026-11-26"]),
        ("moved: the plan to Jan 5", ["2026-11-25 moved: the plan to 2027-01-05"]),
        ("we met on Friday", ["2026-11-25 we met on Friday"]),
        ("they asked us to answer by Friday", ["2026-11-25 follow up: answer by 2026-11-27"]),
        ("talked about the grant due by Dec 3, 2027", ["2026-11-25 talked about the grant due by Dec 3, 2027"]),
        ("the room by the stairs, no lights", ["2026-11-25 the room by the stairs, no lights"]),
        ("they said they would send two tutors by May 1", ["2026-11-25 they promise: send two tutors by 2027-05-01"]),
        ("she said she'll call by Friday", ["2026-11-25 they promise: call by 2026-11-27"]),
        ("they said we would send it by May 1", ["2026-11-25 they said we would send it by May 1"]),
        ("we promise to bring coffee", ["2026-11-25 we promise: bring coffee"]),
        ("they gave $500 for books", ["2026-11-25 they gave $500 for books", "2026-11-25 money: they gave $500"]),
        ("they received $200 from us", ["2026-11-25 they received $200 from us", "2026-11-25 money: we paid $200"]),
        ("Rotary received $200 from the library", ["2026-11-25 Rotary received $200 from the library", "2026-11-25 money: we paid $200"]),
        ("we received $75 from the club", ["2026-11-25 we received $75 from the club", "2026-11-25 money: they gave $75"]),
        ("they promised a van", ["2026-11-25 they promise: a van"]),
        ("spoke at their lunch, they pledged $500 toward the books, check to come by the end of March", ["2026-11-25 spoke at their lunch, they pledged $500 toward the books", "2026-11-25 money: they pledged $500", "2026-11-25 they promise: check to come by 2027-03-31"]),
        ("will call back by Friday", ["2026-11-25 they promise: call back by 2026-11-27"]),
        ("Both of us will write to the funder by March 15", ["2026-11-25 both promise: write to the funder by 2027-03-15"]),
        ("I promised Emily a list by Feb. 12 and she will put us in the newsletter on the 1st of March", ["2026-11-25 we promise: Emily a list by 2027-02-12", "2026-11-25 they promise: put us in the newsletter on 2027-03-01"]),
        ("I owe her 40 tote bags by Feb 14", ["2026-11-25 we promise: 40 tote bags by 2027-02-14"]),
        ("I'll bring snacks Monday", ["2026-11-25 we promise: bring snacks by 2026-11-30"]),
        ("Dawn promised to call us by Feb 3", ["2026-11-25 they promise (Dawn): call us by 2027-02-03"]),
        ("they need our logo by next Tuesday", ["2026-11-25 follow up: our logo by 2026-12-01"]),
        ("follow up with Rob on February 1", ["2026-11-25 follow up: follow up with Rob on 2027-02-01"]),
        ("Jess (ours) to send pictures to them by MLK day", ["2026-11-25 follow up (Jess): send pictures to them by 2027-01-18"]),
        ("meeting on 12/14 at 3:30", ["2026-11-25 meeting: meeting on 2026-12-14 at 15:30"]),
        ("Coffee w/ Rev. Ellis 12/10 8am, Rosie's on 4th", ["2026-11-25 meeting: Coffee w/ Rev. Ellis, Rosie's on 4th on 2026-12-10 at 08:00"]),
        ("we signed the agreement until 6/30/2027", ["2026-11-25 we signed the agreement until 6/30/2027", "2026-11-25 agreement: we signed the agreement until 2027-06-30"]),
        ("Kevin quit last week", ["2026-11-25 Kevin quit last week", "2026-11-25 person: Kevin left"]),
        ("They said yes, pilot starts Jan 9.", ["2026-11-25 They said yes, pilot starts Jan 9.", "2026-11-25 stage: pilot"]),
        ("28 kids at the puppet show", ["2026-11-25 28 kids at the puppet show", "2026-11-25 count: 28 kids"]),
        ("they never sent the counts", ["2026-11-25 they never sent the counts", "2026-11-25 they missed: they never sent the counts"]),
        ("If they came up w/ $1,000 we'd match. Big if", ["2026-11-25 If they came up w/ $1,000 we'd match. Big if"]),
        ("may come again", ["2026-11-25 may come again"]),
        ("встреча, 14 учеников ждут", ["2026-11-25 встреча, 14 учеников ждут"]),
    ],
)  # fmt: skip
def test_days_and_promises_are_heard(typed: str, lines: list[str]) -> None:
    assert [written(entry) for entry in parse_sentence(typed, WEDNESDAY).entries] == lines


@pytest.mark.parametrize("typed", ["", "  ", "yesterday", "2026-11-20", "Nov 20:"])
def test_a_day_alone_says_nothing(typed: str) -> None:
    with pytest.raises(UsageError, match="nothing was said"):
        parse_sentence(typed, WEDNESDAY)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Dec 3", date(2026, 12, 3)), ("3 December", date(2026, 12, 3)), ("the 3rd of December", date(2026, 12, 3)),
        ("3rd of Dec", date(2026, 12, 3)), ("12/3", date(2026, 12, 3)), ("1/3", date(2027, 1, 3)), ("1/3/28", date(2028, 1, 3)),
        ("Feb 29", date(2028, 2, 29)), ("Feb 30", None), ("13/1", None), ("2026-2-3", date(2026, 2, 3)),
        ("in two weeks", date(2026, 12, 9)), ("in 10 days", date(2026, 12, 5)), ("a week from Friday", date(2026, 12, 4)),
        ("the first Monday in March", date(2027, 3, 1)), ("the third Thursday of this month", date(2026, 11, 19)),
        ("the first of the month", date(2026, 12, 1)), ("first week of May", date(2027, 5, 7)), ("mid March", date(2027, 3, 15)),
        ("day after tomorrow", date(2026, 11, 27)), ("next week", date(2026, 11, 30)), ("this weekend", date(2026, 11, 28)),
        ("the end of next month", date(2026, 12, 31)), ("June 2028", date(2028, 6, 30)), ("end of 2028", date(2028, 12, 31)),
        ("Thanksgiving", date(2026, 11, 26)), ("the Monday before Thanksgiving", date(2026, 11, 23)), ("MLK day", date(2027, 1, 18)),
        ("Presidents' Day", date(2027, 2, 15)), ("tax day", date(2027, 4, 15)), ("Labor Day", date(2027, 9, 6)), ("Easter", date(2027, 3, 28)),
        ("good friday", date(2027, 3, 26)), ("Giving Tuesday", date(2026, 12, 1)), ("election day", date(2027, 11, 2)), ("Q1", date(2027, 3, 31)),
        ("Wednesday", date(2026, 12, 2)), ("Sept 1", date(2027, 9, 1)), ("end of the week", date(2026, 11, 27)),
        ("the end of June", date(2027, 6, 30)), ("end of this year", date(2026, 12, 31)), ("the 5th", date(2026, 12, 5)),
        ("the 25th", date(2026, 11, 25)), ("the 99th", None), ("soon", None),
    ],
)  # fmt: skip
def test_days_to_come_are_said_in_many_ways(said: str, day: date | None) -> None:
    assert coming(said, WEDNESDAY) == day


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Wednesday", date(2026, 11, 18)), ("Tue", date(2026, 11, 24)), ("Dec 3", date(2025, 12, 3)), ("11/25", WEDNESDAY),
        ("the 30th", date(2026, 10, 30)), ("yesterday", date(2026, 11, 24)),
    ],
)  # fmt: skip
def test_days_gone_by_are_the_last_ones(said: str, day: date) -> None:
    assert gone(said, WEDNESDAY) == day


@given(st.text(min_size=1), st.dates())
def test_whatever_is_typed_is_heard_as_lines_that_read_back(typed: str, today: date) -> None:
    try:
        made = parse_sentence(typed, today).entries
    except UsageError:
        return
    for entry in made:
        again = parsed(written(entry))
        assert again is not None
        assert written(again) == written(entry)


@given(st.dates(), st.sampled_from(["Feb 29", "Friday", "next Monday", "the 31st", "tomorrow", "yesterday", "end of the month", "12/31", "end of May"]))  # fmt: skip
def test_no_clock_is_too_odd_for_a_day(today: date, said: str) -> None:
    for day in (coming(said, today), gone(said, today)):
        assert day is None or isinstance(day, date)
    ahead = coming(said, today)
    assert ahead is None or said == "yesterday" or ahead >= today
