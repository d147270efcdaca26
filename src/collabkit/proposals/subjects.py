"""What a paper is about: a partner, a shared goal and the joint work."""

from datetime import date
from typing import NamedTuple

from collabkit.catalog import Catalog
from collabkit.errors import UsageError, closest
from collabkit.matching import Match
from collabkit.proposals.fact_parts import Reach
from collabkit.proposals.wording import Wording


class Other(NamedTuple):
    """One more side of the work."""

    partner: str
    name: str | None = None
    """The organization's own name, if it is known."""
    as_: str = ""
    """Which body of its kind is meant."""
    agreed: bool = False
    """Whether it has said yes."""
    answers_by: date | None = None
    """The day by which it says yes or no, where somebody knows it."""

    @classmethod
    def parsed(cls, text: str) -> "Other":
        """Return the side that *text* names, as ``PARTNER`` or ``PARTNER=NAME``."""
        partner, _, name = text.partition("=")
        return cls(partner.strip(), name.strip() or None)

    @classmethod
    def helping(cls, partner: str, text: str) -> "Other":
        """Return who helps: *text* is its name, with the day of its answer or its yes if that is known.

        Such as ``Rotary Club``, ``Rotary Club, by 2027-02-26`` or ``Rotary Club, agreed``.

        Raises:
            UsageError: what follows "by" is no day, or the last word is "agreed" misspelled.
        """
        agreed = text.lower().endswith(_AGREED)
        _refuse_a_misspelled_yes(text)
        said = text[: -len(_AGREED)].strip() if agreed else text
        name, by, day = said.rpartition(_ANSWERS_BY)
        if not by:
            return cls(partner, said, agreed=agreed)
        try:
            answer = date.fromisoformat(day.strip())
            return cls(partner, name.strip(), answers_by=answer, agreed=agreed)
        except ValueError:
            raise UsageError(
                f"{day.strip()!r} is no day by which {name.strip()} answers",
                f"Write it as 2027-02-26: '{name.strip()}, by 2027-02-26'",
            ) from None


def _refuse_a_misspelled_yes(text: str) -> None:
    """Refuse a last word that is nearly "agreed": taken for a part of the name, it would be a yes that is lost.

    Raises:
        UsageError: it is.
    """
    name, comma, last = text.rpartition(", ")
    word = last.strip().lower()
    if comma and word != "agreed" and closest(word, ["agreed"]):
        raise UsageError(
            f"{last.strip()!r} behind {name} is not 'agreed'",
            f"If they have said yes, write '{name}, agreed'; if it is part of the name, leave out the comma",
        )


_AGREED = ", agreed"
"""What stands behind the name of a helper that has said yes."""
_ANSWERS_BY = ", by "
"""What stands between the name of a helper and the day of its answer."""


class Subject(NamedTuple):
    """What one paper is about: ids of a partner, a goal and an activity, and who receives it."""

    partner: str
    goal: str
    activity: str
    to: str | None = None
    """The organization's own name, if it is known."""
    reach: Reach | None = None
    """Where and how it is reached."""
    person: str | None = None
    """Who receives it there."""
    as_: str = ""
    """Which body of its kind is meant, such as "credit union"."""
    why: str = ""
    """Why the library writes, in a sentence that it wants its reader to know. Never the wish by which the work was found."""
    others: tuple[Other, ...] = ()
    """The other sides, where three or more take part."""
    helpers: tuple[Other, ...] = ()
    """Who else is known to help, and signs nothing."""
    when: str = ""
    """On which days and at what hours the work is held, as somebody said it."""
    where: str = ""
    """In which place."""
    facts: tuple[str, ...] = ()
    """Whole sentences about the library or the town, as somebody said them."""
    wording: Wording = Wording()
    """What the library claims of itself, where it is not what the catalog has."""
    work_is_stated: bool = True
    """Whether a person named the joint work; otherwise it is the one that fits best, and tells of nothing that was done."""


def subject_of(catalog: Catalog, match: Match) -> Subject | None:
    """Return what *match* calls for, or nothing if no joint work answers it."""
    if match.activity is None:
        return None
    activity = catalog.activities[match.activity.id]
    shared = [*match.goals, *(goal for goal in activity.goals if goal in catalog.goals)]
    return Subject(match.partner, shared[0], activity.id)
