"""What is kept and who knows whom shows beside matches and organizations, and history counts by organization."""

import json
from pathlib import Path

import pytest

from collabkit import Workspace
from collabkit.errors import ExitCode
from conftest import Collab
from partnerships.conftest import Write

PEOPLE = """\
people:
  - name: Zoe Quux
    group: board
    knows:
      - organization: Missoula Food Bank
        who: the director
        how: same choir
      - partner: literacy-council
"""
GOOD = "2024-03-01 stage: active\n2024-04-01 we promise: chairs by 2024-04-10\n2024-04-09 kept: chairs\n2025-01-01 went: well\n"
BAD = "2024-03-01 stage: pilot\n2024-06-01 went: badly, nobody came\n"


def test_what_is_kept_counts_for_its_kind_and_a_bad_one_for_itself_alone(
    write: Write,
) -> None:
    before = Workspace.open().match("literacy")
    write("reads", GOOD, "name: Prairie Reads\npartner: literacy-council\n")
    write("school", BAD, "name: Lincoln School\npartner: k12-school\n")
    library = Workspace.open().library
    after = Workspace.open().match("literacy")

    def score(matches: list, partner: str) -> float:  # type: ignore[type-arg]
        return next(match.score for match in matches if match.partner == partner)  # type: ignore[no-any-return]

    assert [(known.name, known.went) for known in library.partners] == [
        ("Prairie Reads", "well"),
        ("Lincoln School", "badly"),
    ]
    assert score(after, "literacy-council") > score(before, "literacy-council")
    assert score(after, "k12-school") == score(before, "k12-school")
    assert (
        "it went well"
        in next(match for match in after if match.partner == "literacy-council").factors[-1].why
    )


def test_a_record_wins_over_the_profile_and_others_of_it_still_count(write: Write) -> None:
    folder = write("reads", BAD, "name: Prairie Reads\npartner: literacy-council\n")
    (folder.parents[1] / "library.yaml").write_text(
        "partners:\n  - {partner: literacy-council, name: prairie reads, went: well}\n  - {partner: museum, since: 2020}\n",
        encoding="utf-8",
    )

    assert [(known.partner, known.went) for known in Workspace.open().library.partners] == [
        ("literacy-council", "badly"),
        ("museum", None),
    ]


def test_leads_and_records_are_told_beside_matches_and_not_in_the_data(
    collab: Collab, write: Write
) -> None:
    folder = write("reads", GOOD, "name: Prairie Reads\npartner: literacy-council\n")
    (folder.parents[1] / "people.yaml").write_text(PEOPLE, encoding="utf-8")
    run = collab("match", "literacy")

    assert (
        "Prairie Reads: kept in partnerships/reads, active since 2024, it went well, we kept 1 of 1 promise and 2 years by now"
        in run.err
    )
    assert "Zoe Quux (board) knows somebody at literacy council. Ask for a word." in run.err
    assert "Quux" not in run.out
    (name,) = Workspace.open().partnerships.introductions(
        [("irs-1", "MISSOULA FOOD BANK", "food-bank")]
    )
    assert (
        name
        == "Zoe Quux (board) knows the director at Missoula Food Bank: same choir. Ask for a word."
    )


