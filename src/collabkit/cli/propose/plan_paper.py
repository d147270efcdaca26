"""``collab propose --as plan``: the plan for the board, as it was saved or else computed."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from collabkit import output
from collabkit.cli.propose.paper_files import RECORDS, Form
from collabkit.errors import UsageError
from collabkit.workspace import Workspace

PAPER = "plan"
"""What it is called among the papers."""


def write(
    workspace: Workspace,
    goals: Sequence[str],
    out: str | None,
    form: Form,
    *,
    on: date,
    force: bool,
) -> None:
    """Write the plan of the workspace to stdout or to the file *out*.

    Raises:
        UsageError: it was asked for as a record, or nothing says what hours there are.
    """
    if form in RECORDS:
        raise UsageError(
            "the plan for the board is a paper", command="`collab plan -f json` has it as records"
        )
    saved = workspace.plan_file.is_file() and not goals
    plan = workspace.saved_plan() if saved else workspace.plan(goal=list(goals))
    page = workspace.plan_page(plan, on=on)
    if out is None:
        output.say(page.content(form).decode())
        output.flush()
    else:
        page.save(Path(out), format_=form, force=force)
        output.note(f"Wrote {out}")
    output.note(
        f"It is the plan of {workspace.plan_file}."
        if saved
        else "It was computed now; `collab plan --set save=plan.yaml` keeps one."
    )
