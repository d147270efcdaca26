"""One organization of the directory, by its id, for the commands that show it or write to it."""

from pathlib import Path

from collabkit import output
from collabkit.cli import options
from collabkit.directory import nearby, store
from collabkit.directory.records import Organization
from collabkit.errors import UnknownIdError, UsageError


def looks_like_one(id_: str, folder: Path) -> bool:
    """Return whether *id_* may be asked of the directory: there is one, and it has a source so."""
    from collabkit.directory.sources import sources  # noqa: PLC0415 - only where a catalog has no such id

    known = any(id_.startswith(f"{source}-") for source in (*sources(), "own"))
    return known and (folder / store.FILE).is_file()


def organization(id_: str, folder: Path) -> Organization:
    """Return the organization called *id_*.

    Raises:
        DirectoryMissingError: nothing is loaded in *folder*.
        UnknownIdError: it is not in the directory.
    """
    with store.open_for_reading(folder) as connection:
        found = nearby.by_id(connection, id_)
        if found is None:
            raise UnknownIdError("organization", id_, nearby.alike(connection, id_))
    return found


def receiver(
    id_: str, partner: str | None, to: str | None, directory: Path | None
) -> tuple[str, str]:
    """Return the partner that an organization is, unless one is given, and whom to write to.

    Where it is and how to reach it is said on stderr, for the envelope.
    """
    found = organization(id_, options.directory_folder(directory))
    chosen = partner or found.partner
    if chosen is None:
        raise UsageError(
            f"{found.name} is unclassified: no rule says what kind of partner it is",
            f"Name the kind: collab propose PARTNER --organization {id_}",
        )
    reach = [part for part in (found.address, found.phone, found.site) if part]
    if reach:
        output.note(f"{found.name}: {', '.join(reach)}")
    return chosen, to or found.name
