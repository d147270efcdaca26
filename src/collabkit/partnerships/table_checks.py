"""What is wrong in the tables of a partnership, by file and line: answers and counts that count for nothing."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from collabkit.catalog import Catalog
from collabkit.errors import Place, Problem, cut, did_you_mean
from collabkit.partnerships.counts import rows as counts
from collabkit.partnerships.counts.measures import fitting
from collabkit.partnerships.facts import Facts
from collabkit.partnerships.health import sheets
from collabkit.partnerships.tables import Row, Table, day


def check_tables(
    folder: Path, facts: Facts | None, catalog: Catalog, today: date
) -> Iterator[Problem]:
    """Yield what is wrong in ``health.csv`` and ``counts.csv`` of the partnership in *folder*."""
    answers = sheets.answers_table(folder)
    yield from _unreadable(answers)
    ahead: set[tuple[str, str]] = set()
    for row in answers.rows:
        yield from (_problem(row, problem) for problem in _answer(row, catalog))
        at, sheet = day(row.cell("day", "date")), (row.cell("day", "date"), row.cell("sheet"))
        if at is not None and at > today and sheet not in ahead:
            ahead.add(sheet)  # once, and not for each of its twelve answers
            yield _problem(row, f"{at} has not come yet")
    counted = counts.counts_table(folder)
    yield from _unreadable(counted)
    for row in counted.rows:
        yield from (_problem(row, problem) for problem in _count(row, facts, catalog, today))


def _unreadable(table: Table) -> Iterator[Problem]:
    for file, reason in table.unreadable:
        yield Problem(Place(file, 1, 1), "", f"cannot be read: {reason}")


def _problem(row: Row, problem: str) -> Problem:
    return Problem(Place(row.file, row.line, 1), "", problem)


def _answer(row: Row, catalog: Catalog) -> Iterator[str]:
    written, question = row.cell("day", "date"), row.cell("question").casefold()
    answer = row.cell("answer")
    if day(written) is None:
        yield f"{cut(written)!r} is no day, so the answer counts for nothing; write it like 2026-03-09"
    if sheets.side_of(row.cell("side")) is None:
        yield f"{cut(row.cell('side'))!r} is neither we nor they"
    if question == sheets.AGAIN:
        if sheets.again_of(answer) is None:
            yield f"{cut(answer)!r} is none of {', '.join(sheets.AGAINS)}"
    elif question != sheets.CHANGE:
        if question not in catalog.questions:
            close = did_you_mean(question, catalog.questions)
            yield f"no question called {cut(question)!r}; {close or '`collab list questions` has them'}"
        elif sheets.answer_of(answer) is None:
            yield f"{cut(answer)!r} is none of {sheets.LOWEST} to {sheets.HIGHEST}"


def _count(row: Row, facts: Facts | None, catalog: Catalog, today: date) -> Iterator[str]:
    found = counts.count_of(row)
    if isinstance(found, str):
        yield f"{cut(found)}; the line counts for nothing"
        return
    if found.day > today:
        yield f"{found.day} has not come yet"
    if found.work and found.work not in catalog.activities:
        close = did_you_mean(found.work, catalog.activities)
        yield f"no work called {cut(found.work)!r}; {close or '`collab list activities` has them'}"
        return
    work = found.work or (facts.work if facts else None) or ""
    measures = catalog.activities[work].measures if work in catalog.activities else ()
    several = fitting(found.measure, measures)
    if len(several) > 1:
        listed = "; ".join(each.what for each in several)
        yield f"{cut(found.measure)!r} may be any of: {listed}; write a little more of it"
