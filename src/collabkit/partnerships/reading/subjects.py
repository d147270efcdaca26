"""Whose doing a clause tells: ours, theirs, or that of both."""

import re
from typing import Final

from collabkit.partnerships.reading.clauses import Clause
from collabkit.partnerships.reading.statements import Party
from collabkit.partnerships.reading.words import pasts, third_persons, words

_BOTH: Final = re.compile(
    r"(?:the )?(?:both|2) (?:of us|sides|teams|groups|parties|libraries)|we both|we all|both|each side|each of us|we and they|they and we"
    r"|(?:me|i|us|we) and (?:them|her|him|they|she|he)|(?:\w+ ){1,4}and (?:i|we|me|us)|(?:i|we) and (?:\w+ ?){1,3}"
)
_OURS: Final = re.compile(
    r"(?:i|we|me|us|myself|staff|someone|somebody|anyone|anybody|one of us|(?:the|this|my) library|our (?!contact)[\w' -]+|my [\w' -]+|[\w' ]+ \( ?(?:ours|our side|us|staff|library) ?\)|[\w' ]+ (?:on|from) our (?:end|side|staff))"
)
_NOBODY: Final = re.compile(
    r"(?:not|it|that|this|there|which|what|who|nobody|no one|none|nothing|everything|half of [\w ]+)\b.*"
)


def side_of(subject: str) -> Party | None:
    """Return whose doing that of *subject* is; nothing where it is no one's.

    Args:
        subject: the words before the verb, in one spelling.
    """
    plain = subject.strip(" ,")
    if not plain or _NOBODY.fullmatch(plain):
        return None
    if _BOTH.fullmatch(plain):
        return "both"
    if _OURS.fullmatch(plain):
        return "we"
    return "they"


_NAMES: Final = 3


def is_name(subject: str, clause: Clause) -> bool:
    """Return whether *subject*, with which *clause* begins, is the bare name of a person."""
    size = len(subject.split())
    parts = clause.parts[:size]
    return (
        0 < size <= _NAMES and all(part.capital for part in parts) and subject not in words("verbs")
    )


def doer(clause: Clause) -> Party | None:
    """Return whose doing *clause* tells, by its subject; nothing where it shows none."""
    text = _OPENING.sub("", clause.text)
    first, _, rest = text.partition(" ")
    if first in {"i", "we"}:
        return "both" if re.match(r"we (?:will )?both", text) else "we"
    if first in {"they", "she", "he", "theirs"}:
        return "they"
    if first in {"did", "was", "had", "were"} or first in words("verbs"):
        return None
    if first in pasts():
        return "they" if first in {"said", "says"} else "we"
    found = _SUBJECT.match(text)
    if found and not found["np"].startswith(("if ", "no ", "when ")):
        return side_of(found["np"])
    return side_of(first) if rest.partition(" ")[0] in third_persons() else None


_OPENING: Final = re.compile(r"^(?:(?:also|then|so|now|today|yesterday|ok|well) ,? ?)+")
_SUBJECT: Final = re.compile(
    r"^(?P<np>(?:[\w'.&-]+ ){1,6}?)(?:will|is|are|was|were|has|have|had|said|says|wants?|would|gave|sent|came"
    r"|\w+ed|did)\b"
)
