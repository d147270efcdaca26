"""The page that the other side fills in, in a real browser: nothing is asked of any network, and it can be used by all."""

import csv
import os
import re
import shutil
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright
from pypdf import PdfReader

from collabkit.catalog.questions import Question
from collabkit.partnerships.health.page import page as html_of
from collabkit.partnerships.health.parsing import AGAIN_ASKS, CHANGE_ASKS, from_csv
from partnerships.conftest import TODAY
from samples import HOSTILE
from shipped import CATALOG

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
needs_browser = pytest.mark.skipif(
    CHROMIUM is None, reason="there is no chromium here: apt-get install chromium"
)
SWITCHES = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
PARTNER = 'Prairie "Reads" & <Sons>'


@pytest.fixture(scope="module")
def questions() -> Mapping[str, Question]:
    """The twelve questions."""
    return CATALOG.questions


@pytest.fixture(scope="module")
def html(questions: Mapping[str, Question]) -> str:
    """The page."""
    return html_of(questions, PARTNER, "Hays Public Library", side="they", folder="prairie-reads")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's own browser."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(SWITCHES))
        yield chromium
        chromium.close()


class Opened:
    """The page in the browser, with everything that it asked for and complained of."""

    def __init__(self, page: Page, file: Path) -> None:
        self.page = page
        self.asked: list[str] = []
        self.said: list[str] = []
        page.context.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.goto(file.as_uri())


@pytest.fixture
def opened(browser: Browser, html: str, tmp_path: Path) -> Iterator[Opened]:
    """The page, opened from a disk."""
    file = tmp_path / "check.html"
    file.write_text(html, encoding="utf-8")
    context = browser.new_context(accept_downloads=True)
    yield Opened(context.new_page(), file)
    context.close()


def test_it_is_one_small_file_that_lets_nothing_in(html: str) -> None:
    policy = re.search(r'Content-Security-Policy content="([^"]*)"', html)
    assert policy
    hashed = r"'sha256-[\w+/]{43}='"
    assert re.fullmatch(
        rf"default-src {hashed} {hashed};base-uri 'none';form-action 'none'", policy[1]
    )
    assert not re.search(r"https?:|<[^>]*(?:src|href)=", html)
    assert len(html.encode()) <= 2_300


def test_names_are_text_and_never_markup(questions: Mapping[str, Question]) -> None:
    for text in HOSTILE:
        made = html_of(questions, text, text, side="they", folder=text)
        plain = html_of(questions, "x", "y", side="they", folder="x")
        assert re.findall(r"<(/?\w+)", made) == re.findall(r"<(/?\w+)", plain)


@needs_browser
def test_nothing_is_asked_of_any_network(opened: Opened) -> None:
    opened.page.wait_for_timeout(300)
    assert [url for url in opened.asked if not url.startswith("file:")] == []
    assert len(opened.asked) == 1
    assert opened.said == []


@needs_browser
def test_its_policy_holds(opened: Opened) -> None:
    refused = opened.page.evaluate(
        "() => { let told = []; document.addEventListener('securitypolicyviolation', e => told.push(e.violatedDirective));"
        " let image = new Image(); image.src = 'https://example.org/x.png';"
        " let script = document.createElement('script'); script.textContent = 'window.ran = 1'; document.body.append(script);"
        " return new Promise(done => setTimeout(() => done([told.sort(), window.ran ?? null]), 300)); }"
    )
    assert refused == [["img-src", "script-src-elem"], None]


@needs_browser
def test_axe_finds_nothing(opened: Opened) -> None:
    found = Axe().run(opened.page)
    assert found.violations_count == 0, found.generate_report()


@needs_browser
def test_the_keyboard_alone_fills_and_saves_it(
    opened: Opened, questions: Mapping[str, Question]
) -> None:
    keys = opened.page.keyboard
    for place, _ in enumerate(questions):
        keys.press("Tab")
        if place != 5:
            keys.type(str(place % 5 + 1))
    keys.press("Tab")
    keys.type("unsure")
    keys.press("Tab")
    keys.type('=a later hour, on "our" Fridays; café\nand a key')
    keys.press("Tab")
    with opened.page.expect_download() as coming:
        keys.press("Enter")
    saved = Path(coming.value.path()).read_bytes()

    assert coming.value.suggested_filename == "health-prairie-reads.csv"
    assert "health-prairie-reads.csv" in opened.page.inner_text("output")
    heard = from_csv(saved, "saved.csv", questions, on=TODAY)
    (sheet,) = heard.sheets
    assert heard.rejected == ()
    assert (sheet.side, sheet.again) == ("they", "unsure")
    assert sheet.change == '=a later hour, on "our" Fridays; café and a key'
    assert sheet.answers == {
        id_: place % 5 + 1 for place, id_ in enumerate(questions) if place != 5
    }
    assert abs((sheet.day - datetime.now(UTC).date()).days) <= 1
    assert re.fullmatch(r"s\d{13}", sheet.id)
    assert [url for url in opened.asked if not url.startswith(("file:", "blob:"))] == []


