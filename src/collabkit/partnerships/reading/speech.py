"""What somebody will do, as it was said: "she'll send it", "told Ray we'd hold the room", "said yes to hosting"."""

import re
from collections.abc import Iterator
from typing import Final

from collabkit.partnerships.reading.clauses import Clause
from collabkit.partnerships.reading.moments import Moment
from collabkit.partnerships.reading.predicates import DOUBT, REPORT, asks, is_doing, is_state, meets
from collabkit.partnerships.reading.statements import NOTHING, Commitment, Party, Setting
from collabkit.partnerships.reading.subjects import side_of
from collabkit.partnerships.reading.words import doings

ADVERBS: Final = (
    r"(?:(?:also|just|gladly|then|now|definitely|all|each|both|still|probably|happily|be able to|try to"
    r"|try and|have to|need to|go ahead and|maybe) )*"
)
WILL: Final = (
    r"(?:will|shall|(?:am|is|are) (?:all )?going to|(?:is|are|am) to|intends? to|plans? to)"
)
_SUPPOSED: Final = r"(?:am|is|are) supposed to"
_WOULD: Final = re.compile(r"would|could|can")
_PRONOUN_WILL: Final = re.compile(
    rf"\b(?P<who>i|we|they|she|he|there) (?:both |all |each )?(?P<modal>{WILL}|{_SUPPOSED}|would|could"
    rf"|can|may|might|should|must) (?P<no>not |never )?{ADVERBS}(?P<verb>[\w'-]+)(?P<rest>.*)"
)
_TO_THEM: Final = re.compile(
    r"(?:^|\b(?:i|we) |\bhave |\band )(?:told|promised|assured|said to|emailed|texted|wrote)\b"
    r"|\b(?:i|we) (?:have )?(?:said|told|promised)\b"
)
_TOLD: Final = r"(?P<to> (?:us|me|them|her|him|(?:the |mr |mrs |ms |dr )?[\w']+))?"
_NAMED: Final = (
    r"(?P<np>(?:(?:the|our|their|his|her|all|a|an|every|my|no) )?(?:[\w'-]+ ){0,3}?[\w'-]+)"
)
_TOLD_THAT: Final = re.compile(
    rf"^(?P<speaker>(?:[\w'.-]+ ){{0,5}}?)(?:has |have )?(?:said|says|told|tells|assured|assures|promised"
    rf"|promises|agreed|confirmed|writes|wrote|swears|guaranteed|vowed|reports|was agreed){_TOLD}(?: that)?"
    rf" {_NAMED} (?P<modal>will|would|shall|could|can) (?P<no>not )?(?:also |then )?(?P<verb>[\w-]+)(?P<rest>.*)"
)
_DONE_TO: Final = re.compile(
    r" (?:\w+ed|swept|built|hung|sent|paid|made|put|set|on|ready|in|cut|up|there|here|done|back)\b"
)
_AGREES: Final = re.compile(
    r"^(?P<np>(?:[\w'.-]+ ){0,5}?)(?:(?:has|have|had|also|kindly|just|already|both|all) )*"
    r"(?P<verb>said yes|agreed|consented|committed|signed up|volunteered|offered|promised|pledged|undertaken"
    r"|arranged|decided|vowed|agrees?|offers?|promises?) (?:\w+ly )?to (?P<doing>[\w-]+)(?P<rest>.*)"
)
_SAID_OK: Final = re.compile(
    r"\b(?:i|we) (?:said|told (?:them|her|him)) (?:ok|yes|sure) (?:to|for)\b|\bwe are in for\b"
)
ACCEPTED: Final = re.compile(
    r"^(?:i |we )?(?:told|said to) (?:her|him|them|\w+) (?:no problem|sure|ok|yes|of course|fine|will do"
    r"|we can|we could|absolutely)\b"
)
"""A yes of ours to what somebody asked for."""
_WISHED: Final = re.compile(
    r"\b(?:asked|wants?|wanted|needs?|needed) (?:for |us |me |to borrow |to use |to have |our |a |the |an "
    r"|if |whether )"
)
_RECEIVES: Final = frozenset(["have", "get", "receive", "hear"])


