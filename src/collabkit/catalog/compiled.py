"""A catalog as it was compiled: its entries, where they stand, and what is derived of them, each kept as tables."""

import json
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from collabkit import paths
from collabkit.catalog.kinds import KINDS
from collabkit.errors import Place
from collabkit.files.fingerprints import code_fingerprint
from collabkit.files.tablefile import Tables
from collabkit.files.tables import CachedTables

ORIGINS = "origins"
"""The table of where entries stand: for each kind, by id, the layer, the file in it, the line and the column."""


def place_of(origin: Sequence[Any], folders: Sequence[Path]) -> Place:
    """Return the place of *origin*, one of those in the table of origins, in *folders*."""
    layer, file, line, column = origin
    return Place(str(folders[layer] / file), line, column)


class CompiledCatalog:
    """The tables of one catalog: from the package, from the cache, or made now."""

    def __init__(self, folders: Sequence[Path], name: str, make: Callable[[], Tables]) -> None:
        """Open the entries.

        Args:
            folders: the layers that the catalog was made of.
            name: changes with all that is read from them, and with the code that reads it.
            make: makes a table of entries for each kind, and that of their origins.

        Raises:
            DataError: they had to be made, and there are problems in them.
        """
        self._folders = folders
        self._name = name
        self._cache = paths.cache_dir()
        self.entries = self._tables("entries", make)

    def derived(self, name: str, code: str, make: Callable[[], Tables]) -> Tables:
        """Return the tables that *make* makes of this catalog.

        Args:
            name: of these tables.
            code: the room whose code makes them.
            make: a pure function.
        """
        return self._tables(f"{name}-{code_fingerprint(code, self._cache)}", make)

    def cache_path(self, name: str) -> Path:
        """Return where something called *name*, made of this catalog, may be kept in the cache."""
        return self._cache / f"catalog-{self._name}.{name}"

    def places(self, kind: str, id_: str) -> list[Place]:
        """Return where the entry stands, the lowest layer first."""
        return [place_of(each, self._folders) for each in self._origins[kind][id_]]

    @cached_property
    def changed(self) -> frozenset[tuple[str, str]]:
        """Kind and id of every entry that is not as the lowest layer has it."""
        if len(self._folders) == 1:  # nothing lies over it, so no place need be read
            return frozenset()
        return frozenset(
            (kind, id_)
            for kind in KINDS
            for id_, origins in self._origins[kind].items()
            if origins[-1][0]
        )

    @cached_property
    def _origins(self) -> dict[str, Any]:
        lines = self.entries[ORIGINS]
        return {kind: json.loads(line) for kind, line in lines.items()}

    def _tables(self, name: str, make: Callable[[], Tables]) -> CachedTables:
        path = self.cache_path(f"{name}.sqlite")
        return CachedTables([paths.compiled_dir() / path.name, path], make)
