"""The rules: what in the record of a partnership speaks for going on as it is, and what against.

Each looks at one thing only, and may keep silent. What weighs 2 would make most librarians stop and think;
what weighs 1 counts if it is not alone. All of them are judgments of ours with the reason beside them in
`RULES`, and docs/partnerships.md lists them for whoever would judge otherwise.
"""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from collabkit.partnerships.advice import (
    contact_signs,
    health_signs,
    promise_signs,
    result_signs,
)
from collabkit.partnerships.advice.evidence import ReviewEvidence
from collabkit.partnerships.advice.signs import Sign


class Rule(NamedTuple):
    """One rule, with its reason."""

    name: str
    why: str
    look: Callable[[ReviewEvidence], Iterator[Sign]]


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "word-kept",
        "Promises are the one thing in a log that either happened or did not: whoever keeps them can be built on.",
        promise_signs.word_kept,
    ),
    Rule(
        "their-word",
        "A promise a month late is broken unless somebody moves it; two, or one of three months, are a habit.",
        promise_signs.their_word,
    ),
    Rule(
        "our-word",
        "Our own broken promise costs the other side's trust, and is the one thing that we can mend alone.",
        promise_signs.our_word,
    ),
    Rule(
        "went",
        "How it went, in the words of whoever was there, is worth more than any count; a good word of a year ago counts half, and so does a bad one since which the other side kept a promise.",
        result_signs.went,
    ),
    Rule(
        "health",
        "Both sides content is the best sign there is; one side's answer is half of it.",
        health_signs.answered_well,
    ),
    Rule(
        "unhappy",
        "A side that answers below the middle is unhappy, whatever the other one says.",
        health_signs.answered_badly,
    ),
    Rule(
        "factor",
        "One factor that a side finds poor can be mended without touching the rest.",
        health_signs.factor_poor,
    ),
    Rule(
        "apart",
        "Where one side is content and the other is not, only one of them knows that something is wrong.",
        health_signs.far_apart,
    ),
    Rule(
        "falling",
        "What gets worse from one time to the next seldom stops by itself.",
        health_signs.falling,
    ),
    Rule(
        "again",
        "Whoever would not do it again has decided already.",
        health_signs.again,
    ),
    Rule(
        "target",
        "A target is what both hoped for; below half of it, once results were due, something does not work.",
        result_signs.target,
    ),
    Rule(
        "no-result",
        "Work that shows nothing after twice its time is either not counted or not working: both need a talk.",
        result_signs.no_result,
    ),
    Rule(
        "trial-over",
        "A trial without an end is neither a yes nor a no, and binds hours for good.",
        result_signs.trial_over,
    ),
    Rule(
        "hours",
        "Hours far beyond what such a work takes are taken from something else.",
        result_signs.hours,
    ),
    Rule(
        "one-sided",
        "Where one side puts in five times the hours of the other, it may be a service and no partnership.",
        result_signs.one_sided,
    ),
    Rule(
        "silent",
        "A partnership is lost by silence more often than by a quarrel.",
        contact_signs.silent,
    ),
    Rule(
        "agreement",
        "Work that goes on without an agreement goes on at somebody's risk.",
        contact_signs.agreement_over,
    ),
)


def signs(found: ReviewEvidence) -> list[Sign]:
    """Return everything that the record shows for and against going on, the weightiest first."""
    every = [sign for rule in RULES for sign in rule.look(found)]
    return sorted(every, key=lambda sign: -sign.weight)