def test_who_knows_whom_stands_beside_each_and_in_data_only_for_people(
    collab: Collab, write: Write
) -> None:
    folder = write(
        "reads", GOOD, "name: Prairie Reads\npartner: literacy-council\n",
        contacts_yaml="contacts:\n  - {name: Ada Blix, role: director, known_by: [Vic Trask, Zoe Quux]}\n",
    )  # fmt: skip
    (folder.parents[1] / "people.yaml").write_text(PEOPLE, encoding="utf-8")
    best = json.loads(collab("match", "literacy", "-n", "1", "-f", "ndjson", "--people").out)
    api = Workspace.open().partnerships.with_contacts(Workspace.open().match("literacy", limit=1))

    assert best["partner"] == "literacy-council"
    assert [
        (lead["name"], lead["group"], lead["at"], lead["who"]) for lead in best["known_by"]
    ] == [
        ("Zoe Quux", "board", "literacy council", None),
        ("Vic Trask", None, "Prairie Reads", "Ada Blix"),
        ("Zoe Quux", "board", "Prairie Reads", "Ada Blix"),
    ]
    assert [lead.name for lead in api[0].known_by] == ["Zoe Quux", "Vic Trask", "Zoe Quux"]
    table = collab("match", "literacy", "-f", "table").out
    assert "known by" in table
    assert "Quux" in table
    for format_ in ("ndjson", "json", "csv", "tsv", "markdown", "html", "ids"):
        told = collab("match", "literacy", "-f", format_).out
        assert not any(name in told for name in ("Quux", "Trask", "Blix"))
    assert "Quux" in collab("match", "literacy", "-f", "csv", "--people").out


def test_facts_that_are_left_out_are_told_beside_a_match(collab: Collab, write: Write) -> None:
    write("reads", GOOD, "name: Prairie Reads\npartner: literacy-council\nlevel: deep\n")

    assert (
        "Left out: partnerships/reads/partnership.yaml:3:1: level"
        in collab("match", "literacy").err
    )


PROMISES = "".join(
    f"2025-0{n}-01 we promise: {n} by 2025-0{n}-09\n2025-0{n}-05 kept: {n}\n" for n in range(1, 9)
)


def test_promises_kept_and_years_count_beside_how_it_went(write: Write) -> None:
    def score(log: str) -> float:
        write("reads", log, "name: Prairie Reads\npartner: literacy-council\n")
        found = Workspace.open().match("adult literacy")
        return next(each.score for each in found if each.partner == "literacy-council")

    stage = "2025-01-01 stage: active\n"
    alone = score(stage)
    kept = score(stage + PROMISES)
    broken = score(stage + PROMISES.replace("kept:", "note:"))
    old = score(stage.replace("2025", "2019"))
    well = score(stage + PROMISES + "2025-09-01 went: well\n")

    assert broken < alone < kept < well
    assert old > alone
    assert score("2025-01-01 stage: talk\n2025-02-01 stage: ended\n") < broken


def test_people_that_cannot_be_read_are_told_with_their_place(collab: Collab, write: Write) -> None:
    folder = write("reads", GOOD)
    (folder.parents[1] / "people.yaml").write_text("people:\n  - nmae: x\n", encoding="utf-8")

    assert collab("match", "literacy").code == ExitCode.DATA
    assert "people.yaml:2:5: people[0].nmae: no such field" in collab("check").out


def test_a_paper_takes_from_the_record_and_is_logged_there(collab: Collab, write: Write) -> None:
    folder = write(
        "reads",
        "2026-05-01 agreed: the small room on Tuesdays\n2026-05-02 we promise: send the plan by 2026-06-05\n2026-05-03 stage: pilot\n",
        'name: Prairie Reads\npartner: literacy-council\ngoals: [literacy]\naddress: 1 Main St, Hays\nagreement: {end: "2027-03-31"}\n',
        contacts_yaml="contacts:\n  - {name: Ada Blix, role: director}\n",
    )  # fmt: skip
    file = folder / "agreement.md"
    run = collab(
        "propose",
        "--partnership",
        "reads",
        "--as",
        "letter",
        "-o",
        str(file),
        "--set",
        "date=2026-06-01",
    )
    text = file.read_text("utf-8")

    assert run.code == 0, run.err
    for said in (
        "Prairie Reads",
        "Ada Blix",
        "small room on Tuesdays",
        "send the plan, by June 5, 2026",
        "March 31, 2027",
    ):
        assert said in text
    assert (
        (folder / "log.txt").read_text("utf-8").endswith("2026-06-01 paper: letter, agreement.md\n")
    )


