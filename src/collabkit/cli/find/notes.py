"""What is said on stderr beside the organizations: who is missing, and how to see more."""

from collections.abc import Sequence
from math import ceil

from collabkit import output
from collabkit.api.findings import Findings, ForLibraries
from collabkit.directory.geo import places
from collabkit.directory.geo.places import Spot
from collabkit.finding import Absence, Found, Missing, Search
from collabkit.text.phrases import cap

MOST = 10_000
"""Organizations that one call lists: more than a county has."""


def found(answer: Findings) -> None:
    """Say which of the best partners is missing, how many were found, and how to see others."""
    search, spot = answer.search, answer.spot
    for each in answer.missing:
        output.note(f"{cap(each.sentence(search.within))}.")
    if not search.scores:
        return
    where = f"within {places.shown(search.within)} miles of {spot.label}"
    if not answer:
        further = _further(answer.missing, search.within)
        unsure = "--guesses shows who may be one" if search.wanted.sure else ""
        advice = " and ".join(each for each in (further, unsure) if each)
        output.note(f"Nothing {where}{'; ' if advice else ''}{advice}.")
    elif len(answer) == search.limit < MOST:
        more = min(MOST, search.limit * 2)
        output.note(f"The best {len(answer)} {where}; --limit {more} shows more.")
    else:
        output.note(f"{len(answer)} {where}.")


def _further(nobody: Sequence[Missing], within: float) -> str:
    """Say which distance looks further: twice as far, unless the nearest is known to be beyond."""
    far = [each.nearest.distance for each in nobody if each.nearest]
    wanted = max(within * 2, ceil(min(far))) if far else within * 2
    wider = min(wanted, places.FARTHEST)
    if wider <= within or (far and wider < min(far)):
        return ""
    return f"--within {places.shown(wider)}mi looks further"


def how_to_go_on(found: Sequence[Found]) -> None:
    """Say what a table does not tell by itself."""
    if any(each.located != "address" for each in found):
        output.note("~ is a distance to the middle of a ZIP code or town, not to an address.")
    if any(each.distance is None for each in found):
        output.note("? is a distance that nobody knows: only a post-office box is on file.")
    output.note("`collab propose --organization ID` writes to one; --long says why each fits.")


def gaps(missing: Sequence[Absence], spot: Spot, search: Search) -> None:
    """Say around what place the gaps are."""
    none = "" if missing else "nobody is missing "
    output.note(cap(f"{none}within {places.shown(search.within)} miles of {spot.label}."))


def for_libraries(answer: ForLibraries, search: Search) -> None:
    """Say how many libraries were asked for, and how many of them have nobody."""
    output.note(f"{answer.libraries:,} libraries asked.")
    if answer.alone:
        within = places.shown(search.within)
        output.note(f"{answer.alone:,} of them have nobody within {within} miles.")
    if answer.nowhere:
        output.note(
            f"{answer.nowhere:,} libraries have no place on the map and were not asked for."
        )
