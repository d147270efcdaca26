"""What the records prove of what the library is asked, and the page that says it."""

from datetime import date
from typing import TYPE_CHECKING

from collabkit.arguments import Words, several

if TYPE_CHECKING:
    from collabkit.api.reports import Reported
    from collabkit.proposals.pages import Page
    from collabkit.workspace.workspace import Workspace


def evidence(
    self: "Workspace",
    *,
    standards: Words | None = None,
    state: str | None = None,
    every: bool = False,
    on: date | None = None,
) -> "Reported":
    """Return what the records prove of what the library is asked, as ``collab report`` does.

    Args:
        standards: only these, by their ids.
        state: two letters; those of the profile's place by default.
        every: the standards of every state.
        on: the day on which it is told; today by default.
    """
    from collabkit import clock  # noqa: PLC0415
    from collabkit.api import reports  # noqa: PLC0415

    kept = self.partnerships.stated() if self.partnerships.are_kept else []
    return reports.evidence(
        kept,
        self.profile_alone,
        self.catalog,
        on or clock.today(),
        standards=several(standards, "standard"),
        state=state,
        every=every,
    )


def evidence_page(self: "Workspace", found: "Reported", *, on: date | None = None) -> "Page":
    """Return *found* as a page to hand in: text that ``save`` writes in any format."""
    from collabkit import clock  # noqa: PLC0415
    from collabkit.proposals import formats  # noqa: PLC0415
    from collabkit.proposals.pages import Page  # noqa: PLC0415
    from collabkit.reports.evidence_page import evidence_page  # noqa: PLC0415

    day, library = on or clock.today(), self.profile_alone
    look = formats.Look.of(library, self.profile, day)
    return Page(evidence_page(found.rows, library.name or "", day), look)
