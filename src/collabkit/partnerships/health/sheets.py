"""One person's answers, and ``health.csv``, which keeps them: a row for each answer, only ever added.

day,side,sheet,question,answer
2026-05-04,they,kwxgtn,same-purpose,4
2026-05-04,they,kwxgtn,again,yes
2026-05-04,they,kwxgtn,change,a later hour on Fridays
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Final, Literal, NamedTuple, get_args

from collabkit.partnerships.entries import Side
from collabkit.partnerships.tables import Row, Table, append_rows, day, number, read_table

NAME: Final = "health"
HEADER: Final = ("day", "side", "sheet", "question", "answer")
CHANGE: Final = "change"
"""The question that is answered in words: what should change?"""
AGAIN: Final = "again"
"""The question whether they would do it again."""
Again = Literal["yes", "unsure", "no"]
AGAINS: Final[tuple[Again, ...]] = get_args(Again)
SIDES: Final[tuple[Side, ...]] = get_args(Side)
LOWEST: Final = 1
HIGHEST: Final = 5


class Sheet(NamedTuple):
    """What one person answered on one day. Nobody's name is kept."""

    day: date
    side: Side
    id: str
    """Tells two sheets of a side and day apart."""
    answers: Mapping[str, int]
    """From 1 to 5, by the id of the question; only what was answered."""
    again: Again | None = None
    """Whether this person would do it again."""
    change: str = ""
    """What should change, in this person's words."""
    file: str = ""
    line: int = 0


def read_sheets(folder: Path) -> list[Sheet]:
    """Return the sheets in *folder*, in order of their days; what is no answer counts for nothing."""
    return sheets_of(read_table(folder, NAME).rows)


def answers_table(folder: Path) -> Table:
    """Return the rows of ``health.csv`` in *folder*, copies included."""
    return read_table(folder, NAME)


def sheets_of(rows: Iterable[Row]) -> list[Sheet]:
    """Return the sheets that *rows* of the columns of `HEADER` make up, in order of their days."""
    by_sheet: dict[tuple[date, Side, str], list[Row]] = {}
    for row in rows:
        on, side = day(row.cell("day", "date")), side_of(row.cell("side"))
        if on is not None and side is not None:
            by_sheet.setdefault((on, side, row.cell("sheet")), []).append(row)
    found = [_sheet(*key, answered) for key, answered in by_sheet.items()]
    return sorted(
        (sheet for sheet in found if not is_blank(sheet)), key=lambda each: (each.day, each.line)
    )


def _sheet(on: date, side: Side, id_: str, rows: Sequence[Row]) -> Sheet:
    answers: dict[str, int] = {}
    again: Again | None = None
    change = ""
    for row in rows:
        question, text = row.cell("question").casefold(), row.cell("answer")
        given = answer_of(text)
        if question == CHANGE:
            change = text or change
        elif question == AGAIN:
            again = again_of(text) or again
        elif given is not None:
            answers[question] = given
    return Sheet(on, side, id_, answers, again, change, rows[0].file, rows[0].line)


def is_blank(sheet: Sheet) -> bool:
    """Return whether nothing was answered on *sheet*."""
    return not sheet.answers and sheet.again is None and not sheet.change


def answer_of(text: str) -> int | None:
    """Return the answer from 1 to 5 that a cell holds, such as ``4``, ``4.0`` or ``4 ``; else nothing."""
    found = number(text.split("-", 1)[0].strip()) if text[:1].isdigit() else None
    if found is None or found != int(found) or not LOWEST <= found <= HIGHEST:
        return None
    return int(found)


def again_of(text: str) -> Again | None:
    """Return whether a cell says that they would do it again, if it says so."""
    words = {"yes": "yes", "y": "yes", "true": "yes", "no": "no", "n": "no", "false": "no"}
    plain = text.strip(" .!").casefold()
    known = words.get(plain, "unsure" if plain in _UNSURE else None)
    return next((each for each in AGAINS if each == known), None)


_UNSURE: Final = ("unsure", "not sure", "maybe", "perhaps", "?")


def side_of(text: str) -> Side | None:
    """Return the side that a cell names: ``we`` for the library, ``they`` for the partner."""
    plain = text.strip().casefold()
    if plain in {"we", "us", "ours", "library"}:
        return "we"
    return "they" if plain in {"they", "them", "theirs", "partner"} else None


def with_name(sheet: Sheet) -> Sheet:
    """Return *sheet* with an id made of all that it says, so that one read twice is known again."""
    if sheet.id:
        return sheet
    plain = (sheet.day, sheet.side, sorted(sheet.answers.items()), sheet.again, sheet.change)
    digest = blake2b(repr(plain).encode(errors="replace"), digest_size=6).digest()
    return sheet._replace(id="".join(_LETTERS[byte % len(_LETTERS)] for byte in digest))


_LETTERS: Final = "bcdfghjkmnpqrstvwxz"
"""No vowels and no digits: what they spell is neither a word, nor a number, nor a date to a spreadsheet."""


def same(one: Sheet, other: Sheet) -> bool:
    """Return whether two sheets are one and the same, wherever they were read."""
    return one[:6] == other[:6]


def append_sheets(folder: Path, sheets: Sequence[Sheet]) -> Path:
    """Put *sheets* at the end of ``health.csv`` in *folder*, all or none; return its file.

    Raises:
        UsageError: a text is none that a file can hold.
        CollabkitError: the file cannot be written; it is as it was.
    """
    return append_rows(folder, NAME, HEADER, [row for each in sheets for row in _rows(each)])


def _rows(sheet: Sheet) -> Iterator[tuple[object, ...]]:
    at = (sheet.day.isoformat(), sheet.side, sheet.id)
    yield from ((*at, question, answer) for question, answer in sheet.answers.items())
    if sheet.again:
        yield (*at, AGAIN, sheet.again)
    if sheet.change:
        yield (*at, CHANGE, sheet.change)
