"""``readings.yaml``: which work a library chose for which words. Written a line an answer, and hers to correct."""

from pathlib import Path
from typing import Final

from collabkit.catalog import Catalog
from collabkit.catalog.base import Part
from collabkit.catalog.fields import ActivityId, Text
from collabkit.datafiles.checking import validate
from collabkit.datafiles.documents import Document
from collabkit.datafiles.editing import edit
from collabkit.datafiles.reading import read
from collabkit.datafiles.references import dangling
from collabkit.errors import DataError, Problem
from collabkit.files.writing import write_whole
from collabkit.library import Several
from collabkit.matching.query import ChosenReading

FILE: Final = "readings.yaml"
"""Beside ``library.yaml``."""
_HEAD = """\
# Which work you chose for which words: `collab start` and `collab match` read such words so from now on.
# Take an entry out, and they are read as before.

readings:
"""


class Chosen(Part):
    """A work that was chosen."""

    words: Text
    """The wish, as it was said."""
    work: ActivityId
    """The joint work that was meant: an id of activities.yaml."""


class ChosenReadings(Part):
    """Which work was chosen for which words."""

    readings: Several[Chosen] = ()


def readings_in(home: Path) -> tuple[ChosenReadings | None, Document | None, list[Problem]]:
    """Return what stands in the file of the folder *home*, its document, and what is wrong with it."""
    path = home / FILE
    if not path.is_file():
        return None, None, []
    document = read(path)
    found, wrong = validate(document, ChosenReadings, example="it begins with `readings:`")
    return found, document, wrong


def read_readings(home: Path) -> list[ChosenReading]:
    """Return what was chosen, in the order of the file; nothing if there is none.

    Raises:
        DataError: with every problem in it.
    """
    found, _, problems = readings_in(home)
    if problems:
        raise DataError(problems)
    return [ChosenReading(each.words, each.work) for each in found.readings] if found else []


def problems_in(home: Path, catalog: Catalog) -> list[Problem]:
    """Return what is wrong with the file, ids that name nothing included."""
    found, document, problems = readings_in(home)
    if found is None or document is None:
        return problems
    return [*problems, *dangling(found, document, (), catalog.kind)]


def remember(home: Path, chosen: ChosenReading) -> None:
    """Write into the file of the folder *home* that a work was *chosen*, unless it says so already.

    Raises:
        StaleFileError: somebody else changed the file meanwhile; nothing is lost.
    """
    if chosen in read_readings(home):
        return
    path = home / FILE
    if not path.exists():
        write_whole(path, _HEAD.encode(), replace=False)
    with edit(path) as file:
        file.append(("readings",), chosen._asdict())
