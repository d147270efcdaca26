"""One organization of the directory, by its id, for the commands that show it or write to it."""

from pathlib import Path
from typing import NamedTuple

from collabkit import output
from collabkit.cli import options
from collabkit.directory.directory import Directory
from collabkit.directory.records import Organization
from collabkit.errors import UsageError
from collabkit.proposals import Reach


def looks_like_one(id_: str) -> bool:
    """Return whether *id_* may be asked of the directory: it begins as a source does."""
    from collabkit.directory.sources import sources  # noqa: PLC0415 - only where a catalog has no such id

    return any(id_.lower().startswith(f"{source}-") for source in (*sources(), "own"))


def organization(id_: str, folder: Path) -> Organization:
    """Return the organization called *id_*.

    Raises:
        DirectoryMissingError: nothing is loaded in *folder*.
        UsageError: it is not in the directory.
    """
    with Directory.open(folder) as directory:
        found = directory.by_id(id_)
        if found is None:
            # No other number is offered: that would be another organization.
            raise UsageError(
                f"no organization called {id_!r}",
                "`collab find --search NAME -f ids` gives the ids of those nearby",
            )
    return found


class Receiver(NamedTuple):
    """Who receives a paper."""

    partner: str
    name: str
    reach: Reach


def receiver(id_: str, partner: str | None, to: str | None, directory: Path | None) -> Receiver:
    """Return who receives a paper: the organization *id_*, under other names if some are given.

    Where it is and how to reach it is said on stderr too, for the envelope.

    Raises:
        UsageError: nothing says what kind of partner it is.
    """
    found = organization(id_, options.directory_folder(directory))
    chosen = partner or found.partner
    if chosen is None:
        raise UsageError(
            f"{found.name} is unclassified: no rule says what kind of partner it is",
            f"Name the kind: collab propose PARTNER --organization {id_}",
        )
    reach = Reach(found.address, found.phone or "", found.site or "")
    told = ", ".join(part for part in (reach.address, reach.phone, reach.site) if part)
    if told:
        output.note(f"{found.name}: {told}")
    return Receiver(chosen, to or found.name, reach)
