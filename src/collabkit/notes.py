"""What a person should know of an answer, beside the answer itself."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, Self


class Note(NamedTuple):
    """One thing to know of an answer."""

    about: str
    """What it is about: an id, lower case with hyphens, that is never renamed."""
    text: str
    """A sentence that is true for any caller."""
    command: str = ""
    """What a command line says instead, where flags are named."""

    @property
    def for_command(self) -> str:
        """The sentence as a command line says it."""
        return self.command or self.text


class HasNotes:
    """An answer that carries its notes, in the order to read them; they are written when somebody asks."""

    _writers: tuple[Callable[[Any], Iterable[Note]], ...] = ()

    def with_notes(self, write: Callable[[Self], Iterable[Note]]) -> Self:
        """Let *write* say more of this answer, after what is said of it already; return it."""
        self._writers = (*self._writers, write)
        return self

    @property
    def notes(self) -> tuple[Note, ...]:
        """What a person should know of it."""
        return tuple(note for write in self._writers for note in write(self))
