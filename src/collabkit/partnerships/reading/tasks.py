"""What one of us is to do: "call Gene Mon", "Sam to follow up", "somebody should write", "will call back"."""

import re
from typing import Final

from collabkit.partnerships.reading.clauses import Clause
from collabkit.partnerships.reading.moments import Moment
from collabkit.partnerships.reading.predicates import DOUBT, asks, is_doing, is_state, meets
from collabkit.partnerships.reading.speech import ADVERBS, WILL
from collabkit.partnerships.reading.statements import NOTHING, Commitment, Setting
from collabkit.partnerships.reading.subjects import is_name, side_of
from collabkit.partnerships.reading.words import doings, pasts, word_set, words

_LEAD: Final = (
    r"^(?:(?:also|then|so|and|next|please|ok|oh|ps|p\.s\.|note|todo|to do|action|reminder|heads up|still|just)"
    r" ?[:,-]? )*"
)
_URGE: Final = (
    r"(?:do not (?:let (?:me|us) )?forget(?: to)?|remember(?: to)?|remind (?:me|us|self|myself)(?: to)?"
    r"|needs? to|(?:have|has|got) to|must|should|make sure (?:to|we|i)|be sure to|note to self|to do|todo"
    r"|time to|want to remember to|(?:can|could|would|will) (?:someone|somebody|anyone|anybody|one of us|you"
    r"|(?P<name3>(?!they|he|she|we|i|it|not|be)\w+))(?: please)?|please|better|i better|going to|let us|i would suggest that (?P<name>\w+)"
    r"|i suggest (?P<name2>\w+)|on my list to|on me to|up to me to|up to us to)"
)
_REMINDER: Final = re.compile(rf"{_LEAD}(?P<urge>{_URGE})? ?[:,-]? ?(?P<what>.+)")
_BIDDEN: Final = re.compile(
    r"^(?:[\w'.-]+ ){1,4}?(?:said|told (?P<us>us|me)|asked(?: us| me)?|wants? (?:us|me)|needs? (?:us|me)"
    r"|would like (?:us|me)|reminded (?:us|me)|says) to (?P<verb>\w+)(?P<rest>.*)"
)
_TO: Final = re.compile(
    rf"^(?P<np>(?:[\w'.,()&-]+ ){{1,7}}?)(?:(?:still|also|really|just|now) )*(?P<modal>{WILL}|(?:has|have|had|needs?|ought|(?:am|is|are) supposed"
    rf"|(?:has|have) got|(?:has|have) until [\w ]+|better|best) to|should|must|to) (?P<no>not |never )?{ADVERBS}"
    r"(?P<verb>[\w'-]+)(?P<rest>.*)"
)
_DUTY: Final = re.compile(
    r"(?:has|have|had|needs?|ought|supposed|got|better|best) |should|must|am to$"
)
_NOT_DONE: Final = word_set(
    "with from for is was in by , and & went came on to of not has have are were at until "
    "bags did # -"
)
"""Words after a noun that is also a verb: "call with Denise", "check from the bank"."""
_WITH_THE: Final = word_set(
    "the a an our their her his them him it us my this that back up out in off over welcome"
)
_ONLY_WITH_DAY: Final = word_set("put set cut read let come run hit plan host book work")
_NO_SUBJECT: Final = word_set(
    "able how want wants going like ready happy glad hard nice good up has have need plan had "
    "is are wanted come not decided agreed promised offered consented time yes proposes hopes seems tries wishes expects used intends plans likes"
)
_TALKS: Final = re.compile(
    r"\b(?:was|were|told|came|went|got|had|wants?|asked|is|are|left|met|called|be)\b"
)
_NOUN_OF_DAY: Final = re.compile(r"\w+ (?:off|up) (?:day|date|time|point|is)\b")


def reminded(clause: Clause, setting: Setting, days: list[Moment]) -> Commitment | None:
    """Read "call Gene Mon", "don't forget the keys", "can someone call them back?"."""
    text = clause.text
    bidden = _BIDDEN.match(text)
    if bidden and is_doing(bidden["verb"]) and (days or bidden["us"]):
        return Commitment("follow up", None, bidden.start("verb"))
    found = _REMINDER.match(text)
    if found is None:
        return None
    what, urge, start = found["what"], found["urge"] or "", found.start("what")
    first, _, rest = what.partition(" ")
    second = rest.partition(" ")[0]
    if first == "remind" and re.match(r"remind \w+ to ", what):
        return Commitment(
            "follow up", None, start + len(f"remind {second} to "), who=capital(second)
        )
    name = capital(found["name"] or found["name2"] or _asked_one(found))
    if urge and (is_doing(first) or "forget" in urge) and not _is_general(urge, clause):
        return Commitment("follow up", None, start, who=name)
    if clause.question or not _is_request(what, days):
        return None
    if (
        setting.subject == "they"
        and not urge
        and re.search(r"\b(?:me|us)\b", rest)
        and first != "let"
    ):
        return Commitment("promise", "they", start)
    return Commitment("follow up", None, start)


def _asked_one(found: re.Match[str]) -> str:
    """Return who of us is asked: "can Bev call them?"."""
    name: str = found["name3"] or ""
    return "" if name in _ANYBODY or name in {"you", "one"} else name


def _is_general(urge: str, clause: Clause) -> bool:
    """Return whether it asks the other side, or nobody."""
    return clause.question and "you" in urge.split()


