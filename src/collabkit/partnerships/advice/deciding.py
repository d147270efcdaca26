"""What to do, by the stage and by what speaks for and against: the whole of the judgment."""

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from collabkit.partnerships.advice.advice import Advice, Sure, What
from collabkit.partnerships.advice.contact_signs import is_long_silent
from collabkit.partnerships.advice.evidence import ReviewEvidence
from collabkit.partnerships.advice.rules import signs
from collabkit.partnerships.advice.signs import Sign


class Choice(NamedTuple):
    """What is chosen, what to do first, and which way the reasons for it point."""

    what: What
    do: str
    reasons: Literal["for", "against"] = "against"
    rule: str = ""
    """The rule that decided, where no sign says why."""
    says: str = ""


def advice(partnership: str, name: str, found: ReviewEvidence) -> Advice:
    """Return what to do by what was *found* in the record."""
    every = signs(found)
    chosen = _choice(found, every)
    because = [each for each in every if each.way == chosen.reasons]
    but = [each for each in every if each.way != chosen.reasons]
    if chosen.says:
        because.insert(0, Sign(chosen.rule, chosen.reasons, 1, chosen.says))
    return Advice(
        partnership,
        name,
        found.at.on.isoformat(),
        found.at.stage,
        chosen.what,
        _sure(because, but),
        chosen.do,
        tuple(because),
        tuple(but),
    )


def _sure(because: Sequence[Sign], but: Sequence[Sign]) -> Sure:
    ahead = sum(each.weight for each in because) - sum(each.weight for each in but)
    if ahead >= _CLEAR:
        return "clear"
    return "likely" if ahead >= 1 else "open"


_CLEAR = 3


def _choice(found: ReviewEvidence, every: Sequence[Sign]) -> Choice:
    match found.at.stage:
        case "ended":
            return _ended(found)
        case "resting":
            return _resting(found, every)
        case "idea" | "talk":
            return _talking(found, every)
        case _:
            return _working(found, every)


def _weight(every: Sequence[Sign], way: str, *rules: str) -> int:
    return sum(
        each.weight for each in every if each.way == way and (not rules or each.rule in rules)
    )


def _ended(found: ReviewEvidence) -> Choice:
    open_ = len(found.at.open)
    do = (
        f"Settle or drop what is open: {open_} promise{'s' if open_ > 1 else ''}."
        if open_
        else "Thank them, if nobody has yet."
    )
    return Choice("end", do, "against", "ended", f"The log says that it ended on {found.at.since}.")


def _resting(found: ReviewEvidence, every: Sequence[Sign]) -> Choice:
    at = found.at
    rested = (at.on - at.since).days if at.since else 0
    since = f"It has rested since {at.since}"
    if at.wakes is not None and at.wakes > at.on:
        return Choice("rest", f"Look again on {at.wakes}.", "against", "resting", f"{since}.")
    if at.wakes is None and rested < _REST:
        do = "Give it a day to look again, and tell them."
        return Choice("rest", do, "against", "resting", f"{since}, with no day to look again.")
    gone_bad = found.went[-1:] == ("badly",) or _weight(every, "against", "again") > 1
    until = f", until {at.wakes}" if at.wakes else f", for {rested} days"
    if gone_bad:
        return Choice("end", _END, "against", "rested", f"{since}{until}.")
    do = "Call them: ask what has changed on their side, and whether both still want it."
    return Choice("start", do, "for", "rested", f"{since}{until}: time to look again.")


_REST = 183
"""Days after which a rest without a day is looked at again."""
_END = "Tell them in person, thank them for what they gave, and write down how it went."


def _talking(found: ReviewEvidence, every: Sequence[Sign]) -> Choice:
    at = found.at
    talked = (at.on - at.first).days if at.first else 0
    if at.stage == "idea":
        do = "Ask them: find out who there would say yes, and who here knows somebody."
        reason = f"It has been an idea for {talked} days, and nobody was asked."
        return Choice("start", do, "for", "idea", reason)
    broken = _weight(every, "against", "their-word", "our-word")
    kept = _weight(every, "for", "word-kept")
    if kept and not broken:
        do = "Set a day for the first try, small enough that both can say yes."
        settled = bool(at.agreed)
        reason = (
            "Something is settled between the two." if settled else "A promise was kept already."
        )
        return Choice("start", do, "for", "settled", reason)
    if talked > _TALK and (broken or found.cold):
        do = "Say that you leave it for now, and when you will ask again."
        reason = f"It has been talk for {talked} days."
        if talked > _LONG_TALK and _weight(every, "against", "their-word") > 1:
            return Choice("end", _NO_HARM, "against", "long-talk", reason)
        return Choice("rest", do, "against", "long-talk", reason)
    if _weight(every, "against", "our-word"):
        return Choice("change", "Keep your own promise first, or move its day with them.")
    if _weight(every, "against", "their-word") or found.cold:
        do = "Call once more, with one small question and a day."
        return Choice("change", do, "against", "talk", f"It has been talk for {talked} days.")
    return Choice("hold", _NEXT, "for", "talk", f"It has been talk for {talked} days only.")


