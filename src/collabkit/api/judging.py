"""What to do with the partnerships of a library, by what both sides answer and by what came of them."""

from datetime import date
from typing import TYPE_CHECKING

from collabkit import clock
from collabkit.api.answering import Answering
from collabkit.api.counting import Counting

if TYPE_CHECKING:
    from collabkit.partnerships.advice.deciding import Advice
    from collabkit.partnerships.partnership import Partnership


class Judging(Answering, Counting):
    """Partnerships that are judged: by what both sides answer, and by what came of them."""

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
