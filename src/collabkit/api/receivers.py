"""Who receives a paper: a partner by its type, or one organization of the directory."""

from typing import TYPE_CHECKING, NamedTuple

from collabkit.errors import UsageError
from collabkit.proposals import Reach

if TYPE_CHECKING:
    from collabkit.directory.directory import Directory


class Receiver(NamedTuple):
    """Who receives a paper, as far as it is known."""

    partner: str | None = None
    to: str | None = None
    """The organization's own name."""
    reach: Reach | None = None


def receiver(directory: "Directory", id_: str, known: Receiver) -> Receiver:
    """Return the organization *id_* as a receiver; what is *known* already wins.

    Raises:
        UsageError: there is no such organization, or nothing says what kind of partner it is.
    """
    from collabkit.api.registers import organization  # noqa: PLC0415 - DuckDB, if it is asked

    found = organization(directory, id_)
    partner = known.partner or found.partner
    if partner is None:
        raise UsageError(
            f"{found.name} is unclassified: no rule says what kind of partner it is",
            f"Name the kind: collab propose PARTNER --organization {id_}",
        )
    reach = Reach(found.address, found.phone or "", found.site or "")
    return Receiver(partner, known.to or found.name, reach)
