"""Money: who pledged, gave or paid how much."""

import re
from collections.abc import Iterator
from typing import Final

from collabkit.partnerships.reading.clauses import Clause
from collabkit.partnerships.reading.statements import Party, Statement
from collabkit.partnerships.reading.subjects import side_of

_SUM: Final = re.compile(
    r"\$ ?(?P<dollars>\d[\d,]*(?:\.\d+)?)(?P<kilo>k)?\b(?: (?P<size>thousand|hundred|grand))?"
    r"|\b(?P<named>\d[\d,]*(?:\.\d+)?)(?P<kilo2>k)? (?:dollars|dollar)\b"
    r"|(?:\b(?:pledged|put in|chip in|pitch in|match up to|match|kick in|check|donated|came in ,) (?:up to |another )?"
    r"|raised )(?P<bare>\d[\d,]*(?:\.\d\d)?)(?P<kilo3>k)?\b(?! \w+s\b|[/:]| (?:am|pm))"
)
_OTHER_SUM: Final = re.compile(
    r"\b(?:the other|ours is|theirs is|and we|and they|they paid|we paid)\b"
)
_GIVE: Final = r"(?:give|cover|pay|match|donate|contribute|put|sponsor|fund|chip|kick|pitch|throw|add|send|reimburse|spring|foot|pick up)"
_PROMISED: Final = re.compile(r"\b(?:pledged|promised|committed)\b")
_PLEDGED: Final = re.compile(
    rf"\b(?:pledg\w+|promised|(?:will|would|going to|agreed to|offered to|can) {_GIVE}|covering|giving|donating|paying"
    r"|chipping|contributing|throwing in|putting in|sponsoring|(?:share|part|contribution|portion|match|donation"
    r"|half) (?:is|will be)|ours is|theirs is|committed|offered|good for|is in for|are in for|coming|comes in|voted"
    r"|approved|pays?|covers?|match(?:es|ing)?|confirmed|gives?|sponsors?|kicks? in|chips? in|puts? (?:in|up)|donates?"
    r"|contributes?|on the way|awarded|granted|owes?|(?:is|are) (?:fine|ok|good) with|will bring)\b"
)
_RECEIVED: Final = re.compile(
    r"\b(?:received|got|came|arrived|deposited|handed|sent over|sent us|sent|gave|mailed|dropped off|brought"
    r"|landed|in the mail|in hand|cleared|here|donated|cashed|collected|showed up|dropped)\b"
)
_ARRIVED: Final = re.compile(
    r"\b(?:came|arrived|deposited|received|in hand|cleared|cashed)\b|^(?:got|have) (?:the |a |their |our |her |his )?"
    r"(?:[\w']+ )?(?:check|\$|money|payment|deposit|grant|donation|\d)"
)
_PAID: Final = re.compile(
    r"\b(?:paid|reimbursed|spent|wrote (?:them|her|him) a check|cut (?:them|her|him) a check|bought|refunded"
    r"|gave (?:them|her|him)|drawn a check|drew a check)\b|^(?:payment|check|reimbursement)\b.* (?:sent|mailed|cut|issued)\b"
)
_BILLED: Final = re.compile(r"\b(?:sent|mailed|emailed|gave)\b.*\b(?:invoice|bill|quote|receipt)\b")
_WISHED: Final = re.compile(
    r"\b(?:wants?|asked|asks|asking|needs?|costs?|charges?|if|would cost|quote[sd]?|worth|price|budget of|short"
    r"|fee is|grant app\w*|apply|applied|applying|could|might|maybe|may)\b"
)
_GUESSED: Final = re.compile(r"\b(?:if|might|maybe|could|may)\b")
_VERBS: Final = (
    r"(?:pledged|will|is|are|would|gave|sent|paid|voted|handed|took|covers?|donated|promised|offered|approved|pays?"
    r"|has|have|agreed|matched|came|chipped|put|says|said|gives?|kicked|brought|mailed|dropped)"
)


def sums(clause: Clause, subject: Party | None, before: str) -> Iterator[Statement]:
    """Yield what *clause* tells of money.

    Args:
        clause: of the line.
        subject: whose doing the clause before it told.
        before: that clause.
    """
    text = clause.text
    if clause.question:
        return
    for found in _SUM.finditer(text):
        told = _told(text, found.start(), subject, before)
        if told is not None:
            side, which, sure = told
            yield Statement("money", "", side=side, number=_amount(found), which=which, sure=sure)
        if not _OTHER_SUM.search(text[found.end() :]):
            return


