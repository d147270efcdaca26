"""What a person at a terminal is asked when neither option nor fact tells."""

import sys
from collections.abc import Sequence
from dataclasses import replace

import typer

from collabkit import output
from collabkit.errors import did_you_mean
from collabkit.workspace import Workspace
from collabkit.workspace.names import Catalog, PaperOrder, Subject


def goals(catalog: Catalog) -> tuple[str]:
    """Return the goal that a person picks from the list."""
    known = list(catalog.goals)
    output.note("What do you want to achieve? The goals:")
    for goal in catalog.goals.values():
        output.note(f"  {goal.id:<24} {goal.label}")
    while True:
        answer = typer.prompt("Goal", err=True).strip()
        if answer in known:
            return (answer,)
        close = did_you_mean(answer, known)
        output.note(f"No goal called {answer!r}; {close or 'type one of the ids above'}")


def settled(workspace: Workspace, subjects: Sequence[Subject], order: PaperOrder) -> PaperOrder:
    """Return *order* with a yes or no to each condition that no fact tells, where one can be asked.

    For one paper, at a terminal. Several papers would ask the same again and again.
    """
    if len(subjects) != 1 or not sys.stdin.isatty():
        return order
    given = order.terms
    for condition in workspace.papers.unsettled(order, subjects[0]):
        question = workspace.catalog.conditions[condition].question
        if typer.confirm(question, default=False, err=True):
            given = given._replace(involves=(*given.involves, condition))
        else:
            given = given._replace(excludes=(*given.excludes, condition))
    return replace(order, terms=given)
