"""What to know of the matches for a request that the catalog understands only in part, or not as it was meant."""

from collections.abc import Iterator, Sequence

from collabkit.matching.matcher import Matches
from collabkit.matching.parse import Parser
from collabkit.matching.query import Query
from collabkit.notes import Note
from collabkit.text.phrases import listed, quoted

_LINE = 80
"""Letters by which whoever asked knows a request again."""


def none_fit(found: Matches) -> Iterator[Note]:
    """Yield that no partner fits, where the request was understood."""
    if not found and found.query.confidence != "low":
        yield Note(
            "no-partner-fits",
            "No partner fits; of all sectors there may be some.",
            "No partner fits; without --sector there may be some.",
        )


def doubts(parser: Parser, query: Query, request: Sequence[str]) -> Iterator[Note]:
    """Yield what to know of how *request* was understood as *query*: slips in ids, and little confidence."""
    for each in request:
        slip = parser.slip(each)
        if slip:
            said = f"{_short(each)!r} is no goal id and was read as plain words; {slip}"
            yield Note("goal-misspelled", said)
    if query.chosen is not None:
        label, words = parser.label_of(query.chosen.work), _short(query.chosen.words)
        yield Note(
            "chosen-before", f"Read as {quoted(label)}, which you chose for {quoted(words)}."
        )
    yield from unsure(parser, query)


def unsure(parser: Parser, query: Query) -> Iterator[Note]:
    """Yield that a request says little, with the goals that are nearest to it."""
    if query.confidence != "low":
        return
    likeliest = query.reading.likeliest if query.reading else ()
    if likeliest:
        meant = f"I read {_short(query.aim)!r} as {_meant(likeliest)} (confidence: low)."
        yield Note("low-confidence", meant)
        return
    near = parser.nearest_goals(query.aim)
    little = f"{_short(query.aim)!r} says little to the catalog (confidence: low); "
    if near:
        yield Note("low-confidence", f"{little}the nearest goals are {listed(near)}.")
    else:
        yield Note(
            "low-confidence",
            f"{little}the list of goals helps.",
            f"{little}`collab list goals` helps.",
        )


def more(found: Matches) -> Iterator[Note]:
    """Yield how many partners fit besides those that are shown."""
    if found.fitting > len(found):
        shown = f"{len(found)} of {found.fitting} partners shown; "
        yield Note(
            "more-partners",
            f"{shown}limit={found.fitting} returns them all.",
            f"{shown}--limit {found.fitting} shows them all.",
        )


def _meant(likeliest: Sequence[str]) -> str:
    """Return the likeliest reading, and the others as a question."""
    first, *others = [quoted(label) for label in likeliest]
    return f"{first}; did you mean {' or '.join(others)}?" if others else first


def _short(request: str) -> str:
    return request if len(request) <= _LINE else f"{request[:_LINE]}…"
