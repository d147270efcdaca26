"""Answers from wherever they come: the page, a spreadsheet, a form with a row for each person, a sheet typed in."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from collabkit.catalog.questions import Question
from collabkit.errors import UsageError, cut
from collabkit.partnerships.entries import Side
from collabkit.partnerships.health.sheets import (
    AGAIN,
    AGAINS,
    CHANGE,
    HIGHEST,
    LOWEST,
    Again,
    Sheet,
    again_of,
    answer_of,
    is_blank,
    side_of,
    with_name,
)
from collabkit.partnerships.tables import Row, day, rows_of

CHANGE_ASKS = "What should change?"
AGAIN_ASKS = "Would you do it again?"


class ParsedSheets(NamedTuple):
    """What was read out of a file of answers."""

    sheets: tuple[Sheet, ...]
    rejected: tuple[str, ...] = ()
    """What in it was no answer, each with its place."""


def from_csv(
    raw: bytes,
    name: str,
    questions: Mapping[str, Question],
    *,
    on: date,
    side: Side | None = None,
) -> ParsedSheets:
    """Return the sheets in a CSV: a row for each answer, as the page saves them, or a row for each person.

    Args:
        raw: whatever a spreadsheet made of it.
        name: what the file is called.
        questions: the catalog's, by id. In a file with a row for each person a column is headed by the
            id of a question, its number from 1 or its words.
        on: the day of rows that name none.
        side: who answers, where the rows do not say it.

    Raises:
        UsageError: there is no answer in it, or nothing says whose they are.
    """
    rows = rows_of(raw, name)
    rejected: list[str] = []
    known = _ids_by_name(questions)
    if any("question" in row.cells for row in rows):
        found = list(_by_answer(rows, known, on, side, rejected))
    else:
        found = [_by_person(row, known, on, side, rejected) for row in rows]
    sheets = [with_name(sheet) for sheet in found if not is_blank(sheet)]
    if not sheets:
        raise UsageError(
            f"no answer in {name}",
            "It has a row for each answer under day,side,sheet,question,answer, or a row for each person "
            "under the questions.",
        )
    return ParsedSheets(tuple(sheets), tuple(rejected))


def parse_answers(
    answers: str,
    questions: Mapping[str, Question],
    *,
    on: date,
    side: Side,
    again: Again | None = None,
    change: str = "",
) -> Sheet:
    """Return the sheet that somebody types from paper: the answers in the order of the questions.

    Args:
        answers: such as ``4 5 3 - 4``; a hyphen is a question left open.
        questions: the catalog's, by id.
        on: the day on the paper.
        side: who filled it in.
        again: whether they would do it again.
        change: what should change.

    Raises:
        UsageError: too many or too few, or one that is no answer.
    """
    cells = re.split(r"[\s,;]+", answers.strip()) if answers.strip() else []
    if len(cells) != len(questions):
        raise UsageError(
            f"{len(cells)} answers for {len(questions)} questions",
            "Give one for each, in their order, with a hyphen for one left open: 4 5 3 - 4 …",
        )
    given: dict[str, int] = {}
    for place, (id_, each) in enumerate(zip(questions, cells, strict=True), start=1):
        found = answer_of(each)
        if found is None and each not in {"-", "\u2013", "\u2014", "."}:
            raise UsageError(
                f"answer {place}: {cut(each)!r} is none of {LOWEST} to {HIGHEST}",
                "A hyphen leaves a question open.",
            )
        if found is not None:
            given[id_] = found
    return with_name(Sheet(on, side, "", given, again, " ".join(change.split())))


def _ids_by_name(questions: Mapping[str, Question]) -> dict[str, str]:
    """Return what a question may be called, each with its id."""
    known = {AGAIN: AGAIN, CHANGE: CHANGE, _key(AGAIN_ASKS): AGAIN, _key(CHANGE_ASKS): CHANGE}
    for place, (id_, question) in enumerate(questions.items(), start=1):
        for name in (id_, str(place), f"q{place}", question.text, f"{place}. {question.text}"):
            known.setdefault(_key(name), id_)
    return known


def _key(text: str) -> str:
    return " ".join(re.sub(r"[^\w-]+", " ", text.casefold()).split())


def _by_answer(
    rows: Sequence[Row],
    known: Mapping[str, str],
    on: date,
    side: Side | None,
    rejected: list[str],
) -> Iterator[Sheet]:
    whose: dict[tuple[date, Side, str], list[tuple[str, str, Row]]] = {}
    for row in rows:
        id_ = known.get(_key(row.cell("question")))
        if id_ is None:
            rejected.append(f"{_at(row)}: no question called {cut(row.cell('question'))!r}")
            continue
        key = (_day(row, on, rejected), _side(row, side), row.cell("sheet"))
        whose.setdefault(key, []).append((id_, row.cell("answer"), row))
    for (at, who, sheet), answered in whose.items():
        yield _sheet(at, who, sheet, answered, rejected)


def _by_person(
    row: Row, known: Mapping[str, str], on: date, side: Side | None, rejected: list[str]
) -> Sheet:
    answered = [
        (known[_key(title)], cell, row) for title, cell in row.cells.items() if _key(title) in known
    ]
    at = _day(row, on, rejected)
    return _sheet(at, _side(row, side), row.cell("sheet"), answered, rejected)


def _sheet(
    on: date, side: Side, id_: str, answered: Iterable[tuple[str, str, Row]], rejected: list[str]
) -> Sheet:
    answers: dict[str, int] = {}
    again: Again | None = None
    change = ""
    for question, text, row in answered:
        if question == CHANGE:
            change = text
        elif not text:
            continue
        elif question == AGAIN:
            again = again_of(text)
            if again is None:
                rejected.append(f"{_at(row)}: {cut(text)!r} is none of {', '.join(AGAINS)}")
        elif (found := answer_of(text)) is not None:
            answers[question] = found
        else:
            rejected.append(f"{_at(row)}: {cut(text)!r} is none of {LOWEST} to {HIGHEST}")
    return Sheet(on, side, id_, answers, again, change)


def _day(row: Row, on: date, rejected: list[str]) -> date:
    text = row.cell("day", "date", "timestamp", "start time")
    found = day(text)
    if found is None and text:
        rejected.append(f"{_at(row)}: {cut(text)!r} is no day; taken for {on}")
    return found or on


def _side(row: Row, side: Side | None) -> Side:
    found = side or side_of(row.cell("side"))
    if found is None:
        raise UsageError(
            f"{_at(row)}: nothing says who answers",
            "Say it with --side: they for the partner, we for the library.",
        )
    return found


def _at(row: Row) -> str:
    return f"{row.file}:{row.line}"
