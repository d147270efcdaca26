"""A case: a librarian's wish on its way to a partnership, and all that she has settled of it."""

from typing import NamedTuple


class PassedOver(NamedTuple):
    """A body, or a whole kind of partner, that is not to be asked."""

    name: str
    """The name of the body; the id of the kind where the whole kind is meant."""
    why: str
    """The librarian's reason, in her words."""
    organization: str | None = None
    """The id of the body in the directory."""
    partner: str | None = None
    """What kind of partner it is."""


class Participant(NamedTuple):
    """Somebody else whom the work takes besides the library and the body that is written to."""

    partner: str
    """What kind of partner it is."""
    name: str | None = None
    """Its own name, where it is known."""
    agreed: bool = False
    """Whether it has said yes."""


class Case(NamedTuple):
    """One case. A field that is empty is not settled yet."""

    words: tuple[str, ...]
    """The wish as it was said, and what was said in other words later; a goal's id where one was picked."""
    work: str | None = None
    """The joint work that was chosen, an entry of `activities.yaml`."""
    own_work: bool = False
    """Whether no work of the catalog is meant, so that the words themselves are the work."""
    work_name: str | None = None
    """What such a work is called, in words that its partner may read: the wish itself is private."""
    partner: str | None = None
    """The kind of partner, an entry of `partners.yaml`."""
    organization: str | None = None
    """The id of the body in the directory."""
    name: str | None = None
    """The body's own name; nothing as long as only its kind is known."""
    body: str | None = None
    """What the body is where its kind holds several, as a letter calls it: "elementary school"."""
    passed_over: tuple[PassedOver, ...] = ()
    """Who is not to be asked, and why."""
    others: tuple[Participant, ...] = ()
    """Who else takes part, with whether they have said yes."""
    when: str | None = None
    """On which days and at what hours, as it was said."""
    where: str | None = None
    """In which place, as it was said."""
    pays: str | None = None
    """Who pays, as a sentence."""
    facts: tuple[str, ...] = ()
    """Whole sentences that only the library knows."""
    need: str | None = None
    """What people come with, in a sentence of the library's own."""
    strike: tuple[str, ...] = ()
    """Words of what the catalog would promise in its name and papers leave out."""
    sure: bool = False
    """Whether somebody stands by the rest of that."""
    paper: str | None = None
    """The paper that is wanted."""
    passed: tuple[str, ...] = ()
    """The ids of questions that were passed over, in the order in which questions come."""
    folder: str | None = None
    """The name of the folder in which it is kept; nothing as long as it is not."""

    @property
    def wish(self) -> str:
        """The wish as it was said first."""
        return self.words[0]

    @property
    def is_wish_alone(self) -> bool:
        """Whether nothing is settled but what was said, so that the work is the only thing to ask for."""
        return self._replace(words=(), passed=(), folder=None) == _NOTHING_SETTLED and all(
            each.startswith("work") for each in self.passed
        )

    def without(self, *questions: str) -> "Case":
        """Return it as if none of *questions* had been passed over."""
        return self._replace(passed=tuple(each for each in self.passed if each not in questions))


_NOTHING_SETTLED = Case(())
