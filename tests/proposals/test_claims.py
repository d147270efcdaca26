"""What a paper claims in the library's name: found, said once, reworded, struck, confirmed, and kept so."""

import json
from pathlib import Path
from typing import Any

import pytest

from collabkit import Workspace
from conftest import Collab

ASKED = ("propose", "k12-school", "--activity", "reading-buddies")
NEED = "Our second graders wait a month for somebody to read to."


def _claims(collab: Collab, *arguments: str) -> list[dict[str, Any]]:
    run = collab(*arguments, "-f", "json")
    assert run.code == 0, run.err
    found: list[dict[str, Any]] = json.loads(run.out)[0]["claims"]
    return found


def _text(collab: Collab, *arguments: str) -> str:
    return collab(*arguments).out


def test_what_the_catalog_says_in_our_name_is_listed_as_it_stands(collab: Collab) -> None:
    paper = (*ASKED, "--as", "proposal")
    claims = _claims(collab, *paper)
    text = _text(collab, *paper)

    assert {each["kind"] for each in claims} == {"need", "gift", "offer", "term"}
    need = next(each["text"] for each in claims if each["kind"] == "need")
    assert need.endswith("teens ask us where they can find service hours.")
    plain = "".join(filter(str.isalnum, text)).casefold()
    assert all("".join(filter(str.isalnum, each["text"])).casefold() in plain for each in claims)


def test_a_paper_that_makes_no_claim_lists_none(collab: Collab) -> None:
    assert _claims(collab, *ASKED, "--as", "thanks") == []
    assert "Said in your name" not in collab(*ASKED, "--as", "thanks").err


def test_stderr_names_each_claim_once_for_all_papers(collab: Collab) -> None:
    said = collab(*ASKED, "--as", "email").err

    assert said.count("Said in your name, and yours to check.") == 1
    assert '"Second graders who read slowly would like …"' in said
    assert "what holds: guessing at words, reading levels" in said


def test_a_gift_that_the_profile_has_is_no_claim(collab: Collab, tmp_path: Path) -> None:
    profile = tmp_path / "ours.yaml"
    profile.write_text("name: Elm Library\nplace: Elm, KS\nassets: [study-rooms]\n")
    asked = (
        "propose",
        "literacy-council",
        "--activity",
        "adult-tutoring-rooms",
        "--as",
        "proposal",
    )
    without = _claims(collab, *asked)
    with_rooms = _claims(collab, *asked, "--library", str(profile))

    rooms = [each["name"] for each in without if each["text"].startswith("two study rooms")]
    assert rooms
    assert not {each["name"] for each in with_rooms} & set(rooms)


def test_a_reason_of_her_own_stands_instead_of_ours(collab: Collab) -> None:
    asked = (*ASKED, "--as", "email", "--set", f"need={NEED}")

    assert NEED in _text(collab, *asked)
    assert "service hours" not in _text(collab, *asked)
    assert "need" not in {each["kind"] for each in _claims(collab, *asked)}


@pytest.mark.parametrize("paper", ["email", "proposal", "agreement", "mou", "script"])
def test_what_is_struck_stands_nowhere_as_a_term_or_gift(collab: Collab, paper: str) -> None:
    asked = (*ASKED, "--as", paper)
    struck = ("--set", "strike=reading levels", "--set", "strike=three crates of short books")
    before, after = _claims(collab, *asked), _claims(collab, *asked, *struck)
    gone = {each["text"] for each in before} - {each["text"] for each in after}

    assert any("grade and a phone number" in each for each in gone)
    assert all(each not in _text(collab, *asked, *struck) for each in gone)


def test_words_that_strike_nothing_are_told(collab: Collab) -> None:
    err = collab(*ASKED, "--as", "email", "--set", "strike=a pony").err

    assert "No gift or term of Reading buddies has the words 'a pony'" in err
    assert "says nothing" in collab(*ASKED, "--set", "strike=...").err


def test_who_is_sure_reads_it_no_more(collab: Collab) -> None:
    assert _claims(collab, *ASKED, "--as", "email", "--set", "sure") == []
    assert "Said in your name" not in collab(*ASKED, "--as", "email", "--set", "sure").err


def test_a_partnership_keeps_what_was_said_of_its_claims(
    collab: Collab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    collab("init", "--name", "Elm Library", "--place", "Elm, KS")
    collab("track", "Elm School", "--partner", "k12-school", "--work", "reading-buddies")
    asked = ("propose", "--partnership", "elm", "--as", "email")
    said = ("--set", f"need={NEED}", "--set", "strike=reading levels", "--set", "sure", "--keep")
    first = collab(*asked, *said)
    later = collab(*asked)

    assert first.code == later.code == 0
    assert later.out == first.out
    assert "Said in your name" not in later.err
    facts = next(tmp_path.glob("partnerships/*/partnership.yaml")).read_text()
    assert "sure: true" in facts
    assert NEED in facts


def test_every_face_words_a_case_alike(tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path)
    cases = workspace.cases
    case = cases.begin("reading buddies")._replace(
        work="reading-buddies", partner="k12-school", name="Elm School", body="elementary school"
    )
    worded = cases.word(cases.word(case, need=NEED), strike=["reading levels"])
    document = cases.paper(worded, "email")

    assert NEED in document.markdown
    assert "grade and a phone number" not in document.markdown
    assert document.claims
    assert {each.text for each in cases.brief(worded, "email").claims} == {
        each.text for each in document.claims
    }
    assert cases.paper(cases.word(worded, sure=True), "email").claims == ()
