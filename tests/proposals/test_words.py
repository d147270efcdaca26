"""What the papers say: read as a receiver would, and kept."""

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from collabkit.catalog import Catalog
from collabkit.library import Library
from collabkit.proposals import PAPERS, Choosing, Subject
from collabkit.proposals.facts import Voice
from proposals.readability import grade
from proposals.samples import LIBRARY, PAGES, SUBJECTS, drafted

WRITTEN = [(name, voice) for name, paper in PAPERS.items() for voice in paper.voices]
FILLER = (
    "leverage",
    "robust",
    "seamless",
    "synerg",
    "innovative",
    "utilize",
    "holistic",
    "impactful",
)


class Page(SingleFileSnapshotExtension):
    """One Markdown file for each paper, to be read."""

    _write_mode = WriteMode.TEXT
    file_extension = "md"


@pytest.fixture
def page(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Page)


@pytest.fixture(scope="module")
def every_subject(catalog: Catalog) -> list[Subject]:
    choosing = Choosing(catalog, LIBRARY)
    return [
        choosing.with_partner(partner.id, [goal])._replace(to="The Other Side")
        for partner in catalog.partners.values()
        for goal in partner.goals.core
    ]


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.partner)
@pytest.mark.parametrize(("name", "voice"), WRITTEN, ids=lambda part: part)
def test_a_paper_reads_as_it_was_read(
    catalog: Catalog, page: SnapshotAssertion, name: str, voice: Voice, subject: Subject
) -> None:
    assert drafted(catalog, name, subject, voice).text.markdown == page


@pytest.mark.parametrize("voice", ["partner", "board", "funder"])
def test_an_email_to_any_partner_has_at_most_150_words(
    catalog: Catalog, every_subject: list[Subject], voice: Voice
) -> None:
    for subject in every_subject:
        text = drafted(catalog, "email", subject, voice).text.markdown
        written = [line for line in text.split("\n") if not line.startswith("**To:**")]
        assert len(" ".join(written).split()) <= 150, text


def test_an_email_asks_one_thing(catalog: Catalog, every_subject: list[Subject]) -> None:
    for subject in every_subject:
        body = drafted(catalog, "email", subject).text.markdown.partition("\n")[2]
        assert body.count("?") == 1, body


def test_a_script_is_spoken_in_two_minutes(catalog: Catalog, every_subject: list[Subject]) -> None:
    for subject in every_subject:
        text = drafted(catalog, "script", subject).text.markdown
        spoken = text.partition("## Say")[2].partition("*Then stop")[0]
        assert len(spoken.split()) <= 2 * 130, spoken


@pytest.mark.parametrize("name", ["email", "script", "one-pager"])
def test_a_tenth_grader_can_read_it(
    catalog: Catalog, every_subject: list[Subject], name: str
) -> None:
    voices = PAPERS[name].voices
    for subject in every_subject:
        for voice in voices:
            text = drafted(catalog, name, subject, voice).text.markdown
            assert grade(text) <= 10, text


def test_no_paper_has_filler(catalog: Catalog) -> None:
    for name, voice in WRITTEN:
        text = drafted(catalog, name, voice=voice).text.markdown.casefold()
        assert not [word for word in FILLER if word in text]


@pytest.mark.parametrize("name", PAGES)
def test_a_bank_gets_another_paper_than_a_shelter(catalog: Catalog, name: str) -> None:
    bank, shelter = (
        _lines(drafted(catalog, name, subject).text.markdown)
        for subject in (SUBJECTS[2], SUBJECTS[4])
    )

    most = 0.5 if name in {"script", "one-pager", "proposal"} else 0.66
    assert len(bank & shelter) / len(bank | shelter) < most


def _lines(markdown: str) -> set[str]:
    return {
        line for line in markdown.splitlines() if line and not line.startswith(("#", "|", "**"))
    }


def test_a_voice_changes_what_leads_and_not_what_is_true(catalog: Catalog) -> None:
    texts = [
        drafted(catalog, "proposal", voice=voice).text.markdown
        for voice in PAPERS["proposal"].voices
    ]

    assert len({text.splitlines()[0] for text in texts}) == 3
    for fact in ("$1,813", "412 adults in the county", "under $500", "14 hours to set up"):
        assert all(fact in text for text in texts), fact


def test_a_library_of_which_nothing_is_known_gets_gaps_and_no_inventions(catalog: Catalog) -> None:
    subject = SUBJECTS[0]._replace(to=None)
    text = drafted(catalog, "proposal", subject, library=Library()).text

    assert {gap.what for gap in text.gaps} >= {
        "name of the literacy council",
        "name of the library",
        "town",
        "number of adults in the county without a high school diploma",
        "your name",
        "what an hour of staff time is worth",
    }
    for gap in text.gaps:
        assert f"[{gap.what}]" in text.markdown
    assert "$" not in text.markdown.replace("under $500", "")


def test_a_gap_counts_only_where_it_shows(catalog: Catalog) -> None:
    assert not drafted(catalog, "script", library=LIBRARY).text.gaps
