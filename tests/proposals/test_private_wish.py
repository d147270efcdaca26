"""What a librarian types to be understood is hers: it stands in no paper, in no format, and in no name of a file."""

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from collabkit.catalog import Catalog
from collabkit.matching.matcher import Matcher
from collabkit.proposals import PAPERS, Subject, Terms
from collabkit.proposals.desk import Papers
from collabkit.proposals.documents import Document
from collabkit.proposals.fact_parts import Decision, Formality
from collabkit.proposals.formats import FORMATS, DocumentFormat
from collabkit.proposals.orders import PaperOrder
from conftest import Collab
from proposals.samples import DAY, LIBRARY, SUBJECTS, WRITTEN

WORDS = ("zorvexim", "quandlip", "brastugow")
"""Words that no catalog holds."""
WISH = "the zorvexim does nothing, our quandlip kids brastugow"
WHY = "families ask us every week where to eat in July"
LEVELS: tuple[Formality, ...] = ("email", "letter", "mou", "contract")
DECISIONS: tuple[Decision, ...] = ("yes", "later", "no")
MEALS, GIFT = SUBJECTS[1], Subject("funder", "digital-inclusion", "hotspot-lending")
CASES = (
    *((PaperOrder(name, voice, on=DAY), MEALS) for name, voice in WRITTEN),
    *((PaperOrder("agreement", on=DAY, terms=Terms(level)), MEALS) for level in LEVELS),
    *((PaperOrder("reply", on=DAY, decision=decision), MEALS) for decision in DECISIONS),
    (PaperOrder("agreement", on=DAY), GIFT),
)
"""Every template with every reader."""
every_case = pytest.mark.parametrize(("order", "about"), CASES)


def written(catalog: Catalog, order: PaperOrder, about: Subject, goal: str = WISH) -> Document:
    """Return a paper about a work that was asked for by *goal*."""
    asked = replace(
        order, goals=(goal,), activity=about.activity, to="Sioux Valley House", anyway=True
    )
    return papers(catalog).write(asked, about.partner)


def papers(catalog: Catalog) -> Papers:
    """Return where the papers of the library are written."""
    return Papers(catalog, LIBRARY, lambda: Matcher(catalog, LIBRARY))


def leaked(text: str) -> list[str]:
    """Return the words of the wish that stand in *text*."""
    return [word for word in WORDS if word in text.casefold()]


def parts(content: bytes, form: DocumentFormat) -> Iterator[str]:
    """Yield all texts of a document: what it says, and what it says of itself."""
    if form in {"docx", "odt"}:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield archive.read(name).decode("utf-8", "replace")
    elif form == "pdf":
        document = pypdf.PdfReader(io.BytesIO(content))
        yield str(document.metadata)
        yield from (page.extract_text() for page in document.pages)
    else:
        yield content.decode()


@every_case
@pytest.mark.parametrize("form", FORMATS)
def test_no_word_of_the_wish_is_in_a_paper(
    catalog: Catalog, order: PaperOrder, about: Subject, form: DocumentFormat
) -> None:
    text = "\n".join(parts(written(catalog, order, about).content(form), form))

    assert "library" in text.casefold()
    assert not leaked(text)


@every_case
def test_a_wish_changes_nothing_in_a_paper_whose_work_is_named(
    catalog: Catalog, order: PaperOrder, about: Subject
) -> None:
    wished, plain = (written(catalog, order, about, goal) for goal in (WISH, about.goal))

    assert wished.draft.text == plain.draft.text
    assert wished.draft.title == plain.draft.title
    assert not leaked(json.dumps(wished.record().record()))


@every_case
def test_no_word_of_the_wish_comes_with_the_record_of_a_match(
    catalog: Catalog, order: PaperOrder, about: Subject
) -> None:
    work = {"id": about.activity}
    record = {"partner": about.partner, "aim": WISH, "activity": work, "confidence": "high"}

    document = papers(catalog).write(order, record)

    assert not leaked(json.dumps(document.record().record()))


def test_no_file_is_named_by_the_wish(collab: Collab, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    work = ("-g", WISH, "-a", MEALS.activity, "--set", "anyway")
    run = collab("propose", MEALS.partner, *work, "-o", f"{folder}/")

    assert run.code == 0
    assert [file.name for file in folder.iterdir()] == ["food-bank.md"]


def test_a_reason_that_is_given_for_the_reader_stands_in_the_first_lines_as_a_sentence(
    catalog: Catalog,
) -> None:
    desk = papers(catalog)

    for name, each in PAPERS.items():
        for voice in each.voices:
            order = PaperOrder(
                name, voice, on=DAY, goals=(MEALS.goal,), activity=MEALS.activity, why=WHY
            )
            text = desk.write(order, MEALS.partner).markdown
            told = "Families ask us every week where to eat in July." in text[:900]
            assert told == (voice in each.tells_why), (name, voice)


def test_a_paper_that_gives_no_reason_says_so(collab: Collab) -> None:
    work = ("-g", "food-security", "-a", MEALS.activity)
    asked = ("propose", MEALS.partner, *work, "--set", f"why={WHY}")

    assert "Your reason (--set why) is not given in this paper (thanks); email, one-pager and" in (
        collab(*asked, "--as", "thanks").err
    )
    assert "Your reason" not in collab(*asked).err
