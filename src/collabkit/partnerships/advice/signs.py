"""The rules: what in the record of a partnership speaks for going on as it is, and what against.

Each looks at one thing only, and may keep silent. What weighs 2 would make most librarians stop and think;
what weighs 1 counts if it is not alone. All of them are judgments of ours with the reason beside them in
`RULES`, and docs/partnerships.md lists them for whoever would judge otherwise.
"""

from collections.abc import Callable, Iterator
from typing import Final, Literal, NamedTuple

from collabkit.partnerships.advice.evidence import RECENT, Evidence
from collabkit.partnerships.entries import Side
from collabkit.partnerships.health.standing import APART, MOVED, Round
from collabkit.partnerships.promises import Promise

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
WEEKS: Final = 30
"""Days by which a promise is late enough to be broken: with fewer somebody may only have forgotten to write it down."""
LONG: Final = 90
"""Days by which one late promise counts like two."""


def _word_kept(found: Evidence) -> Iterator[Sign]:
    for side, who in SIDES.items():
        word = found.words[side]
        if word.kept and not word.overdue:
            late = f", {word.late} of them late" if word.late else ""
            many = "a promise" if word.kept == 1 else f"{word.kept} promises"
            said = f"{who} kept {many} within a year{late}, and owes none that is late."
            yield Sign("word-kept", "for", 1, said)


def _their_word(found: Evidence) -> Iterator[Sign]:
    yield from _broken(found, "they", "their-word")


def _our_word(found: Evidence) -> Iterator[Sign]:
    yield from _broken(found, "we", "our-word")


def _broken(found: Evidence, side: Side, rule: str) -> Iterator[Sign]:
    late = [each for each in found.words[side].overdue if each.late(found.at.on) > WEEKS]
    if late:
        worst = max(late, key=lambda each: each.late(found.at.on))
        heavy = len(late) > 1 or worst.late(found.at.on) > LONG
        yield Sign(rule, "against", 2 if heavy else 1, _owes(SIDES[side], late, worst, found))


def _owes(who: str, late: list[Promise], worst: Promise, found: Evidence) -> str:
    more = f", and {len(late) - 1} more" if len(late) > 1 else ""
    return f"{who} owes: {worst.what}, {worst.late(found.at.on)} days late{more}."


def _went(found: Evidence) -> Iterator[Sign]:
    if not found.went or found.went_on is None:
        return
    how, on = found.went[-1], found.went_on
    fresh = (found.at.on - on).days <= RECENT
    mended = any(each.side == "they" and each.kept and each.kept > on for each in found.at.promises)
    said = f'"went: {how}" was written on {on}'
    if how == "well":
        yield Sign("went", "for", 2 if fresh else 1, f"{said}.")
    elif mended:
        yield Sign("went", "against", 1, f"{said}; since then the other side kept a promise.")
    else:
        yield Sign("went", "against", 2 if how == "badly" else 1, f"{said}.")


def _answered_well(found: Evidence) -> Iterator[Sign]:
    recent = {side: _recent(found, side) for side in SIDES}
    both = all(recent.values())
    if found.health.band == "good" and any(recent.values()):
        who = "Both sides answer" if both else f"{_only(recent)} answers"
        yield Sign("health", "for", 2 if both else 1, f"{who} well, most with 4 or 5.")


def _answered_badly(found: Evidence) -> Iterator[Sign]:
    for side, who in SIDES.items():
        last = _recent(found, side)
        if last and last.mean is not None and last.mean < _MIDDLE:
            said = f"{who} answers {last.mean:.1f} of 5 on average, on {last.on}."
            yield Sign("unhappy", "against", 2, said)


_MIDDLE = 3.0


def _factor_poor(found: Evidence) -> Iterator[Sign]:
    recent = any(_recent(found, side) for side in SIDES)
    poor = [each.factor for each in found.health.factors[:-1] if each.band == "poor"]
    if recent and poor and found.health.band != "poor":
        named = ", ".join(each.replace("-", " ") for each in poor)
        yield Sign("factor", "against", 1, f"One side answers low on {named}.")


