"""Days that no calendar has, or that nobody can mean, are refused wherever one is told; none is taken as it stands."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.errors import UsageError
from collabkit.text.impossible_days import impossible_day
from collabkit.workspace import Workspace
from conftest import Collab

IMPOSSIBLE = (
    "2027-13-45",
    "2027-02-29",
    "9999-12-31",
    "0001-01-01",
    "6/31",
    "2/29/2027",
    "13/45/2027",
    "February 30",
    "Feb 29, 2027",
    "June 31st",
    "the 31st of June",
    "31st in June 2027",
)
NO_SLIP = (
    "2/29/2028",
    "24/7",
    "1/2 of the books",
    "In June 31 kids came",
    "may 40 people",
    "call 701-252-2990",
    "the 2026-2027 school year",
    "March 31",
    "Sat 10/31",
    "ages 3/4",
    "reads A-2027-13-45",
)


@pytest.fixture
def library(collab: Collab, clean_machine: Path) -> Path:
    """A library with one partnership."""
    collab("init", "--name", "Prairie Public Library", "--place", "Jamestown, ND")
    collab("track", "Prairie Reads", "--partner", "literacy-council")
    return clean_machine


def log(library: Path) -> str:
    return (library / "partnerships/prairie-reads/log.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("day", IMPOSSIBLE)
def test_a_line_of_the_log_with_such_a_day_is_not_written(
    collab: Collab, library: Path, day: str
) -> None:
    before = log(library)
    for line in (f"we promise: flyers by {day}", f"they send us the list by {day}"):
        done = collab("log", "prairie", line)

        assert done.code == 2
        assert "is no day of any calendar, so nothing was written" in done.err
    assert log(library) == before


@pytest.mark.parametrize("text", NO_SLIP)
def test_what_need_not_be_a_day_is_left_alone(text: str) -> None:
    assert impossible_day(f"{text} and thanks") is None


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_no_day_of_the_calendar_is_refused_however_it_is_written(day: date) -> None:
    for written in (
        f"{day}",
        f"{day:%B} {day.day}, {day.year}",
        f"{day.month}/{day.day}/{day.year}",
        f"{day:%b} {day.day}",
        f"the {day.day}th of {day:%B}",
    ):
        assert impossible_day(f"by {written}.") is None


@given(st.integers(min_value=1, max_value=9999), st.integers(0, 99), st.integers(0, 99))
def test_a_day_in_figures_is_refused_just_where_python_knows_none(
    year: int, month: int, day: int
) -> None:
    try:
        known = 1900 <= date(year, month, day).year <= 2199
    except ValueError:
        known = False

    assert (impossible_day(f"{year:04}-{month:02}-{day:02}") is None) is known


@pytest.mark.parametrize("day", ["9999-01-01", "0007-01-01", "2027-02-29", "2027-13-45"])
def test_no_option_takes_such_a_day(collab: Collab, library: Path, day: str) -> None:
    for line in (
        ("log", "prairie", "called them", "--on", day),
        ("track", "Elm School", "--partner", "k12-school", "--on", day),
        ("due", "--on", day),
    ):
        done = collab(*line)

        assert done.code == 2
        assert day in done.err
    assert not (library / "partnerships/elm-school").exists()


def test_python_is_told_in_the_same_words(library: Path) -> None:
    partnerships = Workspace.open(library).partnerships

    with pytest.raises(UsageError, match="nobody can mean that year"):
        partnerships.log("prairie", "called", on=date(9999, 1, 1))
    with pytest.raises(UsageError, match="no day of any calendar"):
        partnerships.log("prairie", "meeting on 6/31 at 3")


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("start=2020-01-01", "more than a year before the day that the paper bears"),
        ("when=February 30, 4 to 6", "'February 30' is no day of any calendar"),
        ("when=tomorrow at 4", "nobody who reads the paper later knows which day"),
        ("helper=university-college=Foo, agreeed", "'agreeed' behind Foo is not 'agreed'"),
    ],
)
def test_a_paper_is_not_written_with_a_day_or_a_yes_that_is_a_slip(
    collab: Collab, setting: str, told: str
) -> None:
    done = collab("propose", "literacy-council", "-g", "literacy", "--set", setting)

    assert done.code == 2
    assert done.out == ""
    assert told in done.err


@pytest.mark.usefixtures("library")
def test_a_paper_of_then_may_start_then(collab: Collab) -> None:
    done = collab(
        "propose", "literacy-council", "-g", "literacy", "--as", "agreement",
        "--set", "date=2020-01-15", "--set", "start=2020-02-01",
    )  # fmt: skip

    assert done.code == 0
    assert "February 1, 2020" in done.out


@pytest.mark.parametrize(
    ("agreement", "told"),
    [
        ('{start: "2027-05-01", end: "2026-05-01"}', "before it starts on 2027-05-01"),
        ('{end: "9999-01-01"}', "is no day"),
        ('{end: "2027-02-29"}', "is no day"),
    ],
)
def test_check_finds_such_days_in_the_facts_of_a_partnership(
    collab: Collab, library: Path, agreement: str, told: str
) -> None:
    facts = library / "partnerships/prairie-reads/partnership.yaml"
    facts.write_text(f'name: "Prairie Reads"\nagreement: {agreement}\n', encoding="utf-8")

    done = collab("check")

    assert done.code == 3
    assert told in done.out


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("nothing", ["", "[]", " [ ]\n"])
def test_a_pipe_without_a_record_says_that_nothing_came(
    collab_process: Collab, nothing: str
) -> None:
    done = collab_process("propose", stdin=nothing)

    assert done.code == 2
    assert "no match record on stdin" in done.err


@pytest.mark.parametrize(
    "command", [("match", "literacy"), ("find", "literacy", "--near", "58401")]
)
@pytest.mark.parametrize("form", ["json", "ndjson", "csv", "markdown", "ids"])
def test_a_text_for_people_is_never_printed_where_a_format_was_asked_for(
    collab: Collab, command: tuple[str, ...], form: str
) -> None:
    done = collab(*command, "--explain", "--format", form)

    assert done.code == 2
    assert done.out == ""
    assert f"--explain prints text, and {form} was asked for" in done.err
