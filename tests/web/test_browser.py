"""The pages in a real browser: the whole way by keyboard, at three widths, with nothing that axe finds."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, sync_playwright

from web.conftest import PROFILE

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
SWITCHES = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    "--host-resolver-rules=MAP evil.test 127.0.0.1",
)
WIDTHS = (320, 768, 1440)
PICTURES = os.environ.get("PICTURES")
"""Folder for a picture of every page at every width, to be looked at."""

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="there is no chromium here: apt-get install chromium"
)


@pytest.fixture
def link(clean_machine: Path) -> Iterator[str]:
    """The address that opens the page of a new library, which a program of its own serves."""
    (clean_machine / "library.yaml").write_text(PROFILE, encoding="utf-8")
    command = [sys.executable, "-m", "collabkit", "web", "--no-browser", "--idle", "5"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        yield server.stdout.readline().strip()
        server.terminate()


@pytest.fixture
def opened(link: str) -> Iterator[Page]:
    """The page, without script; with `complaints` of what it asked for elsewhere."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(SWITCHES))
        context = chromium.new_context(bypass_csp=True)
        page = context.new_page()
        page.goto(link)
        yield page
        chromium.close()


def _look(page: Page, name: str) -> list[str]:
    """Return what is wrong with the page as it stands: for axe, or because it is wider than its window."""
    wrong: list[str] = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        if PICTURES:
            page.screenshot(path=f"{PICTURES}/{name}-{width}.png", full_page=True)
        wide = page.evaluate("document.documentElement.scrollWidth")
        wrong += [f"{name} is {wide} wide in {width}"] if wide > width else []
        found = Axe().run(page).response["violations"]
        wrong += [f"{name} at {width}: {each['id']}: {each['nodes'][0]['html']}" for each in found]
    return wrong


def test_the_whole_way_by_keyboard_on_pages_that_anybody_can_read(
    opened: Page, clean_machine: Path
) -> None:
    asked: list[str] = []
    opened.context.on("request", lambda request: asked.append(request.url))
    wrong = _look(opened, "today")
    opened.get_by_role("link", name="Begin", exact=True).press("Enter")
    wrong += _look(opened, "begin")
    opened.get_by_role("textbox").press_sequentially("kids who can't read")
    opened.keyboard.press("Tab")
    opened.keyboard.press("Enter")
    opened.wait_for_url("**/begin/new-*")
    wrong += _look(opened, "work")
    while opened.locator("[name=answer]").count():
        with opened.expect_navigation():
            opened.locator("[name=answer]").first.press("Enter")
    wrong += _look(opened, "ready")
    opened.locator(".papers a").first.press("Enter")
    wrong += _look(opened, "paper")
    opened.get_by_role("button", name="Save it in your folder").press("Enter")
    opened.wait_for_url("**/partnerships/**")
    wrong += _look(opened, "file")
    assert (clean_machine / "partnerships" / "reading-buddies" / "email.md").is_file()
    opened.get_by_role("link", name="Back to the partnership").press("Enter")
    opened.get_by_role("textbox", name="What happened?").press_sequentially(
        "we promise: send dates by 2027-01-15"
    )
    opened.keyboard.press("Enter")
    opened.get_by_role("heading", name="What we promised").wait_for()
    wrong += _look(opened, "partnership")
    for name in ("Partnerships", "Your library", "Catalog"):
        opened.get_by_role("link", name=name, exact=True).press("Enter")
        opened.get_by_role("heading", name=name, level=1).wait_for()
        wrong += _look(opened, name.lower().replace(" ", "-"))
    opened.get_by_role("link", name="partners", exact=True).press("Enter")
    wrong += _look(opened, "entries")
    opened.locator("main li a").first.press("Enter")
    opened.wait_for_url("**/catalog/partners/*")
    wrong += _look(opened, "entry")
    assert wrong == []
    assert {url.split("/")[2].split(":")[0] for url in asked} == {"127.0.0.1"}


def test_a_name_that_leads_here_is_refused_by_the_server(opened: Page, link: str) -> None:
    port = link.split(":")[2].split("/", maxsplit=1)[0]
    answer = opened.goto(f"http://evil.test:{port}/")
    assert answer
    assert answer.status == 400


def test_back_goes_back(opened: Page) -> None:
    opened.goto(opened.url.rstrip("/") + "/begin")
    opened.get_by_role("textbox").fill("kids who can't read")
    opened.get_by_role("button", name="Show what fits").click()
    first = opened.url
    opened.locator("[name=answer]").first.click()
    assert opened.url != first
    opened.go_back()
    assert opened.url == first
    assert opened.get_by_role("heading", level=1).inner_text() == "Which of these do you mean?"
