"""Forty requests, whom a librarian would name herself, and what she says of the bodies shown to her.

``evaluation/data/find/README.md`` tells how the set was made.
"""

import csv
import gzip
import random
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from collabkit import Found
from collabkit.directory.directory import Directory
from collabkit.directory.records import Organization

DATA = Path(__file__).parent / "data/find"
REGISTERS = DATA / "registers"
CALL = 2
"""Grade of a body that she would call; 1 is plausible, and 0 is one that she would not call."""
SHEET = ("request", "asked", "town", "id", "name", "city", "miles", "files as", "grade")
"""Columns of what a reader is given to judge."""
_EIN = re.compile(r"\d{9}")
_OF_A_FEED = re.compile("hsds-[0-9a-f]{8}-")
"""How the id of a feed's organization begins; the number tells the feeds apart, and here is one."""


class Request(NamedTuple):
    """One request, as a librarian makes it."""

    id: str
    half: str
    """``tune`` or ``report``."""
    near: str
    goal: str
    """An id of a goal, or nothing where she uses her own words."""
    words: str

    @property
    def asked(self) -> str:
        """What is asked for."""
        return self.goal or self.words


class Judged(NamedTuple):
    """What the judged set says of one request."""

    request: Request
    wanted: Sequence[frozenset[str]]
    """The bodies that are wanted, each as the ids that it has in registers."""
    grades: Mapping[str, int]
    """0 to 2 by id, of the bodies that were shown at any time."""

    def grade(self, found: Found) -> int | None:
        """Return 2 for a body that is wanted, else its grade; nothing if nobody has judged it."""
        ids = ids_of(found)
        if any(body.intersection(ids) for body in self.wanted):
            return CALL
        return next((self.grades[id_] for id_ in ids if id_ in self.grades), None)

    def hits(self, found: Iterable[Found]) -> int:
        """Return how many of the wanted bodies are among *found*."""
        shown = {id_ for each in found for id_ in ids_of(each)}
        return sum(not body.isdisjoint(shown) for body in self.wanted)


class Case(NamedTuple):
    """One request with what is known of it and what was found for it, best first."""

    judged: Judged
    found: Sequence[Found]


def ids_of(found: Found | Organization) -> tuple[str, ...]:
    """Return the ids by which the judged set may name *found*: its own first, then that of its EIN."""
    own = _OF_A_FEED.sub("link-sf-", found.id)
    number = (found.number or "").replace("-", "")
    return (own, *([f"irs-{number}"] if _EIN.fullmatch(number) else []))


def requests() -> list[Request]:
    """Return the requests, in the order of their file."""
    return [
        Request(row["request"], row["half"], row["near"], row["goal"], row["words"])
        for row in _rows("requests.csv")
    ]


def judged_set() -> list[Judged]:
    """Return every request with what is known of it, in the order of ``requests.csv``."""
    wanted: dict[str, list[frozenset[str]]] = {}
    for row in _rows("wanted.csv"):
        wanted.setdefault(row["request"], []).append(frozenset(row["ids"].split()))
    grades: dict[str, dict[str, int]] = {}
    for row in _rows("judgments.csv"):
        grades.setdefault(row["request"], {})[row["id"]] = int(row["grade"])
    return [
        Judged(request, wanted[request.id], grades.get(request.id, {})) for request in requests()
    ]


def as_listed(judged: Judged, directory: Directory) -> Judged:
    """Return *judged* with each wanted body by the row that stands for it in *directory*, too.

    Registers are joined there, so that a body may be shown by the id of another register than it was wanted by.
    """
    wanted = [
        body.union(*(ids_of(one) for id_ in sorted(body) if (one := directory.by_id(id_))))
        for body in judged.wanted
    ]
    return judged._replace(wanted=wanted)


def unjudged(cases: Iterable[Case]) -> list[dict[str, object]]:
    """Return the bodies that are shown and not yet judged, shuffled, with neither score nor rank."""
    filed = _filed()
    rows: list[dict[str, object]] = [
        {
            "request": case.judged.request.id,
            "asked": case.judged.request.asked,
            "town": case.judged.request.near,
            "id": ids_of(each)[0],
            "name": each.name,
            "city": ", ".join(filter(None, (each.city, each.state))),
            "miles": "" if each.distance is None else round(each.distance),
            "files as": filed.get(ids_of(each)[0], each.label),
            "grade": "",
        }
        for case in cases
        for each in sorted(case.found, key=lambda each: each.id)
        if case.judged.grade(each) is None
    ]
    random.Random(1).shuffle(rows)
    return sorted(rows, key=lambda row: str(row["request"]))


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _filed() -> dict[str, str]:
    """Return for each body of the IRS file what it files as, in the register's own codes."""
    with gzip.open(REGISTERS / "eo.csv.gz", "rt", encoding="ascii", newline="") as file:
        return {
            f"irs-{row['EIN']}": f"NTEE {row['NTEE_CD'] or 'none'}, subsection {row['SUBSECTION']}, "
            f"income class {row['INCOME_CD']}, last year {row['TAX_PERIOD'][:4] or 'none'}"
            for row in csv.DictReader(file)
        }
