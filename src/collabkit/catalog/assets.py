"""What libraries bring to the table, and the resources that either side can give."""

from typing import Literal

from pydantic import Field

from collabkit.catalog.base import Part, Record
from collabkit.catalog.fields import Onlooker, Phrase, ResourceId, Sentence


class Resource(Record):
    """Something that either side can give."""

    kind: Literal["tangible", "intangible"]
    """*tangible* if it can be counted, carried or paid for."""
    aliases: tuple[Phrase, ...] = ()
    """Other words people use for it."""
    tried_without: bool = False
    """Whether a trial can begin before anybody gives it."""


class Hook(Part):
    """What one side sees in an asset."""

    for_: tuple[Onlooker, ...] = Field(alias="for", min_length=1)
    """Who sees it so: partner ids, sectors, or `any`."""
    text: Sentence
    """What they see in it."""


class Asset(Record):
    """What the library brings to the table."""

    kind: Literal["tangible", "intangible"]
    """*tangible* (funds, rooms, staff) or *intangible* (reputation, goodwill, connections)."""
    universal: bool = False
    """True for what every public library brings by being one; the rest must be claimed."""
    provides: tuple[ResourceId, ...] = Field(min_length=1)
    """The resources it gives."""
    offer: Phrase
    """What stands after "The library offers" in a pitch."""
    figure: Phrase
    """The local figure that proves it."""
    hooks: tuple[Hook, ...] = ()
    """What different partners see in it."""
    aliases: tuple[Phrase, ...] = ()
    """Other words people use for it."""
