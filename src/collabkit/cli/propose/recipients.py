"""Whom the papers go to and what they are about, as options, records and stdin tell."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from collabkit.cli import options
from collabkit.cli.propose import questions
from collabkit.errors import UsageError, cut
from collabkit.workspace import Workspace
from collabkit.workspace.names import Other, PaperContext, PaperOrder, Papers, Receiver, Subject


def on_record(
    workspace: Workspace, partnership: str | None, on: date, *, keep: bool = False
) -> PaperContext:
    """Return what the record of a partnership says, or nothing if none is named.

    Raises:
        UsageError: something is to be kept, and there is no partnership to keep it in.
    """
    if partnership is None:
        if keep:
            raise UsageError("--keep keeps nothing without --partnership", "Name the partnership")
        return PaperContext()
    return workspace.partnerships.paper_context(partnership, on=on)


def addressed(
    workspace: Workspace, organization: str | None, partner: str | None, order: PaperOrder
) -> tuple[str | None, PaperOrder]:
    """Return the kind of partner and the *order*, with the *organization* of the directory that receives its papers.

    What *partner* and *order* say already wins; without an organization both are as they were.
    """
    if organization is None:
        return partner, order
    known = Receiver(partner, order.to, order.reach)
    about = workspace.receiver(organization, known)
    options.print_notes(about.notes)
    return about.partner, replace(order, to=about.to, reach=about.reach)


def helpers(given: Sequence[str]) -> tuple[Other, ...]:
    """Return who helps, as options name them.

    Raises:
        UsageError: one has no name, or no day where it tells one.
    """
    found = []
    for text in given:
        partner, _, name = text.partition("=")
        if not name.strip():
            raise UsageError(
                f"--set helper={cut(text)} names nobody",
                "Give the kind and the name: --set helper=service-club='Rotary Club'",
            )
        found.append(Other.helping(partner.strip(), name.strip()))
    return tuple(found)


def papers(
    workspace: Workspace, known: PaperContext, partnership: str | None, order: PaperOrder
) -> tuple[Papers, list[Subject]]:
    """Return what writes the papers, and what they are about where that is a work which no catalog holds."""
    if not known.own_work or partnership is None or order.activity is not None:
        return workspace.papers, []
    case = workspace.cases.named(partnership)
    writers = workspace.cases.papers(case, order.paper)
    return writers, [workspace.cases.subject(case, order)]


def keep(
    workspace: Workspace,
    partnership: str | None,
    agreed: Sequence[str],
    **settled: str | bool | tuple[str, ...] | None,
) -> None:
    """Write what options *settled* and *agreed* into the record of a partnership."""
    if partnership is not None:
        workspace.cases.settle(partnership, agreed=agreed, **settled)


def with_kept_helpers(workspace: Workspace, found: list[Subject], on: date) -> list[Subject]:
    """Return the subjects *found*, each with who else does the same work, by the partnerships kept."""
    subjects = []
    for each in found:
        subject, added = workspace.with_kept_helpers(each, on=on)
        options.print_notes(added)
        subjects.append(subject)
    return subjects


def subjects(
    workspace: Workspace, partner: str | None, order: PaperOrder
) -> tuple[PaperOrder, list[Subject]]:
    """Return what the papers are about: a named *partner*, the best one, or records on stdin.

    The order comes back, too, with the goals that a person at a terminal was asked for.
    """
    papers = workspace.papers
    if order.activity is not None:
        workspace.catalog.known("activities", order.activity)
    if partner == "-" or (partner is None and not order.goals and not sys.stdin.isatty()):
        from collabkit.cli.propose import match_input  # noqa: PLC0415 - most papers are asked for by name

        records = match_input.records()
        return order, [papers.subject(order, record, line=line) for line, record in records]
    if partner is None and not order.goals:
        order = replace(order, goals=questions.goals(workspace.catalog))
    return order, [papers.subject(order, partner)]
