"""How well the partnerships of a library are, and what came of them: answers and counts, kept and read."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from collabkit.api import clock
from collabkit.api.arguments import Words, one_of, several
from collabkit.api.shelf import Shelf
from collabkit.errors import UsageError

if TYPE_CHECKING:
    from collabkit.catalog.questions import Question
    from collabkit.partnerships.advice.deciding import Advice
    from collabkit.partnerships.counts.counted import Counted
    from collabkit.partnerships.counts.rows import Count, Kind
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


class Noted(NamedTuple):
    """What was put into ``counts.csv``."""

    file: Path
    counts: "tuple[Count, ...]"
    measures: tuple[str, ...]
    """The measure of the work that each belongs to; empty where it is one of its own."""
    passed_over: tuple[str, ...] = ()
    """What was no count, each with its place."""


class Judging(Shelf):
    """Partnerships that are judged: by what both sides answer, and by what came of them."""

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

    def count(
        self,
        name: str,
        measure: str,
        values: Words,
        *,
        kind: "Kind" = "count",
        side: "Side | None" = None,
        work: str | None = None,
        on: date | None = None,
    ) -> Noted:
        """Keep what was counted, as ``collab count`` does.

        Args:
            name: any part of the partnership's name that is clear.
            measure: any clear part of a measure of the work, words of one's own, or hours or dollars.
            values: a number, or answers such as ``yes=9 partly=2 no=1``.
            kind: ``count`` adds, ``total`` is all of it so far, ``target`` and ``baseline`` stand beside.
            side: who put in hours or dollars; the library unless told.
            work: the joint work, where it is not that of the partnership.
            on: the day of the count; today by default.

        Raises:
            UsageError: it is not clear which measure is meant, or a value is no number.
            UnknownIdError: there is no such work.
        """
        from collabkit.partnerships.counts import typed  # noqa: PLC0415

        one, catalog = self.named(name), self._catalog()
        if work is not None:
            catalog.known("activities", work)
        counts = typed.typed(
            measure,
            several(values, "value"),
            catalog.activities,
            on=on or clock.today(),
            kind=kind,
            side=side,
            work=work or "",
            own_work=one.facts.work,
        )
        return self._noted(one, counts)

    def count_csv(
        self, name: str, raw: bytes, *, file: str = "the file", on: date | None = None
    ) -> Noted:
        """Keep the counts of a CSV whose columns are measure and value, and day, kind, side and work if need be."""
        from collabkit.partnerships.counts.typed import from_csv  # noqa: PLC0415

        one = self.named(name)
        read = from_csv(raw, file, on=on or clock.today())
        for work in {each.work for each in read.counts} - {""}:
            self._catalog().known("activities", work)
        return self._noted(one, read.counts)._replace(passed_over=read.passed_over)

    def _noted(self, one: "Partnership", counts: "Sequence[Count]") -> Noted:
        from collabkit.partnerships.counts.measures import measure_of  # noqa: PLC0415
        from collabkit.partnerships.counts.rows import keep  # noqa: PLC0415

        works, work = self._catalog().activities, one.facts.work
        means = [measure_of(each, works, work) for each in counts]
        called = tuple(found.what if found else "" for found in means)
        return Noted(keep(one.folder, counts), tuple(counts), called)

    def counted(
        self, name: str | None = None, *, since: date | None = None, until: date | None = None
    ) -> "list[Counted]":
        """Return what was counted, by partnership, work and measure.

        Args:
            name: of one partnership; of all by default, without those whose facts are wrong.
            since: only what was counted from this day on.
            until: only what was counted up to this day; today by default.

        Raises:
            DataError: the facts of the one that was named are wrong.
            UsageError: *until* comes before *since*.
        """
        last = until or clock.today()
        if since is not None and last < since:
            raise UsageError(f"nothing lies between {since} and {last}", "Turn the two days around")
        kept = [self.named(name)] if name is not None else self.stated()
        works = self._catalog().activities
        return [each for one in kept for each in one.counted(works, since=since, until=last)]

    def review(self, name: str, *, on: date | None = None) -> "Advice":
        """Return what to do with one, as ``collab review`` does: advice, with what speaks against it.

        Args:
            name: any part of its name that is clear.
            on: the day on which it is asked; today by default.

        Raises:
            DataError: its facts are wrong.
        """
        return self._review(self.named(name), on or clock.today())

    def reviews(self, *, on: date | None = None) -> "list[Advice]":
        """Return what to do with each; those whose facts are wrong are left out."""
        return [self._review(one, on or clock.today()) for one in self.stated()]

    def _review(self, one: "Partnership", on: date) -> "Advice":
        from collabkit.partnerships.advice.deciding import advice  # noqa: PLC0415 - if it is asked for
        from collabkit.partnerships.advice.evidence import evidence  # noqa: PLC0415

        catalog = self._catalog()
        found = evidence(one, catalog.activities, catalog.questions, on)
        return advice(one.id, one.name, found)
