"""What every paper keeps to, whoever reads it: that of the catalogs, of this work, and no more."""

import re
from datetime import date

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from collabkit.catalog import Catalog
from collabkit.library import Library
from collabkit.proposals import Subject, Terms
from collabkit.proposals.fact_parts import Decision, Voice
from collabkit.proposals.parties import role_of
from collabkit.proposals.subjects import Other
from proposals.readability import grade
from proposals.samples import LIBRARY, SUBJECTS, WRITTEN, changed, drafted, drafted_once, plain

SENT = ("email", "one-pager", "proposal", "letter", "invitation", "agenda-shared")
"""Papers that leave the house."""
FILLER = (
    *("leverage", "robust", "synerg", "innovative"),
    *("utilize", "holistic", "impactful"),
)


class Page(SingleFileSnapshotExtension):
    """One Markdown file for each paper, to be read."""

    _write_mode = WriteMode.TEXT
    file_extension = "md"


@pytest.fixture
def page(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Page)


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.partner)
@pytest.mark.parametrize(("name", "voice"), WRITTEN, ids=lambda part: part)
def test_a_paper_reads_as_it_was_read(
    catalog: Catalog, page: SnapshotAssertion, name: str, voice: Voice, subject: Subject
) -> None:
    assert drafted(catalog, name, subject, voice).text.markdown == page


@pytest.mark.parametrize("name", ["invitation", "reply", "thanks"])
def test_a_letter_says_once_how_to_reach_us(catalog: Catalog, name: str) -> None:
    headed = drafted(catalog, name).text.markdown
    nameless = LIBRARY.model_copy(update={"name": None})

    assert "605-555-0142" not in headed
    assert drafted(catalog, name, library=nameless).text.markdown.count("605-555-0142") == 1


def test_private_notes_stand_in_no_paper_that_leaves_the_house(
    catalog: Catalog, pairs: list[Subject]
) -> None:
    private = [
        plain(said)
        for caution in catalog.cautions.values()
        if caution.readers == "library"
        for said in (caution.do, caution.ask)
    ]
    for subject in pairs:
        role = role_of(catalog.activities[subject.activity], subject.partner, subject.as_)
        assert role is not None
        for name in SENT:
            words = plain(drafted_once(catalog, name, subject).text.markdown)
            assert not [said for said in private if said in words]
            assert plain(role.first_step) not in words


@pytest.mark.parametrize("name", ["agenda", "checklist"])
def test_the_librarys_own_papers_say_so_on_top(catalog: Catalog, name: str) -> None:
    assert "*The library's own notes." in drafted(catalog, name).text.markdown[:200]


def test_no_paper_to_a_partner_says_that_it_agreed(catalog: Catalog, pairs: list[Subject]) -> None:
    for subject in pairs:
        for name in ("email", "one-pager", "proposal", "script", "elevator", "invitation"):
            text = drafted_once(catalog, name, subject).text.markdown
            assert not re.search(r"\bThe Other Side has agreed\b", text), (
                name,
                subject,
            )


def test_what_the_work_does_not_use_is_not_boasted_of(
    catalog: Catalog, pairs: list[Subject]
) -> None:
    rich = LIBRARY.model_copy(update={"assets": tuple(catalog.assets)})
    for subject in pairs[::7]:
        plain = drafted_once(catalog, "proposal", subject).text.markdown
        assert drafted(catalog, "proposal", subject, library=rich).text.markdown == plain


def test_a_tenth_grader_can_read_it(catalog: Catalog, pairs: list[Subject]) -> None:
    grades = [grade(drafted_once(catalog, "one-pager", subject).text.markdown) for subject in pairs]

    assert sum(grades) / len(grades) <= 10
    assert max(grades) <= 14


def test_no_paper_has_filler(catalog: Catalog, pairs: list[Subject]) -> None:
    for subject in pairs:
        text = drafted_once(catalog, "proposal", subject).text.markdown.casefold()
        assert not [word for word in FILLER if word in text], subject


def test_a_bank_gets_another_paper_than_a_shelter(catalog: Catalog) -> None:
    for name in ("email", "one-pager", "proposal"):
        bank, shelter = (
            _lines(drafted(catalog, name, subject).text.markdown)
            for subject in (SUBJECTS[2], SUBJECTS[4])
        )
        assert len(bank & shelter) / len(bank | shelter) < 0.5, name


def test_a_library_of_which_nothing_is_known_gets_gaps_and_no_inventions(catalog: Catalog) -> None:
    text = drafted(catalog, "proposal", SUBJECTS[0]._replace(to=None), library=Library()).text

    assert {gap.what for gap in text.gaps} >= {
        "name of the literacy council",
        "name of the library",
        "town",
        "your name",
    }
    for gap in text.gaps:
        assert f"[{gap.what}]" in text.markdown


