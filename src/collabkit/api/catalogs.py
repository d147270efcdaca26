"""The catalogs and the profile of a library, opened."""

from pathlib import Path

from collabkit.api.arguments import of_kind
from collabkit.catalog import Catalog
from collabkit.catalog import load as _load
from collabkit.library import Library


def load_catalog(own: str | Path | None = None) -> Catalog:
    """Return the shipped catalogs, with those in the folder *own* over them.

    Raises:
        DataError: with every problem in every file.
        UsageError: *own* is not a folder.
    """
    return _load(Path(own) if own is not None else None)


def load_library(path: str | Path, catalog: Catalog) -> Library:
    """Return the profile in the file at *path*, whose ids *catalog* knows.

    Raises:
        DataError: with every problem in it.
        UsageError: there is no such file.
    """
    from collabkit.profiles import load_library as _read  # noqa: PLC0415 - 12 ms of YAML, if any

    of_kind(catalog, Catalog, "catalog", "load_catalog() or Workspace.open().catalog is one")
    return _read(Path(path), catalog)
