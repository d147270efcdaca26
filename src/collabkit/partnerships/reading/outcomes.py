"""What became of a promise: that it was kept, or missed."""

import re
from typing import Final

from collabkit.partnerships.reading.clauses import Clause
from collabkit.partnerships.reading.statements import Party, Statement
from collabkit.partnerships.reading.subjects import side_of
from collabkit.partnerships.reading.words import phrases

_SAID: Final = r"(?:said|promised|told (?:us|me|them|her|him)|agreed|pledged|planned)"
_AS: Final = re.compile(
    rf"\b(?:just |exactly )?(?:as|like|when) (?P<who>i|we|they|she|he|(?:mr|mrs|ms|dr|miss)? ?[a-z]+)"
    rf" (?:had )?{_SAID}\b"
)
_RELATIVE: Final = re.compile(
    r"\b(?:that |which |what )?(?P<who>i|we|they|she|he) (?:had )?(?:promised|pledged|owed"
    r"|said (?:i|we|they|she|he) would)\b"
)
_TOLD: Final = re.compile(
    r"\b(?:where|what|when) i (?:had )?(?:told (?:him|her|them)|said) (?:it|we|i) (?:should|would)\b"
)
_DONE: Final = re.compile(
    r"^(?:(?:finally|just|already|ok|also|and|so|i|we|they|she|he) )*(?:sent|gave|brought|dropped|delivered"
    r"|mailed|paid|returned|finished|emailed|got|took|made|wrote|put|handed|called|posted|printed|did|told"
    r"|shared|turned|submitted)\b"
)
_HERE: Final = re.compile(r"\b(?:came|arrived|here|went over|in the mail|showed up)\b")
_OURS: Final = re.compile(
    r"^(?:told|sent|gave|dropped|delivered|i|we|our)\b|\bi gave\b|\bi (?:neglected|failed|forgot)\b"
    r"|\b(?:sent|delivered|submitted|turned in|dropped off|handed in|mailed|done|finished)\b"
)
_THEIRS: Final = re.compile(
    r"\b(?:they|she|he|from|by them|arrived|came|here|their|received|got)\b"
)
_OPEN: Final = re.compile(r"\b(?:will|would|hope|if|start|please|shall|starts|be)\b")


def outcome(
    clause: Clause, before: str, subject: Party | None, doer: Party | None
) -> Statement | None:
    """Return what *clause* tells of a promise made before.

    Args:
        clause: of the line.
        before: the clause before it.
        subject: whose doing that one told.
        doer: whose doing this one tells.
    """
    if clause.question:
        return None
    return _missed(clause.text, before, subject, doer) or _kept(clause.text, doer)


def _kept(text: str, doer: Party | None) -> Statement | None:
    found = _AS.search(text)
    if found and not re.search(r"\b(?:will|not|if|short of|would)\b", text[: found.start()]):
        return Statement("kept", "", side=side_of(found["who"].strip()) or doer or "they")
    relative = _RELATIVE.search(text)
    if relative and (
        _DONE.match(text) or _HERE.search(text[: relative.start()] + " " + text[relative.end() :])
    ):
        return Statement("kept", "", side=side_of(relative["who"]))
    if _TOLD.search(text):
        return Statement("kept", "", side="we")
    phrase = phrases("kept").search(text)
    if phrase is None or _OPEN.search(text):
        return None
    ours = _OURS.search(text) and not _THEIRS.search(text)
    if ours:
        return Statement("kept", "", side="we")
    side = doer if doer in {"we", "they"} else _subject_before(text, phrase) or "they"
    return Statement("kept", "", side=side)


def _subject_before(text: str, phrase: re.Match[str]) -> Party | None:
    head = text[: phrase.start()].split()
    return side_of(head[-1]) if head and head[-1] in {"i", "we", "they", "she", "he"} else None


_DUE_BEFORE: Final = re.compile(
    r"\b(?P<who>(?:which )?(?:i|we|they|she|he|it|[\w' ]+?)) (?:was|were|had been)"
    r" (?:(?:supposed|meant|going|expected|due)(?: to)?|to (?:have )?(?=\w+ .*(?:yesterday|last|by|today)\b)|to have)\b"
)
_NOT_DONE: Final = re.compile(
    r"\b(?:has|have|had) (?:not|still not) (?:\w+ )?(?:sent|brought|called|come|paid|delivered|done|gotten|returned|mailed"
    r"|finished)\b|\bdid not (?:do|send|bring|get|make|come|call|finish|deliver|arrive)\b|\bstill (?:waiting"
    r"|have not|no word on|has not|nothing)\b|\bnot (?:here|in)\b|^(?:it is not|did not|was not|have not)\b|\bno one .* has sent\b"
)
_WAS_PROMISED: Final = re.compile(
    r"\bpromised\b|\b(?:was|were) (?:to|supposed)\b|\bsupposed\b|\bby (?:the|last|now)\b|\byet\b|\bwould\b|\bgoing to\b"
)
_WILL_NOT: Final = re.compile(
    r"\bwill not .* as .* promised\b|\bpromised .*\b(?:now says|no sign|nothing|but)\b"
)
_CANCELED: Final = re.compile(
    r"^(?P<who>[\w' ]+?) (?:just |had to )?(?:cancell?ed|cancel)$|\bthey moved .* on us\b"
)


def _missed(text: str, before: str, subject: Party | None, doer: Party | None) -> Statement | None:
    due = _DUE_BEFORE.search(text)
    found = (
        due or _WILL_NOT.search(text) or phrases("missed").search(text) or _CANCELED.search(text)
    )
    if found is None and _NOT_DONE.search(text) and _WAS_PROMISED.search(f"{before} {text}"):
        found = _NOT_DONE.search(text)
    if found is None or re.search(
        r"\b(?:if|unless|in case|hope|did not|do not)\b", text[: found.start()]
    ):
        return None
    return Statement("missed", "", side=_who_missed(text, before, subject, doer, due))


def _who_missed(
    text: str, before: str, subject: Party | None, doer: Party | None, due: re.Match[str] | None
) -> Party:
    who = due["who"].removeprefix("which ").strip() if due else ""
    named = side_of(who.split(" and ")[-1]) if who not in {"", "it", "that"} else None
    if named:
        return "they" if named == "both" else named
    if re.search(
        r"\b(?:our|my) bad\b|\bwe ,? ?(?:i fear ,? )?were\b|\bi (?:had )?(?:promised|forgot|neglected|failed)\b|\bwe forgot\b",
        text,
    ):
        return "we"
    goes_on = re.match(r"^(?:it is not|did not|was not|have not)\b", text)
    if goes_on and re.search(r"^(?:i|we) |\btold\b", before):
        return "we"
    if goes_on and subject in {"we", "they"}:
        return subject
    return doer if doer in {"we", "they"} else "they"
