"""What a person says of an agreement: how formal, what it involves, from when to when."""

from datetime import date
from typing import NamedTuple

from collabkit.proposals.fact_parts import Formality


class Terms(NamedTuple):
    """What a person says of an agreement. All of it may be left open."""

    level: Formality | None = None
    """How formal; else as the case calls for."""
    involves: tuple[str, ...] = ()
    """Conditions that hold."""
    excludes: tuple[str, ...] = ()
    """Conditions that do not."""
    start: date | None = None
    end: date | None = None
    explain: bool = False
    """Let each clause say why it is there."""
    final: bool = False
    """The copy that is signed: nothing to tick, no word about a draft."""
    agreed: tuple[str, ...] = ()
    """What the two sides named besides what the work needs."""
