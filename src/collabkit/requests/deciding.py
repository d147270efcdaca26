"""What a person answers and decides about a request, written down; a yes makes it a partnership."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from collabkit.catalog import Catalog
from collabkit.datafiles.limits import MAX_BYTES
from collabkit.files.reading import read_file
from collabkit.files.writing import write_whole
from collabkit.library import Library
from collabkit.notes import Note
from collabkit.partnerships.entries import LogEntry
from collabkit.partnerships.logs import append
from collabkit.partnerships.partnership import Partnership
from collabkit.partnerships.people import CONTACTS
from collabkit.partnerships.starting import KeptAlreadyError
from collabkit.partnerships.store import PartnershipStore
from collabkit.partnerships.tracking import facts_of
from collabkit.requests.events import Answer, Decision, decided, weighed
from collabkit.requests.request import Request
from collabkit.requests.suggestions import Sources, suggest_answer
from collabkit.requests.weighing import Weighed, suggest, weigh


class RecordedDecision(NamedTuple):
    """What was decided, and what came of it."""

    decision: Decision
    because: str
    suggested: Decision | None
    """What the answers to the policy spoke for."""
    partnership: Partnership | None
    """After a yes, the one that is kept already, or a new one."""

    @property
    def notes(self) -> tuple[Note, ...]:
        """That the policy spoke for something else, if it did."""
        if self.suggested in {None, self.decision}:
            return ()
        text = f"The policy spoke for {self.suggested}"
        why = "" if self.because else "; --because writes down why you decide otherwise"
        return (Note("against-policy", f"{text}.", f"{text}{why}."),)


def weigh_request(
    one: Request,
    library: Library,
    catalog: Catalog,
    partnerships: Sequence[Partnership],
    on: date,
) -> list[Weighed]:
    """Return the library's policy, a question each, with what was answered and what the records suggest.

    Args:
        one: the request.
        library: the profile.
        catalog: holds the policy.
        partnerships: those that are kept, with facts that are right.
        on: the day up to which answers count.

    Raises:
        DataError: the facts of the request are wrong.
    """
    course = one.course(on)
    sources = Sources(one, library, catalog, partnerships, on)
    return [
        weigh(each, course.weighed.get(each.id), suggest_answer(each.sees, sources))
        for each in catalog.criteria.values()
    ]


def record_answers(one: Request, answers: Mapping[str, tuple[Answer, str]], on: date) -> None:
    """Write into the log of *one* how a person answered: by criterion, the answer and the reason."""
    append(one.folder, [weighed(on, each, answer, why) for each, (answer, why) in answers.items()])


def record_decision(
    one: Request,
    decision: Decision,
    because: str,
    on: date,
    *,
    policy: Sequence[Weighed],
    store: PartnershipStore,
) -> RecordedDecision:
    """Write what a person decided into the log of *one*; a yes makes it a partnership that is kept.

    Args:
        one: the request.
        decision: what was decided.
        because: why, in her words.
        on: the day.
        policy: the library's, with the answers.
        store: the partnerships that are kept.

    Raises:
        DataError: the facts of the request are wrong.
    """
    reason = " ".join(because.split())
    append(one.folder, [decided(on, decision, reason)])
    partnership = _keep(one, on, store) if decision == "yes" else None
    return RecordedDecision(decision, reason, suggest(policy).decision, partnership)


def _keep(one: Request, day: date, store: PartnershipStore) -> Partnership:
    facts = one.facts
    request = LogEntry(facts.received, "", f"they asked for this: {facts.wants}")
    granted = LogEntry(day, "", "we said yes")
    fields = {"organization": facts.organization, "address": facts.address, "work": facts.work}
    new = facts_of(store.catalog, facts.name, partner=facts.partner, goals=facts.goals, **fields)
    try:
        entries = [request, LogEntry(day, "stage", "talk"), granted]
        partnership = store.start(new, day, entries=entries)
        _copy_contacts(one, partnership.folder)
    except KeptAlreadyError as error:
        partnership = Partnership(error.folder)
        append(error.folder, [request, granted])
    append(one.folder, [LogEntry(day, "", f"kept as: {partnership.id}")])
    return partnership


def _copy_contacts(one: Request, folder: Path) -> None:
    """Put the people of the request *one* beside the facts of the partnership in *folder*."""
    file = one.folder / CONTACTS
    if file.is_file():
        write_whole(folder / CONTACTS, read_file(file, MAX_BYTES), replace=False)