def said(clause: Clause, setting: Setting, days: list[Moment]) -> Commitment | None:
    """Read "they said they would", "told her we'd", "I'll", "she is going to"."""
    found = next(_pronouns(clause), None)
    if found is None:
        return None
    before, verb, rest, modal = (
        clause.text[: found.start()],
        found["verb"],
        found["rest"],
        found["modal"],
    )
    if verb in {"suggest", "recommend"} and not before:
        return None
    reported = bool(REPORT.search(before)) or setting.before.endswith(("said", "says"))
    if meets(verb, rest, found["who"], days) or _is_unsaid(found, before, reported=reported):
        return NOTHING
    if found["who"] == "there":
        side: Party = "we" if _by_us(before, setting) else "they"
        return Commitment("promise", side, found.start("verb")) if reported else NOTHING
    if re.search(r"\bboth\b", clause.text[found.start() : found.start("verb")]):
        both: Party = "both" if found["who"] == "we" else "they"
        return Commitment("promise", both, found.start("verb"))
    if reported:
        return _as_reported(found, before, setting)
    if is_state(verb, rest):
        return NOTHING
    return _as_told(found, clause, days, modal)


def _pronouns(clause: Clause) -> Iterator[re.Match[str]]:
    yield from _PRONOUN_WILL.finditer(clause.text)


def _is_unsaid(found: re.Match[str], before: str, *, reported: bool) -> bool:
    """Return whether what stands there is a wish, a guess or a "would" that nobody said."""
    modal, verb, rest = found["modal"], found["verb"], found["rest"]
    if DOUBT.search(before) or modal in {"may", "might"} or found["no"]:
        return True
    if f"{verb}{rest}".startswith(("like", "love to")):
        return True
    conditional = re.search(r"\b(?:if|whether|unless)\b", rest)
    return bool(_WOULD.match(modal)) and (not reported or bool(conditional))


def _by_us(before: str, setting: Setting) -> bool:
    """Return whether we said it to them."""
    if REPORT.search(before):
        return bool(_TO_THEM.search(before))
    return bool(re.match(r"(?:i|we) (?:said|told)", setting.before))


def _as_reported(found: re.Match[str], before: str, setting: Setting) -> Commitment:
    """Return what was said that somebody will do; they cannot say what we will do, save to each other."""
    side: Party = "we" if found["who"] in {"i", "we"} else "they"
    start, verb, rest = found.start("verb"), found["verb"], found["rest"]
    ours = _by_us(before, setting)
    if (
        side == "they"
        and verb in _RECEIVES
        and (ours or re.search(r"\btold (?:her|him|them)\b", before))
    ):
        return Commitment("promise", "we", start)
    if is_state(verb, rest):
        return NOTHING
    if side == "we" and setting.quoted and re.search(r"\b(?:you|your)\b", rest):
        return Commitment("promise", "they", start)
    if side == "we" and not ours and _spoken_by_them(before):
        told = re.search(r"\b(?:ok|yes|sure|told (?:them|her|him|the))\b", before)
        return Commitment("promise", "we", start, sure=bool(told))
    return Commitment("promise", side, start, sure=side == "we" or not ours)


def _spoken_by_them(before: str) -> bool:
    found = re.search(
        r"(?:^|, )(?P<np>[^,]*?)\b(?:said|says|say|told|tells|writes|promised)\b", before
    )
    speaker = found["np"].strip() if found else ""
    return bool(speaker) and side_of(speaker) == "they"


def _as_told(found: re.Match[str], clause: Clause, days: list[Moment], modal: str) -> Commitment:
    """Return what is told that somebody will do: by us it is a promise, or something to follow up."""
    start, verb, rest = found.start("verb"), found["verb"], found["rest"]
    needed = re.search(r"\b(?:need|have) to\b", clause.text[found.start() : start])
    conditional = bool(re.search(r" (?:if|unless|provided)\b", rest))
    passive = re.match(
        r"(?:returned|paid|sent|delivered|back) (?:to )?(?:her|him|them)\b", rest.lstrip()
    )
    if modal in {"must", "should"} and verb == "be" and passive:
        return Commitment("promise", "we", start)
    if found["who"] not in {"i", "we"} and modal == "shall" and verb == "have":
        return Commitment("promise", "we", start)  # "he shall have it by Friday"
    if found["who"] not in {"i", "we"}:
        given = modal not in {"should", "must"}
        return Commitment("promise", "they", start, sure=not conditional) if given else NOTHING
    if modal == "should" and not days:
        return NOTHING
    # "We are to deliver forty bags" is what was agreed; "I am to bring the scrapbook" is a note to oneself.
    duty = modal in {"am to", "should", "must"} or modal.endswith("supposed to")
    if duty or needed or asks(verb, rest):
        return Commitment("follow up", None, start)
    return Commitment("promise", "we", start, sure=not conditional)


