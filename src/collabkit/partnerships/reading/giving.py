"""Promises that no "will" shows: "Fran picks up the 15th", "check to come", "they need our logo by Tuesday"."""

import re
from typing import Final

from collabkit.partnerships.reading.clauses import Clause
from collabkit.partnerships.reading.moments import Moment
from collabkit.partnerships.reading.predicates import DOUBT, is_doing
from collabkit.partnerships.reading.statements import Commitment, Party, Setting
from collabkit.partnerships.reading.subjects import side_of
from collabkit.partnerships.reading.tasks import capital
from collabkit.partnerships.reading.words import doings, pasts, third_persons, word_set, words

_PROGRESS: Final = re.compile(
    r"^(?P<np>(?:[\w'.()-]+ ){1,5}?)(?:am|is|are) (?:also |still |both )?(?P<verb>\w+ing?)\b(?P<rest>.*)"
)
_MADE: Final = word_set(
    "make do print write host draft run pick work cook bake design take set buy"
)
_NO_GIFT: Final = frozenset(["leave", "get", "turn", "let", "offer", "share"])
_NO_PLAN: Final = word_set(
    "decide vote meet be have look tell ask say call work go start show leave come begin see "
    "let close open wait speak get try play stop read"
)
_HELPING: Final = word_set("is are was were had has said says have to will")
_PLURAL: Final = frozenset(
    ["i", "we", "they", "both", "both sides", "both of us", "we both", "each side"]
)
_SAME_IN_PAST: Final = frozenset(
    ["put", "set", "cut", "read", "let", "hit", "shut", "cost", "split"]
)
_NEVER_DUE: Final = frozenset(["since", "until", "from", "as of", "for", "of"])


def in_progress(clause: Clause, _setting: Setting, days: list[Moment]) -> Commitment | None:
    """Read "she is bringing 12 paintings"."""
    found = _PROGRESS.match(clause.text)
    if found is None or clause.question or found["np"].startswith(("if ", "not ")):
        return None
    plain = doings().get(found["verb"], "")
    side = side_of(found["np"]) if plain else None
    gives = plain in words("giving") or plain in words("paying") or (plain in _MADE and bool(days))
    if side is None or not gives or plain in _NO_GIFT:
        return None
    if side == "we" and "forget" in clause.text:
        return Commitment("follow up", None, found.start("verb"))
    return Commitment("promise", side, found.start("verb"))


def simple(clause: Clause, setting: Setting, days: list[Moment]) -> Commitment | None:
    """Read "Fran picks up the 15th", "we put the boxes out tomorrow", "they do lunch, we do the room"."""
    parts = clause.text.split()
    skipped = 1 if parts[0] in {"ok", "so", "agreed", "plan", "now"} else 0
    for size in range(1, min(5, len(parts) - skipped)):
        who, verb = " ".join(parts[skipped : skipped + size]), parts[skipped + size]
        after = parts[skipped + size + 1 : skipped + size + 2]
        if verb in {"both", "all", "also", "then", "each"} or _goes_on(after):
            continue
        side, plain = side_of(who), _plain(who, verb, days)
        if side is not None and plain and not _is_no_plan(plain, side, who, days):
            start = len(" ".join(parts[: skipped + size])) + 1
            return _planned(clause, who, side, start, days, setting)
        if plain or verb in _HELPING:
            return None
    return None


def _goes_on(after: list[str]) -> bool:
    """Return whether the verb stands only after what looks like one."""
    return bool(after) and (
        (after[0] in pasts() and not is_doing(after[0]))
        or after[0] in {"is", "are", "was", "were", "will", "would"}
    )


def _plain(who: str, verb: str, days: list[Moment]) -> str:
    """Return the plain form of *verb*, if it is what *who* does."""
    if who not in _PLURAL and side_of(who) != "both":
        return third_persons().get(verb, "")
    by = any(day.lead == "by" for day in days)
    bare = (
        verb.isalpha()
        and verb not in _HELPING
        and verb not in pasts()
        and not verb.endswith(("ed", "s", "ly"))
    )
    known = is_doing(verb) or (who in {"i", "we", "they"} and by and bare and verb not in _WISHES)
    return verb if known else ""


_WISHES: Final = word_set(
    "need want like love hope think know would could should might may must can am do did get "
    "expect ask"
)


def _is_no_plan(plain: str, side: Party, who: str, days: list[Moment]) -> bool:
    if plain not in _NO_PLAN:
        return False
    comes = who in _PLURAL and plain in {"come", "call", "open"} and (bool(days) or side == "both")
    return not comes


def _planned(
    clause: Clause, who: str, side: Party, start: int, days: list[Moment], setting: Setting
) -> Commitment | None:
    """Return what is done as a promise, if a day or the other side's part shows that it is to come."""
    if side == "we" and re.search(r"\( ?(?:ours|us|staff)", who):
        return Commitment("follow up", None, start, who=capital(who.partition(" (")[0]))
    ahead = any(day.lead == "by" or (day.lead not in _NEVER_DUE and not day.near) for day in days)
    if not ahead and clause.text[start:].partition(" ")[0] in _SAME_IN_PAST:
        return None
    shared = setting.paired or side == "both"
    both_by = re.search(r"\b(?:all|both|everything) by\b", clause.text)
    return Commitment("promise", side, start) if ahead or shared or both_by else None


