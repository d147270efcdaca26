"""Facts of a partnership changed at their place in ``partnership.yaml``, with all else kept."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from collabkit.catalog import Catalog
from collabkit.datafiles.checking import validate
from collabkit.datafiles.documents import FieldPath, dotted
from collabkit.datafiles.editing import DataFile, UnwrittenError, edit
from collabkit.datafiles.references import dangling
from collabkit.datafiles.scalars import Scalar
from collabkit.errors import DataError, UnknownIdError, UsageError
from collabkit.files.writing import write_whole
from collabkit.notes import Note
from collabkit.partnerships.dates import coming
from collabkit.partnerships.facts import Agreement, Facts
from collabkit.partnerships.partnership import Partnership
from collabkit.partnerships.starting import facts_text

FIELDS: Final[Mapping[str, FieldPath]] = {
    **{name: (name,) for name in Facts.model_fields if name != "agreement"},
    **{name: ("agreement", name) for name in Agreement.model_fields},
}
"""The facts by the words of the command line; `file`, `start`, `end` and `notice` are the agreement's."""
_FIGURES = frozenset(["since", "cold_after", "notice"])
_DAYS = frozenset(["start", "end"])


class ChangedFact(NamedTuple):
    """A fact as it was and as it is."""

    field: str
    """Its name, such as `agreement.end`."""
    before: str
    after: str


def _begin(one: Partnership) -> None:
    """Write the facts of a partnership that has only a log."""
    try:
        write_whole(one.facts_file, facts_text(one.facts).encode(), replace=False)
    except OSError as error:
        raise UnwrittenError(one.facts_file, error) from error


class Changes(NamedTuple):
    """What was changed, and where."""

    file: Path
    facts: tuple[ChangedFact, ...]
    later: date | None
    """The last day of the agreement by the log, if it is beyond the one that was given, and so counts."""

    @property
    def notes(self) -> tuple[Note, ...]:
        """That the log says something else, if it does."""
        if self.later is None:
            return ()
        return (Note("log-is-later", f"The log says {self.later}, which is later and counts."),)


def change(one: Partnership, values: Mapping[str, str], catalog: Catalog, today: date) -> Changes:
    """Write *values* into the facts of *one*, all of them or nothing.

    Args:
        one: the partnership; one that has only a log gets its facts now.
        values: by the names of `FIELDS`, as a person types them; blank takes a value out.
        catalog: what ids may name.
        today: the day on which they are typed: "Dec 3" is the next one.

    Raises:
        UnknownIdError: there is no such fact.
        UsageError: a value cannot stand there.
        DataError: the facts are wrong already, or there are two of them.
        StaleFileError: somebody else changed them meanwhile; nothing is lost.
    """
    new = {_path(name): _value(name, text, today) for name, text in values.items()}
    if not one.facts_file.exists() and one.valid:
        _begin(one)
    if one.copies:
        raise DataError(one.copies)
    with edit(one.facts_file) as file:
        before = {at: _shown(file, at) for at in new}
        for at, value in new.items():
            file.set(at, value)
        _refuse_wrong(file, new, catalog)
        after = [ChangedFact(dotted(at), old, _shown(file, at)) for at, old in before.items()]
    return Changes(
        one.facts_file,
        tuple(each for each in after if each.before != each.after),
        _later(one, new.get(FIELDS["end"]), today),
    )


def _later(one: Partnership, end: object, today: date) -> date | None:
    until = one.state(today).until
    return until if until and isinstance(end, str) and until.isoformat() > end else None


def _path(name: str) -> FieldPath:
    plain = name.strip().lower().replace("-", "_").removeprefix("agreement.")
    if plain not in FIELDS:
        raise UnknownIdError("fact", name, FIELDS)
    return FIELDS[plain]


def _value(name: str, text: str, today: date) -> Scalar | tuple[Scalar, ...]:
    last, plain = _path(name)[-1], " ".join(text.split())
    if last == "goals":
        return tuple(plain.replace(",", " ").split())
    if last == "facts":
        return (plain,) if plain else ()
    if last in _FIGURES and plain.isascii() and plain.isdigit() and len(plain) < _LONGEST:
        return int(plain)
    if last == "hours" and re.fullmatch(r"\d{1,3}(\.\d{1,2})?", plain, re.ASCII):
        return float(plain)
    if last in _DAYS:
        day = coming(plain, today)
        return day.isoformat() if day else plain or None
    return plain or None


_LONGEST = 10
"""Digits of a figure."""


def _shown(file: DataFile, at: FieldPath) -> str:
    value = file.document.data
    for step in at:
        value = value.get(step) if isinstance(value, dict) else None
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


def _refuse_wrong(file: DataFile, new: Mapping[FieldPath, object], catalog: Catalog) -> None:
    """Refuse what may not stand there: as a mistake of whoever typed it if it is the new value."""
    facts, problems = validate(file.document, Facts)
    if facts is not None:
        problems = [*problems, *dangling(facts, file.document, (), catalog.kind)]
    names = {dotted(at) for at in new}
    for problem in problems:
        if problem.field.split("[", 1)[0] in names:
            raise UsageError(f"{problem.field}: {problem.message}")
    if problems:
        raise DataError(problems)
