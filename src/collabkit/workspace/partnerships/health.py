"""How partnerships are, by what both sides answer to the questions of the short check."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from collabkit import clock
from collabkit.arguments import one_of

if TYPE_CHECKING:
    from collabkit.catalog.questions import Question
    from collabkit.partnerships.entries import Side
    from collabkit.partnerships.health.recording import RecordedSheets
    from collabkit.partnerships.health.records import HealthSummary
    from collabkit.partnerships.health.sheets import Sheet
    from collabkit.partnerships.partnership import Partnership
    from collabkit.partnerships.store import PartnershipStore


def questions(self: "PartnershipStore") -> "Mapping[str, Question]":
    """Return the questions that both sides answer, by id."""
    return self.catalog.questions


def questions_to(
    self: "PartnershipStore",
    name: str,
    side: "Side" = "they",
    *,
    page: bool = True,
    library: str = "",
) -> str:
    """Return what *side* is asked: a page of HTML to fill in, or text for an e-mail.

    Args:
        name: any part of the partnership's name that is clear.
        side: who answers: ``they`` or ``we``.
        page: the page, or the text.
        library: the library's name, as it signs.
    """
    from collabkit.partnerships.health import letter  # noqa: PLC0415
    from collabkit.partnerships.health import page as html  # noqa: PLC0415
    from collabkit.partnerships.health.sheets import SIDES  # noqa: PLC0415

    one_of(side, "side", SIDES)
    one, questions_ = self.named(name), self.catalog.questions
    if page:
        return html.page(questions_, one.name, library, side=side, folder=one.id)
    return letter.letter(questions_, one.name, library, side=side)


def health(self: "PartnershipStore", name: str, *, on: date | None = None) -> "HealthSummary":
    """Return how one is, by what both sides answered, as ``collab health`` does.

    Args:
        name: any part of its name that is clear.
        on: later answers do not count yet; today by default.

    Raises:
        DataError: its facts are wrong.
    """
    return _health(self, self.named(name), on or clock.today())


def healths(self: "PartnershipStore", *, on: date | None = None) -> "list[HealthSummary]":
    """Return how each is; those whose facts are wrong are left out."""
    return [_health(self, one, on or clock.today()) for one in self.valid()]


def _health(store: "PartnershipStore", one: "Partnership", on: date) -> "HealthSummary":
    from collabkit.partnerships.health.summary import summarize  # noqa: PLC0415 - statistics

    return summarize(one.id, one.name, one.sheets, store.catalog.questions, on)


def answer(
    self: "PartnershipStore",
    name: str,
    answers: str,
    *,
    side: "Side",
    again: str | None = None,
    change: str = "",
    on: date | None = None,
) -> "RecordedSheets":
    """Keep one person's answers, typed in the order of the questions, as ``collab health --answers`` does.

    Args:
        name: any part of the partnership's name that is clear.
        answers: such as ``4 5 3 - 4 …``; a hyphen is a question left open.
        side: who answers: ``we`` or ``they``.
        again: whether they would do it again: ``yes``, ``unsure`` or ``no``.
        change: what should change.
        on: the day of the answers; today by default.
    """
    from collabkit.partnerships.health.parsing import parse_answers  # noqa: PLC0415
    from collabkit.partnerships.health.sheets import AGAINS, SIDES, again_of  # noqa: PLC0415

    one_of(side, "side", SIDES)
    if again is not None:
        one_of(again, "answer", AGAINS)
    sheet = parse_answers(
        answers,
        self.catalog.questions,
        on=on or clock.today(),
        side=side,
        again=again_of(again or ""),
        change=change,
    )
    return record_sheets(self, name, [sheet])


def answer_csv(
    self: "PartnershipStore",
    name: str,
    raw: bytes,
    *,
    file: str = "the file",
    side: "Side | None" = None,
    on: date | None = None,
) -> "RecordedSheets":
    """Keep the answers of a CSV: of the page, a spreadsheet or a form.

    Args:
        name: any part of the partnership's name that is clear.
        raw: what the file holds.
        file: what it is called.
        side: who answers, where the file does not say it.
        on: the day of answers that name none.
    """
    from collabkit.partnerships.health.parsing import from_csv  # noqa: PLC0415

    read = from_csv(raw, file, self.catalog.questions, on=on or clock.today(), side=side)
    return record_sheets(self, name, read.sheets, read.rejected)


def record_sheets(
    self: "PartnershipStore", name: str, sheets: "Sequence[Sheet]", rejected: Sequence[str] = ()
) -> "RecordedSheets":
    """Keep *sheets* of the partnership called *name*, each once.

    Args:
        name: any part of the partnership's name that is clear.
        sheets: what people answered.
        rejected: what was no answer, each with its place, for the notes.
    """
    from collabkit.partnerships.health import recording  # noqa: PLC0415

    return recording.record_sheets(self.named(name).folder, sheets, rejected)
