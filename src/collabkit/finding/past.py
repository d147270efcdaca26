"""What a library has lived through with single organizations."""

from collections.abc import Iterable

from collabkit.directory.names import comparable_name
from collabkit.directory.records import Organization
from collabkit.library import Known, Recorded


class Past:
    """The organizations that a library has worked with, by id or else by name."""

    def __init__(self, known: Iterable[Known] = ()) -> None:
        self._of_ids: dict[str, Known] = {}
        self._of_names: dict[str, Known] = {}
        for each in known:
            if isinstance(each, Recorded) and each.organization:
                # Two may be called the same: an id means one of them.
                self._of_ids[each.organization] = each
            elif each.name:
                self._of_names[comparable_name(each.name)] = each

    def __bool__(self) -> bool:
        """Return whether there is any."""
        return bool(self._of_ids or self._of_names)

    def of(self, organization: Organization) -> Known | None:
        """Return what is known of *organization*."""
        return self._of_ids.get(organization.id) or self._of_names.get(
            comparable_name(organization.name)
        )


NO_PAST = Past()
"""That of a library that has worked with nobody, as far as is known."""
