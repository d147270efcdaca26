"""Pages for whoever takes partnerships over."""

from datetime import date
from typing import TYPE_CHECKING

from collabkit import clock

if TYPE_CHECKING:
    from collabkit.partnerships.handover import Reader
    from collabkit.partnerships.store import PartnershipStore


def handover(
    self: "PartnershipStore",
    name: str | None = None,
    *,
    reader: "Reader" = "library",
    people: bool = False,
    on: date | None = None,
) -> str:
    """Return a page in Markdown for whoever comes next, as ``collab handover`` does.

    Args:
        name: of one partnership; by default all of them follow each other, after a table.
        reader: who comes next: at the ``library``, or at the ``partner``.
        people: whether people are named: they are private.
        on: the day that it bears; today by default.
    """
    from collabkit.partnerships.handover import overview, page  # noqa: PLC0415

    day, catalog = on or clock.today(), self.catalog
    partnerships = [self.named(name)] if name is not None else self.valid()
    pages = [page(one, day, catalog, reader=reader, people=people) for one in partnerships]
    if name is None:
        pages.insert(0, overview((one, one.state(day)) for one in partnerships))
    return "\n".join(pages)
