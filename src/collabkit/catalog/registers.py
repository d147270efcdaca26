"""What tells the partner of an organization in a public register: networks, and rules of classing."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from collabkit.catalog.base import Entry
from collabkit.catalog.fields import PartnerId, Phrase, Sources, Text

Share = Annotated[float, Field(ge=0, le=1)]
Phrases = Annotated[
    tuple[Text, ...],
    BeforeValidator(lambda value: [value] if isinstance(value, str) else value),
    Field(min_length=1),
]


class AffiliateNetwork(Entry):
    """A national network whose local affiliates a register names in one way."""

    name: Text
    """What the network is called."""
    gen: Annotated[str, Field(pattern=r"^\d{4}$")] | None = None
    """The number under which the IRS groups its affiliates, in quotes."""
    words: tuple[Text, ...] = ()
    """Phrases of which each marks an affiliate by its name alone, as whole words."""
    unless: tuple[Text, ...] = ()
    """Phrases that forbid it where they stand in the name."""
    partner: PartnerId
    """What kind of partner an affiliate is."""
    label: Phrase
    """What one affiliate is, as a reason: "local Rotary club"."""
    source: Sources
    """Where it comes from: `seed`, `practice`, a public address or a citation; one or several."""

    def title(self) -> str:
        """Return the name."""
        return self.name

    def gist(self) -> str:
        """Return what an affiliate is."""
        return self.label


class Classing(Entry):
    """A rule that tells which kind of partner an organization of a register is."""

    partner: PartnerId
    """The kind of partner."""
    by: Literal["ntee", "name", "source"]
    """What it looks at: the *ntee* code, words in the *name*, or the register (*source*) itself."""
    match: Phrases
    """For `ntee` the start of a code; for `name` phrases of which one stands in the name as whole
    words; for `source` the id of a source, or `id/kind` for one kind of its rows."""
    also: tuple[Text, ...] = ()
    """Phrases of which one must stand in the name besides, anywhere."""
    unless: tuple[Text, ...] = ()
    """Phrases that forbid it where they stand in the name."""
    confidence: Share
    """How often it is right, 0 to 1."""
    label: Phrase
    """The reason, as a librarian would accept it: "named as a literacy council"."""
    source: Sources
    """Where it comes from: `seed`, `practice`, a public address or a citation; one or several."""

    def title(self) -> str:
        """Return the reason."""
        return self.label

    def gist(self) -> str:
        """Return what is matched."""
        return f"{self.by}: {', '.join(self.match)}"
