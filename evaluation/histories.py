"""Thirty made histories as folders of partnerships, and each as a page of facts for somebody who judges it.

The page holds what a reader of the folder sees and no advice. `data/histories.txt` says what a section is.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from collabkit import Workspace
from collabkit.partnerships.counts.records import Counted
from collabkit.partnerships.entries import Side
from collabkit.partnerships.folders import slug
from collabkit.partnerships.health.records import FactorHealth, HealthSummary

FILE = Path(__file__).parent / "data" / "histories.txt"
TODAY = date(2026, 11, 1)
"""The day on which all of them are looked at."""
SIDES: dict[Side, str] = {"we": "the library", "they": "the other side"}


class History(NamedTuple):
    """One made history."""

    name: str
    partner: str
    work: str
    until: str
    """The last day of the agreement; empty if there is none."""
    log: tuple[str, ...]
    health: tuple[str, ...]
    counts: tuple[str, ...]


def histories() -> list[History]:
    """Return all of them, in the order of the file."""
    sections = FILE.read_text("utf-8").split("\n## ")[1:]
    return [_history(section.strip().splitlines()) for section in sections]


def _history(lines: Sequence[str]) -> History:
    name, partner, work, until = (*(part.strip() for part in lines[0].split("|")), "")[:4]
    said = [line for line in lines[1:] if line.strip()]
    return History(
        name,
        partner,
        work,
        until.removeprefix("until "),
        tuple(line for line in said if line[0].isdigit()),
        tuple(line.removeprefix("health ") for line in said if line.startswith("health ")),
        tuple(line.removeprefix("count ") for line in said if line.startswith("count ")),
    )


def make(home: Path) -> Workspace:
    """Write a workspace with all of them into the folder *home*, and open it."""
    (home / "library.yaml").write_text("name: Our Library\n", encoding="utf-8")
    for history in histories():
        folder = home / "partnerships" / slug(history.name)
        folder.mkdir(parents=True)
        (folder / "log.txt").write_text("\n".join(history.log) + "\n", encoding="utf-8")
        facts = [f"name: {history.name}", f"partner: {history.partner}"]
        facts += [f"work: {history.work}"] if history.work else []
        facts += [f'agreement: {{end: "{history.until}"}}'] if history.until else []
        (folder / "partnership.yaml").write_text("\n".join(facts) + "\n", encoding="utf-8")
    workspace = Workspace.open(home)
    for history in histories():
        _answer(workspace, history)
        _count(workspace, history)
    return workspace


def _answer(workspace: Workspace, history: History) -> None:
    for line in history.health:
        said, _, change = line.partition("|")
        day, side, answers, *again = said.split()
        workspace.partnerships.answer(
            slug(history.name),
            " ".join(answers),
            side="we" if side == "we" else "they",
            again=again[0] if again else None,
            change=change.strip(),
            on=date.fromisoformat(day),
        )


def _count(workspace: Workspace, history: History) -> None:
    for line in history.counts:
        day, measure, number, *more = line.split()
        last = more[0] if more else ""
        workspace.partnerships.count(
            slug(history.name),
            measure.replace("_", " "),
            number,
            kind="target" if last == "target" else "total" if last == "total" else "count",
            side="we" if last == "we" else "they" if last == "they" else None,
            on=date.fromisoformat(day),
        )


def page(workspace: Workspace, name: str) -> str:
    """Return what is known of the partnership in the folder *name*, on the day, without any advice."""
    kept = workspace.partnerships
    handover = kept.handover(name, on=TODAY).split("\n")
    # What the handover asks is advice of the stage, and a reader is to give her own.
    facts = [line for line in handover if not line.startswith("- Ask now:")]
    log = (kept.named(name).folder / "log.txt").read_text("utf-8").splitlines()
    return "\n".join(
        [
            *facts,
            "## The whole log\n",
            *(f"- {line}" for line in log),
            "\n## What both sides answered (1 is not at all, 5 is fully)\n",
            *(_answers(kept.health(name, on=TODAY)) or ["- nobody was asked"]),
            "\n## What was counted\n",
            *([_counted(each) for each in kept.counted(name, until=TODAY)] or ["- nothing"]),
            "\n## What the work usually takes\n",
            *_usual(workspace, name),
            "",
        ]
    )


def _answers(found: HealthSummary) -> list[str]:
    lines = [
        f"- {SIDES[side]}, {each.on}: {each.sheets} sheet, mean {each.mean:.1f}"
        + "".join(f"; would do it again: {said}" for said in each.again)
        + "".join(f'; should change: "{wish}"' for wish in each.change)
        for side in SIDES
        for each in found.rounds(side)
        if each.mean is not None
    ]
    return lines + [_factor(each) for each in found.factors if each.band and each.factor != "all"]


def _factor(each: FactorHealth) -> str:
    sides = (("library", each.we), ("other side", each.they))
    means = ", ".join(f"{who} {mean:.1f}" for who, mean in sides if mean is not None)
    return f"- {each.factor}: {means}"


def _counted(each: Counted) -> str:
    side = f" of {SIDES[each.side]}" if each.side else ""
    value = (
        "not counted" if each.value is None else f"{each.value:g} ({each.since} to {each.until})"
    )
    target = "" if each.target is None else f", target {each.target:g}"
    return f"- {each.measure}{side}: {value}{target}"


def _usual(workspace: Workspace, name: str) -> Iterator[str]:
    work = workspace.partnerships.named(name).facts.work
    schedule = workspace.catalog.activities[work].schedule if work else None
    if schedule is None:
        yield "- not known: the partnership names no work of the catalog"
        return
    low, high = schedule.first_year()
    yield f"- {low:.0f} to {high:.0f} hours of the library in a first year"
    yield f"- a trial of {schedule.pilot_weeks} weeks; a first result after {schedule.result_weeks} weeks"


def write(folder: Path, workspace: Workspace) -> None:
    """Write the page of each into *folder*, numbered as in the file."""
    for number, history in enumerate(histories(), start=1):
        text = page(workspace, slug(history.name))
        (folder / f"{number:02}.md").write_text(text, encoding="utf-8")
