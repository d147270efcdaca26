"""How formal an agreement should be: the lowest rung that carries what the case involves."""

from collections.abc import Mapping
from typing import Final, NamedTuple, get_args

from collabkit.catalog import Activity
from collabkit.catalog.agreements import Condition
from collabkit.proposals.facts import Level

LEVELS: Final[tuple[Level, ...]] = get_args(Level)

NAMES: Final[Mapping[Level, str]] = {
    "email": "a confirming e-mail",
    "letter": "a letter of agreement",
    "mou": "a memorandum of understanding",
    "contract": "a contract that counsel draws up",
}

_SLIGHT: Final[Mapping[Condition, str]] = {
    "space": "One side uses rooms, ground or storage of the other.",
    "events": "The public is invited in both names.",
}
"""A letter carries these; an e-mail does where each side only adjusts its own work."""
_PLAIN: Final[Mapping[Condition, str]] = {
    "food": "Food is served or stored.",
    "volunteers": "People who are not on the payroll do part of the work.",
    "equipment": "Things are lent, and things break.",
    "sponsorship": "A gift is thanked in public, and the words matter.",
}
"""A letter carries any number of these."""
_WEIGHTY: Final[Mapping[Condition, str]] = {
    "money": "Money passes between the two sides.",
    "minors": "Children or teenagers take part.",
    "high-risk": "Somebody could be hurt.",
    "long-term": "It is meant to last, and people on both sides will change.",
    "library-to-library": "Two public bodies bind themselves.",
}
"""A letter carries one of these; two or more want a memorandum."""
_GRAVE: Final[Mapping[Condition, str]] = {
    "personal-data": "One side sees names or records that the other keeps.",
    "school-data": "School records are covered by law.",
    "shared-property": "Something is owned together, and must be divided one day.",
}
"""Each of these wants a memorandum by itself."""


class Advice(NamedTuple):
    """A rung, and why."""

    level: Level
    because: tuple[str, ...]
    """What calls for it, each a sentence."""


def advise(holds: Mapping[Condition, bool | None], activity: Activity) -> Advice:
    """Return the lowest rung that carries what *holds*; what is unknown calls for nothing."""

    def true(kind: Mapping[Condition, str]) -> tuple[str, ...]:
        return tuple(why for condition, why in kind.items() if holds[condition])

    bound = [
        *(["One person is employed by two."] if holds["shared-staff"] else []),
        *(
            ["Money is put into something owned together."]
            if holds["money"] and holds["shared-property"]
            else []
        ),
        *(
            ["Money passes between the two sides, and more than $5,000 is at stake."]
            if holds["money"] and activity.commitment.cost == "high"
            else []
        ),
    ]
    if bound:
        return Advice("contract", tuple(bound))
    weighty = true(_WEIGHTY)
    if true(_GRAVE) or len(weighty) > 1:
        return Advice("mou", (*true(_GRAVE), *weighty))
    light = activity.level in {"networking", "coordinating"}
    if weighty or true(_PLAIN) or (true(_SLIGHT) and not light):
        return Advice("letter", (*weighty, *true(_PLAIN), *true(_SLIGHT)))
    return Advice("email", ("Each side only adjusts its own work; a note of it is enough.",))