def _is_request(what: str, days: list[Moment]) -> bool:
    """Return whether *what* begins with a verb in its plain form that asks somebody to do it."""
    first, _, rest = what.partition(" ")
    second = rest.partition(" ")[0]
    if (
        not is_doing(first)
        or first in {"have", "be"}
        or what.startswith(_NO_THANKS)
        or _NOUN_OF_DAY.match(what)
    ):
        return False
    if (second in _NOT_DONE or not second) and first not in {
        "follow",
        "escalate",
        "respond",
        "reply",
    }:
        return False
    if second in doings() or (first in {"see", "meet", "visit"} and days):
        return False
    if re.match(r"\w+ back from\b", what) or (
        first in {"check", "call"} and second in {"#", "came"}
    ):
        return False
    known = first in words("asking") or first in words("giving") or second in _WITH_THE
    ahead = any(day.lead == "by" or not day.near for day in days)
    if first in words("nouns"):
        return known
    return ahead if first in _ONLY_WITH_DAY else bool(days) or known


_NO_THANKS: Final = ("thank you", "thank goodness", "thank god", "thank heaven")


def capital(name: str) -> str:
    """Return *name* as names are written."""
    return name[:1].upper() + name[1:]


def bound(clause: Clause, _setting: Setting, days: list[Moment]) -> Commitment | None:
    """Read "Rick will drop off the coats", "Sam to follow up", "our clerk has to"."""
    found = _TO.match(clause.text)
    if found is None or clause.question or not _is_subject(found["np"].strip()):
        return None
    who, modal, verb, rest = found["np"].strip(), found["modal"], found["verb"], found["rest"]
    if found["no"] or DOUBT.search(who) or is_state(verb, rest):
        return NOTHING
    if modal != "to" and meets(verb, rest, who, days):
        return NOTHING
    start, side = found.start("verb"), side_of(who)
    if modal == "to":
        return _directed(clause, who, found) if is_doing(verb) else None
    if side == "we" and (_DUTY.match(modal) or who in _ANYBODY or "(" in who or _is_staff(who)):
        return Commitment("follow up", None, start, who=_named(who))
    if side != "they":
        return Commitment("promise", side, start)
    return _of_theirs(clause, found, days)


_ANYBODY: Final = frozenset(["someone", "somebody", "anyone", "anybody", "staff"]) | {"one of us"}


def _is_staff(who: str) -> bool:
    return bool(re.search(r" (?:on|from) our (?:end|side|staff)$", who))


def _is_subject(who: str) -> bool:
    """Return whether *who* can be who does something, and is no sentence of its own."""
    first, last = who.split(maxsplit=1)[0], who.rsplit(maxsplit=1)[-1]
    if is_doing(first) or first in doings() or last in _NO_SUBJECT or side_of(who) is None:
        return False
    return not _TALKS.search(who) and last not in pasts() and not last.endswith("ed")


def _of_theirs(clause: Clause, found: re.Match[str], days: list[Moment]) -> Commitment | None:
    """Return what somebody of theirs will, should or has to do; a bare name may be one of us."""
    who, modal, verb, rest = found["np"].strip(), found["modal"], found["verb"], found["rest"]
    start = found.start("verb")
    to_us = bool(re.search(r"\b(?:us|me|our|back)\b", rest))
    if modal in {"should", "must", "ought to"}:
        return Commitment("promise", "they", start, sure=False)
    if modal.endswith("supposed to"):
        return Commitment("promise", "they", start, sure=to_us)
    if re.match(r"needs? |has |have ", modal) and not days:
        return NOTHING
    if not is_doing(verb):
        return Commitment("promise", "they", start, sure=False) if days else NOTHING
    if is_name(who, clause) and len(who.split()) == 1 and not to_us and _is_desk_work(verb, rest):
        who = capital(who)
        return Commitment("follow up", None, start, who=who, sure=verb == "draft" and not days)
    conditional = bool(re.search(r" (?:if|unless|provided)\b", rest))
    return Commitment("promise", "they", start, sure=not conditional)


def _is_desk_work(verb: str, rest: str) -> bool:
    """Return whether colleagues rather do it than partners: to draft, to escalate, to follow up."""
    return verb in {"draft", "escalate", "follow", "remind", "nag", "loop", "chase", "ping"} or (
        verb == "check" and rest.startswith(" in with")
    )


def _named(who: str) -> str:
    """Return the name in *who*, if one of us is named in it."""
    bare = re.sub(r" ?(?:\(| on our | from our ).*", "", who)
    return (
        ""
        if bare in _ANYBODY or bare in {"i", "we"} or bare.startswith(("our", "my", "the"))
        else capital(bare)
    )


def _directed(clause: Clause, who: str, found: re.Match[str]) -> Commitment | None:
    """Read "Sam to follow up with them" as ours, "theirs to send us the agenda" as theirs; else it may be either's."""
    verb, rest, start = found["verb"], found["rest"], found.start("verb")
    side = side_of(who)
    if side == "both" and not who.startswith("both"):
        return None
    if side != "they":
        return (
            Commitment("follow up", None, start, who=_named(who))
            if side == "we"
            else Commitment("promise", "both", start)
        )
    if (
        who.split(maxsplit=1)[0] in {"theirs", "they", "them", "her", "his", "their", "the"}
        or "(" in who
    ):
        return Commitment("promise", "they", start)
    if not is_name(who, clause) and len(who.split()) > _SHORT:
        return None
    if re.search(r"\b(?:us|our|here)\b", rest):
        return Commitment("promise", "they", start)
    if (
        asks(verb, rest)
        or re.search(r"\b(?:them|their|her|him|they|theirs)\b", rest)
        or verb == "do"
    ):
        return Commitment("follow up", None, start, who=capital(who))
    return Commitment("promise", "they", start, sure=False, who=capital(who))


_SHORT: Final = 2
