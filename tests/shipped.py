"""The shipped catalogs, opened once for all tests of a process: they are read, and nobody changes them.

Imported by modules of tests only: `conftest.py` says where the cache is before any of them is.
"""

import os
from pathlib import Path

from collabkit import paths
from collabkit.catalog import Catalog

# Not from `collabkit.catalog`, where `conftest.py` puts `opened` in its place.
from collabkit.catalog.loading import load

CATALOG = load()
_PLACES = (paths.data_dir(), os.environ["COLLAB_CACHE"])


def opened(own: Path | None = None) -> Catalog:
    """Return what ``load`` does, without opening the shipped catalogs again where they alone are asked for."""
    here = (paths.data_dir(), os.environ["COLLAB_CACHE"])
    return load(own) if own or here != _PLACES else CATALOG
