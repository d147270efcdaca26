"""What is asked, what is known already, and what can be written now: the records that every face shows."""

from typing import Any, NamedTuple

from collabkit.cases.case import Case
from collabkit.records import to_record


class Choice(NamedTuple):
    """One answer to choose."""

    id: str
    """What is given back as the answer."""
    label: str
    """What it is called."""
    follows: str = ""
    """What would follow from it, in one line."""
    with_: str = ""
    """With whom, where the choice is a work."""
    takes: str = ""
    """The library's hours and money, where the choice is a work."""
    why: str = ""
    """What speaks for it, and how sure that is."""


class Question(NamedTuple):
    """One question."""

    id: str
    """By which it is answered: `work`, `body`, `kind`, `name`, `others`, `when`, `pays`, `fact` or `paper`; `words` where
    other words are asked for; with a number where it comes again after other words, such as `work-2`."""
    text: str
    """The question."""
    why: str
    """Why it matters, in a phrase."""
    choices: tuple[Choice, ...] = ()
    """The answers to choose from, the likeliest first."""
    free: bool = False
    """Whether an answer in her own words is taken, too."""
    may_pass: bool = False
    """Whether it may be passed over, which leaves a gap in the papers."""


class Fact(NamedTuple):
    """One thing that is known of a case."""

    id: str
    """The question that it answers; `passed_over` for somebody who is not to be asked."""
    text: str
    """What is known, in plain words."""
    private: bool = False
    """Whether it is hers alone: her wish, or a reason for passing somebody over."""


class Turn(NamedTuple):
    """A case as it stands: what is known, what is asked next, and what can be written."""

    case: Case
    """All that was settled."""
    known: tuple[Fact, ...]
    """The same for a reader, in the order of the questions."""
    question: Question | None
    """The one question worth asking next; nothing where no answer would change anything."""
    ready: tuple[str, ...]
    """The papers that can be written now, the first to write first, by the names that `collab propose --as` takes."""

    def record(self) -> dict[str, Any]:
        """Return it as the object that JSON shows."""
        return to_record(self)
