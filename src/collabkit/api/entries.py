"""One entry, whole, of the catalogs or of the directory."""

from typing import Any, NamedTuple


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
