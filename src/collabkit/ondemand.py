"""Values made when they are first asked for, and once, whoever asks."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, Self, TypeVar, overload

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
            # Of two threads that make it at once, both get the same.
            return self._made.setdefault(key, self._make(key, self.plain[key]))

    def __contains__(self, key: object) -> bool:
        return key in self.plain

    def __iter__(self) -> Iterator[str]:
        return iter(self.plain)

    def __len__(self) -> int:
        return len(self.plain)


class opened_once(cached_property[T]):  # noqa: N801 - a decorator
    """A property that is made when it is first asked for, by one thread while all others wait.

    The object holds the lock, as ``opening``: one for all its properties, since they need each other.
    """

    @overload
    def __get__(self, instance: None, owner: type[Any] | None = None) -> Self: ...

    @overload
    def __get__(self, instance: object, owner: type[Any] | None = None) -> T: ...

    def __get__(self, instance: Any, owner: type[Any] | None = None) -> T | Self:
        """Return the value. Once it is made, Python finds it in the object and calls this no more."""
        if instance is None:
            return self
        with instance.opening:
            value: T = super().__get__(instance, owner)
            return value
