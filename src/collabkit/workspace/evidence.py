"""What the records prove of what the library has to show, and the page that says it."""

from datetime import date
from typing import TYPE_CHECKING

from collabkit.arguments import Words, several

if TYPE_CHECKING:
    from collabkit.proposals.pages import Page
    from collabkit.reports.evidence_report import EvidenceReport
    from collabkit.workspace.workspace import Workspace


def evidence(
    self: "Workspace",
    *,
    standards: Words | None = None,
    state: str | None = None,
    every: bool = False,
    on: date | None = None,
) -> "EvidenceReport":
    """Return what the records prove of what the library has to show, as ``collab report`` does.

    Args:
        standards: only these, by their ids.
        state: two letters; those of the profile's place by default.
        every: the standards of every state.
        on: the day of the report; today by default.
    """
    from collabkit import clock  # noqa: PLC0415
    from collabkit.reports.evidence_report import evidence_report  # noqa: PLC0415

    partnerships = self.partnerships.valid() if self.partnerships.exists else []
    return evidence_report(
        partnerships,
        self.profile_alone,
        self.catalog,
        on or clock.today(),
        standards=several(standards, "standard"),
        state=state,
        every=every,
    )


def evidence_page(self: "Workspace", found: "EvidenceReport", *, on: date | None = None) -> "Page":
    """Return *found* as a page to hand in: text that ``save`` writes in any format."""
    from collabkit import clock  # noqa: PLC0415
    from collabkit.proposals import formats  # noqa: PLC0415
    from collabkit.proposals.pages import Page  # noqa: PLC0415
    from collabkit.reports.evidence_page import evidence_page  # noqa: PLC0415

    day, library = on or clock.today(), self.profile_alone
    look = formats.Look.of(library, self.profile, day)
    return Page(evidence_page(found.rows, library.name or "", day), look)
