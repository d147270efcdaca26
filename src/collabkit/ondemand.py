"""Values by key, each made when it is first asked for."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

T = TypeVar("T")


class OnDemand(Mapping[str, T]):
    """A mapping whose values are made from plain data, once, and only those that are used."""

    def __init__(self, plain: Mapping[str, Any], make: Callable[[str, Any], T]) -> None:
        """Make the value of a key by calling *make* with the key and what *plain* has for it."""
        self.plain = plain
        self._make = make
        self._made: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        try:
            return self._made[key]
        except KeyError:
            made = self._made[key] = self._make(key, self.plain[key])
            return made

    def __contains__(self, key: object) -> bool:
        return key in self.plain

    def __iter__(self) -> Iterator[str]:
        return iter(self.plain)

    def __len__(self) -> int:
        return len(self.plain)
