"""How right ``collab find`` is: forty requests in twenty towns, with whom a librarian would call.

Recall of the wanted at 10: of the bodies that a librarian named herself from the registers, the share
that is among the first ten. Precision at 5 and 10: of the bodies that are shown, the share judged at
least plausible (1), and the share that she would call (2). One that nobody has judged counts as 0, so
every figure is a lower bound; *judged* says how many have been. The half ``tune`` is there to learn
from; ``report`` only reports. ``evaluation/data/find/README.md`` tells how the set was made.
"""

import csv
import gzip
import json
import random
import re
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from collabkit import Found, Workspace

DATA = Path(__file__).parent / "data/find"
REGISTERS = DATA / "registers"
RECORD = Path(__file__).parent / "find.json"
HALVES = ("tune", "report")
TOLERANCE = 0.005
"""One row in two hundred is 0.005: a tie that falls otherwise on another machine."""
SHOWN = 10
FIRST = 5
_EIN = re.compile(r"\d{9}")
_OF_A_FEED = re.compile("hsds-[0-9a-f]{8}-")
"""How the id of a feed's organization begins; the number tells the feeds apart, and here is one."""
_UNJUDGED = ("request", "asked", "town", "id", "name", "city", "miles", "files as", "grade")


class Request(NamedTuple):
    """One request, as a librarian makes it."""

    id: str
    half: str
    near: str
    goal: str
    """An id of a goal, or nothing where she uses her own words."""
    words: str

    @property
    def asked(self) -> str:
        """What is asked for."""
        return self.goal or self.words


class Quality(NamedTuple):
    """Shares, 0 to 1."""

    recall_10: float
    """Of the bodies wanted by all requests together, those among the first ten."""
    plausible_5: float
    plausible_10: float
    """Of all bodies shown, those judged 1 or 2."""
    call_5: float
    call_10: float
    """Of all bodies shown, those judged 2."""
    judged: float
    """Of all bodies shown, those that somebody has judged."""

    def line(self) -> str:
        """Return the figures for a table."""
        return "  ".join(f"{figure:11.3f}" for figure in self)


def requests() -> list[Request]:
    """Return the requests, in the order of their file."""
    return [
        Request(row["request"], row["half"], row["near"], row["goal"], row["words"])
        for row in _rows("requests.csv")
    ]


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def find_all(folder: Path, registers: Path) -> dict[str, list[Found]]:
    """Return what is found for each request, best first, in the *registers* loaded into *folder*."""
    workspace = Workspace.open(folder, directory=folder / "directory")
    workspace.load([str(registers)])
    found = {
        request.id: list(workspace.find(request.asked, near=request.near, limit=SHOWN))
        for request in requests()
    }
    workspace.close()
    return found


def ids_of(found: Found) -> tuple[str, ...]:
    """Return the ids by which the judged set may name *found*: its own first, then that of its EIN."""
    own = _OF_A_FEED.sub("link-sf-", found.id)
    number = (found.number or "").replace("-", "")
    return (own, *([f"irs-{number}"] if _EIN.fullmatch(number) else []))


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
            return 2
        return next((self.grades[id_] for id_ in ids if id_ in self.grades), None)

    def hits(self, found: Iterable[Found]) -> int:
        """Return how many of the wanted bodies are among *found*."""
        shown = {id_ for each in found for id_ in ids_of(each)}
        return sum(not body.isdisjoint(shown) for body in self.wanted)


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


def quality(cases: Iterable[tuple[Judged, Sequence[Found]]]) -> Quality:
    """Return how right what was found is, over all *cases* together."""
    graded = [(case, found, [case.grade(each) for each in found]) for case, found in cases]
    first = [grade for *_, grades in graded for grade in grades[:FIRST]]
    shown = [grade for *_, grades in graded for grade in grades]
    return Quality(
        sum(case.hits(found) for case, found, _ in graded)
        / sum(len(case.wanted) for case, *_ in graded),
        _share(first, 1),
        _share(shown, 1),
        _share(first, 2),
        _share(shown, 2),
        sum(grade is not None for grade in shown) / max(len(shown), 1),
    )


def _share(grades: Sequence[int | None], least: int) -> float:
    return sum((grade or 0) >= least for grade in grades) / max(len(grades), 1)


def unjudged(found: Mapping[str, Sequence[Found]]) -> list[dict[str, object]]:
    """Return the bodies that are shown and not yet judged, shuffled, with neither score nor rank."""
    filed = _filed()
    rows: list[dict[str, object]] = [
        {
            "request": case.request.id,
            "asked": case.request.asked,
            "town": case.request.near,
            "id": ids_of(each)[0],
            "name": each.name,
            "city": ", ".join(filter(None, (each.city, each.state))),
            "miles": "" if each.distance is None else round(each.distance),
            "files as": filed.get(ids_of(each)[0], each.label),
            "grade": "",
        }
        for case in judged_set()
        for each in sorted(found[case.request.id], key=lambda each: each.id)
        if case.grade(each) is None
    ]
    random.Random(1).shuffle(rows)
    return sorted(rows, key=lambda row: str(row["request"]))


def _filed() -> dict[str, str]:
    """Return for each body of the IRS file what it files as, in the register's own codes."""
    with gzip.open(REGISTERS / "eo.csv.gz", "rt", encoding="ascii", newline="") as file:
        return {
            f"irs-{row['EIN']}": f"NTEE {row['NTEE_CD'] or 'none'}, subsection {row['SUBSECTION']}, "
            f"income class {row['INCOME_CD']}, last year {row['TAX_PERIOD'][:4] or 'none'}"
            for row in csv.DictReader(file)
        }


def main(arguments: Sequence[str]) -> int:
    """Print the figures of both halves; compare them with the record if asked; return the exit code.

    ``--registers FOLDER`` loads whole registers instead of the extract, ``--unjudged`` writes as CSV
    what nobody has judged, ``--check`` fails if a figure is below the last recorded one.
    """
    registers = REGISTERS
    if "--registers" in arguments:
        registers = Path(arguments[arguments.index("--registers") + 1])
    with tempfile.TemporaryDirectory() as folder:
        found = find_all(Path(folder), registers)
    if "--unjudged" in arguments:
        writer = csv.DictWriter(sys.stdout, _UNJUDGED, lineterminator="\n")
        writer.writeheader()
        writer.writerows(unjudged(found))
        return 0
    cases = judged_set()
    figures = {
        half: quality((case, found[case.request.id]) for case in cases if case.request.half == half)
        for half in HALVES
    }
    print(f"{len(cases)} requests, {sum(len(case.wanted) for case in cases)} wanted bodies\n")
    print("          recall@10      >=1 @5     >=1 @10       =2 @5      =2 @10       judged")
    for half, figure in figures.items():
        print(f"{half:<8}{figure.line()}")
    return _compare(figures) if "--check" in arguments else 0


def _compare(figures: Mapping[str, Quality]) -> int:
    recorded = json.loads(RECORD.read_text(encoding="utf-8"))
    worse = [
        f"{half} {name} is {value:.3f}; recorded on {recorded['date']}: {recorded[half][name]:.3f}"
        for half, figure in figures.items()
        for name, value in figure._asdict().items()
        if value < recorded[half][name] - TOLERANCE
    ]
    for line in worse:
        print(f"worse: {line}")
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
