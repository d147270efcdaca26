"""The stages of a partnership: what each leads on to, what one asks, and the papers that fit."""

from typing import Final, Literal, NamedTuple, get_args

StageName = Literal["idea", "talk", "pilot", "active", "renew", "resting", "ended"]
STAGES: Final[tuple[StageName, ...]] = get_args(StageName)


class Stage(NamedTuple):
    """One stage."""

    what: str
    """What it means, in a few words."""
    asks: str
    """The question of this stage."""
    leads: str
    """What takes a partnership on."""
    papers: tuple[str, ...] = ()
    """The papers of `propose` that fit."""
    kept_up: bool = True
    """Whether it goes cold without a word."""


MEANING: Final[dict[StageName, Stage]] = {
    "idea": Stage(
        "nobody was asked yet",
        "Who there would say yes, and who here knows them?",
        "A first talk leads on to talk.",
        ("email", "script", "one-pager"),
        kept_up=False,
    ),
    "talk": Stage(
        "you are talking",
        "What do they want most, and what is the smallest thing to try?",
        "A day for the first try leads on to pilot.",
        ("agenda", "proposal"),
    ),
    "pilot": Stage(
        "a first try, with an end",
        "What do we count, and who looks at it with them?",
        "Thanks and a debrief at its end lead on to active, or to ended.",
        ("agreement", "checklist", "evaluation"),
    ),
    "active": Stage(
        "the work runs",
        "Is it still worth it to both, and who stands in if somebody leaves?",
        "The last weeks of the agreement lead on to renew.",
        ("evaluation",),
    ),
    "renew": Stage(
        "the agreement ends, and both decide",
        "Go on as it is, change it, or end it well?",
        "A new last day leads back to active.",
        ("agreement", "evaluation"),
    ),
    "resting": Stage(
        "nothing runs, and both know it",
        "When do we look again?",
        "A word from either side leads back to talk or active.",
        kept_up=False,
    ),
    "ended": Stage(
        "it is over",
        "Did everybody get a thank-you, and is it written down how it went?",
        "Nothing has to follow.",
        ("thanks", "debrief"),
        kept_up=False,
    ),
}


def stage_of(text: str) -> StageName | None:
    """Return the stage that *text* names, in its first word."""
    first = text.split(" ", 1)[0].strip(".,;:").lower()
    return next((stage for stage in STAGES if stage == first), None)
