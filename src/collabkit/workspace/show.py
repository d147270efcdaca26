"""One entry, whole, of the catalogs or of the directory."""

from typing import TYPE_CHECKING, Any, NamedTuple

from collabkit.errors import UnknownIdError

if TYPE_CHECKING:
    from collabkit.workspace.workspace import Workspace


class Shown(NamedTuple):
    """One entry with its place."""

    kind: str
    """The catalog, such as `partners`, or `organization`."""
    id: str
    """The id that was asked for."""
    entry: Any
    """The entry, with every field; of an organization, what the directory knows."""
    files: tuple[str, ...]
    """Where it stands, `path:line:column`; the last one wins where they differ. None for an
    organization, which says its registers itself."""


def show(self: "Workspace", id_: str) -> list[Shown]:
    """Return every entry of the catalogs that is called *id_*, or else the organization of the directory.

    Raises:
        UnknownIdError: nothing is called so.
        UsageError: it looks like the id of an organization, and the directory has none of that id.
    """
    catalog = self.catalog
    found = [
        Shown(kind, each.id, each, tuple(catalog.origins(kind, each.id)))
        for kind, each in catalog.find(id_.lower())
    ]
    return found or [_organization(self, id_)]


def _organization(workspace: "Workspace", id_: str) -> Shown:
    from collabkit.directory.registers import looks_like_one  # noqa: PLC0415 - if no catalog has the id

    if not looks_like_one(id_):
        ids = workspace.catalog.ids
        raise UnknownIdError("entry", id_, (each for each in ids if not each.startswith("ask-")))
    found = workspace.organization(id_)
    return Shown("organization", found.id, found, ())