def _far_apart(found: Evidence) -> Iterator[Sign]:
    whole = found.health.factors[-1]
    if not all(_recent(found, side) for side in SIDES):
        return
    if whole.difference is not None and abs(whole.difference) >= APART:
        who = "The library" if whole.difference < 0 else "The other side"
        said = f"{who} sees it {abs(whole.difference):.1f} lower than the other."
        yield Sign("apart", "against", 1, said)


def _falling(found: Evidence) -> Iterator[Sign]:
    for side, who in SIDES.items():
        rounds = found.health.rounds(side)
        if not _recent(found, side) or len(rounds) < 2:  # noqa: PLR2004 - now and before
            continue
        now, before = rounds[-1].mean, rounds[-2].mean
        if now is not None and before is not None and before - now >= MOVED:
            said = (
                f"{who} answered {before:.1f} on {rounds[-2].on} and {now:.1f} on {rounds[-1].on}."
            )
            yield Sign("falling", "against", 2 if before - now >= APART else 1, said)


def _again(found: Evidence) -> Iterator[Sign]:
    for side, who in SIDES.items():
        last = _recent(found, side)
        if not last or not last.again:
            continue
        said = ", ".join(f"{count} {answer}" for answer, count in last.again.items())
        if last.again.get("no"):
            yield Sign("again", "against", 2, f"{who} would not do it again: {said}.")
        elif last.again.get("unsure"):
            yield Sign("again", "against", 1, f"{who} is unsure whether to do it again: {said}.")
        else:
            yield Sign("again", "for", 1, f"{who} would do it again.")


def _target(found: Evidence) -> Iterator[Sign]:
    if found.reached is None:
        return
    share = f"{found.reached:.0%} of the target"
    if found.reached >= 1:
        yield Sign("target", "for", 2, "Every target that was set is reached.")
    elif found.reached >= _NEAR:
        yield Sign("target", "for", 1, f"What was counted is {share}.")
    elif found.worked > found.due_after:
        heavy = found.reached < _HALF
        said = (
            f"What was counted is {share}, and a result was due after {found.due_after // 7} weeks."
        )
        yield Sign("target", "against", 2 if heavy else 1, said)


_NEAR, _HALF = 0.8, 0.5


def _no_result(found: Evidence) -> Iterator[Sign]:
    if found.worked > 2 * found.due_after and not found.results and not found.went:
        said = f"It has run for {found.worked // 7} weeks, and nothing is counted or said of it."
        yield Sign("no-result", "against", 1, said)


def _trial_over(found: Evidence) -> Iterator[Sign]:
    over = found.worked - found.trial
    if found.at.stage == "pilot" and over > WEEKS and not found.went:
        said = f"The trial was to last {found.trial // 7} weeks and has run for {found.worked // 7}; nobody wrote how it went."
        yield Sign("trial-over", "against", 1, said)


def _hours(found: Evidence) -> Iterator[Sign]:
    ours = found.hours["we"]
    if ours is None or found.usual is None:
        return
    low, high = found.usual
    usual = f"such a work takes {low:.0f} to {high:.0f}"
    if ours > _MUCH * high:
        yield Sign("hours", "against", 2, f"{ours:g} hours of the library are noted; {usual}.")
    elif ours > _MORE * high:
        yield Sign("hours", "against", 1, f"{ours:g} hours of the library are noted; {usual}.")
    elif found.results:
        yield Sign("hours", "for", 1, f"{ours:g} hours of the library are noted; {usual}.")


_MORE, _MUCH = 1.25, 2.0


def _one_sided(found: Evidence) -> Iterator[Sign]:
    ours, theirs = found.hours["we"], found.hours["they"]
    if ours and theirs is not None and ours > _FIVE * theirs:
        said = f"The library put in {ours:g} hours, the other side {theirs:g}."
        yield Sign("one-sided", "against", 1, said)


_FIVE = 5


