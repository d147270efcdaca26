"""Organizations that stood in the profile, moved into partnerships of their own."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from collabkit.datafiles.editing import edit
from collabkit.directory.names import comparable_name
from collabkit.errors import StaleFileError
from collabkit.library import Known
from collabkit.partnerships.partnership import Partnership


class Moved(list[Partnership]):
    """The partnerships that were started."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = 0
        """Entries of the profile that were taken out, since a record holds all they said."""
        self.left: list[str] = []
        """Organizations whose entry says more than the record that is kept of them."""


def says_as_much(folder: Path, each: Known, today: date) -> bool:
    """Return whether the partnership in *folder* says all that the profile does of *each*."""
    one = Partnership(folder)
    if not one.stated or comparable_name(one.name) != comparable_name(each.name or ""):
        return False
    at = one.state(today)
    return (
        one.facts.partner == each.partner
        and (each.went is None or at.went is not None)
        and (each.since is None or one.facts.since is not None or at.first is not None)
    )


def taken_out(profile: Path, gone: Mapping[int, str]) -> None:
    """Take entries out of ``partners:`` of the file *profile*, with comments and order kept.

    Args:
        profile: the file.
        gone: their names, by their places in the list.

    Raises:
        StaleFileError: the file says something else by now.
    """
    with edit(profile) as file:
        for place in sorted(gone, reverse=True):
            held = (file.document.data or {}).get("partners") or ()
            if len(held) <= place or held[place].get("name") != gone[place]:
                raise StaleFileError(profile)
            file.remove(("partners", place))
