"""What a caller hands over, looked at before it is used, so that a slip is told as one."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Final, TypeAlias, TypeVar

from collabkit.errors import UnknownIdError, UsageError

T = TypeVar("T")
FIRST_YEAR: Final = 1900
"""The earliest year that somebody can mean: some records of libraries are that old."""
LAST_YEAR: Final = 2199
"""The latest: an agreement of 99 years ends before it."""
Words: TypeAlias = str | Iterable[str]
"""One text or several. One is never taken for a list of its letters."""


def several(given: Words | None, name: str) -> list[str]:
    """Return *given* as a list of texts; *name* is what the parameter is called.

    Raises:
        UsageError: it is no text and no list of texts, or one of them is blank.
    """
    if given is None:
        return []
    try:
        texts = [given] if isinstance(given, str) else list(given)
    except TypeError:
        raise _no_text(given, name) from None
    for text in texts:
        if not isinstance(text, str):
            raise _no_text(text, name)
        if not text.strip():
            raise UsageError(
                f"a {name} is blank",
                f'Write what it is: {name}="…"',
                command="Write what it is, or leave it out",
            )
    return texts


def _no_text(given: object, name: str) -> UsageError:
    return UsageError(
        f"{name} is {a(given)}, not text",
        f'Give one text or a list of them: {name}="…" or {name}=["…", "…"]',
    )


def text(given: object, name: str, example: str) -> str | None:
    """Return *given* if it is text or nothing; otherwise show an *example*."""
    if given is None or isinstance(given, str):
        return given
    raise UsageError(f"{name} is {a(given)}, not text", f"Put it in quotes: {name}={example!r}")


def by_key(
    given: Mapping[str, str] | None, name: str, example: Mapping[str, str]
) -> Mapping[str, str]:
    """Return *given* if it is texts by key, or none; otherwise show an *example*."""
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        raise UsageError(
            f"{name} is {a(given)}, not a dict", f"Give each by its id: {name}={example}"
        )
    for each in given.values():
        text(each, f"a name in {name}", "Elm School")
    return given


def folder(given: object, name: str) -> Path | None:
    """Return *given* as the path of a folder that is there, or nothing."""
    if given is None:
        return None
    if not isinstance(given, (str, Path)):
        raise UsageError(
            f"{name} is {a(given)}, not a path", f'Name a folder: {name}="our-library"'
        )
    if not Path(given).is_dir():
        raise UsageError(f"no folder called {str(given)!r}", "Name the folder of library.yaml")
    return Path(given)


def day(given: object, name: str) -> date | None:
    """Return *given* if it is a day that somebody can mean, or nothing.

    Raises:
        UsageError: it is no date, or one of a year before 1900 or after 2199.
    """
    if given is None:
        return None
    if isinstance(given, date) and not isinstance(given, datetime):
        if is_plausible(given):
            return given
        raise UsageError(
            f"{name} is {given}: nobody can mean that year",
            f"Give a day from {FIRST_YEAR} to {LAST_YEAR}",
        )
    raise UsageError(
        f"{name} is {a(given)}, not a date", f"Give a day: {name}=datetime.date(2026, 3, 1)"
    )


def is_plausible(day: date) -> bool:
    """Return whether somebody can mean *day*: its year is from `FIRST_YEAR` to `LAST_YEAR`."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


def one_of(given: str, name: str, known: Collection[str]) -> None:
    """Raise with the whole list if *given* is none of *known*."""
    if given not in known:
        raise UnknownIdError(name, given, known)


def at_least_one(given: object, name: str) -> None:
    """Raise unless *given* is a count of one or more, or nothing."""
    if given is not None and (type(given) is not int or given < 1):
        raise UsageError(f"{name} is {given!r}", f"Give a whole number from 1 up: {name}=5")


def of_kind(given: object, kind: type[T], name: str, hint: str) -> T:
    """Return *given* if it is a *kind*; otherwise say with *hint* where to get one."""
    if not isinstance(given, kind):
        raise UsageError(f"{name} is {a(given)}, not a {kind.__name__}", hint)
    return given


def a(given: object) -> str:
    """Return the type of *given* with its article, for a sentence."""
    word = "nothing" if given is None else type(given).__name__
    article = "" if given is None else "an " if word[0].lower() in "aeiou" else "a "
    return f"{article}{word}"
