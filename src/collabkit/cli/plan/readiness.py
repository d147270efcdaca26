"""``collab plan --ready``: what the chosen works require, asked once and kept."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

import typer

from collabkit import output
from collabkit.catalog import Catalog
from collabkit.cli.cards import wrapped
from collabkit.library import Readiness
from collabkit.output import Column, Format
from collabkit.planning import Required
from collabkit.planning.planner import Plan
from collabkit.planning.ready_answers import MEANT, answers_in, answers_of, keep
from collabkit.text.characters import escape_terminal

COLUMNS = (
    Column[Required]("work", lambda each: each.work),
    Column[Required]("name", lambda each: each.name),
    Column[Required]("stands", lambda each: each.stands),
    Column[Required]("what", lambda each: each.text),
)
_STANDS = {
    "cannot": "cannot be had",
    "open": "not answered",
    "later": "later",
}


def answered(
    profile: Path | None, catalog: Catalog, answer: Sequence[str] | None, file: Path | None
) -> None:
    """Keep in the *profile* what options and a file answer; options win."""
    of_file = answers_in(file, catalog) if file is not None else {}
    keep(profile, {**of_file, **answers_of(answer or (), catalog)}, catalog)
    output.note(f"Kept in {profile}.")


def show(
    plan: Plan, profile: Path | None, catalog: Catalog, format_: Format | None, *, color: bool
) -> None:
    """Ask what is open, if somebody sits there, and show what is not in place; in data, everything."""
    if sys.stdin.isatty() and sys.stdout.isatty() and profile is not None:
        _ask(plan, profile, catalog)
    every = plan.required()
    if (format_ or output.default_format()) is Format.TABLE:
        output.say("".join(_cards(every)))
        output.flush()
    else:
        output.write(every, COLUMNS, format_, id_=lambda each: each.work, color=color)
    _summed(every)


def _summed(every: Sequence[Required]) -> None:
    if not every:
        output.note("What is planned requires nothing that has to be there first.")
        return
    counted = {
        stands: sum(each.stands == stands for each in every)
        for stands in ("have", "later", "cannot", "open")
    }
    output.note(
        f"You have {counted['have']} of {len(every)} things that are required; {counted['later']} later, "
        f"{counted['cannot']} cannot be had, {counted['open']} open."
    )
    if counted["open"]:
        first = next(each for each in every if each.stands == "open")
        output.note(
            f"Answer with --answer {first.work}.{first.name}=yes, no or later; or on a terminal, or in "
            "a table of -f csv handed back with --answers."
        )


def _cards(every: Iterable[Required]) -> Iterator[str]:
    missing = [each for each in every if each.stands != "have"]
    for label, own in groupby(missing, key=lambda each: each.label):
        lines = [escape_terminal(label)]
        for each in own:
            lines += wrapped(f"{each.name} ({_STANDS[each.stands]}): {each.text}")
        yield "\n".join(lines) + "\n\n"


def _ask(plan: Plan, profile: Path, catalog: Catalog) -> None:
    """Ask each thing that is open, and keep what was answered also if the person stops midway."""
    answers: dict[tuple[str, str], Readiness] = {}
    work = ""
    try:
        for each in plan.required():
            if each.stands != "open":
                continue
            if each.label != work:
                work = each.label
                output.note(f"\n{work}")
            output.note(f"{each.name}: {each.text}")
            answers[each.work, each.name] = _answer()
    finally:
        if answers:
            plan.ready = keep(profile, answers, catalog)
            output.note(f"Kept in {profile}.")


def _answer() -> Readiness:
    while True:
        said = typer.prompt("Do you have it? yes, later, or no (it cannot be had)", err=True)
        meant = MEANT.get(said.strip().casefold())
        if meant is not None:
            return meant
        output.note("Answer yes, no or later.")
