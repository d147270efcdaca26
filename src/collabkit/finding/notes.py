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
from collabkit.text.phrases import cap, listed, lower_first

_STATES = 8
"""States that a note names."""
MOST_FOUND = 10_000
"""Organizations that one call lists: more than a county has."""


def who_is_missing(found: Findings) -> Iterator[Note]:
    """Yield which of the best partners is missing: beside others only where a loaded register would know."""
    for each in found.missing:
        if each.complete or not found:
            yield Note("missing-partner", f"{cap(each.sentence(found.search.within))}.")


def who_is_left_out(found: Findings) -> Iterator[Note]:
    """Yield who would be listed, but for what the library itself says of them."""
    if found.left_out:
        said = "; ".join(
            f"{each.name} ({lower_first(each.why).rstrip('.')})" for each in found.left_out
        )
        yield Note("left-out", f"Left out: {said}.")


def who_takes_sides(found: Findings) -> Iterator[Note]:
    """Yield who of those found takes a side in politics."""
    if sides := [each.name for each in found if each.role == "advocate"]:
        takes = "takes a side" if len(sides) == 1 else "take sides"
        yield Note("takes-sides", f"{listed(sides)} {takes} in politics: ask your director first.")


def how_many(found: Findings) -> Iterator[Note]:
    """Yield how many were found, who nearly came in, and how to see others."""
    search = found.search
    if not search.scores:
        return
    where = f"within {places.shown(search.within)} miles of {found.spot.label}"
    if not found:
        yield _nothing(found, where)
    elif found.more and search.limit < MOST_FOUND:
        most = min(MOST_FOUND, search.limit * 2)
        best = f"The best {len(found)} {where}; "
        yield Note(
            "more-organizations",
            f"{best}limit={most} finds more.",
            f"{best}--limit {most} shows more, and --explain says why each.",
        )
    else:
        yield _all(found, where)


def _all(found: Findings, where: str) -> Note:
    """Return how many there are, where there are no more that fit."""
    nearly = ""
    if found.nearly:
        named = [f"{each.name}{f', {each.city}' if each.city else ''}" for each in found.nearly]
        nearly = f" Next would be {'; '.join(named)}."
    said = f"{len(found)} {where}"
    if len(found) >= found.search.limit:
        return Note("organizations", f"{said}.", f"{said}; --explain says why each.")
    wider = _further((), found.search.within)
    if not wider:
        return Note(
            "organizations", f"{said}.{nearly}", f"{said}; --explain says why each.{nearly}"
        )
    further = places.shown(wider)
    return Note(
        "organizations",
        f"{said}, and no others that fit; within={further} looks further.{nearly}",
        f"{said}, and no others that fit; --within {further}mi looks further, and --explain says why each.{nearly}",
    )


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
        options.append("--set guesses shows who may be one")
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


def what_would_add(found: Sequence[Found]) -> Iterator[Note]:
    """Yield what the loaded registers lack for this list: telephones, and whoever is no nonprofit."""
    silent = [each for each in found if not each.telephones]
    lacks = []
    if silent:
        which = f"{len(silent)} of {len(found)}" if len(silent) < len(found) else "any of them"
        lacks.append(f"no phone is known of {which}")
    if {source for each in found for source in each.sources} == {"irs"}:
        lacks.append("only nonprofits are loaded, no schools or county offices")
    if lacks:
        said = f"{cap(' and '.join(lacks))}: other registers and lists of your own add them"
        yield Note("more-registers", f"{said}.", f"{said} (`collab directory sources`).")


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
