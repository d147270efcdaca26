"""What is wrong in the folder of a partnership, by file and line, and what to do about it."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from collabkit.catalog import Catalog
from collabkit.datafiles.references import dangling
from collabkit.errors import Place, Problem, cut, did_you_mean
from collabkit.partnerships.entries import WORDS, LogEntry, comparable
from collabkit.partnerships.facts import read_facts
from collabkit.partnerships.logs import Line, Log, is_marker, read_log
from collabkit.partnerships.people import contacts_in, people_in
from collabkit.partnerships.stages import STAGES, stage_of
from collabkit.partnerships.state import went_of
from collabkit.partnerships.table_checks import check_tables

Problems = Iterator[Problem]


def check_folder(folder: Path, catalog: Catalog, today: date) -> list[Problem]:
    """Return every problem of the partnership in *folder*, whose ids *catalog* knows."""
    facts, document, problems = read_facts(folder)
    if facts is not None and document is not None:
        problems = [*problems, *dangling(facts, document, (), catalog.kind)]
    contacts, contact_document, wrong = contacts_in(folder)
    problems += wrong
    if contacts is not None and contact_document is not None:
        problems += dangling(contacts, contact_document, (), catalog.kind)
    return [
        *problems,
        *check_log(read_log(folder), today),
        *check_tables(folder, facts, catalog, today),
    ]


def check_people(home: Path, catalog: Catalog) -> list[Problem]:
    """Return every problem in ``people.yaml`` of the workspace *home*."""
    people, document, problems = people_in(home)
    if people is None or document is None:
        return problems
    return [*problems, *dangling(people, document, (), catalog.kind)]


def check_log(log: Log, today: date) -> Problems:
    """Yield what is wrong in *log*: lines that look like words of the log and are none, first."""
    for file, reason in log.unreadable:
        yield Problem(Place(file, 1, 1), "", f"cannot be read: {reason}")
    for file in log.doubtful:
        yield Problem(Place(file, 1, 1), "", "not UTF-8; save it as UTF-8, or names lose letters")
    for file in log.files:
        yield from _markers(file)
    promised = {
        comparable(entry.text)
        for entry in log.entries
        if entry.word in {"we promise", "they promise", "both promise", "follow up"}
    }
    for line in log.lines:
        at = Place(line.file, line.number, 1)
        for problem in _wrong(line, promised, today):
            yield Problem(at, "", problem)


def _markers(file: str) -> Problems:
    try:
        lines = Path(file).read_text("utf-8-sig", errors="replace").split("\n")
    except OSError:
        return
    for number, line in enumerate(lines, start=1):
        if is_marker(line.rstrip("\r")):
            problem = (
                "a mark that Git left where two versions met; delete the line, both sides are read"
            )
            yield Problem(Place(file, number, 1), "", problem)


def _wrong(line: Line, promised: set[str], today: date) -> Iterator[str]:
    entry = line.entry
    if entry is None:
        yield from _without_day(line.text)
        return
    if entry.day > today:
        yield f"{entry.day} has not come yet"
    if entry.word == "":
        yield from _look_alike(entry.text)
    else:
        yield from _misused(entry, promised)


_DAY_LIKE = re.compile(r"[-*]?\s*(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})\b")


def _without_day(text: str) -> Iterator[str]:
    like = _DAY_LIKE.match(text)
    if like:
        yield f"{like[1]!r} is no day, so the line counts for nothing; start it like 2026-03-09"
    elif _NAMED.match(text):
        yield "no day at its start, so the line counts for nothing; start it like 2026-03-09"


_NAMED = re.compile(rf"({'|'.join(WORDS)})(\s*\([^()]*\))?\s*:", re.IGNORECASE)
_ALIKE = re.compile(r"([\w ]{3,20}?)(\s*\([^()]*\))?\s*:(?!//)(?=\s|$)")
_NO_COLON = re.compile(
    rf"(we promise|they promise|we kept|they kept|stage (?={'|'.join(STAGES)}))\b(?!:)",
    re.IGNORECASE,
)


def _look_alike(text: str) -> Iterator[str]:
    missing = _NO_COLON.match(text)
    if missing:
        yield f"reads as free text; for a word of the log write {missing[1].strip().lower()!r} with a colon"
        return
    like = _ALIKE.match(text)
    close = did_you_mean(like[1].lower(), WORDS) if like else None
    if like and close and _near(like[1].lower()):
        yield f"{like[1]!r} is no word of the log; {close}"


def _near(text: str) -> bool:
    """Return whether *text* is one of the words with a slip in it, and not only a part of one."""
    from difflib import get_close_matches  # noqa: PLC0415 - only where a line looks like one

    return bool(get_close_matches(text, _SPELLED, n=1, cutoff=0.75))


_SPELLED = (
    *WORDS,
    "we promised",
    "they promised",
    "we promises",
    "they promises",
    "promise",
    "agreements",
)


def _misused(entry: LogEntry, promised: set[str]) -> Iterator[str]:
    if not entry.text and not (entry.word == "agreement" and entry.until):
        yield f"nothing after {entry.word!r}"
        return
    if entry.word in {"kept", "we kept", "they kept", "moved", "dropped"}:
        yield from _unpromised(entry, promised)
    if entry.word == "moved" and entry.until is None:
        yield "the new day is missing; end the line like `to 2026-04-01`"
    elif entry.word == "agreement" and entry.until is None:
        yield "its last day is missing; end the line like `until 2027-03-31`"
    elif entry.word == "stage" and stage_of(entry.text) is None:
        close = did_you_mean(entry.text, STAGES)
        yield f"{cut(entry.text)!r} is no stage; {close or 'one of ' + ', '.join(STAGES)}"
    elif entry.word == "went" and went_of(entry.text) is None:
        yield f"{cut(entry.text)!r} says not how it went; begin with well, mixed or badly"
    elif entry.until is None and _LOOSE.search(entry.text) and WORDS[entry.word].until:
        yield "the day at its end is not read; write it like `by 2026-03-13`"


_LOOSE = re.compile(
    r"\b(?:by|until|from|to) (?:\d[\d/.-]*\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.? \d+"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\W*$",
    re.IGNORECASE,
)


def _unpromised(entry: LogEntry, promised: set[str]) -> Iterator[str]:
    if comparable(entry.text) not in promised:
        close = did_you_mean(comparable(entry.text), promised)
        yield f"nothing was promised in these words; {close or 'repeat those of the promise'}"
