"""What to do with partnerships, by what both sides answer and by what came of them."""

from datetime import date
from typing import TYPE_CHECKING

from collabkit import clock

if TYPE_CHECKING:
    from collabkit.partnerships.advice.advice import Advice
    from collabkit.partnerships.partnership import Partnership
    from collabkit.partnerships.store import PartnershipStore


def review(self: "PartnershipStore", name: str, *, on: date | None = None) -> "Advice":
    """Return what to do with one, as ``collab review`` does: advice, with what speaks against it.

    Args:
        name: any part of its name that is clear.
        on: the day of the advice; today by default.

    Raises:
        DataError: its facts are wrong.
    """
    return _review(self, self.named(name), on or clock.today())


def reviews(self: "PartnershipStore", *, on: date | None = None) -> "list[Advice]":
    """Return what to do with each; those whose facts are wrong are left out."""
    return [_review(self, one, on or clock.today()) for one in self.valid()]


def _review(store: "PartnershipStore", one: "Partnership", on: date) -> "Advice":
    from collabkit.partnerships.advice.deciding import advice  # noqa: PLC0415 - if it is asked for
    from collabkit.partnerships.advice.evidence import evidence  # noqa: PLC0415

    found = evidence(one, store.catalog.activities, store.catalog.questions, on)
    return advice(one.id, one.name, found)
