"""How formal an agreement should be: the least formal that carries what the case involves."""

from collections.abc import Mapping
from typing import Final, NamedTuple, get_args

from collabkit.catalog import Activity
from collabkit.catalog.agreements import Condition, Weight
from collabkit.proposals.cases import Case
from collabkit.proposals.fact_parts import Formality

FORMALITIES: Final[tuple[Formality, ...]] = get_args(Formality)

NAMES: Final[Mapping[Formality, str]] = {
    "email": "a confirming e-mail",
    "letter": "a letter of agreement",
    "mou": "a memorandum of understanding",
    "contract": "a contract that counsel draws up",
}
_LARGE = 5_000
"""Dollars above which money that changes hands wants a contract."""


class Advice(NamedTuple):
    """How formal, and why."""

    level: Formality
    because: tuple[str, ...]
    """What calls for it, each a sentence."""


def advise(
    conditions: Mapping[str, Condition], case: Case, activity: Activity, *, sums: bool = False
) -> Advice:
    """Return the least formal agreement that carries *case*; what is unknown calls for nothing.

    Args:
        conditions: what each condition weighs.
        case: which of them hold.
        activity: the joint work.
        sums: whether what a side gives names a sum, be it one that passes to nobody in the room.
    """

    def of(*weights: Weight) -> tuple[str, ...]:
        return tuple(
            each.because for id_, each in conditions.items() if case[id_] and each.weight in weights
        )

    bound = [*of("counsel"), *_money(case, activity)]
    if bound:
        return Advice("contract", tuple(bound))
    weighty, grave = of("weighty"), of("grave")
    if grave or len(weighty) > 1:
        return Advice("mou", (*grave, *weighty))
    plain, slight = of("plain"), of("slight")
    light = activity.level in {"networking", "coordinating"}
    if weighty or plain or (slight and not light):
        return Advice("letter", (*weighty, *plain, *slight))
    if sums:
        return Advice("letter", ("A sum is named, so both sides put their names to it.",))
    return Advice("email", ("Each side only adjusts its own work; a note of it is enough.",))


def _money(case: Case, activity: Activity) -> list[str]:
    """Return why the money in *case* wants a contract, if it does."""
    if not case.get("money"):
        return []
    # What a sponsor or a foundation gives is a gift: a letter thanks for it, and its own terms bind it.
    large = not case.get("sponsorship") and _at_stake(activity) > _LARGE
    return [
        *(["Money is put into something owned together."] if case.get("shared-property") else []),
        *(
            ["Money passes between the two sides, and more than $5,000 is at stake."]
            if large
            else []
        ),
    ]


def _at_stake(activity: Activity) -> float:
    """Return the dollars of the trial, or of a small first year where nobody knows those of the trial.

    The agreement is for the trial. What follows it has an agreement of its own.
    """
    schedule = activity.schedule
    if schedule is None:
        return 0
    return schedule.cash[0] if schedule.pilot_cash is None else schedule.pilot_cash[1]
