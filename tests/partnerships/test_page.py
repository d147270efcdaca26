"""The stories of ``docs/partnerships.md``, run as they stand there."""

import re
import shlex
from datetime import date
from pathlib import Path

import pytest

from collabkit.partnerships.folders import slug
from collabkit.partnerships.log_lines import as_typed
from collabkit.partnerships.sentences import parse_sentence
from conftest import Collab
from partnerships.conftest import Write

PAGE = (Path(__file__).parents[2] / "docs/partnerships.md").read_text("utf-8")
STORIES = {
    found[1]: found[2]
    for found in re.finditer(
        r"^## ([^\n]+)\n(?:(?!^## ).)*?```console\n(.*?)```", PAGE, re.MULTILINE | re.DOTALL
    )
}


def _commands(story: str) -> list[tuple[str, str]]:
    """Return each command of *story* with what it says, data before talk."""
    parts = re.split(r"^\$ ", story, flags=re.MULTILINE)[1:]
    return [(command, said) for command, _, said in (part.partition("\n") for part in parts)]


TWELVE = (
    "Adult School",
    "Boys & Girls Club",
    "City Museum",
    "Dental Clinic",
    "Elks Lodge",
    "Fire Station",
    "Garden Club",
    "Hays Senior Center",
    "Immigrant Center",
    "Job Office",
    "Kiwanis",
    "Land Trust",
)
LOG = """\
2025-03-03 met the director
2025-03-10 stage: pilot
2025-04-04 we promise: large-print books for the van by 2025-06-06
2025-04-04 agreed: the van stops there every second Tuesday
2025-05-02 mind: the director is out on Fridays
2025-05-20 they promise: a list of readers by 2025-05-30
"""


@pytest.fixture
def twelve(write: Write) -> None:
    """Twelve partnerships, one of which has something open."""
    for number, name in enumerate(TWELVE, start=1):
        log = LOG if name.startswith("Hays") else f"2025-05-{number:02} met\n"
        write(slug(name), log, f"name: {name}\n")


@pytest.mark.parametrize("title", STORIES)
def test_a_story_goes_as_it_is_told(
    collab: Collab, request: pytest.FixtureRequest, title: str
) -> None:
    request.getfixturevalue("twelve" if "twelve" in title else "home")
    for command, said in _commands(STORIES[title]):
        run = collab(*shlex.split(command)[1:])
        assert (command, run.out + run.err) == (command, said)
    assert collab("check").out == ""


def test_there_are_three_stories() -> None:
    assert len(STORIES) == 3


READ = re.findall(
    r"^\| ([^|`]+) \| (`[^|]+) \|$",
    PAGE.partition("| you write | the log gets |")[2].partition("\n\n")[0],
    re.MULTILINE,
)
"""The table of what is written and what the log gets, of November 25, 2026."""


@pytest.mark.parametrize(("typed", "lines"), READ)
def test_a_line_is_read_as_the_page_says(typed: str, lines: str) -> None:
    sentence = parse_sentence(typed, date(2026, 11, 25))

    entries = {as_typed(entry) for entry in sentence.entries}
    assert {line for line in re.findall(r"`([^`]+)`", lines) if line != "we kept:"} <= entries
    assert [outcome.side for outcome in sentence.kept] == (["we"] if "we kept:" in lines else [])


def test_the_page_shows_every_kind_of_line() -> None:
    assert len(READ) == 11
