"""Who comes and who goes on the other side: a new contact, one who left, one with another role."""

import re
from collections.abc import Iterator
from typing import Final

from collabkit.partnerships.reading.clauses import Clause
from collabkit.partnerships.reading.statements import Statement
from collabkit.partnerships.reading.words import doings, phrases, word_set
from collabkit.partnerships.reading.words import words as listed

_TITLED: Final = (
    r"(?:a )?(?:(?:mr|mrs|ms|miss|dr|rev|chief|sister|father|pastor|coach|judge) )?[a-z][\w'.-]*"
)
_NAME: Final = rf"(?P<name>{_TITLED}(?: [a-z][\w'.-]*)?)"
_OPENING: Final = (
    r"^(?:(?:but|so|also|and|ugh|sad news|heads up|sadly|fyi|turns out|apparently) ?[:,]? )*"
)
_HAS: Final = (
    r"(?:(?:has|have|is|was|just|already|officially|will be|will|got|been|now|also|s|did) )*"
)
_WHO: Final = tuple(
    re.compile(rf"{opening}(?P<name>{_TITLED}{second}){aside} {_HAS}(?=(?P<what>.*))")
    for second in ("", r" [a-z][\w'.-]*")
    for opening, aside in (
        (_OPENING, r"(?: ?\([^)]*\))?(?: ,)?"),
        (r"^[\w' ]+ , ", " ,"),
        (_OPENING, " , who .* ,"),
    )
)
"""A name at the start of a clause, and what is told of it."""
_ROLES: Final = (
    r"(?:contact|person|ed|director|coordinator|liaison|manager|principal|teacher|librarian|rep|lead|chair"
    r"|president|boss|gal|guy|feller|fella|lady|man|woman|hire|superintendent|pastor|chief|secretary"
    r"|treasurer|head|poc|super|program \w+|\w+ (?:director|coordinator|manager|contact|person|rep|lead|chair))"
)
_IS: Final = r"(?: (?:is|=|:|,|named|called|will be|-|\())"
_NEW: Final = (
    re.compile(
        rf"\b(?:(?:new|interim|acting|incoming) {_ROLES}(?: (?:there|now|at (?:the )?[\w'-]+|over there|for \w+))*{_IS}"
        r"|(?:replacement|sub|substitute|stand-in|backup|cover|fill-in|successor)(?: is| =| :| named| will be)"
        r"|our (?:new )?contact (?:now|there)? ?(?:is|=)|contact is now|now (?:it is|working with|dealing with)"
        r"|(?:her|his|their) name is|by the name of|replaced by|taken over by|introduced (?:us|me) to"
        rf"|(?:somebody|someone|guy|lady|gal|woman|man|person|fella|feller|fellow) named) {_NAME}"
    ),
    re.compile(
        rf"\b{_NAME} {_HAS}(?:(?:(?<=is )|(?<=was )|(?<=as )|(?<=be ))(?:the|their|our) new|new (?:here|there|at|to)\b|filling in|fills in|fill in|taking over|takes over"
        r"|took over|take over|taken over|hired|(?:be )?our (?:new )?contact|stepping in|steps in|stepped in"
        r"|in (?:his|her|their) (?:old )?(?:place|spot)|replaces|replacing|replaced|the (?:new )?(?:contact|one to call"
        r"|person to call)|(?:be )?the (?:person|one)\b|covering(?: for|$)|coming on|starts as|joined"
        r"|started as|(?:the )?acting|interim|to succeed|succeeds?|succeeding|the \w+(?: \w+)?'?s replacement)\b"
    ),
    re.compile(rf"\b(?:hired|welcome|they hired|brought on) {_NAME} (?:as|to)\b"),
    re.compile(rf"(?:^|: ){_NAME} , (?:the|their|her|his) (?:[\w']+ ){{0,3}}replacement\b"),
    re.compile(rf"(?:^|, )(?:contact|ask for|use) {_NAME}(?: instead| now| for now)?$"),
)
_OVER_FROM: Final = re.compile(
    rf"\b(?:(?:taking|takes|took|taken) over (?:from|for)|replac(?:es|ing|ed)(?! by)) {_NAME}"
)
_NO_NAMES: Final = word_set(
    "i we they we she he it that this there who which what nobody everyone someone somebody "
    "the our their her his my until as new now all half both snow people kids staff no not "
    "and but so just still never pilot trial mou check money program board flyer deal budget "
    "rumor van bus printer roof sign box boxes thing things everything replacement number "
    "plan phone school library church class grant event us them me him you again april job "
    "day week month due will a one class group session room date time turnout most some many"
)
_GUESSED: Final = re.compile(r"\b(?:if|may|might|rumor|maybe|sounds like|could)\b")


def persons(clause: Clause, line: str) -> Iterator[Statement]:
    """Yield who came, went or has another role, by *clause* of *line*."""
    if clause.question or _GUESSED.search(clause.text):
        return
    changed = _told(clause, line, "role")
    if changed:
        yield Statement("person", changed, which="role")
        return
    new = next(
        (name for pattern in _NEW if (name := _named(clause, pattern.search(clause.text), line))),
        "",
    )
    if new:
        yield Statement("person", new, which="new")
    left = _told(clause, line, "left") or _named(clause, _OVER_FROM.search(clause.text), line)
    if left and left != new:
        yield Statement("person", left, which="left")


_OUT: Final = re.compile(r"out(?: ,| sick| with| for (?:the|a)\b|$)")


def _told(clause: Clause, line: str, list_: str) -> str:
    """Return of whom *clause* tells one of the phrases of a list, close behind the name."""
    for pattern in _WHO:
        found = pattern.match(clause.text)
        away = list_ == "left" and found and _OUT.match(found["what"])
        if found and (away or phrases(list_).match(found["what"])):
            name = _named(clause, found, line)
            if name:
                return name
    return ""


def _named(clause: Clause, found: re.Match[str] | None, line: str) -> str:
    """Return the name that was *found*, as it was typed; nothing if it is none."""
    if found is None:
        return ""
    words = found["name"].removeprefix("a ").split()
    things = ("meetings", "things", "agreements", "units")
    known = any(word in listed(name) for word in words for name in things)
    if not words or words[0].strip("'") in _NO_NAMES or words[0] in doings() or known:
        return ""
    start = found.start("name") + len(found["name"]) - len(" ".join(words))
    typed = clause.typed(line, start, found.end("name")).split()
    role = any(word in listed("roles") for word in words)
    if len(typed) > 1 and words[0] not in listed("titles") and not role:
        size = next((at for at, part in enumerate(typed) if not part[:1].isupper()), len(typed))
        typed = typed[: max(1, size)]
    return " ".join(typed).strip(" .,'")
