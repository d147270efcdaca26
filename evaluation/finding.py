"""How right ``collab find`` is: forty requests in twenty towns, with whom a librarian would call.

Recall at 10: of the bodies that a librarian named herself from the registers, the share that is among
the first ten. Precision at 5 and 10: of the bodies that are shown, the share judged at least plausible
(1), and the share that she would call (2). One that nobody has judged counts as wrong; *judged* says
how many have been, and *shown* how many bodies there were to judge. The half ``tune`` is there to learn
from; ``report`` only reports.
"""

import csv
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from collabkit import Workspace
from evaluation.judged_set import CALL, REGISTERS, SHEET, Case, as_listed, judged_set, unjudged

RECORD = Path(__file__).parent / "find.json"
HALVES = ("tune", "report")
TOLERANCE = 0.02
"""Two rows of the fewest that are counted, some hundred: each change of a catalog moves one or two."""
SHOWN = 10
FIRST = 5


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

    def line(self) -> str:
        """Return the figures for a table."""
        return "  ".join(f"{figure:9.3f}" for figure in self)


def find_all(registers: Path) -> list[Case]:
    """Return what is found for each request, once the *registers* in that folder are loaded."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace.open(folder, directory=Path(folder) / "directory")
        workspace.load([str(registers)])
        cases = [
            Case(
                judged,
                workspace.find(judged.request.asked, near=judged.request.near, limit=SHOWN),
            )
            for judged in (as_listed(each, workspace.directory) for each in judged_set())
        ]
        workspace.close()
    return cases


def quality(cases: Sequence[Case], *, unjudged_as: int = 0) -> Quality:
    """Return how right what was found is, over all *cases* together.

    Args:
        cases: the requests, with what was found for each.
        unjudged_as: the grade of a body that nobody has judged.
    """
    grades = _grades(cases)
    assumed = [[unjudged_as if grade is None else grade for grade in row] for row in grades]
    first = [grade for row in assumed for grade in row[:FIRST]]
    shown = [grade for row in assumed for grade in row]
    return Quality(
        sum(case.judged.hits(case.found) for case in cases)
        / sum(len(case.judged.wanted) for case in cases),
        _share(first, 1),
        _share(shown, 1),
        _share(first, CALL),
        _share(shown, CALL),
    )


def _grades(cases: Sequence[Case]) -> list[list[int | None]]:
    return [[case.judged.grade(each) for each in case.found] for case in cases]


def _share(grades: Sequence[int], least: int) -> float:
    return sum(grade >= least for grade in grades) / max(len(grades), 1)


def main(arguments: Sequence[str]) -> int:
    """Print the figures of both halves; compare them with the record if asked; return the exit code.

    ``--registers FOLDER`` loads whole registers instead of the extract, ``--unjudged`` writes as CSV
    what nobody has judged, ``--check`` fails if a figure is below the last recorded one.
    """
    registers = REGISTERS
    if "--registers" in arguments:
        registers = Path(arguments[arguments.index("--registers") + 1])
    cases = find_all(registers)
    if "--unjudged" in arguments:
        writer = csv.DictWriter(sys.stdout, SHEET, lineterminator="\n")
        writer.writeheader()
        writer.writerows(unjudged(cases))
        return 0
    halves = {half: [case for case in cases if case.judged.request.half == half] for half in HALVES}
    _print(halves)
    return _compare(halves) if "--check" in arguments else 0


def _print(halves: Mapping[str, Sequence[Case]]) -> None:
    cases = [case for half in halves.values() for case in half]
    bodies = sum(len(case.judged.wanted) for case in cases)
    print(f"{len(cases)} requests, {bodies} wanted bodies\n")
    print("        recall@10      >=1@5     >=1@10       =2@5      =2@10     judged  shown")
    for half, of_half in halves.items():
        grades = [grade for row in _grades(of_half) for grade in row]
        judged = sum(grade is not None for grade in grades) / max(len(grades), 1)
        print(f"{half:<8}{quality(of_half).line()}  {judged:9.3f}  {len(grades):5}")


def _compare(halves: Mapping[str, Sequence[Case]]) -> int:
    """Return 1 if a figure is below the record, however well those bodies that nobody judged may do."""
    recorded = json.loads(RECORD.read_text(encoding="utf-8"))
    worse = [
        f"{half} {name} is at most {value:.3f}; recorded on {recorded['date']}: {recorded[half][name]:.3f}"
        for half, cases in halves.items()
        for name, value in quality(cases, unjudged_as=CALL)._asdict().items()
        if value < recorded[half][name] - TOLERANCE
    ]
    for line in worse:
        print(f"worse: {line}")
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