@needs_browser
def test_what_it_saves_says_what_was_asked(
    opened: Opened, questions: Mapping[str, Question]
) -> None:
    opened.page.fill("input >> nth=1", "4")
    with opened.page.expect_download() as coming:
        opened.page.click("button")
    header, *rows = csv.reader(Path(coming.value.path()).read_text("utf-8-sig").splitlines())
    assert header == ["day", "side", "sheet", "question", "answer"]
    assert [row[3] for row in rows] == [
        *(question.text for question in questions.values()),
        AGAIN_ASKS,
        CHANGE_ASKS,
    ]
    assert [row[4] for row in rows] == ["", "4", *[""] * 12]


@needs_browser
def test_a_library_may_ask_in_words_that_look_like_markup(
    browser: Browser, questions: Mapping[str, Question], tmp_path: Path
) -> None:
    text = "We talk, \"often\" & <b>openly</b>; '=1+1' `${1}`."
    asked = {"own": next(iter(questions.values())).model_copy(update={"text": text})}
    file = tmp_path / "own.html"
    file.write_text(html_of(asked, "x", "y", side="we", folder="x"), encoding="utf-8")
    page = Opened(browser.new_page(accept_downloads=True), file).page
    assert page.inner_text("ol label").strip() == text
    page.fill("input", "5")
    with page.expect_download() as coming:
        page.click("button")
    heard = from_csv(Path(coming.value.path()).read_bytes(), "saved.csv", asked, on=TODAY)
    assert heard.rejected == ()
    assert [(sheet.side, sheet.answers) for sheet in heard.sheets] == [("we", {"own": 5})]


@needs_browser
def test_without_its_script_the_questions_are_there_to_read(
    browser: Browser, html: str, questions: Mapping[str, Question], tmp_path: Path
) -> None:
    file = tmp_path / "check.html"
    file.write_text(html, encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    assert [line.inner_text() for line in page.locator("li").all()] == [
        question.text for question in questions.values()
    ]
    context.close()


@needs_browser
def test_saved_twice_it_is_one_sheet(opened: Opened, questions: Mapping[str, Question]) -> None:
    saved = []
    for answer in ("2", "4"):
        opened.page.fill("input >> nth=0", answer)
        with opened.page.expect_download() as coming:
            opened.page.click("button")
        saved.append(from_csv(Path(coming.value.path()).read_bytes(), "x", questions, on=TODAY))
    assert saved[0].sheets[0].id == saved[1].sheets[0].id


@needs_browser
def test_what_is_no_answer_is_not_saved(opened: Opened) -> None:
    opened.page.fill("input >> nth=0", "7")
    opened.page.click("button")
    assert opened.page.inner_text("output") == ""
    assert opened.page.evaluate("document.querySelector('input:invalid').validity.rangeOverflow")


@needs_browser
@pytest.mark.parametrize("width", [320, 1280])
def test_it_fits_a_telephone_and_its_targets_are_large(opened: Opened, width: int) -> None:
    opened.page.set_viewport_size({"width": width, "height": 900})
    assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    sizes = opened.page.evaluate(
        "[...document.querySelectorAll('input,select,textarea,button')].map(e => e.getBoundingClientRect()).map(r => Math.min(r.width, r.height))"
    )
    assert min(sizes) >= 44


@needs_browser
def test_printed_it_can_be_filled_in_by_hand(
    opened: Opened, questions: Mapping[str, Question], tmp_path: Path
) -> None:
    file = tmp_path / "check.pdf"
    opened.page.pdf(path=file, format="Letter")
    reader = PdfReader(file)
    drawn_text = "\n".join(page.extract_text() for page in reader.pages)
    text = " ".join(unicodedata.normalize("NFKC", drawn_text).split())  # fi is one letter in print
    for question in questions.values():
        assert question.text in text
    assert AGAIN_ASKS in text
    assert CHANGE_ASKS in text
    assert "Save the answers" not in text
    drawn = b"".join(page.get_contents().get_data() for page in reader.pages)  # type: ignore[union-attr]
    assert len(re.findall(rb"\bre\b|\bl\b", drawn)) >= len(questions)
    assert len(reader.pages) == 1
