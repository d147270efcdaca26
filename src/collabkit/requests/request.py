"""One request, read from its folder; a new one; and all of them, by part of a name."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit.datafiles.references import dangling
from collabkit.errors import (
    CollabkitError,
    DataError,
    Place,
    Problem,
    UsageError,
    cut,
    did_you_mean,
)
from collabkit.files.writing import make_folder, write_whole
from collabkit.partnerships.entries import LogEntry
from collabkit.partnerships.folders import fits, same_name, slug
from collabkit.partnerships.logs import Log, append, read_log
from collabkit.partnerships.people import CONTACTS, contacts_in, read_contacts
from collabkit.requests.events import Course, course, misread
from collabkit.requests.facts import FACTS, RequestFacts, facts_text, read_facts

if TYPE_CHECKING:
    from collabkit.catalog import Catalog
    from collabkit.datafiles.documents import Document
    from collabkit.partnerships.people import Contact

FOLDER = "requests"
"""The folder of a workspace that holds the requests that came in."""


class Request:
    """Something that somebody asked of the library."""

    def __init__(self, folder: Path) -> None:
        """Take *folder* for a request; nothing is read yet."""
        self.folder = folder

    @property
    def id(self) -> str:
        """The name of its folder."""
        return self.folder.name

    @cached_property
    def facts(self) -> RequestFacts:
        """What ``request.yaml`` states.

        Raises:
            DataError: it is wrong, or not there.
        """
        facts, _, problems = self._read
        if facts is None:
            missing = Problem(Place(str(self.folder / FACTS), 1, 1), "", "is missing; add it")
            raise DataError(problems or [missing])
        return facts

    @cached_property
    def _read(self) -> "tuple[RequestFacts | None, Document | None, list[Problem]]":
        return read_facts(self.folder)

    @property
    def log(self) -> Log:
        """The lines of its log as they stand now: each answer adds one."""
        return read_log(self.folder)

    def course(self, today: date) -> Course:
        """Return what happened to it up to *today*."""
        return course(self.log.entries, today)

    def contacts(self) -> "tuple[Contact, ...]":
        """Return who asks, from ``contacts.yaml``: private.

        Raises:
            DataError: the file is wrong.
        """
        return read_contacts(self.folder)

    def problems(self, catalog: "Catalog") -> list[Problem]:
        """Return everything that is wrong with it."""
        facts, document, found = self._read
        if facts is None and not found:
            found = [Problem(Place(str(self.folder / FACTS), 1, 1), "", "is missing; add it")]
        if facts is not None and document is not None:
            found = [*found, *dangling(facts, document, (), catalog.kind)]
        return [*found, *contacts_in(self.folder)[2], *self._misread(catalog)]

    def _misread(self, catalog: "Catalog") -> Iterator[Problem]:
        for entry in self.log.entries:
            wrong = misread(entry)
            if wrong is not None:
                yield Problem(Place(entry.file, entry.line, 1), "", wrong)
        for named in self.course(date.max).weighed:
            if named not in catalog.criteria:
                close = did_you_mean(named, catalog.criteria)
                wrong = f"nothing in criteria is called {cut(named)!r}"
                at = Place(str(self.folder / "log.txt"), 1, 1)
                yield Problem(at, "", f"{wrong}; {close}" if close else wrong)


def requests(home: Path) -> Iterator[Request]:
    """Yield the requests in the folder *home*, by the names of their folders."""
    try:
        named = sorted(each for each in home.iterdir() if each.name[0] not in "._")
    except (FileNotFoundError, NotADirectoryError):
        return
    yield from (Request(each) for each in named if (each / FACTS).exists())


def named(home: Path, name: str) -> Request:
    """Return the request in *home* that *name* is a clear part of.

    Raises:
        UsageError: none is called so, or several are.
    """
    known = list(requests(home))
    exact = [each for each in known if same_name(each.id, slug(name))]
    found = exact or [each for each in known if fits(name, each.id)]
    if len(found) == 1:
        return found[0]
    if found:
        listed = ", ".join(each.id for each in found[:6])
        raise UsageError(
            f"{cut(name)!r} may be any of {listed}", "Write a little more of the name."
        )
    close = did_you_mean(slug(name), (each.id for each in known))
    raise UsageError(
        f"no request called {cut(name)!r}",
        close or "Requests.add takes one down",
        command=close or "`collab request list` lists them, `collab request add` takes one down",
    )


def add(home: Path, facts: RequestFacts, *, contacts: str = "") -> Request:
    """Take down a request; return it.

    Args:
        home: the folder of all requests; it is made.
        facts: what is known.
        contacts: what ``contacts.yaml`` is to hold; no file is made if it is empty.

    Raises:
        UsageError: there is no letter in the name.
        CollabkitError: it cannot be written.
    """
    folder = _free(home, facts.name)
    try:
        make_folder(folder)
        if contacts:
            write_whole(folder / CONTACTS, contacts.encode(), replace=False)
        write_whole(folder / FACTS, facts_text(facts).encode(), replace=False)
    except OSError as error:
        raise CollabkitError(f"cannot write {folder / FACTS}: {error.strerror}") from error
    append(folder, [LogEntry(facts.received, "", f"asked: {facts.wants}")])
    return Request(folder)


def _free(home: Path, name: str) -> Path:
    """Return a folder for a request of *name*, who may have asked before."""
    made = slug(name)
    if not made:
        raise UsageError(f"{cut(name)!r} has no letter in it", "Write who asks.")
    taken = {each.id for each in requests(home)}
    number = 1
    while (f"{made}-{number}" if number > 1 else made) in taken:
        number += 1
    return home / (f"{made}-{number}" if number > 1 else made)
