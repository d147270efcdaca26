"""What to know of organizations that were found, and of gaps: who is missing, and how to see more."""

from collections.abc import Iterator, Sequence
from math import ceil

from collabkit.directory.geo import places
from collabkit.finding import Found, Missing
from collabkit.finding.findings import (
    Absences,
    Findings,
    FoundForLibraries,
    GapsForLibraries,
)
from collabkit.notes import Note
from collabkit.text.phrases import cap

_STATES = 8
"""States that a note names."""
MOST_FOUND = 10_000
"""Organizations that one call lists: more than a county has."""


def who_is_missing(found: Findings) -> Iterator[Note]:
    """Yield which of the best partners is missing."""
    for each in found.missing:
        yield Note("missing-partner", f"{cap(each.sentence(found.search.within))}.")


def how_many(found: Findings) -> Iterator[Note]:
    """Yield how many were found, and how to see others."""
    search = found.search
    if not search.scores:
        return
    where = f"within {places.shown(search.within)} miles of {found.spot.label}"
    if not found:
        yield _nothing(found, where)
    elif len(found) == search.limit < MOST_FOUND:
        most = min(MOST_FOUND, search.limit * 2)
        best = f"The best {len(found)} {where}; "
        yield Note(
            "more-organizations",
            f"{best}limit={most} finds more.",
            f"{best}--limit {most} shows more.",
        )
    else:
        yield Note("organizations", f"{len(found)} {where}.")


def _nothing(found: Findings, where: str) -> Note:
    wider = _further(found.missing, found.search.within)
    unsure = bool(found.search.wanted.sure)
    if not wider and not unsure:
        return Note("nobody", f"Nothing {where}.")
    here, options = [], []
    if wider:
        here.append(f"within={places.shown(wider)} looks further")
        options.append(f"--within {places.shown(wider)}mi looks further")
    if unsure:
        here.append("guesses=True finds who may be one")
        options.append("--guesses shows who may be one")
    return Note(
        "nobody",
        f"Nothing {where}; {' and '.join(here)}.",
        f"Nothing {where}; {' and '.join(options)}.",
    )


def _further(nobody: Sequence[Missing], within: float) -> float | None:
    """Return which distance looks further: twice as far, unless the nearest is known to be beyond."""
    far = [each.nearest.distance for each in nobody if each.nearest]
    wanted = max(within * 2, ceil(min(far))) if far else within * 2
    wider = min(wanted, places.FARTHEST)
    if wider <= within or (far and wider < min(far)):
        return None
    return wider


def out_of_reach(found: Sequence[Found]) -> Iterator[Note]:
    """Yield for how many no telephone is known, and what would bring one."""
    silent = [each for each in found if not each.telephones]
    if not silent:
        return
    which = f"{len(silent)} of {len(found)}" if len(silent) < len(found) else "any of them"
    known = (
        f"No phone is known of {which}: try the feed of your 211, Overture Maps, or your own list"
    )
    yield Note(
        "no-phone",
        f"{known}.",
        f"{known} (`collab directory load LIST --map name=COLUMN,phone=COLUMN`).",
    )


def how_exact(found: Sequence[Found]) -> Iterator[Note]:
    """Yield which distances are not to an address, and whether only one register is loaded."""
    if any(each.located != "address" for each in found):
        yield Note(
            "distance-to-the-middle",
            "Some distances are to the middle of a ZIP code or town, not to an address.",
            "~ is a distance to the middle of a ZIP code or town, not to an address.",
        )
    if any(each.distance is None for each in found):
        box = "only a post-office box is on file, and its post office is near."
        yield Note(
            "distance-unknown",
            f"Some distances nobody knows: {box}",
            f"? is a distance that nobody knows: {box}",
        )
    if {source for each in found for source in each.sources} == {"irs"}:
        only = (
            "Only nonprofits are listed: schools, agencies and offices of the county are in other "
            "registers"
        )
        yield Note("only-nonprofits", f"{only}.", f"{only} (`collab directory sources`).")


def gaps(missing: Absences) -> Iterator[Note]:
    """Yield around what place the gaps are, and what of them is known."""
    where = f"within {places.shown(missing.search.within)} miles of {missing.spot.label}"
    if not missing:
        yield Note("nobody-missing", f"Nobody is missing {where}.")
        return
    yield Note(
        "as-registers-tell",
        f"Of these the loaded registers list nobody {where}; who is in none of them may be there.",
    )
    more = sorted({each.listed_by for each in missing if each.listed_by and not each.complete})
    if more:
        yield Note("more-registers", f"More would be in {'; '.join(more)}.")


def for_libraries(answer: FoundForLibraries) -> Iterator[Note]:
    """Yield how many libraries were asked for, and how many of them have nobody."""
    yield Note("libraries", f"{answer.libraries:,} libraries asked.")
    if answer.alone:
        within = places.shown(answer.search.within)
        yield Note("nobody", f"{answer.alone:,} of them have nobody within {within} miles.")
    yield from _left_out(answer.nowhere, answer.closed, answer.mobile)


def gaps_for_libraries(answer: GapsForLibraries) -> Iterator[Note]:
    """Yield for how many libraries and goals the loaded registers list nobody, and who was left out."""
    yield Note("libraries", f"{len(answer.asked.libraries):,} libraries asked.")
    if answer.deserts:
        within = places.shown(answer.search.within)
        yield Note(
            "nobody",
            f"{answer.deserts:,} of {len(answer):,} rows have nobody within {within} miles, "
            "as far as the loaded registers tell.",
        )
    if answer.untold:
        some = ", ".join(answer.untold[:_STATES])
        more = f" and {len(answer.untold) - _STATES} more" if len(answer.untold) > _STATES else ""
        yield Note(
            "hardly-loaded",
            f"Hardly anything is loaded of {some}{more}: what is said of them tells nothing.",
        )
    yield from _left_out(answer.asked.nowhere, answer.asked.closed, answer.asked.mobile)


def _left_out(nowhere: int, closed: int, mobile: int) -> Iterator[Note]:
    """Yield which libraries of the file were not asked for."""
    if nowhere:
        has, was = ("library has", "was") if nowhere == 1 else ("libraries have", "were")
        yield Note("no-place", f"{nowhere:,} {has} no place on the map and {was} not asked for.")
    if closed:
        yield Note("closed", f"{closed:,} are closed and were left out.")
    if mobile:
        yield Note("mobile", f"{mobile:,} are bookmobiles or books by mail, which stand nowhere.")
