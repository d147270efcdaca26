"""What a body is, where one kind of partner holds several: a clinic or a hospital, a pantry or a food bank."""

from pydantic import Field

from collabkit.catalog.base import Entry
from collabkit.catalog.fields import PartnerId, Phrase, Sources, Text


class Body(Entry):
    """One of the several that a kind of partner holds."""

    partner: PartnerId
    """The kind of partner that holds it."""
    label: Phrase
    """What a letter calls it, without an article: "elementary school"."""
    names: tuple[Phrase, ...] = Field(min_length=1)
    """Words of a name that only such a body bears: "elementary"."""
    codes: tuple[Text, ...] = ()
    """What a register says of it where it tells kinds apart, such as "ELEMENTARY"."""
    source: Sources
    """Where it comes from."""

    def title(self) -> str:
        """Return the label."""
        return self.label

    def gist(self) -> str:
        """Return the words by which it is known."""
        return ", ".join(self.names)
