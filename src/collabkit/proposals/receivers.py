"""Who receives a paper: a partner by its type, or one organization of the directory."""

from typing import TYPE_CHECKING, NamedTuple

from collabkit.errors import UsageError
from collabkit.notes import Note
from collabkit.proposals.fact_parts import Reach

if TYPE_CHECKING:
    from collabkit.directory.records import Organization


class Receiver(NamedTuple):
    """Who receives a paper, as far as it is known."""

    partner: str | None = None
    to: str | None = None
    """The organization's own name."""
    reach: Reach | None = None

    @property
    def notes(self) -> tuple[Note, ...]:
        """Where the receiver is and how to reach it, for the envelope."""
        reach = self.reach
        parts = [part for part in (reach.address, reach.phone, reach.site) if part] if reach else []
        return (Note("address", f"{self.to}: {', '.join(parts)}"),) if parts else ()


def receiver(found: "Organization", known: Receiver) -> Receiver:
    """Return the organization *found* as a receiver; what is *known* already wins.

    Raises:
        UsageError: nothing says what kind of partner it is.
    """
    partner = known.partner or found.partner
    if partner is None:
        raise UsageError(
            f"{found.name} is unclassified: no rule says what kind of partner it is",
            "Name the kind of partner too",
            command=f"Name the kind: collab propose PARTNER --organization {found.id}",
        )
    reach = Reach(found.address, found.phone or "", found.site or "")
    return Receiver(partner, known.to or found.name, reach)
