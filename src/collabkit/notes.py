"""What a person should know of an answer, beside the answer itself."""

from typing import NamedTuple


class Note(NamedTuple):
    """One thing to know of an answer. An answer carries its notes as ``notes``, in the order to read them."""

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
