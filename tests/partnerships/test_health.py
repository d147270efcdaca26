"""Both sides answer; bands, differences and trend follow, and no answer that is raised lowers a band."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from collabkit import Workspace
from collabkit.catalog import Catalog
from collabkit.catalog.questions import FACTORS, Question
from collabkit.errors import UsageError
from collabkit.partnerships.health.parsing import from_csv
from collabkit.partnerships.health.records import HealthSummary
from collabkit.partnerships.health.sheets import Sheet
from collabkit.partnerships.health.summary import summarize
from conftest import Collab
from partnerships.conftest import TODAY, Write

FULL = "5 5 5 5 5 5 5 5 5 5 5 5"
MIXED = "4 5 3 2 4 4 - 5 5 4 3 3"
ORDER = {"poor": 0, "fair": 1, "good": 2}


@pytest.fixture(scope="session")
def questions(catalog: Catalog) -> Mapping[str, Question]:
    """The twelve questions."""
    return catalog.questions


def _health(questions: Mapping[str, Question], *sheets: Sheet) -> HealthSummary:
    return summarize("x", "X", sorted(sheets, key=lambda each: each.day), questions, TODAY)


def test_there_are_two_questions_for_each_of_six_factors(questions: Mapping[str, Question]) -> None:
    assert [question.factor for question in questions.values()] == [
        factor for factor in FACTORS for _ in range(2)
    ]


def test_each_question_can_be_answered_by_either_side(questions: Mapping[str, Question]) -> None:
    words = " ".join(question.text for question in questions.values()).casefold().split()
    assert not {"library", "partner", "librarian", "you", "your", "they"} & set(words)


ANSWERS = st.lists(st.one_of(st.none(), st.integers(1, 5)), min_size=12, max_size=12)
SHEETS = st.lists(st.tuples(st.sampled_from(["we", "they"]), ANSWERS), min_size=1, max_size=5)


def _sheets(
    questions: Mapping[str, Question], told: list[tuple[str, list[int | None]]]
) -> list[Sheet]:
    return [
        Sheet(
            date(2026, 5, 4),
            "we" if side == "we" else "they",
            str(place),
            {id_: answer for id_, answer in zip(questions, answers, strict=True) if answer},
        )
        for place, (side, answers) in enumerate(told)
    ]


@given(told=SHEETS, which=st.integers(0, 4), place=st.integers(0, 11), by=st.integers(1, 4))
def test_raising_an_answer_never_lowers_a_band(
    questions: Mapping[str, Question],
    told: list[tuple[str, list[int | None]]],
    which: int,
    place: int,
    by: int,
) -> None:
    side, answers = told[which % len(told)]
    given_ = answers[place]
    if given_ is None:
        return
    raised = [*answers]
    raised[place] = min(5, given_ + by)
    better = [*told]
    better[which % len(told)] = (side, raised)

    before = _health(questions, *_sheets(questions, told))
    after = _health(questions, *_sheets(questions, better))

    for old, new in zip(before.factors, after.factors, strict=True):
        assert (old.band is None) == (new.band is None)
        assert old.band is None or ORDER[new.band or "poor"] >= ORDER[old.band]


@given(answers=ANSWERS.filter(any), full=st.sampled_from(["we", "they"]))
def test_a_side_that_answers_all_five_is_in_no_lower_band_than_one_that_answers_less(
    questions: Mapping[str, Question], answers: list[int | None], full: str
) -> None:
    best = _health(questions, *_sheets(questions, [(full, [5] * 12)]))
    other = _health(questions, *_sheets(questions, [(full, answers)]))
    for ours, theirs in zip(best.factors, other.factors, strict=True):
        assert theirs.band is None or ORDER[ours.band or "poor"] >= ORDER[theirs.band]


@given(told=SHEETS)
def test_the_order_of_sheets_of_a_day_changes_nothing(
    questions: Mapping[str, Question], told: list[tuple[str, list[int | None]]]
) -> None:
    sheets = _sheets(questions, told)
    one, other = _health(questions, *sheets), _health(questions, *reversed(sheets))
    assert one.factors == other.factors


def test_it_says_which_factor_to_talk_about_and_what_differs(collab: Collab, write: Write) -> None:
    write("prairie", facts="name: Prairie\n")
    assert collab("health", "prairie", "--answers", "4 5 5 5 4 4 5 5 5 4 4 4", "--side", "we").code == 0  # fmt: skip
    collab("health", "prairie", "--answers", "4 5 2 3 4 4 5 5 5 4 4 4", "--side", "they")

    run = collab("health", "prairie", "-f", "json")
    (found,) = json.loads(run.out)

    assert (found["band"], found["talk"]) == ("good", "roles")
    roles = next(each for each in found["factors"] if each["factor"] == "roles")
    assert (roles["we"], roles["they"], roles["difference"], roles["band"]) == (5, 2.5, 2.5, "poor")
    assert "Talk about roles. On roles the two see it differently: the library answers 2.5 higher." in run.err  # fmt: skip
    assert "have not been validated" in run.err


def test_the_trend_tells_a_round_from_the_one_before(collab: Collab, write: Write) -> None:
    write("prairie", facts="name: Prairie\n")
    for day, answers in (("2025-11-01", MIXED), ("2026-05-01", FULL), ("2026-05-20", FULL)):
        collab("health", "prairie", "--answers", answers, "--side", "they", "--on", day)
    (found,) = json.loads(collab("health", "prairie", "-f", "json").out)

    assert [(each["on"], each["sheets"]) for each in found["they"]] == [("2025-11-01", 1), ("2026-05-20", 2)]  # fmt: skip
    assert "5.0 (+1.2)" in collab("health", "prairie", "-f", "table").out


def test_the_same_answers_are_kept_once(collab: Collab, write: Write) -> None:
    folder = write("prairie", facts="name: Prairie\n")
    first = collab("health", "prairie", "--answers", MIXED, "--side", "they", "--again", "yes")
    again = collab("health", "prairie", "--answers", MIXED, "--side", "they", "--again", "yes")

    assert "Kept 11 answers of the other side" in first.err
    assert again.err == "1 kept already.\n"
    assert len((folder / "health.csv").read_text("utf-8").splitlines()) == 13


FROM_PAGE = """\
day,side,sheet,question,answer
2026-05-04,they,kwxgtn,same-purpose,"4"
2026-05-04,they,kwxgtn,clear-roles,"2"
2026-05-04,they,kwxgtn,again,"unsure"
2026-05-04,they,kwxgtn,change,"a later hour, on ""our"" Fridays"
"""
EXPECTED = Sheet(
    date(2026, 5, 4),
    "they",
    "kwxgtn",
    {"same-purpose": 4, "clear-roles": 2},
    "unsure",
    'a later hour, on "our" Fridays',
)


@pytest.mark.parametrize(
    "made",
    [
        FROM_PAGE,
        "\ufeff" + FROM_PAGE.replace("\n", "\r\n"),
        FROM_PAGE.replace('"4"', "4.0").replace('"2"', "2 ").replace("2026-05-04", "5/4/2026"),
        'who,answer,question,sheet,side,day\nx,4,Same-Purpose,kwxgtn,They,46146\nx,2,3,kwxgtn,they,46146\nx,Unsure,again,kwxgtn,they,46146\nx,"a later hour, on ""our"" Fridays",change,kwxgtn,they,46146\n',
        'day;side;sheet;question;answer\n5/4/2026;they;kwxgtn;same-purpose;4,0\n5/4/2026;they;kwxgtn;clear-roles;2\n5/4/2026;they;kwxgtn;again;unsure\n5/4/2026;they;kwxgtn;change;"a later hour, on ""our"" Fridays"\n',
        'day\tside\tsheet\t1\t3. We know who does what on both sides.\tWould you do it again?\tWhat should change?\n2026-05-04 10:02:11\tpartner\tkwxgtn\t4\t2\tunsure\t"a later hour, on ""our"" Fridays"\n',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_answers_are_read_whatever_a_spreadsheet_made_of_them(
    questions: Mapping[str, Question], made: str, encoding: str
) -> None:
    heard = from_csv(made.encode(encoding), "answers.csv", questions, on=TODAY)
    assert heard.sheets == (EXPECTED,)
    assert heard.rejected == ()


def test_what_is_no_answer_is_named_with_its_place(questions: Mapping[str, Question]) -> None:
    text = FROM_PAGE.replace('"2"', '"7"') + "soon,they,a,nothing,3\n2026-05-04,they,a,worth-it,x\n"
    heard = from_csv(text.encode(), "a.csv", questions, on=TODAY)
    assert heard.rejected == (
        "a.csv:6: no question called 'nothing'",
        "a.csv:3: '7' is none of 1 to 5",
        "a.csv:7: 'x' is none of 1 to 5",
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--answers", "4 5", "--side", "we"), "2 answers for 12 questions"),
        (("--answers", MIXED.replace("2", "6"), "--side", "we"), "answer 4: '6' is none of 1 to 5"),
        (("--answers", MIXED), "say who answers"),
        (("--from", "nothing.csv"), "cannot read nothing.csv"),
        (("--fill", "--page"), "--fill and --page are two things"),
    ],
)
def test_mistakes_are_told(collab: Collab, write: Write, arguments: tuple[str, ...], said: str) -> None:  # fmt: skip
    folder = write("prairie", facts="name: Prairie\n")
    run = collab("health", "prairie", *arguments)
    assert run.code == 2
    assert said in run.err
    assert not (folder / "health.csv").exists()


def test_nothing_says_whose_answers_they_are(questions: Mapping[str, Question]) -> None:
    with pytest.raises(UsageError, match="nothing says who answers"):
        from_csv(b"question,answer\nworth-it,4\n", "a.csv", questions, on=TODAY)


def test_all_partnerships_stand_in_one_table(collab: Collab, write: Write) -> None:
    write("prairie", facts="name: Prairie\n")
    write("county", facts="name: County\n")
    collab("health", "prairie", "--answers", FULL, "--side", "we")
    run = collab("health", "-f", "table")
    assert "nobody answered" in run.out
    assert "Prairie" in run.out


def test_it_is_asked_from_a_terminal(collab_process: Collab, write: Write) -> None:
    folder = write("prairie", facts="name: Prairie\n")
    typed = "4\n5\n\n9\n3\n" + "4\n" * 8 + "yes\nmore time\n"
    run = collab_process("health", "prairie", "--fill", "--side", "we", stdin=typed)
    assert "A whole number from 1 to 5" in run.err
    assert "Kept 11 answers of the library" in run.err
    assert "change,more time" in (folder / "health.csv").read_text("utf-8")


def test_the_page_and_the_text_are_written_with_what_comes_next(
    collab: Collab, write: Write, clean_machine: Path
) -> None:
    write("prairie", facts="name: Prairie <b>\n")
    page = collab("health", "prairie", "--page", "-o", "check.html")
    mail = collab("health", "prairie", "--mail")

    assert page.err == "Wrote check.html\nWhen their file comes back: collab health prairie --from FILE\n"  # fmt: skip
    assert "Prairie &lt;b&gt; and Ours" in (clean_machine / "check.html").read_text("utf-8")
    assert collab("health", "prairie", "--page", "-o", "check.html").code == 1
    assert "12. We look at what came of it together" in mail.out
    assert mail.err.startswith("When they answer: collab health prairie --answers")


def test_whoever_answered_was_in_touch_that_day(collab: Collab, write: Write) -> None:
    write("prairie", "2025-06-01 met the director\n2025-06-02 stage: active\n", "name: Prairie\n")
    ones = " ".join(["4"] * 12)
    collab("health", "prairie", "--answers", ones, "--side", "we", "--on", "2026-05-20")
    assert "no word since 2025-06-01" in collab("due", "-f", "csv").out
    assert "Nobody was in touch for 365 days" in collab("review", "prairie").err

    collab("health", "prairie", "--answers", ones, "--side", "they", "--on", "2026-05-20")
    assert "no word since" not in collab("due", "-f", "csv").out
    assert "Nobody was in touch" not in collab("review", "prairie").err


def test_a_sheet_whose_day_has_not_come_is_named_once(collab: Collab, write: Write) -> None:
    write("prairie", facts="name: Prairie\n")
    ones = " ".join(["4"] * 12)
    collab("health", "prairie", "--answers", ones, "--side", "they", "--on", "2027-05-20")
    assert collab("check").out.count("2027-05-20 has not come yet") == 1


HOSTILE_CSV = st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode(errors="replace"))  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=HOSTILE_CSV)
def test_no_file_breaks_a_partnership(write: Write, raw: bytes) -> None:
    folder: Path = write("prairie", facts="name: Prairie\n")
    (folder / "health.csv").write_bytes(raw)
    (folder / "counts.csv").write_bytes(raw)
    kept = Workspace.open().partnerships
    assert kept.health("prairie").partnership == "prairie"
    assert isinstance(kept.counted("prairie"), list)