_COMING: Final = re.compile(
    r"^(?:still )?(?:waiting (?:on|for)|expecting|awaiting) (?P<wait>.+)"
    r"|^(?P<passive>to be (?:paid|sent|delivered|mailed|provided|given|dropped off)\b)"
    r"|^(?P<name>[\w']+(?: [\w']+)?) : (?P<item>.+)"
    r"|^(?:the |their |a |our )?(?P<what>(?:[\w$'-]+ ){1,5}?)(?:to come|to follow|coming|on the way|on its way"
    r"|on order|due|arrives|arriving|will follow|expected|by(?= )|(?P<done>to be (?:returned|picked up|finished"
    r"|done))|to be (?:paid|sent|delivered|mailed|dropped off|provided|given)|(?P<out>going out|goes out"
    r"|will go out))\b"
)


def awaited(clause: Clause, setting: Setting, days: list[Moment]) -> Commitment | None:
    """Read "check to come by the end of March", "list by Friday", "waiting on their certificate, due Friday"."""
    found = _COMING.match(clause.text)
    if found is None or DOUBT.search(clause.text) or not _is_ahead(days):
        return None
    if found["wait"]:
        return Commitment("promise", "they", found.start("wait"))
    if found["passive"]:
        ours = re.search(r"\bby us\b", clause.text)
        return Commitment("promise", "we" if ours else setting.subject or "they", 0)
    if found["item"]:
        by = any(day.lead == "by" for day in days) and clause.parts[0].capital
        name = capital(found["name"])
        return (
            Commitment("promise", "they", found.start("item"), sure=False, who=name) if by else None
        )
    what = found["what"].split()
    known = any(word in words("things") or word in words("units") for word in what)
    if not known or any(word in _NO_THING for word in what):
        return None
    if found["done"]:
        return Commitment("promise", "they", 0, sure=False)
    return Commitment(
        "promise", "we" if found["out"] else "they", 0 if found["out"] else found.start("what")
    )


_NO_THING: Final = word_set("we they i she he need needs want wants is was our for if #")


def _is_ahead(days: list[Moment]) -> bool:
    return any(day.lead in {"by", "on", "", "in"} for day in days)


_NEEDED: Final = re.compile(
    r"^(?P<np>(?:[\w'.-]+ ){1,5}?)(?:will )?(?:needs?|requires?|wants?|(?:is |are )?waiting (?:on|for))"
    r" (?P<what>(?!to\b).+)"
)


def needed(clause: Clause, _setting: Setting, days: list[Moment]) -> Commitment | None:
    """Read "they need our logo by next Tuesday": it is for us to send it."""
    found = _NEEDED.match(clause.text)
    if found is None or clause.question or DOUBT.search(clause.text):
        return None
    side, what, start = side_of(found["np"]), found["what"], found.start("what")
    from_us = bool(re.match(r"our |us to |me to ", what)) or bool(
        re.search(r"\bfrom (?:us|me)\b", what)
    )
    by = any(day.lead == "by" for day in days)
    if side == "they" and (by or (from_us and _is_ahead(days))):
        return Commitment("follow up", None, start)
    if side == "we" and by:
        return Commitment("promise", "they", start, sure=False)
    return None


def owed(clause: Clause, _setting: Setting, _days: list[Moment]) -> Commitment | None:
    """Read "I owe her 40 tote bags", "owe them: key, alarm code"."""
    found = _OWES.search(clause.text)
    if found is None or DOUBT.search(clause.text) or found["rest"].strip().startswith(_THANKS):
        return None
    to_us = (found["to"] or "").strip() in {"us", "me"}
    ours = found["who"] in {None, "i", "we", "still"} and not to_us
    return Commitment("promise", "we" if ours else "they", found.start("rest"))


_OWES: Final = re.compile(
    r"(?:^|\b)(?:(?P<who>[\w']+) )?(?:still )?owes? (?P<to>us |me |them |him |her |[\w]+ (?=a |the |our |an ))?"
    r":?(?P<rest>.*)"
)
_THANKS: Final = ("lot", "a lot", "big", "so much")


def promised(clause: Clause, setting: Setting, _days: list[Moment]) -> Commitment | None:
    """Read "LeRoy promised me two loads of gravel", "promised her a list by Friday"."""
    found = _PROMISED.match(clause.text)
    if found is None:
        return None
    who, rest = found["np"].strip(), found["rest"].strip()
    if who.endswith(_NO_PROMISE) or rest.startswith((",", ".", "by ")) or not rest:
        return None
    if any(word in words("things") for word in who.split()) or _PLEDGES.match(
        f"{found['verb']} {rest}"
    ):
        return None
    to = rest.partition(" ")[0]
    side = side_of(who) if who else _promiser(to, setting)
    if side is None:
        return None
    named = to in _ADDRESSED
    start = found.start("rest") + 1 + (len(to) + 1 if named else 0)
    return Commitment(
        "promise", side, start, sure=bool(who) or named or setting.subject is not None
    )


def _promiser(to: str, setting: Setting) -> Party:
    if to in {"me", "us"}:
        return "they"
    if to in {"them", "her", "him"} or to in words("titles"):
        return "we"
    return setting.subject or "they"


_PROMISED: Final = re.compile(
    r"^(?P<np>(?:[\w'.-]+ ){0,5}?)(?:(?:have|has|also|already|just) )*(?P<verb>promised|pledged|guaranteed"
    r"|committed|promises?)\b(?P<rest>.*)"
)
_PLEDGES: Final = re.compile(r"(?:pledged|committed) (?:\$|\d|money|another \$)")
_NO_PROMISE: Final = ("as", "like", "that", "had", "than", "what", "which", "not")
_ADDRESSED: Final = frozenset(["me", "us", "them", "her", "him"])
