"""What records prove of what is asked: facts with days, what is missing, and nobody's words."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from collabkit import Workspace
from conftest import Collab
from partnerships.conftest import Write
from shipped import CATALOG

PROFILE = """\
name: Hays
place: Hays, KS
goals: [literacy]
strategic_goals:
  - {name: No child goes hungry, goals: [food-security], until: 2028}
  - {name: Every adult reads, goals: [literacy]}
"""
FOOD = "name: Food Bank\npartner: food-bank\ngoals: [food-security]\nwork: summer-meals-site\n"
LOG = """\
2026-05-01 met Ada Blix, who is moody
2026-05-02 we promise (Zoe Quux): bring keys for Ada Blix by 2026-05-20
2026-05-03 stage: active
2026-05-10 kept: bring keys for Ada Blix
2026-05-11 agreement: signed until 2027-08-31
2026-05-12 went: well, Ada Blix says
"""
COUNTS = """\
day,work,measure,kind,side,value
2026-05-10,,meals,count,,120
2026-05-10,,hours,count,they,6
"""


@pytest.fixture
def kept(write: Write) -> Write:
    write("food-bank", LOG, FOOD)
    Path("partnerships/food-bank/counts.csv").write_text(COUNTS, encoding="utf-8")
    Path("library.yaml").write_text(PROFILE, encoding="utf-8")
    return write


def _rows(collab: Collab, *more: str) -> list[dict[str, Any]]:
    run = collab("report", "--as", "evidence", "-f", "ndjson", *more)
    assert run.code == 0, run.err
    return [json.loads(line) for line in run.out.splitlines()]


@pytest.mark.usefixtures("kept")
def test_each_standard_says_what_is_proved_with_days_and_what_is_missing(collab: Collab) -> None:
    rows = {(row["standard"], row["fact"]): row for row in _rows(collab)}

    running = rows["plan-1", "running"]
    assert running["state"] == "proved"
    assert running["found"][0] == {
        "name": "Food Bank",
        "what": "Summer meals site, active since 2026-05-03",
        "on": "2026-06-01",
        "partnership": "food-bank",
    }
    assert rows["plan-1", "count"]["found"][0]["on"] == "2026-05-10"
    assert rows["plan-2", "running"]["state"] == "missing"
    assert "collab log NAME" in rows["plan-2", "running"]["missing"]
    assert rows["lsta-partnerships", "agreement"]["state"] == "proved"
    assert rows["lsta-partnerships", "their-hours"]["found"][0]["what"] == "6 hours given by them"
    assert rows["edge-5-partnerships", "their-hours"]["state"] == "proved"
    assert rows["edge-8-1-leaders", "talk"]["state"] == "missing"


@pytest.mark.usefixtures("kept")
def test_the_state_of_the_profile_counts_and_can_be_chosen(collab: Collab) -> None:
    own = {row["jurisdiction"] for row in _rows(collab)}
    chosen = {row["jurisdiction"] for row in _rows(collab, "--state", "ny")}
    every = {row["jurisdiction"] for row in _rows(collab, "--all")}

    assert own == {"own", "KS", "US"}
    assert chosen == {"own", "NY", "US"}
    assert len(every) >= 12
    assert collab("report", "--state", "ZZ").code == 2
    assert "ny-community-partners" in collab("report", "-s", "ny-comunity-partners").err


@pytest.mark.usefixtures("kept")
def test_of_the_fourteen_intents_those_are_told_that_something_serves(collab: Collab) -> None:
    def intents(*more: str) -> set[str]:
        return {row["standard"] for row in _rows(collab, *more) if "intent" in row["standard"]}

    assert intents() == {"lsta-intent-health"}
    assert len(intents("--all")) == 14
    assert intents("-s", "lsta-intent-family") == {"lsta-intent-family"}


@pytest.mark.usefixtures("kept")
def test_one_standard_alone_and_what_is_too_old_counts_no_more(collab: Collab) -> None:
    now = _rows(collab, "-s", "edge-6-1-engagement")
    later = _rows(collab, "-s", "edge-6-1-engagement", "--on", "2028-01-01")

    assert [row["state"] for row in now] == ["missing", "proved"]
    assert [row["state"] for row in later] == ["missing", "missing"]


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("form", ["table", "ndjson", "markdown", "html", "csv"])
def test_no_word_of_a_log_is_told(collab: Collab, form: str) -> None:
    run = collab("report", "-f", form, "--all")

    assert run.code == 0
    assert not any(name in run.out for name in ("Ada", "Quux", "moody", "keys"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(
    text=st.text(st.characters(categories=["L"]), min_size=6, max_size=12).filter(str.isprintable),
    word=st.sampled_from(["", "agreed: ", "mind: ", "note: ", "went: well, ", "paper: "]),
)
def test_no_words_of_any_log_are_told(write: Write, text: str, word: str) -> None:
    write("food-bank", f"2026-05-03 stage: active\n2026-05-04 {word}{text}Q\n", FOOD)
    found = Workspace.open().evidence(every=True, on=date(2026, 6, 1))

    assert f"{text}Q" not in repr(found)


@pytest.mark.usefixtures("kept")
def test_a_page_to_hand_in(collab: Collab) -> None:
    assert collab("report", "-o", "evidence.md").code == 0
    assert collab("report", "-o", "evidence.docx").code == 0
    page = Path("evidence.md").read_text("utf-8")

    assert page.startswith("# What our work with partners shows\n\nHays, June 1, 2026\n")
    assert "## No child goes hungry" in page
    assert "- **Proved:** joint work toward it\n    - Food Bank: Summer meals site" in page
    assert "collab log" not in page
    assert Path("evidence.docx").read_bytes().startswith(b"PK")
    assert collab("report", "-o", "evidence.md").code == 1
    assert collab("report", "-o", "evidence.xyz").code == 2


def test_without_records_everything_is_missing_and_nothing_fails(
    collab: Collab, clean_machine: Path
) -> None:
    run = collab("report", "-f", "ndjson")
    assert run.code == 0
    assert {json.loads(line)["state"] for line in run.out.splitlines()} == {"missing"}
    assert "Which state?" in run.err
    assert not (clean_machine / "partnerships").exists()


@pytest.mark.usefixtures("kept")
def test_a_table_fits_eighty_columns(collab: Collab) -> None:
    for more in ((), ("--long",)):
        lines = collab("report", "-f", "table", *more).out.splitlines()
        assert all(len(line) <= 80 or "http" in line for line in lines)


def test_every_standard_names_a_page_and_ten_states_are_there() -> None:
    standards = CATALOG.standards.values()

    assert all(each.page.startswith("http") and each.as_of for each in standards)
    assert all(each.page in each.source for each in standards)
    assert len({each.jurisdiction for each in standards} - {"US"}) >= 10


def test_whom_nobody_has_asked_or_who_has_left_proves_no_partnership(
    kept: Write, collab: Collab
) -> None:
    kept("rotary", "2026-05-01 stage: idea\n", "name: Rotary\npartner: service-club\n")
    kept("museum", "2026-04-01 met\n2026-05-01 stage: ended\n", "name: Museum\npartner: museum\n")
    rows = {(row["standard"], row["fact"]): row for row in _rows(collab)}
    found = rows["edge-5-2-outreach", "partnership"]["found"]
    assert [each["name"] for each in found] == ["Food Bank"]

    talks = rows["ks-community-outreach", "talk"]["found"]
    assert {each["name"]: each["what"] for each in talks} == {
        "Food Bank": "in touch on 4 days, last on 2026-05-11",
        "Museum": "in touch on 2026-04-01",
    }


@pytest.mark.usefixtures("kept")
def test_a_page_begins_with_what_is_proved_and_what_is_not(collab: Collab) -> None:
    collab("report", "-o", "evidence.md")
    text = Path("evidence.md").read_text("utf-8")
    found = re.search(r"Of (\d+) things to show, the records prove (\d+)(?: and a part of (\d+) more)?, and have nothing on (\d+)\.", text)  # fmt: skip
    assert found
    whole, *parts = (int(each or 0) for each in found.groups())
    assert whole == sum(parts)
