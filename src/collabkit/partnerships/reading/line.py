"""A line to what it states, clause by clause."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from collabkit.partnerships.reading.clauses import Clause, clauses
from collabkit.partnerships.reading.commitments import commitment
from collabkit.partnerships.reading.dues import due_days, with_late_day
from collabkit.partnerships.reading.meetings import meeting
from collabkit.partnerships.reading.moments import Moment, moments
from collabkit.partnerships.reading.outcomes import outcome
from collabkit.partnerships.reading.persons import persons
from collabkit.partnerships.reading.settling import fitting_promises, settled
from collabkit.partnerships.reading.signals import unread
from collabkit.partnerships.reading.standing import agreement, stage
from collabkit.partnerships.reading.statements import Commitment, Party, Setting, Statement
from collabkit.partnerships.reading.subjects import doer
from collabkit.partnerships.reading.sums import sums
from collabkit.partnerships.reading.tallies import counts
from collabkit.partnerships.reading.words import word_set


class Reading(NamedTuple):
    """What a line states, and which of its clauses hold something that was not understood."""

    statements: tuple[Statement, ...]
    clauses: tuple[Clause, ...]
    unread: tuple[int, ...]
    """Clauses, from 0, with a day to come, a sum or a word of promising that lead to no statement."""


def read_line(line: str, today: date) -> Reading:
    """Return what *line*, typed on *today*, states."""
    parts = clauses(line)
    found = _Reader(line, today, parts).read()
    return Reading(tuple(found), tuple(parts), tuple(unread(parts, found, today)))


_MET: Final = re.compile(r"\b(?:meeting|zoom|training|visit|off|no-showed|date|time)\b")
_NOT_DONE: Final = re.compile(r"^(?:it is not|did not|was not|have not)\b")
_HERE: Final = re.compile(r"\b(?:came|here|arrived)\b")
_GRAMMAR: Final = re.compile(
    r"i|we|they|she|he|both|all|of|us|will|would|shall|can|could|should|must|am|is|are|to|going|supposed|said|says|told"
    r"|promised?|promises|agreed|offered|volunteered|pledged|has|have|that|also|just|now|then|owes?|need|needs|me|theirs"
    r"|please|not|do|forget|remember|remind|ours|sides|each|side|ok|so|still|got|someone|somebody|ought|better|kindly|asked|wants?|her|him|them|it|yes"
    r"|[^\w]+"
)
"""Words that say who is to do something and no more."""


class _Reader:
    """Reads the clauses of one line in order, and remembers whose doing the last one told."""

    def __init__(self, line: str, today: date, parts: list[Clause]) -> None:
        self.line, self.today, self.parts = line, today, parts
        self.subject: Party | None = None
        self.text = " | ".join(part.text for part in parts)
        self.quoted = bool(re.search(r'["\u201c][^"\u201d]{8,}', line))
        ours = re.search(r"\b(?:we|i) [a-z]+", self.text)
        self.paired = bool(ours and re.search(r"\b(?:they|she|he) [a-z]+", self.text))

    def read(self) -> list[Statement]:
        """Return what the line states, in its order."""
        found: list[Statement] = []
        for at, clause in enumerate(self.parts):
            made = [
                each._replace(clause=at, text=each.text or clause.typed(self.line))
                for each in self._clause(clause, at, found)
            ]
            if any(each.kind == "missed" for each in made) and _NOT_DONE.match(clause.text):
                # "Told them it would be up by today and it is not": nobody promises it any more.
                found = [each for each in found if each.kind != "promise" or each.clause != at - 1]
            days = list(moments(clause.text, self.today))
            found = with_late_day(clause, at, days, self.today, found + made)
            self.subject = doer(clause) or self.subject
        return settled(found)

    def _clause(self, clause: Clause, at: int, found: list[Statement]) -> Iterator[Statement]:
        before = self.parts[at - 1].text if at else ""
        days = list(moments(clause.text, self.today, past=clause.past))
        others = list(self._others(clause, before, days))
        yield from others
        promised = list(self._bound(clause, at, days, found))
        missed_before = any(each.kind == "missed" and each.side for each in found)
        seen = meeting(clause, self.line, days, self.today, said_before=bool(_MET.search(before)))
        bare_move = (
            missed_before and re.match(r"(?:moved|now) ", clause.text) and not _MET.search(before)
        )
        ready = bool(re.search(r"\bhave .* ready\b", clause.text))
        if (
            seen is not None
            and not ready
            and not bare_move
            and not _is_other(seen, promised, others)
        ):
            yield seen
            promised = fitting_promises(promised, seen, clause.text)
        promised = [each for each in promised if not _told_otherwise(each, others, clause.text)]
        yield from promised
        if not promised:
            yield from counts(clause, here=bool(_HERE.search(f"{before} {clause.text}")))

    def _others(self, clause: Clause, before: str, days: list[Moment]) -> Iterator[Statement]:
        """Yield what became of a promise, who came or went, the stage, the agreement and the money."""
        told = (
            outcome(clause, before, self.subject, doer(clause)),
            stage(clause, days, self.text),
            agreement(clause, days, before, self.today),
        )
        yield from (self._dated(each, clause, days) for each in told if each is not None)
        yield from persons(clause, self.line)
        yield from sums(clause, self.subject, before)

    def _dated(self, each: Statement, clause: Clause, days: list[Moment]) -> Statement:
        """Return *each*, an agreement's words without the day that stands behind them in the log."""
        spans = [(day.start, day.end) for day in days if day.day == each.day]
        if each.kind != "agreement" or not spans:
            return each
        return each._replace(text=clause.typed_without(self.line, spans) or "signed")

    def _bound(
        self, clause: Clause, at: int, days: list[Moment], found: list[Statement]
    ) -> Iterator[Statement]:
        before = self.parts[at - 1].text if at else ""
        setting = Setting(self.subject, before, self.quoted, self.paired)
        short = _after_day(clause, days)
        named = list(moments(short.text, self.today)) if short is not clause else days
        each = commitment(short, setting, days if short is clause else [*days, *named])
        if each is None:
            return
        what = _what(short, each, named, self.line)
        named_before = _names(short, each.start)
        who = each.who or (
            short.typed(self.line, *named_before) if each.side == "they" and named_before else ""
        )
        whole = not self.quoted and (who != "" or named_before == (0, 0))
        dues: list[Moment | None] = [*due_days(clause, days, self.today, self.parts[:at], found)]
        for due in dues or [None]:
            made = _statement(each, what, due)._replace(whole=whole, who=who)
            if not each.sure and each.who and each.kind == "promise":
                yield made._replace(kind="follow up", side=None)  # she may be one of us
            yield made


