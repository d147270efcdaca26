"""A request beside the library's policy: what was answered, what is open, and what that speaks for.

Nothing is decided here. A suggestion names its reasons and what speaks against it; who decides is a person.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from collabkit.catalog.policy import Criterion, Weight
from collabkit.requests.events import Answer, Decision, Weighing
from collabkit.requests.suggestions import SuggestedAnswer
from collabkit.text.phrases import listed


class Weighed(NamedTuple):
    """One question of the policy, and the answers to it."""

    id: str
    """The criterion, an entry of `criteria.yaml`."""
    label: str
    """What it is called."""
    question: str
    """What is asked, so that yes speaks for the request."""
    weight: Weight
    """What a no means: `must` speaks for a no, `later` for waiting, `should` is to be settled first."""
    answer: Answer | None
    """What a person answered; null as long as nobody did."""
    why: str | None
    """Her reason."""
    on: str | None
    """The day of her answer."""
    suggested: Answer | None
    """What the library's records suggest; null where they are silent."""
    reason: str | None
    """What that was taken from."""

    @property
    def stands(self) -> Answer | None:
        """The answer that counts: a person's, or else what the records suggest."""
        return self.answer or self.suggested


class Suggestion(NamedTuple):
    """What the answers speak for."""

    decision: Decision | None
    """`yes`, `later` or `no`; null as long as a question that must be answered is open."""
    reasons: tuple[str, ...]
    """Why."""
    against: tuple[str, ...]
    """What speaks against it."""
    open: tuple[str, ...]
    """Criteria that nobody answered and of which the records say nothing."""


def weigh(
    criterion: Criterion, given: Weighing | None, suggested: SuggestedAnswer | None
) -> Weighed:
    """Return one question with the answer that was *given* and the one that the records suggest."""
    return Weighed(
        id=criterion.id,
        label=criterion.label,
        question=criterion.question,
        weight=criterion.weight,
        answer=given.answer if given else None,
        why=given.why or None if given else None,
        on=given.on.isoformat() if given else None,
        suggested=suggested.answer if suggested else None,
        reason=suggested.reason if suggested else None,
    )


def suggest(weighed: Sequence[Weighed]) -> Suggestion:
    """Return what the answers speak for.

    A no to what must hold speaks for a no, whatever else is open; a no to what is a matter of time
    speaks for waiting; and as long as something that must hold is open, nothing is suggested.
    """
    refused = [each for each in weighed if each.weight == "must" and each.stands == "no"]
    waits = [each for each in weighed if each.weight == "later" and each.stands == "no"]
    unclear = [each for each in weighed if each.stands is None]
    holds = [each for each in weighed if each.stands == "yes"]
    short = [each for each in weighed if each.stands == "partly" or _is_soft(each)]
    open_ = tuple(each.id for each in unclear)
    if refused:
        return Suggestion("no", _with_reasons(refused), _for(holds), open_)
    if any(each.weight == "must" for each in unclear):
        return Suggestion(None, (), (), open_)
    if waits:
        return Suggestion("later", _with_reasons(waits), _for(holds), open_)
    return Suggestion("yes", _for(holds), _with_reasons(short), open_)


def _is_soft(each: Weighed) -> bool:
    return each.weight == "should" and each.stands == "no"


def _with_reasons(several: Iterable[Weighed]) -> tuple[str, ...]:
    return tuple(f"{each.label}: {each.stands}{_because(each)}" for each in several)


def _because(each: Weighed) -> str:
    reason = each.why if each.answer else each.reason
    return f", {reason}" if reason else ""


def _for(holds: Sequence[Weighed]) -> tuple[str, ...]:
    return (listed([each.label for each in holds]),) if holds else ()
