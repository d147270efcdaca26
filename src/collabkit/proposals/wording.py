"""What the library says of the claims that the catalog would make in its name: reworded, struck, confirmed."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collabkit.catalog import Activity
    from collabkit.catalog.work import Letter


class Wording(NamedTuple):
    """What the library says of the claims that the catalog would make in its name."""

    need: str = ""
    """What people come with, in a sentence of its own that stands instead of the catalog's."""
    strike: tuple[str, ...] = ()
    """Words of gifts and terms that are left out."""
    sure: bool = False
    """Whether somebody has looked at the rest and stands by it."""


def without(activity: "Activity", strike: Sequence[str]) -> "Activity":
    """Return *activity* without the gifts of the library and the terms of letters that hold words of *strike*."""
    if not strike:
        return activity
    gifts = tuple(each for each in activity.library_gives if not _is_struck(each.text, strike))
    roles = tuple(
        role.model_copy(update={"letter": _without_terms(role.letter, strike)})
        if role.letter
        else role
        for role in activity.roles
    )
    return activity.model_copy(update={"library_gives": gifts, "roles": roles})


def _without_terms(letter: "Letter", strike: Sequence[str]) -> "Letter":
    terms = (each for each in letter.terms if not _is_struck(f"{each.about} {each.text}", strike))
    return letter.model_copy(update={"terms": tuple(terms)})


def _is_struck(text: str, strike: Iterable[str]) -> bool:
    said = letters(text)
    return any(letters(each) in said for each in strike)


def letters(text: str) -> str:
    """Return the letters and figures of *text* alone: what Markdown puts between them makes no difference."""
    return "".join(filter(str.isalnum, text)).casefold()
