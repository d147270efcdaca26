"""Who of the library's own people knows somebody, as a column beside matches and organizations."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

from collabkit.output import Column

if TYPE_CHECKING:
    from collabkit.workspace.names import Found, Match

M = TypeVar("M", "Match", "Found")


def known_by(found: Iterable[M], *, always: bool, ratio: int = 1) -> tuple[Column[M], ...]:
    """Return the column, or none where nobody knows anybody and it is not *always* wanted."""
    if not always and not any(each.known_by for each in found):
        return ()
    return (Column[M]("known by", _names, ratio=ratio),)


def _names(each: "Match | Found") -> str:
    return ", ".join(dict.fromkeys(lead.name for lead in each.known_by))