def test_day_and_place_are_kept_and_stand_in_its_papers(collab: Collab) -> None:
    Path("library.yaml").write_text("name: Ours\n", encoding="utf-8")
    collab("track", "Prairie Reads", "--partner", "literacy-council", "--work", "conversation-circle", "--set", "when=Mondays, 9 to noon")  # fmt: skip
    told = collab("change", "prairie", "where=the training room").err
    text = collab("propose", "--partnership", "prairie", "--as", "mou").out
    other = collab("propose", "--partnership", "prairie", "--as", "mou", "--set", "when=May 3").out
    meeting = collab("propose", "--partnership", "prairie", "--as", "invitation").out
    handover = collab("handover", "prairie").out
    collab("track", "Maria Lopez Center", "--partner", "immigrant-organization", "--work", "conversation-circle", "--set", "when=Mondays, 9 to noon")  # fmt: skip
    asking = collab("propose", "--partnership", "maria", "--as", "email").out

    assert "Are your people free at that hour" in asking
    assert "where: nothing -> the training room" in told
    assert "**When and where.** Mondays, 9 to noon, in the training room." in text
    assert "**When and where.** May 3, in the training room." in other
    assert "[day and time]" in meeting
    assert "Held: Mondays, 9 to noon, in the training room" in handover
    assert collab("check").code == 0


def test_who_is_kept_for_the_same_work_is_named_as_helping(collab: Collab, write: Write) -> None:
    work = "work: summer-meals-site\n"
    write("food", "2026-05-01 met\n", f"name: Sioux Valley Food Bank\npartner: food-bank\n{work}")
    write("club", "2026-05-01 stage: talk\n", f"name: Hays Rotary\npartner: service-club\n{work}")
    write("idea", "2026-05-01 stage: idea\n", f"name: Elm Museum\npartner: museum\n{work}")
    run = collab("propose", "--partnership", "food", "--as", "proposal")
    told = collab("propose", "--partnership", "food", "--as", "letter", "--set", "helper=service-club=Lions").out  # fmt: skip

    assert "- Hays Rotary: " in run.out
    assert "Named as helping, from your partnerships: Hays Rotary (service-club)." in run.err
    assert "Elm Museum" not in run.out
    assert "Lions would give" in told
    assert "Hays Rotary" not in told


def test_who_does_the_work_already_is_not_waited_for(collab: Collab, write: Write) -> None:
    work, state = (
        "work: adaptive-technology-station\n",
        "name: Elm Devices\npartner: state-agency\n",
    )
    write("club", "2026-05-01 met\n", f"name: Hays Lions\npartner: service-club\n{work}")
    write("state", "2026-05-01 stage: talk\n", f"{state}{work}")
    asked = collab("propose", "--partnership", "club", "--as", "letter")
    write("state", "2026-05-01 stage: pilot\n", f"{state}{work}")
    agreed = collab("propose", "--partnership", "club", "--as", "letter")

    for run in (asked, agreed):
        assert "Elm Devices" in run.out
        waited_for = run.err.partition("Nothing begins before ")[2].partition(" said yes")[0]
        assert "a center for independent living" in waited_for
        assert "Elm Devices" not in waited_for


@pytest.mark.parametrize(
    "named",
    [
        ("--set", "helper=service-club=Lions", "--set", "helper=service-club=Rotary"),
        ("--set", "helper=food-bank=Elm Pantry"),
        ("--set", "with=service-club=Lions", "--set", "helper=service-club=Rotary"),
    ],
)
def test_one_helper_of_each_kind_is_named(collab: Collab, named: tuple[str, ...]) -> None:
    run = collab("propose", "food-bank", "--activity", "summer-meals-site", *named)

    assert run.code == ExitCode.USAGE
    assert "is named already" in run.err


def test_a_paper_that_names_no_helper_says_so(collab: Collab) -> None:
    run = collab("propose", "food-bank", "--as", "email", "--set", "helper=service-club=Lions")

    assert run.code == 0
    assert "not named in this paper (email); one-pager" in run.err


