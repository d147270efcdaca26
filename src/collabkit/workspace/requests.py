"""The requests of a workspace: taken down, weighed by the library's policy, and decided by a person."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from collabkit import clock, paths
from collabkit.arguments import one_of

if TYPE_CHECKING:
    from collabkit.catalog import Catalog
    from collabkit.library import Library
    from collabkit.partnerships.store import PartnershipStore
    from collabkit.requests.deciding import RecordedDecision
    from collabkit.requests.events import Answer, Decision
    from collabkit.requests.request import Request
    from collabkit.requests.status import RequestList, RequestStatus
    from collabkit.requests.weighing import Weighed


class Requests:
    """What a library keeps in ``requests/``: a folder for each request, with facts and a log."""

    def __init__(
        self,
        home: Path | None,
        catalog: "Callable[[], Catalog]",
        library: "Callable[[], Library]",
        partnerships: "PartnershipStore",
    ) -> None:
        """Take the requests of the workspace *home*; nothing is read yet.

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
        from collabkit.requests.request import FOLDER  # noqa: PLC0415 - YAML

        return paths.in_workspace(self._home, FOLDER)

    def __iter__(self) -> "Iterator[Request]":
        """Yield each, by the name of its folder."""
        from collabkit.requests.request import requests  # noqa: PLC0415

        return requests(self.folder)

    def named(self, name: str) -> "Request":
        """Return the one that *name* is a clear part of.

        Raises:
            UsageError: none is called so, or several are.
        """
        from collabkit.requests.request import named  # noqa: PLC0415

        return named(self.folder, name)

    def add(
        self,
        name: str,
        wants: str,
        *,
        received: date | None = None,
        person: Mapping[str, str | None] | None = None,
        **more: Any,  # noqa: ANN401 - any field of request.yaml
    ) -> "Request":
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
        from collabkit.requests.facts import facts_of  # noqa: PLC0415
        from collabkit.requests.request import add  # noqa: PLC0415
        from collabkit.requests.writing import contacts_text  # noqa: PLC0415

        given = {"name": name, "wants": wants, "received": received or clock.today(), **more}
        facts = facts_of(self._catalog(), given)
        return add(self.folder, facts, contacts=contacts_text(person or {}))

    def status(
        self, one: "Request", *, on: date | None = None, people: bool = False
    ) -> "RequestStatus":
        """Return *one* as it stands on a day.

        Args:
            one: the request.
            on: the day; today by default.
            people: whether those who ask are named: they are private.

        Raises:
            DataError: its facts are wrong; with *people*, or its contacts.
        """
        from collabkit.requests.status import status_of  # noqa: PLC0415

        day = on or clock.today()
        return status_of(one, self._weighed(one, day), day, people=people)

    def all(self, *, on: date | None = None, people: bool = False) -> "RequestList":
        """Return every request, those that wait first; those whose facts are wrong are left out.

        Args:
            on: the day on which they stand so; today by default.
            people: whether those who ask are named: they are private.
        """
        from collabkit.requests.status import RequestList  # noqa: PLC0415

        return RequestList(self, lambda one: self.status(one, on=on, people=people))

    def _weighed(self, one: "Request", on: date) -> "list[Weighed]":
        from collabkit.requests.deciding import weigh_request  # noqa: PLC0415

        partnerships = self._partnerships.valid() if self._partnerships.exists else []
        return weigh_request(one, self._library(), self._catalog(), partnerships, on)

    def answer(
        self,
        one: "Request",
        answers: "Mapping[str, tuple[Answer, str]]",
        *,
        on: date | None = None,
    ) -> None:
        """Write how a person answered questions of the policy into the log of *one*.

        Args:
            one: the request.
            answers: by criterion, the answer and the reason.
            on: the day; today by default.
        """
        from collabkit.requests.deciding import record_answers  # noqa: PLC0415
        from collabkit.requests.events import ANSWERS  # noqa: PLC0415

        for criterion, (answer, _) in answers.items():
            self._catalog().known("criteria", criterion)
            one_of(answer, "answer", ANSWERS)
        record_answers(one, answers, on or clock.today())

    def decide(
        self,
        one: "Request",
        decision: "Decision",
        *,
        because: str = "",
        on: date | None = None,
    ) -> "RecordedDecision":
        """Write what a person decided into the log of *one*; a yes makes it a partnership that is kept.

        Args:
            one: the request.
            decision: ``yes``, ``later`` or ``no``.
            because: why, in her words.
            on: the day; today by default.
        """
        from collabkit.requests.deciding import record_decision  # noqa: PLC0415
        from collabkit.requests.events import DECISIONS  # noqa: PLC0415

        one_of(decision, "decision", DECISIONS)
        day = on or clock.today()
        policy = self._weighed(one, day)
        return record_decision(one, decision, because, day, policy=policy, store=self._partnerships)

    def log_letter(self, one: "Request", file: str, *, on: date | None = None) -> None:
        """Write into the log of *one* that its letter went into *file*."""
        from collabkit.partnerships.entries import LogEntry  # noqa: PLC0415
        from collabkit.partnerships.logs import append  # noqa: PLC0415

        append(one.folder, [LogEntry(on or clock.today(), "", f"letter: {file}")])
