"""One thing that the record of a partnership shows, for going on as it is or against it."""

from typing import Final, Literal, NamedTuple

from collabkit.partnerships.entries import Side

Way = Literal["for", "against"]


class Sign(NamedTuple):
    """One thing that the record shows."""

    rule: str
    """The name of the rule, such as `their-word`."""
    way: Way
    """`for` going on as it is, or `against` it."""
    weight: int
    """1, or 2 for what counts even alone."""
    says: str
    """What the record shows, in a sentence."""


SIDES: Final[dict[Side, str]] = {"we": "The library", "they": "The other side"}
"""How a sign names whose it is."""
WEEKS: Final = 30
"""Days by which a promise or a trial is late enough to be broken: with fewer somebody may only have forgotten to write it down."""
