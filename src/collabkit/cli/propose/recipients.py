"""Whom the papers go to and what they are about, as options, records and stdin tell."""

import sys
from datetime import date

from collabkit.api.receivers import Receiver, receiver
from collabkit.api.standing import Standing, standing
from collabkit.cli.propose import match_input, paper_notes, questions
from collabkit.proposals import Subject
from collabkit.proposals.subjects import Other
from collabkit.workspace import Workspace


def on_record(workspace: Workspace, partnership: str | None, on: date) -> Standing:
    """Return what the record of a partnership says, or nothing if none is named."""
    if partnership is None:
        return Standing(Receiver(), (), None, "idea", None, (), None, None)
    kept = workspace.partnerships.named(partnership)
    return standing(kept, workspace.catalog.activities, on)


def named(
    workspace: Workspace,
    known: Receiver,
    partner: str | None,
    to: str | None,
    organization: str | None,
) -> Receiver:
    """Return who receives the papers: as the options name them, or else as is *known*."""
    about = Receiver(partner or known.partner, to or known.to, known.reach)
    if organization is not None:
        about = receiver(workspace.organization(organization), about)
        paper_notes.address(about)
    return about


def subjects(
    workspace: Workspace,
    about: Receiver,
    goals: list[str],
    activity: str | None,
    person: str | None,
    others: list[Other],
    when: str | None,
    where: str | None,
    *,
    anyway: bool,
) -> list[Subject]:
    """Return what the papers are about: a named partner, the best one, or records on stdin."""
    partner, to, reach = about
    papers = workspace.papers
    if activity is not None:
        workspace.catalog.known("activities", activity)
    if partner == "-" or (partner is None and not goals and not sys.stdin.isatty()):
        return [
            papers.subject(
                record,
                activity=activity,
                to=to,
                reach=reach,
                person=person,
                others=others,
                when=when,
                where=where,
                line=line,
                anyway=anyway,
            )
            for line, record in match_input.records()
        ]
    if partner is None:
        goals = goals or questions.goals(workspace.catalog)
    return [
        papers.subject(
            partner,
            goals,
            activity=activity,
            to=to,
            reach=reach,
            person=person,
            others=others,
            when=when,
            where=where,
            anyway=anyway,
        )
    ]
