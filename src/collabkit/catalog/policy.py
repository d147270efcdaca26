"""What a library weighs before it says yes to somebody who asks."""

from typing import Literal

from collabkit.catalog.base import Record
from collabkit.catalog.fields import Phrase, Sentence

Weight = Literal["must", "later", "should"]
"""*must*: a no speaks for a no. *later*: a no speaks for waiting. *should*: a no is to be settled first."""
Sight = Literal["goals", "hours", "notice", "ties", "brings", "person"]
"""What in the library's own records can suggest an answer: goals of its plan; its hours beside those of the
work; the days until it is wanted; how it went with them before; what they bring; whether a person is named."""


class Criterion(Record):
    """One thing to weigh, as a library's own policy has it."""

    question: Sentence
    """What is asked of whoever weighs the request, so that yes speaks for it."""
    weight: Weight
    """What a no means for the decision."""
    sees: Sight | None = None
    """What in the library's records suggests an answer."""
    unmet: Sentence
    """What the letter says where the answer is no, to them and kindly."""
    settle: Phrase
    """What would turn a no into a yes, as it stands after "settle with you" in the letter."""
