"""Organizations that stood in the profile, moved into partnerships of their own."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from collabkit.datafiles.editing import edit
from collabkit.directory.names import comparable_name
from collabkit.errors import StaleFileError
from collabkit.library import Known, Library
from collabkit.notes import Note
from collabkit.partnerships.partnership import Partnership
from collabkit.partnerships.starting import KeptAlreadyError
from collabkit.partnerships.store import PartnershipStore
from collabkit.partnerships.tracking import facts_of, first_entries


class Migration(list[Partnership]):
    """The partnerships that were started."""

    def __init__(self, profile: Path | None) -> None:
        super().__init__()
        self.profile = profile
        """The file that entries were taken out of."""
        self.removed = 0
        """Entries of the profile that were taken out, since a partnership holds all they said."""
        self.remaining: list[str] = []
        """Organizations whose entry says more than the partnership that is kept of them."""

    @property
    def notes(self) -> tuple[Note, ...]:
        """What became of the profile, and what is left in it."""
        return tuple(self._notes())

    def _notes(self) -> Iterator[Note]:
        if self.removed:
            entries = "1 entry" if self.removed == 1 else f"{self.removed} entries"
            yield Note("removed", f"Took {entries} out of partners: in {self.profile}.")
        elif not self.remaining:
            yield Note(
                "nothing-known",
                "No organization stands by name under partners: in library.yaml.",
            )
        for name in self.remaining:
            text = f"{name} is kept already, and its entry in library.yaml says more"
            yield Note("says-more", f"{text}: log that, then delete it.")


def migrate_profile(
    store: PartnershipStore, library: Library, today: date, *, profile: Path | None
) -> Migration:
    """Start a partnership for every organization that stands by name in ``partners:`` of *library*.

    Args:
        store: where partnerships are kept; those that are there already are passed over.
        library: the profile.
        today: the day of the first line in each log.
        profile: its file, out of which the entries of what is kept are taken; left as it is unless given.

    Raises:
        StaleFileError: somebody changed *profile* meanwhile; nothing is lost, do it again.
    """
    catalog, done = store.catalog, Migration(profile)
    gone = {}
    for place, each in enumerate(library.partners):
        if each.name is None:
            continue
        facts = facts_of(catalog, each.name, partner=each.partner, since=each.since)
        try:
            done.append(store.start(facts, today, entries=first_entries(each, today)))
        except KeptAlreadyError as error:
            if not _covers(error.folder, each, today):
                done.remaining.append(each.name)
                continue
        gone[place] = each.name
    if profile is not None and gone:
        _remove_entries(profile, gone)
        done.removed = len(gone)
    return done


def _covers(folder: Path, each: Known, today: date) -> bool:
    """Return whether the partnership in *folder* says all that the profile does of *each*."""
    one = Partnership(folder)
    if not one.valid or comparable_name(one.name) != comparable_name(each.name or ""):
        return False
    at = one.state(today)
    return (
        one.facts.partner == each.partner
        and (each.went is None or at.went is not None)
        and (each.since is None or one.facts.since is not None or at.first is not None)
    )


def _remove_entries(profile: Path, gone: Mapping[int, str]) -> None:
    """Take entries out of ``partners:`` of the file *profile*, with comments and order kept.

    Args:
        profile: the file.
        gone: their names, by their places in the list.

    Raises:
        StaleFileError: the file says something else by now.
    """
    with edit(profile) as file:
        for place in sorted(gone, reverse=True):
            partners = (file.document.data or {}).get("partners") or ()
            if len(partners) <= place or partners[place].get("name") != gone[place]:
                raise StaleFileError(profile)
            file.remove(("partners", place))
