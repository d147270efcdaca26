"""What is said on stderr beside the organizations: who is missing, and how to see more."""

from collections.abc import Sequence
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit import output
from collabkit.cli.find.columns import telephones
from collabkit.directory.geo import places
from collabkit.directory.geo.places import Spot
from collabkit.finding import Absence, Found, Missing, Search
from collabkit.finding.findings import Findings, ForLibraries, Gaps
from collabkit.text.phrases import cap

if TYPE_CHECKING:
    from collabkit.directory.pipeline.libraries import Asked

_STATES = 8
"""States that a note names."""
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
        output.note(
            "? is a distance that nobody knows: only a post-office box is on file, and its post office is near."
        )
    if {source for each in found for source in each.sources} == {"irs"}:
        output.note(
            "Only nonprofits are listed: schools, agencies and offices of the county are in other registers "
            "(`collab directory sources`)."
        )
    output.note(
        "`collab propose --organization ID` drafts a letter to one; --long says why each fits."
    )


def out_of_reach(found: Sequence[Found]) -> None:
    """Say in one line for how many no telephone is known, and what would bring one."""
    silent = [each for each in found if not telephones(each)]
    if not silent:
        return
    which = f"{len(silent)} of {len(found)}" if len(silent) < len(found) else "any of them"
    output.note(
        f"No phone is known of {which}: try the feed of your 211, Overture Maps, or your own list "
        "(`collab directory load LIST --map name=COLUMN,phone=COLUMN`)."
    )


def gaps(missing: Sequence[Absence], spot: Spot, search: Search) -> None:
    """Say around what place the gaps are, and what of them is known."""
    where = f"within {places.shown(search.within)} miles of {spot.label}"
    if not missing:
        output.note(f"Nobody is missing {where}.")
        return
    output.note(
        f"Of these the loaded registers list nobody {where}; who is in none of them may be there."
    )
    more = sorted({each.listed_by for each in missing if each.listed_by and not each.complete})
    if more:
        output.note(f"More would be in {'; '.join(more)}.")


def gaps_for_libraries(answer: Gaps, search: Search) -> None:
    """Say for how many libraries and goals the loaded registers list nobody, and who was left out."""
    output.note(f"{len(answer.asked.libraries):,} libraries asked.")
    if answer.deserts:
        within = places.shown(search.within)
        output.note(
            f"{answer.deserts:,} of {len(answer.rows):,} rows have nobody within {within} miles, "
            "as far as the loaded registers tell."
        )
    if answer.untold:
        some = ", ".join(answer.untold[:_STATES])
        more = f" and {len(answer.untold) - _STATES} more" if len(answer.untold) > _STATES else ""
        output.note(
            f"Hardly anything is loaded of {some}{more}: what is said of them tells nothing."
        )
    _left_out(answer.asked.nowhere, answer.asked.closed, answer.asked.mobile)


def for_libraries(answer: ForLibraries, search: Search) -> None:
    """Say how many libraries were asked for, and how many of them have nobody."""
    output.note(f"{answer.libraries:,} libraries asked.")
    if answer.alone:
        within = places.shown(search.within)
        output.note(f"{answer.alone:,} of them have nobody within {within} miles.")
    _left_out(answer.nowhere, answer.closed, answer.mobile)


def whose(asked: "Asked", profile: Path | None) -> None:
    """Say which profiles were used, and which could not be."""
    for said in asked.broken:
        output.note(f"Left out: {said}")
    if asked.profiles:
        output.note("The goals, places and partnerships of their profiles were used.")
    elif profile is not None:
        output.note(f"{profile} was used: what it says of partners counts for every library.")
    else:
        output.note("No profile was used.")


def _left_out(nowhere: int, closed: int, mobile: int) -> None:
    """Say which libraries of the file were not asked for."""
    if nowhere:
        has, was = ("library has", "was") if nowhere == 1 else ("libraries have", "were")
        output.note(f"{nowhere:,} {has} no place on the map and {was} not asked for.")
    if closed:
        output.note(f"{closed:,} are closed and were left out.")
    if mobile:
        output.note(f"{mobile:,} are bookmobiles or books by mail, which stand nowhere.")
