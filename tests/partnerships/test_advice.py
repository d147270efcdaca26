"""Advice comes out of the record, says what speaks against it, and contradicts no line of the log."""

import json
import re
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest
from evaluation.advice import judged
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from collabkit import Workspace
from collabkit.catalog import Catalog
from collabkit.partnerships.advice.advice import Advice
from collabkit.partnerships.advice.deciding import advice
from collabkit.partnerships.advice.evidence import evidence
from collabkit.partnerships.advice.rules import RULES
from collabkit.partnerships.entries import Side
from collabkit.partnerships.partnership import Partnership
from collabkit.partnerships.state import State
from conftest import Collab
from partnerships.conftest import TODAY, Write

PAGE = (Path(__file__).parents[2] / "docs/partnerships.md").read_text("utf-8")
RANK = {"end": 0, "rest": 1, "change": 2, "hold": 3, "start": 3}
DAYS = st.integers(0, 900).map(lambda back: (TODAY - timedelta(days=back)).isoformat())
SAID = st.sampled_from(
    [
        *(f"stage: {stage}" for stage in ("idea", "talk", "pilot", "active", "renew", "resting")),
        *("stage: ended", "went: well", "went: mixed, few came", "went: badly", "met", "called"),
        *("note: left a message", "agreed: on Tuesdays", "kept: keys", "kept: a list", "dropped: keys"),
        *("we promise: keys by 2026-01-15", "they promise: a list by 2026-03-01", "they promise: keys by 2026-05-20"),
        *("agreement: signed until 2026-04-30", "stage: resting until 2026-09-01", "moved: keys to 2026-05-01"),
    ]
)  # fmt: skip
LOGS = st.lists(st.tuples(DAYS, SAID).map(" ".join), max_size=14)


def _advice(folder: Path, log: list[str], catalog: Catalog) -> tuple[Advice, State]:
    (folder / "log.txt").write_text("\n".join(log) + "\n", encoding="utf-8")
    one = Partnership(folder)
    found = evidence(one, catalog.activities, catalog.questions, TODAY)
    return advice("x", "X", found), one.state(TODAY)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of one partnership, whose log is written again and again."""
    return tmp_path_factory.mktemp("partnership")


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(log=LOGS)
def test_advice_contradicts_no_line_of_the_log(
    folder: Path, catalog: Catalog, log: list[str]
) -> None:
    found, at = _advice(folder, log, catalog)
    signs = [*found.because, *found.but]
    said = {sign.rule: sign.says for sign in signs}

    assert found.stage == at.stage
    assert (found.advice == "end") or at.stage != "ended"
    if at.stage == "resting" and at.wakes and at.wakes > TODAY:
        assert found.advice == "rest"
    days = {day for sign in signs for day in re.findall(r"\d{4}-\d\d-\d\d", sign.says)}
    assert days <= set(re.findall(r"\d{4}-\d\d-\d\d", " ".join(log)))
    for sign in signs:
        _holds(sign.rule, sign.says, at)
    assert ("silent" in said) <= (at.last is not None)
    assert ("went" in said) == any(" went: " in line for line in log)


def _holds(rule: str, says: str, at: State) -> None:
    """Check what a sign of promises says against the promises themselves."""
    side: Side = "we" if says.startswith("The library") else "they"
    ours = [each for each in at.promises if each.side == side]
    if rule == "word-kept":
        many = re.search(r"kept (\d+|a) promise", says)
        recent = [each for each in ours if each.kept and (TODAY - each.kept).days <= 365]
        assert many
        assert len(recent) == (1 if many[1] == "a" else int(many[1]))
        assert not any(each.open and each.late(TODAY) for each in ours)
    if rule in {"their-word", "our-word"}:
        late = re.search(r"owes: (.*), (\d+) days late", says)
        assert late
        assert (late[1], int(late[2])) in {
            (each.what, each.late(TODAY)) for each in ours if each.open
        }


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(log=LOGS, ahead=st.lists(SAID, min_size=1, max_size=3))
def test_what_has_not_come_yet_changes_nothing(
    folder: Path, catalog: Catalog, log: list[str], ahead: list[str]
) -> None:
    later = [f"2026-06-0{place + 2} {said}" for place, said in enumerate(ahead)]
    assert _advice(folder, [*log, *later], catalog)[0] == _advice(folder, log, catalog)[0]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(log=LOGS)
def test_a_promise_that_is_kept_never_makes_the_advice_worse(
    folder: Path, catalog: Catalog, log: list[str]
) -> None:
    before, at = _advice(folder, log, catalog)
    owed = next((each for each in at.open if each.side == "they"), None)
    if owed is None:
        return
    after, _ = _advice(folder, [*log, f"{TODAY} they kept: {owed.what}"], catalog)
    assert RANK[after.advice] >= RANK[before.advice]


def test_every_rule_stands_in_the_page_with_its_reason() -> None:
    for rule in RULES:
        assert f"| `{rule.name}` | {rule.why} |" in PAGE


def test_it_is_told_with_its_reasons_and_what_speaks_against_it(
    collab: Collab, write: Write
) -> None:
    write(
        "prairie",
        "2025-06-02 stage: pilot\n2026-01-10 went: well\n2026-05-20 met\n2026-02-01 we promise: keys by 2026-04-01\n",
        "name: Prairie\n",
    )
    run = collab("review", "prairie", "-f", "json")
    (record,) = json.loads(run.out)

    assert record["advice"] == "change"
    assert "Change: go on, and change something first." in run.err
    assert "  The library owes: keys, 61 days late.\n" in run.err
    assert 'Against it:\n  "went: well" was written on 2026-01-10.\n' in run.err
    assert run.err.endswith("you know more than the record.\n")


def test_all_stand_in_one_table_and_a_broken_one_is_named(collab: Collab, write: Write) -> None:
    write("one", "2026-05-01 met\n", "name: One\n")
    write("two", "2026-05-01 met\n", "naem: Two\n")
    run = collab("review", "--all", "-f", "ids")
    assert (run.code, run.out) == (3, "one\n")
    assert "two" in run.err


@pytest.mark.parametrize("arguments", [(), ("prairie", "--all")])
def test_one_or_all(collab: Collab, write: Write, arguments: tuple[str, ...]) -> None:
    write("prairie", "2026-05-01 met\n")
    assert collab("review", *arguments).code == 2


STAGES: Mapping[str, str] = {
    "2026-05-01 stage: ended\n": "end",
    "2026-05-01 stage: resting until 2026-12-01\n": "rest",
    "2025-05-01 stage: resting until 2025-12-01\n": "start",
    "2026-05-20 stage: idea\n": "start",
    "2026-05-20 met\n": "hold",
    "2024-05-20 met\n": "rest",
    "2026-05-20 stage: pilot\n": "hold",
}


@pytest.mark.parametrize("log", STAGES)
def test_each_stage_has_its_own_advice(write: Write, log: str) -> None:
    write("prairie", log, "name: Prairie\n")
    assert Workspace.open().partnerships.review("prairie", on=TODAY).advice == STAGES[log]


def test_thirty_histories_are_advised_as_a_reader_said_who_had_not_seen_the_rules() -> None:
    found = judged()
    assert len(found) == 30
    assert [each.name for each in found if not each.same] == []
    assert {each.advice.advice for each in found} == {"start", "hold", "change", "rest", "end"}
    assert all(each.advice.because for each in found)
