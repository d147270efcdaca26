"""What works require, as a library answers it: kept in `ready:` of its profile, at its place."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from collabkit.catalog import Catalog
from collabkit.datafiles.editing import edit
from collabkit.errors import DataError, UnknownIdError, UsageError
from collabkit.files.reading import decode, read_file
from collabkit.library import Readiness
from collabkit.planning.readiness import Ready
from collabkit.profiles import read_library

Answers = Mapping[tuple[str, str], Readiness]
"""By work and by the word for what it requires."""

READINESS_WORDS: Final[Mapping[str, Readiness]] = {
    **dict.fromkeys(("yes", "y", "have"), "have"),
    **dict.fromkeys(("no", "n", "cannot"), "cannot"),
    **dict.fromkeys(("later", "l"), "later"),
}
"""What may be answered, and what is kept of it."""
_MOST = 1_000_000
"""Bytes of a table of answers."""
_OPEN = frozenset({"", "open"})


def answers_of(texts: Iterable[str], catalog: Catalog) -> dict[tuple[str, str], Readiness]:
    """Return answers typed as ``WORK.NAME=yes``, such as ``sensory-story-time.room=later``.

    Raises:
        UsageError: a text is none, or answers neither yes, no nor later.
        UnknownIdError: there is no such work, or it requires no such thing.
    """
    found = {}
    for text in texts:
        asked, equals, answer = text.partition("=")
        work, dot, name = asked.strip().partition(".")
        if not equals or not dot:
            raise UsageError(
                f"{text!r} answers nothing",
                "Write WORK.NAME=yes, no or later; `collab plan --ready` lists the names",
            )
        found[_asked(work, name, catalog)] = _answer(answer, text)
    return found


def answers_in(file: Path, catalog: Catalog) -> dict[tuple[str, str], Readiness]:
    """Return the answers in a table as ``collab plan --ready -f csv`` writes it; open ones are left out.

    Raises:
        UsageError: the file is not there or has no columns work, name and stands.
        UnknownIdError: it names what there is not.
    """
    try:
        text = decode(read_file(file, _MOST), str(file))
    except FileNotFoundError as error:
        raise UsageError(
            f"no file called {str(file)!r}", "`collab plan --ready -f csv` writes one"
        ) from error
    return dict(_rows(text, file, catalog))


def _rows(text: str, file: Path, catalog: Catalog) -> Iterator[tuple[tuple[str, str], Readiness]]:
    rows = csv.DictReader(text.splitlines(), delimiter="\t" if "\t" in text[:200] else ",")
    lacks = {"work", "name", "stands"} - set(rows.fieldnames or ())
    if lacks:
        raise UsageError(
            f"{file} has no column {min(lacks)!r}",
            "`collab plan --ready -f csv` writes such a table; answer yes, no or later in `stands`",
        )
    for row in rows:
        answer = (row["stands"] or "").strip().casefold()
        if answer not in _OPEN:
            asked = _asked(row["work"] or "", row["name"] or "", catalog)
            yield asked, _answer(answer, f"{file}, line {rows.line_num}: {answer}")


def _asked(work: str, name: str, catalog: Catalog) -> tuple[str, str]:
    work, name = work.strip(), name.strip()
    catalog.known("activities", work)
    known = catalog.activities[work].required()
    if name not in known:
        raise UnknownIdError(f"requirement of {work}", name, known)
    return work, name


def _answer(answer: str, said: str) -> Readiness:
    meant = READINESS_WORDS.get(answer.strip().casefold())
    if meant is None:
        raise UsageError(f"{said!r} is no answer", "Answer yes, no or later")
    return meant


def keep(profile: Path | None, answers: Answers, catalog: Catalog) -> Ready:
    """Write *answers* into `ready:` of the *profile*, with all else kept; return all that it says then.

    Raises:
        UsageError: there is no profile.
        DataError: it is wrong already; nothing is written.
        StaleFileError: somebody else changed it meanwhile; nothing is lost.
    """
    if profile is None:
        raise UsageError(
            "there is no library.yaml to keep the answers in",
            'Workspace.init(".") writes one',
            command="`collab init` writes one",
        )
    with edit(profile) as file:
        for (work, name), answer in answers.items():
            file.set(("ready", work, name), answer)
        library, problems = read_library(profile, catalog, file.content())
        if problems or library is None:
            raise DataError(problems)
    return library.ready