def _statement(each: Commitment, what: str, due: Moment | None) -> Statement:
    day = due.day if due else None
    if due and due.week and due.day.weekday() == 0 and each.kind == "promise":
        day = due.day + timedelta(days=4)  # "next week" ends on its Friday for whoever waits
    return Statement(
        "promise" if each.kind == "promise" else "follow up",
        what,
        side=each.side,
        day=day,
        who=each.who,
        sure=each.sure,
        rough=bool(due and due.rough),
        lead="on" if due and due.lead == "on" else "by",
    )


def _is_other(seen: Statement, promised: list[Statement], others: list[Statement]) -> bool:
    """Return whether what looks like a meeting is told as something else."""
    if any(each.kind == "follow up" for each in promised):
        return True
    signed = any(each.kind == "agreement" for each in others)
    agreed = any(each.kind == "promise" for each in promised)
    return not seen.time and seen.which != "held" and (signed or (agreed and not _comes(seen)))


def _comes(seen: Statement) -> bool:
    return bool(
        re.search(
            r"\b(?:com(?:e|es|ing)|visit\w*|meet\w*|stop\w*|see|bringing the)\b", seen.text.lower()
        )
    )


_PAYS: Final = word_set(
    "cover give pay match put donate contribute sponsor chip kick pitch fund add throw award "
    "covering giving paying matching putting donating chipping throwing sponsoring "
    "contributing"
)
_RUNS: Final = word_set(
    "start go continue run runs end ends begin renew close expire be keep try launch"
)
_CHANGES: Final = word_set(
    "step succeed cover covering take taking be leave move fill retire replace filling start "
    "join handle"
)


def _told_otherwise(each: Statement, others: list[Statement], text: str) -> bool:
    """Return whether what looks like a promise is told as money, a stage, a person or what became of one."""
    if each.kind != "promise":
        return False
    kinds = {other.kind for other in others if other.sure}
    first = each.text.lower().partition(" ")[0]
    dated = each.day is not None and re.search(r"\b(?:by|on|in|before)\b", text)
    return (
        ("money" in kinds and first in _PAYS and not dated)
        or ("person" in kinds and first in _CHANGES)
        or (bool(kinds & {"stage", "agreement"}) and first in _RUNS)
        or (
            "missed" in kinds
            and bool(
                re.search(
                    r"\bpromised\b.*\bnow\b|\bwas\b|\bwere\b|\bcan not\b|\bnot be able\b|\bnever\b",
                    text,
                )
            )
        )
    )


def _names(clause: Clause, start: int) -> tuple[int, int] | None:
    """Return where the one name stands among the words of *clause* before the letter *start*.

    (0, 0) says that there is no word but those of grammar, nothing that there are others than a name.
    """
    at, found = 0, []
    for part in clause.parts:
        if at >= start:
            break
        if not _GRAMMAR.fullmatch(part.norm):
            found.append((at, at + len(part.norm), part.capital))
        at += len(part.norm) + 1
    if not found:
        return 0, 0
    named = all(capital for *_, capital in found) and len(found) <= _NAMES
    return (found[0][0], found[-1][1]) if named else None


_NAMES: Final = 3
"""Words of a name, at most."""


def _after_day(clause: Clause, days: list[Moment]) -> Clause:
    """Return *clause* without the day with which it begins: "by Friday they bring the list"."""
    if not days or days[0].start > 0:
        return clause
    rest = clause.text[days[0].end :].lstrip(" ,")
    size = len(clause.text[: len(clause.text) - len(rest)].split())
    return clause._replace(text=rest, parts=clause.parts[size:]) if rest else clause


def _what(clause: Clause, each: Commitment, days: list[Moment], line: str) -> str:
    """Return what is to be done in the words that were typed, without the day at its end."""
    end = len(clause.text)
    for day in reversed(days):
        if day.end >= end - 2 and day.start > each.start:
            end = day.start
    return clause.typed(line, each.start, end).strip(" ,:-")