def test_a_blank_for_the_writer_is_counted_in_every_paper(catalog: Catalog) -> None:
    first, again = (drafted(catalog, "invitation", SUBJECTS[1]).text.gaps for _ in range(2))

    assert "day and time" in {gap.what for gap in first}
    assert first == again


@pytest.mark.parametrize("decision", ["yes", "later", "no"])
def test_a_reply_is_a_letter_with_a_clear_answer(catalog: Catalog, decision: Decision) -> None:
    text = drafted(catalog, "reply", SUBJECTS[1], decision=decision).text.markdown

    assert text.startswith("March 3, 2026\n")
    assert "Sincerely," in text
    assert ("Yes, we would like" in text) == (decision == "yes")
    assert ("will not be able" in text) == (decision == "no")


@pytest.mark.parametrize(
    ("pilot", "said"),
    [
        ("Hold a class for ten weeks.", "hold a class for ten weeks. Then both of us decide"),
        ("Hang the poems.", "hang the poems. It lasts thirteen weeks, and then both of us decide"),
    ],
)
def test_a_trial_that_says_how_long_it_is_is_told_no_length_besides(
    catalog: Catalog, pilot: str, said: str
) -> None:
    work = catalog.activities[SUBJECTS[1].activity]
    assert work.schedule
    long = work.schedule.model_copy(update={"pilot_weeks": 13, "pilot_sessions": 8})
    roles = tuple(
        role.model_copy(update={"timeline": (), "trial_in_letter": False}) for role in work.roles
    )
    update = {
        "pilot": pilot,
        "pilot_does": (pilot.split(maxsplit=1)[0],),
        "pilot_says_length": "weeks" in pilot,
        "schedule": long,
        "roles": roles,
    }
    other = changed(catalog, work.model_copy(update=update))

    assert f"{said} whether it goes on." in drafted(other, "proposal", SUBJECTS[1]).text.markdown
    for voice in ("board", "funder"):
        for name in ("one-pager", "proposal"):
            text = drafted(other, name, SUBJECTS[1], voice).text.markdown
            assert "ten weeks" not in pilot or " lasts thirteen weeks" not in text, (name, voice)


def _lines(markdown: str) -> set[str]:
    return {
        line for line in markdown.splitlines() if line and not line.startswith(("#", "|", "**"))
    }


def test_a_step_that_chooses_the_day_is_gone_once_it_is_known(catalog: Catalog) -> None:
    office = Subject("federal-agency", "newcomers", "naturalization-ceremony", "USCIS")
    known = office._replace(when="Friday, September 17, at 10", where="the hall")

    day = date(2027, 9, 17)
    one_day = drafted(catalog, "agreement", office, terms=Terms(start=day, end=day))
    assert "set the date" in drafted(catalog, "agreement", office).text.markdown
    assert "set the date" not in one_day.text.markdown
    assert "set the date" not in drafted(catalog, "agreement", known).text.markdown
    assert "set the date" in drafted(catalog, "proposal", office).text.markdown
    assert "set the date" not in drafted(catalog, "proposal", known).text.markdown


def test_a_readers_own_place_is_not_told_it(catalog: Catalog) -> None:
    shop = Subject("local-business", "early-literacy", "laundromat-reading-corner", "Suds")
    for name in ("email", "one-pager", "letter"):
        text = drafted(catalog, name, shop._replace(where="your laundromat")).text.markdown
        assert "**Where" not in text, name
        assert "Where: " not in text, name
        assert "The place" not in text, name
    other = shop._replace(where="your laundromat, beside the dryers by the window")
    assert "by the window" in drafted(catalog, "one-pager", other).text.markdown


def test_two_facts_stand_in_a_paragraph_of_their_own(catalog: Catalog) -> None:
    one, two = "We own forty cards.", "Ours is the only room with a ramp."
    known = SUBJECTS[1]._replace(facts=(one,))
    alone = drafted(catalog, "one-pager", known).text.markdown
    apart = drafted(catalog, "one-pager", known._replace(facts=(one, two))).text.markdown
    need = drafted(catalog, "one-pager", known).facts.need

    assert f"{need} {one}" in alone
    assert f"\n\n{one} {two}\n\n" in apart


def test_who_is_to_quote_reads_of_no_sum(catalog: Catalog) -> None:
    """A carrier that is asked for its price would else read what a foundation gives."""
    carrier = Subject(
        "technology-provider", "internet-access", "hotspot-lending", "Prairie Telecom"
    )
    known = carrier._replace(helpers=(Other("funder", "Elm Foundation"),))
    for name in ("proposal", "one-pager", "letter"):
        text = drafted(catalog, name, known).text.markdown
        assert "$" not in text, name
        assert "Elm Foundation" in text
    assert "$3,000" in drafted(catalog, "proposal", known, "board").text.markdown
