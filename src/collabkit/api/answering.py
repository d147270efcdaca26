"""What both sides answer to the questions of the short check, kept and read."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from collabkit import clock
from collabkit.api.shelf import Shelf
from collabkit.arguments import one_of

if TYPE_CHECKING:
    from collabkit.catalog.questions import Question
    from collabkit.partnerships.entries import Side
    from collabkit.partnerships.health.sheets import Sheet
    from collabkit.partnerships.health.standing import Health
    from collabkit.partnerships.partnership import Partnership


class Answered(NamedTuple):
    """What was put into ``health.csv``."""

    file: Path
    sheets: "tuple[Sheet, ...]"
    """Those that are new."""
    known: int
    """Those that were there already."""
    passed_over: tuple[str, ...] = ()
    """What was no answer, each with its place."""


class Answering(Shelf):
    """Partnerships of which both sides answer how they are."""

    @property
    def questions(self) -> "Mapping[str, Question]":
        """The questions that both sides answer, by id."""
        return self._catalog().questions

    def questions_to(
        self, name: str, side: "Side" = "they", *, page: bool = True, library: str = ""
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
        one = self.named(name)
        if page:
            return html.page(self.questions, one.name, library, side=side, folder=one.id)
        return letter.letter(self.questions, one.name, library, side=side)

    def health(self, name: str, *, on: date | None = None) -> "Health":
        """Return how one is, by what both sides answered, as ``collab health`` does.

        Args:
            name: any part of its name that is clear.
            on: the day on which it is asked; today by default.

        Raises:
            DataError: its facts are wrong.
        """
        return self._health(self.named(name), on or clock.today())

    def healths(self, *, on: date | None = None) -> "list[Health]":
        """Return how each is; those whose facts are wrong are left out."""
        return [self._health(one, on or clock.today()) for one in self.stated()]

    def _health(self, one: "Partnership", on: date) -> "Health":
        from collabkit.partnerships.health.standing import health  # noqa: PLC0415 - statistics

        return health(one.id, one.name, one.sheets, self._catalog().questions, on)

    def answer(
        self,
        name: str,
        answers: str,
        *,
        side: "Side",
        again: str | None = None,
        change: str = "",
        on: date | None = None,
    ) -> Answered:
        """Keep one person's answers, typed in the order of the questions, as ``collab health --answers`` does.

        Args:
            name: any part of the partnership's name that is clear.
            answers: such as ``4 5 3 - 4 …``; a hyphen is a question left open.
            side: who answers: ``we`` or ``they``.
            again: whether they would do it again: ``yes``, ``unsure`` or ``no``.
            change: what should change.
            on: the day of the answers; today by default.
        """
        from collabkit.partnerships.health.incoming import typed  # noqa: PLC0415
        from collabkit.partnerships.health.sheets import AGAINS, SIDES, again_of  # noqa: PLC0415

        one_of(side, "side", SIDES)
        if again is not None:
            one_of(again, "answer", AGAINS)
        sheet = typed(
            answers,
            self._catalog().questions,
            on=on or clock.today(),
            side=side,
            again=again_of(again or ""),
            change=change,
        )
        return self.keep_sheets(name, [sheet])

    def answer_csv(
        self,
        name: str,
        raw: bytes,
        *,
        file: str = "the file",
        side: "Side | None" = None,
        on: date | None = None,
    ) -> Answered:
        """Keep the answers of a CSV: of the page, a spreadsheet or a form.

        Args:
            name: any part of the partnership's name that is clear.
            raw: what the file holds.
            file: what it is called.
            side: who answers, where the file does not say it.
            on: the day of answers that name none.
        """
        from collabkit.partnerships.health.incoming import from_csv  # noqa: PLC0415

        heard = from_csv(raw, file, self._catalog().questions, on=on or clock.today(), side=side)
        return self.keep_sheets(name, heard.sheets)._replace(passed_over=heard.passed_over)

    def keep_sheets(self, name: str, sheets: "Sequence[Sheet]") -> Answered:
        """Keep *sheets*, each once."""
        from collabkit.partnerships.health.sheets import NAME, keep, same  # noqa: PLC0415

        one = self.named(name)
        new = tuple(each for each in sheets if not any(same(each, old) for old in one.sheets))
        file = keep(one.folder, new) if new else one.folder / f"{NAME}.csv"
        return Answered(file, new, len(sheets) - len(new))
