"""The paper on a plan: two pages that say what is served, taken, risked and not done."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import fromstring

import docx
import pytest
from pypdf import PdfReader

from collabkit import Workspace
from collabkit.proposals.formats.archive import unpack
from conftest import Collab

PROFILE = """\
name: Elm Library
hours: 6
goals: [early-literacy, aging, digital-skills]
strategic_goals:
  - name: Nobody ages alone
    goals: [aging, social-connection]
  - name: A <b>bold</b> | town
    goals: [civic-engagement]
"""
FROM = ("--set", "from=2027-01")


@pytest.fixture(autouse=True)
def profile() -> None:
    Path("library.yaml").write_text(PROFILE, encoding="utf-8")


def test_the_saved_plan_is_written_and_else_one_is_computed(collab: Collab) -> None:
    computed = collab("propose", "--as", "plan")
    assert (computed.code, "computed now" in computed.err) == (0, True)
    collab("plan", *FROM, "-g", "aging", "--set", "save=plan.yaml")
    saved = collab("propose", "--as", "plan")
    assert "the plan of" in saved.err
    assert "January 2027 to December 2027" in saved.out
    assert saved.out != computed.out


def test_a_saved_plan_says_of_itself_what_the_computed_one_did(collab: Collab) -> None:
    collab("plan", *FROM, "--set", "save=plan.yaml", "-o", "computed.md")
    assert collab("propose", "--as", "plan").out == Path("computed.md").read_text(encoding="utf-8")


def test_it_says_what_is_served_what_it_takes_and_what_is_not_done(collab: Collab) -> None:
    goals = ("early-literacy", "aging", "digital-skills")
    asked = [part for goal in goals for part in ("-g", goal)]
    said = collab("plan", *FROM, *asked, "--set", "without=youth-coding-club", "-o", "plan.md")
    assert said.code == 0
    text = Path("plan.md").read_text(encoding="utf-8")
    for part in ("What it serves", "month by month", "may go wrong", "would not do, and why"):
        assert part in text
    assert "| **Nobody ages alone** |" in text
    assert "| **Nobody** |" in text
    assert "We ruled out: Youth coding club." in text
    year = (
        Workspace.open().plan(start=date(2027, 1, 1), goal=goals, without="youth-coding-club").year
    )
    assert all(each.label in text for each in year.chosen)


def test_a_work_that_a_goal_of_the_library_names_carries_it_and_does_not_back_it_too(
    collab: Collab,
) -> None:
    named = "    works: [neighbor-chores-matches]\n"
    ours = "  - name: Neighbors help\n    goals: [aging]\n"
    Path("library.yaml").write_text(f"{PROFILE}{ours}{named}", encoding="utf-8")
    only = ("balance-class", "phone-friends", "neighbor-chores-matches")
    works = [part for work in only for part in ("--only", work)]
    collab("plan", *FROM, "-g", "aging", "-g", "social-connection", *works, "-o", "plan.md")
    text = Path("plan.md").read_text(encoding="utf-8")

    aging, chores = "Fall prevention and balance course", "Chores matched among neighbors"
    assert f"| **Nobody ages alone** | {aging}; Phone friends | {chores} |" in text
    assert f"| **Neighbors help** | {aging}; {chores} | none |" in text


def test_text_of_the_profile_stays_text(collab: Collab) -> None:
    collab("plan", *FROM, "-o", "plan.html")
    page = Path("plan.html").read_text(encoding="utf-8")
    assert "<b>bold</b>" not in page
    assert "&lt;b&gt;bold&lt;/b&gt;" in page


@pytest.mark.parametrize("asked", [("--hours", "2"), ("--hours", "12", "--set", "greedy")])
def test_it_fits_two_pages(collab: Collab, asked: tuple[str, ...]) -> None:
    Path("library.yaml").write_text(
        PROFILE.replace("goals: [early-literacy, aging, digital-skills]\n", ""), encoding="utf-8"
    )
    few = ("-g", "aging") if "2" in asked else ()
    run = collab("plan", *FROM, *asked, *few, "-o", "plan.pdf")
    assert run.code == 0
    assert len(PdfReader(BytesIO(Path("plan.pdf").read_bytes())).pages) <= 2


def test_word_has_its_tables(collab: Collab) -> None:
    collab("plan", *FROM, "-o", "plan.docx")
    assert len(docx.Document("plan.docx").tables) >= 3


def test_a_broken_or_outdated_plan_is_told(collab: Collab) -> None:
    file = Path("plan.yaml")
    file.write_text("works: 3\n", encoding="utf-8")
    run = collab("propose", "--as", "plan")
    assert (run.code, "plan.yaml" in run.err) == (3, True)
    file.unlink()
    collab("plan", *FROM, "--set", "save=plan.yaml")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('first: "2027', 'first: "2031'), encoding="utf-8")
    run = collab("propose", "--as", "plan")
    assert (run.code, "any more" in run.err, "hint:" in run.err) == (2, True, True)


def test_it_is_a_paper_and_no_record(collab: Collab) -> None:
    run = collab("propose", "--as", "plan", "-f", "json")
    assert (run.code, "collab plan -f json" in run.err) == (2, True)


def test_a_web_page_has_charts_with_their_numbers_below(collab: Collab) -> None:
    collab("plan", *FROM, "-o", "plan.html")
    page = Path("plan.html").read_text(encoding="utf-8")
    assert page.count("<svg") == 2
    hours = page[page.index("month by month</h2>") :]
    assert hours.index("<svg") < hours.index("<table") < hours.index("</table>")
    svg = hours[: hours.index("</svg>")]
    assert re.findall(r"<text[^>]*>(\w+)</text>", svg)[:2] == ["Jan", "Feb"]


def test_word_and_opendocument_hold_each_chart_twice_and_its_words(collab: Collab) -> None:
    for form, body, first in (
        ("docx", "word/document.xml", r"<asvg:svgBlip [^>]*r:embed="),
        ("odt", "content.xml", r'<draw:image xlink:href="Pictures/picture-\d.svg"'),
    ):
        collab("plan", *FROM, "-o", f"plan.{form}")
        parts = unpack(Path(f"plan.{form}").read_bytes())
        drawn = {
            name.rsplit(".", 1)[1] for name in parts if "media/" in name or "Pictures/" in name
        }
        text = parts[body].decode()
        assert drawn >= {"svg", "png"}
        assert len(re.findall(first, text)) == 2
        assert "Hours of each month: dark for sure" in text
        assert "base64" not in text
        for name in parts:
            if name.endswith((".xml", ".rels", ".svg")):
                fromstring(parts[name])  # noqa: S314 - our own document
    said = docx.Document("plan.docx").inline_shapes
    assert [shape.width.inches for shape in said] == [pytest.approx(5, abs=0.01)] * 2


def test_a_pdf_draws_the_charts_under_their_headings(collab: Collab) -> None:
    collab("plan", *FROM, "-o", "plan.pdf")
    text = " ".join(page.extract_text() for page in PdfReader("plan.pdf").pages)
    assert text.index("month by month") < text.index("dark for sure") < text.index("Needed")


def test_a_terminal_shows_hours_and_goals_as_bars(collab: Collab) -> None:
    shown = collab("plan", *FROM, "-f", "table").out
    assert "nobody" in shown
    assert sum(" of 26" in line for line in shown.splitlines()) == 12
