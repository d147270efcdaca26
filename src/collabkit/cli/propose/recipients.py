"""Whom the papers go to and what they are about, as options, records and stdin tell."""

import sys
from collections.abc import Sequence
from datetime import date

from collabkit import output
from collabkit.api.receivers import Receiver, receiver
from collabkit.api.standing import Standing, standing
from collabkit.cli.propose import paper_notes, questions
from collabkit.errors import UsageError, cut
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


def helpers(given: Sequence[str]) -> list[Other]:
    """Return who helps, as options name them.

    Raises:
        UsageError: one has no name, or no day where it tells one.
    """
    found = []
    for text in given:
        partner, _, name = text.partition("=")
        if not name.strip():
            raise UsageError(
                f"--helper {cut(text)} names nobody",
                "Give the kind and the name: --helper service-club='Rotary Club'",
            )
        found.append(Other.helping(partner.strip(), name.strip()))
    return found


def with_kept_helpers(workspace: Workspace, found: list[Subject], on: date) -> list[Subject]:
    """Return the subjects *found*, each with who else does the same work, by the partnerships kept."""
    # Without a home nothing is kept, and nothing need be imported to look for it.
    if not workspace.home or not workspace.partnerships.are_kept:
        return found
    return [_with_kept_helpers(workspace, each, on) for each in found]


def _with_kept_helpers(workspace: Workspace, subject: Subject, on: date) -> Subject:
    named = {subject.partner, *(each.partner for each in (*subject.helpers, *subject.others))}
    kept = workspace.partnerships.doing(subject.activity, on=on)
    more = [each for each in kept if each.partner not in named]
    for each in more:
        output.note(f"Named as helping, from your partnerships: {each.name} ({each.partner}).")
    return subject._replace(helpers=(*subject.helpers, *more))


def subjects(
    workspace: Workspace,
    about: Receiver,
    goals: list[str],
    activity: str | None,
    person: str | None,
    others: list[Other],
    helping: list[Other],
    when: str | None,
    where: str | None,
    facts: Sequence[str],
    why: str | None,
    *,
    anyway: bool,
) -> list[Subject]:
    """Return what the papers are about: a named partner, the best one, or records on stdin."""
    partner, to, reach = about
    papers = workspace.papers
    if activity is not None:
        workspace.catalog.known("activities", activity)
    if partner == "-" or (partner is None and not goals and not sys.stdin.isatty()):
        from collabkit.cli.propose import match_input  # noqa: PLC0415 - most papers are asked for by name

        return [
            papers.subject(
                record,
                activity=activity,
                to=to,
                reach=reach,
                person=person,
                others=others,
                helpers=helping,
                when=when,
                where=where,
                facts=facts,
                why=why,
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
            helpers=helping,
            when=when,
            where=where,
            facts=facts,
            why=why,
            anyway=anyway,
        )
    ]
