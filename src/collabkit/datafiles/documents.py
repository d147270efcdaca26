"""What a data file says: plain data, the place of every value, and what is wrong."""

from dataclasses import dataclass, field
from typing import Any

from collabkit.errors import Place, Problem, cut

FieldPath = tuple[str | int, ...]
"""Keys and positions that lead from the top of a document to a value."""


@dataclass
class Document:
    """What one file says: plain data, where each value stands, and what is wrong."""

    path: str
    data: Any = None
    places: dict[FieldPath, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def place(self, at: FieldPath) -> Place:
        """Return the place of the value at *at*, or of the nearest one around it."""
        while at and at not in self.places:
            at = at[:-1]
        return self.places.get(at, Place(self.path, 1, 1))


def dotted(at: FieldPath) -> str:
    """Return *at* as a person reads it: ``("wants", 2, "text")`` is ``wants[2].text``."""
    said = ""
    for step in at:
        name = cut(str(step))
        said += f"[{step}]" if isinstance(step, int) else f".{name}" if said else name
    return said