_TALK = 270
"""Days of talk without a try after which it is only talk."""
_LONG_TALK = 365
"""Days of talk with broken promises after which the answer is no, only that nobody says it."""
_NO_HARM = "Say, with no hard feelings, that you stop asking, and that your door is open."
_NEXT = "Keep the next promise, and ask what they want most."


def _working(found: ReviewEvidence, every: Sequence[Sign]) -> Choice:
    good, bad = _weight(every, "for"), _weight(every, "against")
    if _is_over(every) and bad > good:
        # What once went well deserves a talk with whoever can settle it, before it is given up.
        return Choice("change", _SETTLE) if "well" in found.went else Choice("end", _END)
    if is_long_silent(found):
        return Choice(
            "rest", "Call once. If they cannot, agree to rest, and on a day to look again."
        )
    early = found.worked <= found.trial and not found.went
    if early and bad <= _EARLY:
        days = "1 day" if found.worked == 1 else f"{found.worked} days"
        reason = f"It began {days} ago, and a trial of it takes {found.trial // 7} weeks."
        return Choice("hold", _COUNT if not found.results else _NEXT_TALK, "for", "early", reason)
    must = _must_change(every)
    unlooked = must is not None and must.rule in _UNLOOKED and bad <= 1
    wrong = must is not None and (bad >= good or must.weight > 1 or must.rule == "our-word")
    if (wrong or bad > good) and not unlooked:
        return Choice("change", _CHANGES.get(must.rule, _TALK_ABOUT) if must else _TALK_ABOUT)
    worked = found.went[-1:] == ("well",) or found.target_met
    if found.at.stage == "pilot" and worked:
        do = "Hold the debrief, thank them, and agree on what makes it a regular thing: who, when, how long."
        return Choice("start", do, "for")
    if must is not None and unlooked:
        reason = "Nothing speaks against it, except that nobody has looked yet."
        return Choice("hold", _CHANGES[must.rule], "for", "unlooked", reason)
    if _weight(every, "against", "agreement"):
        return Choice("hold", "Agree on a new last day and sign it.", "for")
    if must is not None:
        return Choice("hold", _CHANGES[must.rule], "for")
    return Choice("hold", _NEXT_TALK if found.health.band else _ASK, "for")


_EARLY = 2
_UNLOOKED = frozenset(["trial-over", "no-result"])
"""Rules that find nothing wrong, only that nobody has looked."""
_SETTLE = (
    "Settle it with whoever runs it there; if that cannot be done within a month, rest it openly."
)
_COUNT = "Choose one thing to count before the trial ends."
_NEXT_TALK = "Tell them that it goes well, and keep the next talk in both calendars."
_ASK = "Ask both sides how it goes: collab health has the questions."
_TALK_ABOUT = (
    "Talk with them about what does not work, and agree on one change and a day to look at it."
)


def _is_over(every: Sequence[Sign]) -> bool:
    """Return whether somebody has decided against it, and the record shows why.

    That is: no word kept, nobody there, or nothing reached.
    """
    decided = any(
        each.rule in {"again", "went"} and each.weight > 1
        for each in every
        if each.way == "against"
    )
    no_ground = _weight(every, "against", "their-word", "silent", "target", "no-result") > 1
    return decided and no_ground


def _must_change(every: Sequence[Sign]) -> Sign | None:
    """Return the weightiest of the signs that name something to change, if there is one."""
    named = [each for each in every if each.way == "against" and each.rule in _CHANGES]
    return max(named, key=lambda each: each.weight, default=None)


_CHANGES: Final = {
    "our-word": "Keep your own promise first, or say openly that you cannot, and move its day with them.",
    "their-word": "Go through the open promises with them: move each to a day that holds, or drop it.",
    "unhappy": "Ask the side that is unhappy what would have to be different, and change that first.",
    "again": "Ask whoever is unsure what would make it a yes.",
    "apart": "Put both sides' answers on one table and talk about where they differ.",
    "falling": "Ask what has changed since the last time.",
    "factor": "Talk about that factor alone, and change one thing.",
    "target": "Look at the counts together, and change whom you reach, when or where, or the target.",
    "hours": "Leave out what takes the hours and brings little, or let the other side do it.",
    "trial-over": "Hold the debrief, and decide together: make it regular, change it, or end it.",
    "no-result": "Choose one thing to count with them, from now on.",
    "one-sided": "Ask for one thing that they could do, and drop one that only you do.",
}
"""What to do first about what does not work, by the rule that found it."""
