"""What ``collab plan`` shows of a plan, and the files that it writes of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from collabkit import output
from collabkit.cli import options
from collabkit.cli.plan import cards, readiness
from collabkit.cli.plan.columns import CHANGES, STEPS, WORKS
from collabkit.files.saving import put
from collabkit.output import Format
from collabkit.workspace import Workspace
from collabkit.workspace.names import Changes, Plan


@dataclass(frozen=True)
class Views:
    """How plans are shown: cards to a person, records to a program, notes on stderr."""

    workspace: Workspace
    format_: Format | None

    @property
    def _for_a_person(self) -> bool:
        return (self.format_ or output.default_format()) is Format.TABLE

    def works(self, plan: Plan) -> None:
        """Show the works of *plan*."""
        if self._for_a_person:
            _say(cards.planned(plan))
        else:
            chosen = plan.year.chosen
            output.write(chosen, WORKS, self.format_, id_=lambda each: each.work)
        options.print_notes(plan.notes)
        if self._for_a_person:
            output.note("--explain says why, --steps what to do when.")

    def steps(self, plan: Plan) -> None:
        """Show what is to be done, in order of the day."""
        steps = plan.steps()
        if self._for_a_person:
            _say(cards.listed_steps(plan, steps))
        else:
            output.write(steps, STEPS, self.format_, id_=lambda step: step.work)

    def reasons(self, plan: Plan) -> None:
        """Show for each work why it is in *plan*, or is not."""
        from collabkit.cli.plan.explanation import Explanation  # noqa: PLC0415 - for people

        _say(Explanation(plan))

    def requirements(self, plan: Plan) -> None:
        """Show what the works of *plan* require before they start."""
        readiness.show(self.workspace, plan, self.format_)

    def changes(self, changes: Changes) -> None:
        """Show what a second plan does differently."""
        output.write(changes, CHANGES, self.format_, id_=lambda change: change.work)
        options.print_notes(changes.notes)


def put_files(
    workspace: Workspace, plan: Plan, file: Path | None, calendar: Path | None, *, force: bool
) -> None:
    """Write *plan* to *file*, to keep to later, and its days to *calendar*, where they are asked for."""
    if file is not None:
        plan.save(file, force=force)
        output.note(f"Wrote {file}; `collab plan --keep {file}` keeps to it.")
    if calendar is not None:
        put(calendar, workspace.plan_calendar(plan), force=force)
        output.note(f"Wrote {calendar}.")


def _say(pieces: Iterable[str]) -> None:
    for piece in pieces:
        output.say(piece)
    output.flush()