def _silent(found: Evidence) -> Iterator[Sign]:
    last = found.at.last
    if found.cold is None or last is None:
        return
    days = (found.at.on - last).days
    said = f"Nobody was in touch for {days} days, since {last}; usually it is every {found.at.gap}."
    yield Sign("silent", "against", 2 if is_long_silent(found) else 1, said)


def is_long_silent(found: Evidence) -> bool:
    """Return whether the silence lasts twice as long as makes a partnership cold, and half a year at least."""
    if found.cold is None or found.at.last is None:
        return False
    silence = (found.at.on - found.at.last).days
    return silence >= max(_HALF_YEAR, 2 * (found.cold - found.at.last).days)


_HALF_YEAR = 183


def _agreement_over(found: Evidence) -> Iterator[Sign]:
    if found.ends is not None and found.ends < found.at.on:
        yield Sign("agreement", "against", 1, f"The agreement ended on {found.ends}.")


def _recent(found: Evidence, side: Side) -> Round | None:
    """Return what *side* answered last, if that is within a year."""
    rounds = found.health.rounds(side)
    if not rounds:
        return None
    from datetime import date  # noqa: PLC0415 - a day out of a record

    return rounds[-1] if (found.at.on - date.fromisoformat(rounds[-1].on)).days <= RECENT else None


def _only(recent: dict[Side, Round | None]) -> str:
    return SIDES["we"] if recent["we"] else SIDES["they"]


class Rule(NamedTuple):
    """One rule, with its reason."""

    name: str
    why: str
    look: Callable[[Evidence], Iterator[Sign]]


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "word-kept",
        "Promises are the one thing in a log that either happened or did not: whoever keeps them can be built on.",
        _word_kept,
    ),
    Rule(
        "their-word",
        "A promise a month late is broken unless somebody moves it; two, or one of three months, are a habit.",
        _their_word,
    ),
    Rule(
        "our-word",
        "Our own broken promise costs the other side's trust, and is the one thing that we can mend alone.",
        _our_word,
    ),
    Rule(
        "went",
        "How it went, in the words of whoever was there, is worth more than any count; a good word of a year ago counts half, and so does a bad one since which the other side kept a promise.",
        _went,
    ),
    Rule(
        "health",
        "Both sides content is the best sign there is; one side's answer is half of it.",
        _answered_well,
    ),
    Rule(
        "unhappy",
        "A side that answers below the middle is unhappy, whatever the other one says.",
        _answered_badly,
    ),
    Rule(
        "factor",
        "One factor that a side finds poor can be mended without touching the rest.",
        _factor_poor,
    ),
    Rule(
        "apart",
        "Where one side is content and the other is not, only one of them knows that something is wrong.",
        _far_apart,
    ),
    Rule(
        "falling",
        "What gets worse from one time to the next seldom stops by itself.",
        _falling,
    ),
    Rule(
        "again",
        "Whoever would not do it again has decided already.",
        _again,
    ),
    Rule(
        "target",
        "A target is what both hoped for; below half of it, once results were due, something does not work.",
        _target,
    ),
    Rule(
        "no-result",
        "Work that shows nothing after twice its time is either not counted or not working: both need a talk.",
        _no_result,
    ),
    Rule(
        "trial-over",
        "A trial without an end is neither a yes nor a no, and binds hours for good.",
        _trial_over,
    ),
    Rule(
        "hours",
        "Hours far beyond what such a work takes are taken from something else.",
        _hours,
    ),
    Rule(
        "one-sided",
        "Where one side puts in five times the hours of the other, it may be a service and no partnership.",
        _one_sided,
    ),
    Rule(
        "silent",
        "A partnership is lost by silence more often than by a quarrel.",
        _silent,
    ),
    Rule(
        "agreement",
        "Work that goes on without an agreement goes on at somebody's risk.",
        _agreement_over,
    ),
)


def signs(found: Evidence) -> list[Sign]:
    """Return everything that the record shows for and against going on, the weightiest first."""
    every = [sign for rule in RULES for sign in rule.look(found)]
    return sorted(every, key=lambda sign: -sign.weight)
