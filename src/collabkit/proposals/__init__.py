"""Facts to documents: `facts` gathers, `templates` words, `rendering` joins."""

from collabkit.proposals.facts import Gap, Pitch, gather, propose_for
from collabkit.proposals.rendering import render

__all__ = ["Gap", "Pitch", "gather", "propose_for", "render"]
