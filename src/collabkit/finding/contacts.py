"""Whom the library knows at an organization that was found, and how to reach them: private."""

from typing import NamedTuple


class Contact(NamedTuple):
    """Somebody at an organization whom the library keeps: private."""

    name: str | None
    """Who it is; nothing where only a telephone or an e-mail is kept."""
    role: str | None
    """What they are there, such as "program director"."""
    phone: str | None
    """Their telephone."""
    email: str | None
    """Their e-mail."""
