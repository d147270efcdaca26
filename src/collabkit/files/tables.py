"""Tables of lines that come from files of the cache, each line when it is asked for, or are made anew."""

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from collabkit.files.cache import to_line
from collabkit.files.tablefile import DamagedError, TableFile, Tables, write

_ALL = ""
"""Key of the line that lists all other keys of a table, and name of the table of which it lists all names."""


class CachedTables(Tables):
    """Tables from the first file that has them, or made anew and written to the last.

    A line that turns out to be damaged is made anew with all others.
    """

    def __init__(self, places: Sequence[Path], make: Callable[[], Tables]) -> None:
        """Open them.

        Args:
            places: the files that may hold them, by names that change with all that *make* depends on.
            make: makes them.
        """
        self._home = places[-1]
        self._make = make
        self._made: Tables = {}
        there = filter(os.path.isfile, places)  # never raises
        self._files = [TableFile(place) for place in there]
        if not self._files:
            self._make_anew()

    @cached_property
    def _tables(self) -> dict[str, "_Table"]:
        return {name: _Table(self, name) for name in json.loads(self.line(_ALL, _ALL))}

    def __getitem__(self, name: str) -> Mapping[str, bytes]:
        return self._tables[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)

    def line(self, name: str, key: str) -> bytes:
        """Return a line of the table *name*, of which *key* is one of the keys."""
        while files := self._files:
            try:
                return files[0].line(name, key)
            except DamagedError:
                if len(files) == 1:
                    self._make_anew()
                self._files = files[1:]
        return self._made[name][key]

    def _make_anew(self) -> None:
        tables = self._make()
        listed = {name: {_ALL: to_line(list(lines)), **lines} for name, lines in tables.items()}
        self._made = {_ALL: {_ALL: to_line(list(tables))}, **listed}
        write(self._home, self._made)


class _Table(Mapping[str, bytes]):
    def __init__(self, tables: CachedTables, name: str) -> None:
        self._tables = tables
        self._name = name

    @cached_property
    def _keys(self) -> dict[str, None]:
        return dict.fromkeys(json.loads(self._tables.line(self._name, _ALL)))

    def __getitem__(self, key: str) -> bytes:
        if key not in self._keys:
            raise KeyError(key)
        return self._tables.line(self._name, key)

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)
