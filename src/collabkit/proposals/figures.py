"""The local figure that shows the need of a work, as a letter says it."""

import re
from typing import NamedTuple

from collabkit.catalog import Activity, Catalog, Goal
from collabkit.catalog.goals import LocalFigure
from collabkit.library import Figure, Library
from collabkit.proposals.fact_parts import Fact, Gap
from collabkit.text.phrases import lower_first


class Shown(NamedTuple):
    """A figure in a paper."""

    fact: Fact
    """The figure with its source and year, or the gap where it belongs; empty where no paper asks for one."""
    known: bool = False
    """Whether the library has it."""
    before: str = ""
    """What stands before it where it is no sentence of its own."""


_SCALE = "For scale:"
_TABLE = r",? (?:tables?|data elements?) [\w.-]*\d[\w.-]*(?: and [\w.-]*\d[\w.-]*)?"
_PERCENT = re.compile(r"(?<=\d) ?%$")
_NOT_COUNTED = ("average ", "brightness ", "chance ", "losses ", "what ")
"""How the names of figures begin that are no number of something."""


def shown(
    catalog: Catalog, library: Library, activity: Activity, goal: Goal, *, table: bool = True
) -> Shown:
    """Return the local figure that shows the need of *activity*, from the profile of *library*.

    A reader who checks no tables reads of its publisher and year alone, without the number of its *table*.
    Where no published figure shows it, and the library has none, no paper asks for one.
    """
    local = catalog.figures.get(activity.figure) if activity.figure else None
    stated = library.figure(local.id if local else goal.id)
    if stated:
        source = stated.source if table else re.sub(_TABLE, "", stated.source)
        fact = f"{_told(stated, local, goal)} ({source}, {stated.year})"
        return Shown(fact, known=True, before="" if _is_sentence(stated, local) else _SCALE)
    if local is None:
        return Shown("")
    remedy = f"add a figure with `about: {local.id}`; {lower_first(local.find)}"
    return Shown(Gap(local.label, remedy, ("figures",)), before=_SCALE)


def _is_sentence(stated: Figure, local: LocalFigure | None) -> bool:
    """Return whether the catalog has a sentence for what was counted; her own words have none."""
    return bool(local and local.sentence and not stated.what)


def _told(stated: Figure, local: LocalFigure | None, goal: Goal) -> str:
    """Return a figure as people say it: "4.1 percent of households in the county have no vehicle"."""
    what = stated.what or (local.label if local else goal.measure)
    value = _PERCENT.sub(" percent", str(stated.value))
    if what.startswith("share of "):
        value += " percent" if value.replace(".", "").isdecimal() else ""
        value += " of" if value.endswith("percent") else ""  # but "one in five households"
        what = what.removeprefix("share of ")
    if local and _is_sentence(stated, local):
        return local.sentence.replace("{value}", value)
    return f"{what}, {value}" if what.startswith(_NOT_COUNTED) else f"{value} {what}"
