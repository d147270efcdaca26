"""What the server may do, as it was started."""

from typing import NamedTuple


class Access(NamedTuple):
    """What may be written, and who may be named."""

    write: bool = False
    """Whether something may be written, each time after a yes."""
    people: bool = False
    """Whether names and telephones of people are told, and what is the library's own: words of a kept case, notes."""
