"""The requests that come to a library: taken down, weighed by its policy, decided by a person, answered."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from collabkit import clock
from collabkit.api.incoming import Incoming, incoming
from collabkit.api.tracking import stated
from collabkit.arguments import one_of
from collabkit.catalog import Catalog
from collabkit.datafiles.limits import MAX_BYTES
from collabkit.errors import DataError, Problem, UsageError
from collabkit.files.reading import read_file
from collabkit.files.writing import write_whole
from collabkit.library import Library
from collabkit.partnerships.entries import Entry
from collabkit.partnerships.logs import append
from collabkit.partnerships.partnership import Partnership
from collabkit.partnerships.starting import KeptAlreadyError, start
from collabkit.requests.events import ANSWERS, DECISIONS, Answer, Decision, decided, weighed
from collabkit.requests.facts import Facts
from collabkit.requests.request import CONTACTS, FOLDER, Request, add, named, requests
from collabkit.requests.sights import View, seen
from collabkit.requests.weighing import Weighed, weigh
from collabkit.requests.writing import contacts_text

if TYPE_CHECKING:
    from collabkit.api.partnerships import Partnerships


class Requests:
    """What a library keeps in ``requests/``: a folder for each request, with facts and a log."""

    def __init__(
        self,
        home: Path | None,
        catalog: Callable[[], Catalog],
        library: Callable[[], Library],
        partnerships: "Partnerships",
    ) -> None:
        """Take the requests of the workspace *home*.

        Args:
            home: the folder that holds ``library.yaml``, if there is one.
            catalog: opens the policy, and what ids may name.
            library: opens the profile.
            partnerships: what the library keeps; a request that is granted goes there.
        """
        self._home = home
        self._catalog = catalog
        self._library = library
        self._partnerships = partnerships

    @property
    def folder(self) -> Path:
        """Where they are.

        Raises:
            UsageError: there is no workspace.
        """
        if self._home is None:
            raise UsageError(
                "no library.yaml here or above, beside which requests could be kept",
                'Workspace.init(".") writes one',
                command="`collab init` writes one",
            )
        return self._home / FOLDER

    def __iter__(self) -> Iterator[Request]:
        """Yield each, by the name of its folder."""
        return requests(self.folder)

    def named(self, name: str) -> Request:
        """Return the one that *name* is a clear part of."""
        return named(self.folder, name)

    def add(
        self,
        name: str,
        wants: str,
        *,
        received: date | None = None,
        person: Mapping[str, str | None] | None = None,
        **more: Any,  # noqa: ANN401 - any field of request.yaml
    ) -> Request:
        """Take down a request, as ``collab request add`` does.

        Args:
            name: who asks.
            wants: what they want, in their words.
            received: the day on which it came; today by default.
            person: who asks there: ``name``, ``role``, ``phone``, ``email``.
            more: other fields of ``request.yaml``, such as ``brings="40 books"``.

        Raises:
            UnknownIdError: an id names nothing.
            UsageError: a value cannot stand there.
        """
        catalog = self._catalog()
        told = {field: value for field, value in more.items() if value not in (None, (), [])}
        for kind, field in (("partners", "partner"), ("activities", "work")):
            if told.get(field):
                catalog.known(kind, told[field])
        for goal in told.get("goals", ()):
            catalog.known("goals", goal)
        facts = _facts(
            {"name": name, "wants": wants, "received": received or clock.today(), **told}
        )
        return add(self.folder, facts, contacts=contacts_text(person or {}))

    def incoming(self, one: Request, *, on: date | None = None, people: bool = False) -> Incoming:
        """Return *one* as it stands on a day.

        Raises:
            DataError: its facts are wrong; with *people*, or its contacts.
        """
        day = on or clock.today()
        return incoming(one, self._weighed(one, day), day, people=people)

    def all(
        self, *, on: date | None = None, people: bool = False
    ) -> tuple[list[Incoming], list[Problem]]:
        """Return every request, those that wait first, and what is wrong with those that are left out."""
        found: list[Incoming] = []
        problems: list[Problem] = []
        for one in requests(self.folder):
            try:
                found.append(self.incoming(one, on=on, people=people))
            except DataError as error:
                problems += error.problems
        found.sort(key=lambda each: (each.waits is None, -(each.waits or 0), each.id))
        return found, problems

    def _weighed(self, one: Request, on: date) -> list[Weighed]:
        catalog, course = self._catalog(), one.course(on)
        kept = self._partnerships.stated() if self._partnerships.are_kept else []
        view = View(one, self._library(), catalog, kept, on)
        return [
            weigh(each, course.weighed.get(each.id), seen(each.sees, view))
            for each in catalog.criteria.values()
        ]

    def answer(
        self, one: Request, answers: Mapping[str, tuple[Answer, str]], *, on: date | None = None
    ) -> None:
        """Write how a person answered questions of the policy into the log of *one*.

        Args:
            one: the request.
            answers: by criterion, the answer and the reason.
            on: the day; today by default.
        """
        catalog, day = self._catalog(), on or clock.today()
        for criterion, (answer, _) in answers.items():
            catalog.known("criteria", criterion)
            one_of(answer, "answer", ANSWERS)
        append(
            one.folder,
            [weighed(day, criterion, answer, why) for criterion, (answer, why) in answers.items()],
        )

    def decide(
        self, one: Request, decision: Decision, *, because: str = "", on: date | None = None
    ) -> Partnership | None:
        """Write what a person decided into the log of *one*; a yes makes it a partnership that is kept.

        Args:
            one: the request.
            decision: ``yes``, ``later`` or ``no``.
            because: why, in her words.
            on: the day; today by default.

        Returns:
            The partnership, if it was a yes: the one that is kept already, or a new one.
        """
        one_of(decision, "decision", DECISIONS)
        day = on or clock.today()
        append(one.folder, [decided(day, decision, " ".join(because.split()))])
        return self._keep(one, day) if decision == "yes" else None

    def _keep(self, one: Request, day: date) -> Partnership:
        facts = one.facts
        asked = Entry(facts.received, "", f"they asked: {facts.wants}")
        said = Entry(day, "", "we said yes")
        fields = {"organization": facts.organization, "address": facts.address, "work": facts.work}
        known = stated(
            self._catalog(), facts.name, partner=facts.partner, goals=facts.goals, **fields
        )
        try:
            entries = [asked, Entry(day, "stage", "talk"), said]
            folder = start(self._partnerships.folder, known, day, entries=entries)
            _copy_contacts(one, folder)
        except KeptAlreadyError as error:
            folder = error.folder
            append(folder, [asked, said])
        append(one.folder, [Entry(day, "", f"kept as: {folder.name}")])
        return Partnership(folder)

    def log_letter(self, one: Request, file: str, *, on: date | None = None) -> None:
        """Write into the log of *one* that its letter went into *file*."""
        append(one.folder, [Entry(on or clock.today(), "", f"letter: {file}")])


def _copy_contacts(one: Request, folder: Path) -> None:
    """Put the people of the request *one* beside the facts of the partnership in *folder*."""
    file = one.folder / CONTACTS
    if file.is_file():
        write_whole(folder / CONTACTS, read_file(file, MAX_BYTES), replace=False)


def _facts(given: Mapping[str, Any]) -> Facts:
    told = {
        field: value.isoformat() if isinstance(value, date) else value
        for field, value in given.items()
    }
    try:
        return Facts.model_validate(told)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise UsageError(f"{where}: {first['msg'].removeprefix('Value error, ')}") from error