def _amount(found: re.Match[str]) -> float:
    part = found.groupdict()
    digits = (part["dollars"] or part["named"] or part["bare"]).replace(",", "")
    kilo = part["kilo"] or part["kilo2"] or part["kilo3"]
    size = {"hundred": 100, "thousand": 1000, "grand": 1000}.get(part["size"] or "", 1)
    return float(digits) * (1000 if kilo else 1) * size


def _told(text: str, at: int, subject: Party | None, before: str) -> tuple[Party, str, bool] | None:
    """Return who gives the sum at the letter *at*, what became of it, and whether that is sure."""
    text = re.sub(r"\b(?:just )?as [\w ]+ (?:promised|pledged|said)\b", "", text)
    wished = _WISHED.search(text[:at]) and not _PLEDGED.search(text)
    if wished or _GUESSED.search(text[:at]) or _BILLED.search(text):
        return None
    side = _giver(text, at, subject)
    if _FROM_US.search(text):
        return "we", "paid", True
    if _ARRIVED.search(text) and not text.startswith("payment"):
        return "they", "received", True
    if _PROMISED.search(text):
        return side or "they", "pledged", True
    if _PAID.search(text):
        return _payment(text, side)
    if _PLEDGED.search(text):
        return side or "they", "pledged", side is not None or bool(_FROM_THEM.search(text))
    if _RECEIVED.search(text):
        given = side == "we" and not re.search(r"\b(?:us|me)\b", text)
        return ("we", "paid", False) if given else ("they", "received", True)
    return _by_clause_before(text, before)


_FROM_US: Final = re.compile(
    r"\b(?!(?:we|i) )[a-z']+ (?:have |has )?(?:received|got|collected|deposited|cashed)\b.* from (?:us|the library)\b"
    r"|\b(?:they|she|he) (?:have |has )?(?:received|got|collected|deposited|cashed) our\b"
)
"""Money that is ours and that the other side has now."""
_FROM_THEM: Final = re.compile(r"\b(?:coming|comes in|check|pledged|approved|awarded)\b")


def _payment(text: str, side: Party | None) -> tuple[Party, str, bool]:
    to_us = side != "we" and re.search(r"\b(?:paid|reimbursed) (?:us|our|the library)\b", text)
    return ("they", "received", True) if to_us else (side or "we", "paid", True)


def _by_clause_before(text: str, before: str) -> tuple[Party, str, bool] | None:
    """Return what a bare sum is, by the clause before it: "Gene's check is here. $2,500"."""
    here = re.search(r"\b(?:got|here|came|received|arrived|as (?:he|she|they) said)\b", before)
    if here and re.search(r"\bcheck\b", before):
        return "they", "received", True
    if re.search(r"\b(?:approved|voted|awarded|grant|got it)\b", before):
        return "they", "pledged", True
    return ("they", "pledged", False) if re.search(r"\bcheck\b", text) else None


def _giver(text: str, at: int, subject: Party | None) -> Party | None:
    owned = re.search(
        r"\b(our|ours|their|theirs) (?:share |part |portion |half |contribution |match |donation )?(?:is|will be|:|=)?[^,\w]*$",
        text[:at],
    )
    if owned:
        return "we" if owned[1].startswith("our") else "they"
    source = re.search(r"\bfrom (us|our|them|her|him|their)\b", text)
    if source:
        return "we" if source[1] in {"us", "our"} else "they"
    pronouns = re.findall(r"\b(i|we|they|she|he)\b", text[:at])
    if pronouns:
        return "we" if pronouns[-1] in {"i", "we"} else "they"
    found = re.match(rf"^(?P<np>(?:[\w'-]+ ){{1,6}}?){_VERBS}\b", text)
    if found:
        side = side_of(found["np"])
        return "they" if side == "both" else side
    if re.match(r"^(?:paid|pays?|spent|bought|reimbursed|put in)\b", text):
        return "we"
    if text.startswith("pledged"):
        return "they"
    known = subject in {"we", "they"} and not re.match(r"^(?:got|received)", text)
    return subject if known else None