@pytest.mark.parametrize("said", [".", " , "])
def test_a_day_says_something(collab: Collab, said: str) -> None:
    run = collab("propose", "food-bank", "--as", "letter", "--set", f"when={said}")

    assert run.code == ExitCode.USAGE
    assert "when says nothing" in run.err


def test_a_helper_has_a_name_and_is_of_a_known_kind(collab: Collab) -> None:
    nameless = collab("propose", "food-bank", "--set", "helper=service-club")
    unknown = collab("propose", "food-bank", "--set", "helper=serviceclub=Lions")

    assert (nameless.code, unknown.code) == (ExitCode.USAGE, ExitCode.USAGE)
    assert "names nobody" in nameless.err
    assert "Did you mean 'service-club'?" in unknown.err


def test_a_paper_of_a_partner_of_no_kind_is_refused(collab: Collab, write: Write) -> None:
    write("reads", GOOD)
    run = collab("propose", "--partnership", "reads")

    assert run.code == ExitCode.USAGE
    assert "does not say what kind of partner it is" in run.err


PROFILE = """\
name: Ours  # as it signs
# Whom we know.
partners:
  # the school
  - {partner: k12-school, name: Lincoln School, since: 2021, went: well}  # moved
  - partner: literacy-council
    name: Prairie Reads

  # a kind, nobody named
  - partner: museum
    since: 2020
  - {partner: food-bank, name: Plains Pantry, went: mixed}
zip: "59801"
"""


def test_organizations_of_the_profile_are_moved_by_one_command(
    collab: Collab, write: Write
) -> None:
    folder = write("prairie-reads", GOOD, "name: Prairie Reads\npartner: literacy-council\n")
    write("plains-pantry", "2026-01-05 met\n", "name: Plains Pantry\npartner: food-bank\n")
    profile = folder.parents[1] / "library.yaml"
    profile.write_text(PROFILE, encoding="utf-8")
    run = collab("track", "--known")

    assert (run.code, run.out) == (0, "lincoln-school\n")
    assert "Took 2 entries out of partners: in library.yaml." in run.err.replace(
        f"{Path.cwd()}/", ""
    )
    assert "Plains Pantry is kept already, and its entry in library.yaml says more" in run.err
    assert profile.read_text("utf-8") == PROFILE.replace(
        "  - {partner: k12-school, name: Lincoln School, since: 2021, went: well}  # moved\n"
        "  - partner: literacy-council\n    name: Prairie Reads\n",
        "",
    )
    kept = Workspace.open().partnerships.named("lincoln").folder
    assert (kept / "log.txt").read_text(
        "utf-8"
    ) == "2026-06-01 stage: active\n2026-06-01 went: well\n"
    assert "since: 2021" in (kept / "partnership.yaml").read_text("utf-8")
    assert sorted(str(each.name) for each in Workspace.open().library.partners) == [
        "Lincoln School",
        "None",
        "Plains Pantry",
        "Prairie Reads",
    ]
    again = profile.read_bytes()
    assert collab("track", "--known").out == ""
    assert profile.read_bytes() == again
    assert collab("check").out == ""


def test_a_letter_to_a_body_with_whom_it_went_badly_says_so_beside_it(
    collab: Collab, write: Write
) -> None:
    write("school", BAD, "name: Lincoln School\npartner: k12-school\n")
    to = ("propose", "k12-school", "-g", "literacy", "--as", "email", "--to")

    assert "Lincoln School: kept in partnerships/school" in collab(*to, "Lincoln School").err
    assert "it went badly" in collab(*to, "lincoln school").err
    assert "it went badly" not in collab(*to, "Washington School").err


def test_a_paper_that_names_other_days_says_so(collab: Collab) -> None:
    asked = ("propose", "animal-shelter", "-a", "reading-to-shelter-animals", "--as", "email")
    other = collab(*asked, "--set", "when=Thursdays, 3:30 to 5")
    plain = collab(*asked)

    assert "The paper also names Saturdays" in other.err
    assert "The paper also names" not in plain.err
