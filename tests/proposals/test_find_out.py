"""What only the library can know: what a work asks it to find out, and what it told."""

import json
import re
from pathlib import Path

import pytest

from collabkit.catalog import Catalog
from collabkit.catalog.work import FindOut
from collabkit.proposals import Subject
from collabkit.proposals.fact_parts import Voice
from collabkit.proposals.formats import headed
from collabkit.proposals.formats.look import Look
from collabkit.workspace import Workspace
from conftest import Collab
from proposals.samples import DAY, LIBRARY, changed, drafted

WORK = "courier-among-libraries"
SUBJECT = Subject("public-library", "resource-sharing", WORK, "Grant City Public Library")
FACT = "Postage cost us $5,100 last year."
ASKED = ("propose", "public-library", "-a", WORK, "--to", "Grant City Public Library")
TELLING = [
    *(("partner", each) for each in ("elevator", "email", "script", "one-pager", "proposal")),
    ("partner", "invitation"),
    *(
        (voice, each)
        for voice in ("board", "funder")
        for each in ("email", "one-pager", "proposal")
    ),
]
"""Readers and papers that tell the need."""


@pytest.fixture
def asking(clean_machine: Path) -> Path:
    """A library whose catalog says what to find out of one work."""
    folder = clean_machine / "catalog"
    folder.mkdir()
    (folder / "activities.yaml").write_text(
        f"- id: {WORK}\n"
        "  find_out:\n"
        "    - what postage cost the library last year\n"
        "    - {text: how many items came from this neighbor, for: [public-library]}\n"
        "    - {text: how full the van is, for: [library-consortium]}\n",
        encoding="utf-8",
    )
    (clean_machine / "library.yaml").write_text("name: Elm Library\n", encoding="utf-8")
    return clean_machine


@pytest.mark.parametrize(("voice", "name"), TELLING)
def test_a_fact_stands_once_in_every_paper_that_tells_the_need(
    catalog: Catalog, voice: Voice, name: str
) -> None:
    told = drafted(catalog, name, SUBJECT._replace(facts=(FACT,)), voice).text.markdown

    assert told.count(FACT) == 1


@pytest.mark.parametrize("name", ["agreement", "letter", "mou", "agenda", "evaluation", "thanks"])
def test_what_is_signed_or_comes_after_holds_none(catalog: Catalog, name: str) -> None:
    assert FACT not in drafted(catalog, name, SUBJECT._replace(facts=(FACT,))).text.markdown


def test_an_e_mail_keeps_to_its_words(catalog: Catalog) -> None:
    few, many = (("It cost us nine dollars.",) * count for count in (2, 60))
    short = drafted(catalog, "email", SUBJECT._replace(facts=few)).text.markdown
    long = drafted(catalog, "email", SUBJECT._replace(facts=many)).text.markdown

    assert short.count(few[0]) == 2
    assert long.count(many[0]) == 1
    assert len(short.partition("Hello,")[2].split()) <= 400
    assert len(long.partition("Hello,")[2].split()) <= 400


def test_facts_are_text_and_never_obeyed(collab: Collab) -> None:
    run = collab(
        *ASKED, "--as", "email", "--set", "fact=\x1b[31m*Ten* <b>\u202e\n\n# {{ library }}"
    )

    assert run.code == 0
    assert not {"\x1b", "\u202e"} & set(run.out)
    assert "*Ten*" not in run.out
    assert "<b>" not in run.out
    assert "\n#" not in run.out


def test_a_fact_gets_its_full_stop_and_an_empty_one_is_refused(collab: Collab) -> None:
    run = collab(
        *ASKED, "--as", "email", "--set", "fact=postage cost us $5,100", "--set", "fact=We ask why!"
    )

    assert "Postage cost us $5,100. We ask why! What you" in run.out
    assert "blank" in collab(*ASKED, "--set", "fact= ").err
    assert "says nothing" in collab(*ASKED, "--set", "fact=...").err


def test_trustees_ask_first_whether_the_director_supports_it(collab: Collab) -> None:
    asked = "Trustees ask first whether the director supports it"

    assert asked in collab(*ASKED, "--as", "email", "--for", "board").err
    assert (
        asked
        not in collab(*ASKED, "--as", "email", "--for", "board", "--set", f"agreed={FACT}").err
    )
    assert asked not in collab(*ASKED, "--as", "email", "--for", "funder").err


