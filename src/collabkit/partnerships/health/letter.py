"""The questions as text, for an e-mail that is answered in an e-mail."""

from collections.abc import Iterator, Mapping

from collabkit.catalog.questions import Question
from collabkit.partnerships.entries import Side
from collabkit.partnerships.health.parsing import AGAIN_ASKS, CHANGE_ASKS
from collabkit.partnerships.health.sheets import HIGHEST, LOWEST
from collabkit.text.characters import escape_line


def letter(questions: Mapping[str, Question], partner: str, library: str, *, side: Side) -> str:
    """Return the questions as text.

    Args:
        questions: the catalog's, by id.
        partner: the organization's name.
        library: the library's; blank if it is not known.
        side: who answers.
    """
    return "\n".join(_lines(questions, escape_line(partner), escape_line(library), side))


def _lines(
    questions: Mapping[str, Question], partner: str, library: str, side: Side
) -> Iterator[str]:
    ours = library or "the library"
    with_ = ours if side == "they" else partner
    yield f"How well do we work together? {partner} and {ours}"
    yield ""
    yield (
        f"{len(questions)} short statements about your work with {with_}. We answer the same ones. Please put"
        f" a number from {LOWEST} (not at all) to {HIGHEST} (fully) behind each, and send them back. Leave out"
        " what you cannot say."
    )
    yield "No names are kept. The questions are our own and not a validated test: we use them to talk."
    yield ""
    for place, question in enumerate(questions.values(), start=1):
        yield f"{place}. {question.text}"
    yield ""
    yield f"{AGAIN_ASKS} (yes, unsure, no)"
    yield CHANGE_ASKS
    yield ""
