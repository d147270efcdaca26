"""A library with a case that is kept."""

from pathlib import Path

import pytest

from assistant.client import READING
from collabkit import Workspace

PROFILE = """\
name: Elm Public Library
place: Missoula, MT
zip: "59801"
contact:
  name: Nora Quist
  role: outreach librarian
  phone: 406-555-0101
"""
NAME = "reading-buddies"


@pytest.fixture
def library(clean_machine: Path) -> Workspace:
    """A library that keeps nothing yet."""
    (clean_machine / "library.yaml").write_text(PROFILE, encoding="utf-8")
    return Workspace.open()


@pytest.fixture
def kept(library: Workspace) -> Workspace:
    """The same with one case and two promises."""
    case = library.cases.begin("somebody for the slow readers at Lowell")
    for each in READING:
        question, _, answer = each.partition("=")
        case = library.cases.answer(case, question, answer)
    library.cases.keep(case)
    library.partnerships.log(NAME, "we promise (Ann): send dates by 2026-12-30")
    return library