def test_what_to_find_out_is_said_until_something_is_told(asking: Path, collab: Collab) -> None:
    run = collab(*ASKED, "--as", "email", "--strict", "--set", "person=Ann Lee")
    plain = collab(*ASKED, "--as", "email")
    told = collab(*ASKED, "--as", "email", "--set", f"fact={FACT}")
    said = (
        "This paper would be stronger with what only you can find out: "
        "what postage cost the library last year; how many items came from this neighbor. "
        'Say it with --set fact="..."'
    )

    assert said in plain.err
    assert "find out" not in told.err
    assert "find out" not in collab(*ASKED, "--as", "agreement").err
    assert "find out" not in run.err  # it is no gap
    assert asking.exists()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("agenda", "- Find out what postage cost the library last year.\n"),
        ("checklist", "- [ ] We know how many items came from this neighbor.\n"),
    ],
)
def test_the_librarys_own_pages_list_it(asking: Path, collab: Collab, name: str, said: str) -> None:
    page = collab(*ASKED, "--as", name).out

    assert said in page
    assert "how full the van is" not in page
    assert asking.exists()


def test_a_record_holds_it(asking: Path, collab: Collab) -> None:
    [record] = json.loads(collab(*ASKED, "-f", "json").out)

    assert record["find_out"] == [
        "what postage cost the library last year",
        "how many items came from this neighbor",
    ]
    assert asking.exists()


def test_a_work_may_have_nothing_to_find_out_with_a_partner(catalog: Catalog) -> None:
    line = FindOut.model_validate({"text": "how full the van is", "for": ["library-consortium"]})
    work = catalog.activities[WORK].model_copy(update={"find_out": (line,)})

    assert drafted(changed(catalog, work), "email", SUBJECT).facts.find_out == ()


def test_a_paper_that_tells_no_fact_says_which_do(collab: Collab) -> None:
    err = collab(*ASKED, "--as", "agreement", "--set", f"fact={FACT}").err

    assert "No fact is told in this paper (agreement); elevator, email" in err


def test_what_an_e_mail_has_no_room_for_is_said(collab: Collab) -> None:
    err = collab(*ASKED, "--as", "email", "--fact", "It cost us much. " * 60).err

    assert re.search(r"There was no room in the e-mail for this: .?It cost us much", err)
    assert "no room" not in collab(*ASKED, "--as", "email", "--set", f"fact={FACT}").err


def test_python_says_it_too(clean_machine: Path) -> None:
    workspace = Workspace.open()
    one = workspace.propose("public-library", activity=WORK, facts=FACT)
    two = workspace.propose("public-library", activity=WORK, facts=[FACT, "We lent 640."])

    assert FACT in one.markdown
    assert f"{FACT} We lent 640." in two.markdown
    assert clean_machine.exists()


def test_a_partnership_keeps_facts(clean_machine: Path, collab: Collab) -> None:
    folder = clean_machine / "partnerships" / "grant"
    folder.mkdir(parents=True)
    (folder / "partnership.yaml").write_text(
        f"name: Grant City\npartner: public-library\nwork: {WORK}\n", encoding="utf-8"
    )
    (folder / "log.txt").write_text("2026-05-01 met\n", encoding="utf-8")
    (clean_machine / "library.yaml").write_text("name: Elm Library\n", encoding="utf-8")

    assert collab("change", "grant", f"facts={FACT}").code == 0
    paper = ("propose", "--partnership", "grant", "--as", "one-pager")
    assert FACT in collab(*paper).out
    assert f"{FACT} We lent 640." in collab(*paper, "--set", "fact=We lent 640.").out
    assert collab("change", "grant", "facts=").code == 0
    assert FACT not in collab(*paper).out


def test_public_hours_stand_in_the_letterhead(catalog: Catalog) -> None:
    library = LIBRARY.model_copy(update={"open": "Monday to Friday 9 a.m. to 5 p.m."})
    letter = drafted(catalog, "letter", SUBJECT, library=library)

    assert "\nOpen Monday to Friday 9 a.m. to 5 p.m." in headed(letter, Look.of(library, None, DAY))
