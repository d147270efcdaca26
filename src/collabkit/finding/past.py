"""What a library has lived through with single organizations."""

from collections.abc import Iterable

from collabkit.directory.identity import Identity, bare_name
from collabkit.directory.records import Organization
from collabkit.library import Known, Recorded


class Past:
    """The organizations that a library has worked with, whatever registers call them by."""

    def __init__(self, known: Iterable[Known] = ()) -> None:
        self._of_ids: dict[str, Known] = {}
        self._of_names: dict[str, list[tuple[Identity, Known]]] = {}
        for each in known:
            id_ = (each.organization or "") if isinstance(each, Recorded) else ""
            if id_:
                self._of_ids[id_] = each
            if each.name:
                identity = Identity(each.name, id_)
                self._of_names.setdefault(bare_name(each.name), []).append((identity, each))

    def __bool__(self) -> bool:
        """Return whether there is any."""
        return bool(self._of_ids or self._of_names)

    def of(self, organization: Organization) -> Known | None:
        """Return what is known of *organization*."""
        ids = organization.ids or (organization.id,)
        found = next((self._of_ids[id_] for id_ in ids if id_ in self._of_ids), None)
        if found is not None:
            return found
        called = self._of_names.get(bare_name(organization.name), ())
        about = (ids, organization.number, organization.name, organization.town)
        return next((known for identity, known in called if identity.means(*about)), None)


NO_PAST = Past()
"""That of a library that has worked with nobody, as far as is known."""
