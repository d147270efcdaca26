"""One test for many cases: as fast as a loop, and it tells every case that fails and why.

A parametrized case costs a folder, a dozen fixtures and a line of the report, which is more than most
checks of an entry take. Parametrize where each case is a promise of its own.
"""

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")

_SHOWN = 20
"""Failures told at most."""


def for_each(
    cases: Iterable[T], name: Callable[[T], str] = repr
) -> Callable[[Callable[[T], None]], Callable[[], None]]:
    """Make a check of one case a test of all *cases*, each told by its *name*."""

    def decorate(check: Callable[[T], None]) -> Callable[[], None]:
        def test() -> None:
            known = list(cases)
            wrong = [f"{name(case)}: {why}" for case in known if (why := _failure(check, case))]
            assert known
            assert not wrong, "\n".join(wrong[:_SHOWN])

        test.__name__ = check.__name__
        test.__doc__ = check.__doc__
        return test

    return decorate


def _failure(check: Callable[[T], None], case: T) -> str | None:
    try:
        check(case)
    except AssertionError as error:
        return str(error) or "an assertion"
    return None