def reported(clause: Clause, _setting: Setting, _days: list[Moment]) -> Commitment | None:
    """Read "Earl says the fellows will haul the shed", "I told the pastor that the hall would be swept"."""
    found = _TOLD_THAT.match(clause.text)
    if found is None or found["no"] or DOUBT.search(clause.text[: found.start("verb")]):
        return None
    if found["np"] in {"it", "that", "this", "there", "nobody"}:
        return None
    passive = found["verb"] == "be" or not is_doing(found["verb"])
    if passive and is_state(found["verb"], found["rest"]) and not _DONE_TO.match(found["rest"]):
        return None
    side = _speaker(found) if passive else side_of(found["np"])
    start = found.start("np") if passive else found.start("verb")
    return Commitment("promise", side, start) if side else None


def _speaker(found: re.Match[str]) -> Party:
    """Return whose word it is that something will be done."""
    if (found["to"] or "").strip() in {"us", "me"}:
        return "they"
    speaker = side_of(found["speaker"])
    return "they" if speaker in {"they", "both"} else "we"


def agreed(clause: Clause, setting: Setting, days: list[Moment]) -> Commitment | None:
    """Read "she has offered to serve coffee", "Joanie said yes to hosting"."""
    found = _AGREES.match(clause.text)
    if (
        found is None
        or DOUBT.search(found["np"])
        or found["np"].strip().endswith(("not", "as", "had"))
    ):
        return None
    verb = doings().get(found["doing"], found["doing"])
    who, rest = found["np"].strip(), found["rest"]
    if (
        not is_doing(verb)
        or meets(verb, rest, who, days)
        or is_state(verb, rest)
        or (found["verb"] == "decided" and who != "we")
    ):
        return NOTHING
    if who == "we" and verb in _TOGETHER:
        return NOTHING  # "we agreed to start on April 6" is a day of both, and no gift of ours
    side = side_of(who) if who else _elided_speaker(setting, rest)
    return Commitment("promise", side, found.start("doing")) if side else None


_TOGETHER: Final = frozenset(["start", "begin", "go", "continue", "try", "launch", "open", "stop"])


def _elided_speaker(setting: Setting, rest: str) -> Party:
    if re.search(r"\b(?:us|me)\b", rest):
        return "they"
    return setting.subject or ("we" if re.search(r"\b(?:them|her|him)\b", rest) else "they")


def accepted(clause: Clause, setting: Setting, _days: list[Moment]) -> Commitment | None:
    """Read "I said ok to one", and "told her no problem" of what was asked for."""
    found = _SAID_OK.search(clause.text)
    if found:
        return Commitment("promise", "we", found.end())
    wished = ACCEPTED.match(clause.text) and _WISHED.search(setting.before)
    return Commitment("promise", "we", 0) if wished else None


_ELIDED: Final = re.compile(
    rf"^(?:also |now |still |just )*(?P<modal>will|would|shall|going to|able to) (?P<no>not )?{ADVERBS}"
    r"(?P<verb>[\w'-]+)(?P<rest>.*)"
)


def elided(clause: Clause, setting: Setting, days: list[Moment]) -> Commitment | None:
    """Read "will call back by Friday": who did what was told before, else the partner."""
    found = _ELIDED.match(clause.text)
    if found is None or (found["modal"] == "going to" and not is_doing(found["verb"])):
        return None
    verb, rest, start = found["verb"], found["rest"], found.start("verb")
    if found["no"] or is_state(verb, rest):
        return NOTHING
    if found["modal"] == "going to":
        return Commitment("follow up", None, start)
    if found["modal"] == "would" and not REPORT.search(setting.before):
        return NOTHING
    to_us = bool(re.search(r"\b(?:us|me)\b", rest))
    side: Party = "they" if to_us else setting.subject or "they"
    if side == "we" and asks(verb, rest):
        return Commitment("follow up", None, start)
    sure = setting.subject is not None or bool(days) or to_us or " back" in rest
    return Commitment("promise", side, start, sure=sure)
