"""``collab plan --ready``: what the chosen works require, asked once and kept."""

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby

import typer

from collabkit import output
from collabkit.cli import options
from collabkit.cli.cards import wrapped
from collabkit.output import Column, Format
from collabkit.text.characters import escape_terminal
from collabkit.workspace import Workspace
from collabkit.workspace.names import READINESS_WORDS, Plan, Readiness, Required

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


def show(workspace: Workspace, plan: Plan, format_: Format | None) -> None:
    """Ask what is open, if somebody sits there, and show what is not in place; in data, everything."""
    if sys.stdin.isatty() and sys.stdout.isatty() and workspace.profile is not None:
        _ask(workspace, plan)
    every = plan.required()
    if (format_ or output.default_format()) is Format.TABLE:
        output.say("".join(_cards(every)))
        output.flush()
    else:
        output.write(every, COLUMNS, format_, id_=lambda each: each.work)
    options.print_notes(every.notes)


def _cards(every: Iterable[Required]) -> Iterator[str]:
    missing = [each for each in every if each.stands != "have"]
    for label, own in groupby(missing, key=lambda each: each.label):
        lines = [escape_terminal(label)]
        for each in own:
            lines += wrapped(f"{each.name} ({_STANDS[each.stands]}): {each.text}")
        yield "\n".join(lines) + "\n\n"


def _ask(workspace: Workspace, plan: Plan) -> None:
    """Ask each thing that is open, and keep what was answered also if the person stops midway."""
    answers: list[str] = []
    work = ""
    try:
        for each in plan.required():
            if each.stands != "open":
                continue
            if each.label != work:
                work = each.label
                output.note(f"\n{work}")
            output.note(f"{each.name}: {each.text}")
            answers.append(f"{each.work}.{each.name}={_answer()}")
    finally:
        if answers:
            plan.ready = workspace.answer_requirements(answers)
            output.note(f"Kept in {workspace.profile}.")


def _answer() -> Readiness:
    while True:
        said = typer.prompt("Do you have it? yes, later, or no (it cannot be had)", err=True)
        meant = READINESS_WORDS.get(said.strip().casefold())
        if meant is not None:
            return meant
        output.note("Answer yes, no or later.")
