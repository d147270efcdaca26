"""What a line of a list says of one partner, and what in it could not be read, which stays as a note."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from pydantic import ValidationError

from collabkit.catalog import Activity, Catalog
from collabkit.datafiles.checking import first_problem
from collabkit.directory.names import comparable_name
from collabkit.directory.records import address_of
from collabkit.errors import UsageError, cut
from collabkit.partnerships.entries import LogEntry
from collabkit.partnerships.facts import Facts
from collabkit.partnerships.lists.cells import (
    day_in_cell,
    emails_in,
    key_of_kind,
    kinds_by_name,
    order_of,
    persons_in,
    phones_in,
    stage_in_cell,
    stated,
    year_in_cell,
)
from collabkit.partnerships.lists.columns import PERSONAL, Layout
from collabkit.partnerships.lists.headings import plain_heading
from collabkit.partnerships.people import Contact
from collabkit.partnerships.tracking import facts_of

DAYS: Final = ("since", "start", "until", "last")
"""Fields that hold a day."""
_PRIVATE: Final = "could not be read"
"""Why something of a person is a note: what it is is not said."""
_TOTALS: Final = ("total", "totals", "grand total", "subtotal", "count", "sum")


class Draft(NamedTuple):
    """A partnership as a line of a list states it."""

    facts: Facts
    persons: tuple[Contact, ...]
    entries: tuple[LogEntry, ...]
    """What its log begins with."""


class ReadLine(NamedTuple):
    """A line of a list as it was read."""

    number: int
    name: str
    draft: Draft | None
    """Nothing where it says no partner."""
    problems: tuple[str, ...]
    """What could not be read, or why it is no partner."""


class LineReader:
    """Reads the lines of one list."""

    def __init__(self, layout: Layout, catalog: Catalog, today: date, file: str) -> None:
        """Take the list.

        Args:
            layout: which of its columns is what.
            catalog: what kinds of partner and works there are.
            today: the day of the first lines in the logs.
            file: what the list is called there.
        """
        self._layout = layout
        self._catalog = catalog
        self._kinds = kinds_by_name(catalog.partners)
        self._works = _works_by_name(catalog.activities)
        self._today = today
        self._file = file
        self._headings = [plain_heading(each.heading) for each in layout.columns]
        self._orders = {
            each: order_of(cell for _, cells in self._body() for cell in self._cells(cells, each))
            for each in DAYS
        }

    def lines(self) -> Iterator[ReadLine]:
        """Yield each line below the headings; those in which nothing stands are passed over."""
        for number, cells in self._body():
            if [plain_heading(cell) for cell in cells if cell] == list(
                filter(None, self._headings)
            ):
                continue  # the headings again, at the top of a page
            yield self._line(number, cells)

    def _body(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        return ((at, cells) for at, cells in self._layout.grid.lines if at > self._layout.first)

    def _cells(self, cells: Sequence[str], field: str) -> list[str]:
        """Return what the columns of *field* say."""
        return [
            found
            for place, each in enumerate(self._layout.columns)
            if each.field == field and place < len(cells) and (found := stated(cells[place]))
        ]

    def _line(self, number: int, cells: tuple[str, ...]) -> ReadLine:
        filled = [cell for cell in cells if cell]
        name = " ".join(self._cells(cells, "name")[:1])
        if not name:
            return ReadLine(number, "", None, ("it has no name",))
        if len(filled) > 1 and len(set(filled)) == 1:
            return ReadLine(number, name, None, ("a title over several columns, and no partner",))
        if plain_heading(name).split(" of ")[0].rstrip(" 0123456789") in _TOTALS:
            return ReadLine(number, name, None, ("a sum, and no partner",))
        doubts: list[tuple[str, str, str]] = []
        fields = {"name": name, **self._facts(cells, doubts)}
        try:
            persons = tuple(self._persons(cells, fields, doubts))
            draft = Draft(
                facts_of(self._catalog, **fields),
                persons,
                tuple(self._entries(number, cells, doubts)),
            )
        except (UsageError, ValidationError) as error:
            problem = first_problem(error, Contact) if isinstance(error, ValidationError) else error
            return ReadLine(number, name, None, (str(problem),))
        problems = tuple(
            f"{what} {why if why is _PRIVATE else f'{cut(value)!r} {why}'}; kept as a note"
            for what, value, why in doubts
        )
        return ReadLine(number, name, draft, problems)

    def _facts(self, cells: Sequence[str], doubts: list[tuple[str, str, str]]) -> dict[str, Any]:
        """Return what *cells* state by the fields of ``partnership.yaml``; *doubts* grow by the rest."""

        def read(field: str, what: str, value_of: Callable[[str], Any], why: str) -> Any:  # noqa: ANN401 - by the field
            for cell in self._cells(cells, field)[:1]:
                value = value_of(cell)
                if value is None:
                    doubts.append((what, cell, why))
                return value
            return None

        kind = read("partner", "kind", self._kind, "is no kind of partner by that name")
        work = read(
            "work",
            "work",
            lambda cell: self._works.get(comparable_name(cell)),
            "is no work of the catalog",
        )
        since = read("since", "since", year_in_cell, "names no single year")
        start = read("start", "agreement from", self._day("start"), "is no day that is sure")
        until = read("until", "agreement until", self._day("until"), "is no day that is sure")
        if start and until and until < start:
            doubts.append(("agreement until", until.isoformat(), f"is before its start, {start}"))
            until = None
        agreement = {
            name: day.isoformat() for name, day in (("start", start), ("end", until)) if day
        }
        parts = [
            " ".join(self._cells(cells, each)[:1]) or None
            for each in ("street", "city", "state", "zip")
        ]
        why = " ".join(self._cells(cells, "why")[:1])
        return {
            "partner": kind,
            "work": work,
            "since": since,
            "why": why or None,
            "address": address_of(*parts) or None,
            "site": " ".join(self._cells(cells, "site")[:1]) or None,
            "phone": " ".join(self._cells(cells, "office")[:1]) or None,
            **({"agreement": agreement} if agreement else {}),
        }

    def _kind(self, cell: str) -> str | None:
        return self._kinds.get(key_of_kind(cell))

    def _day(self, field: str) -> Callable[[str], date | None]:
        return lambda cell: day_in_cell(cell, day_first=self._orders[field])

    def _persons(
        self,
        cells: Sequence[str],
        fields: dict[str, Any],
        doubts: list[tuple[str, str, str]],
    ) -> Iterator[Contact]:
        """Yield the people of the line; a number or address without a person goes to *fields*."""
        by_person: dict[int, dict[str, str]] = {}
        for place, each in enumerate(self._layout.columns):
            cell = stated(cells[place]) if each.field in PERSONAL and place < len(cells) else ""
            if cell and each.field:
                by_person.setdefault(each.nth, {})[each.field] = cell
        for known in by_person.values():
            names = persons_in(known.get("person", "")) or _joined_name(known)
            numbers = [
                known.get("direct"),
                *phones_in(known.get("person", "")),
                known.get("phone"),
            ]
            addresses = [*emails_in(known.get("email", "")), *emails_in(known.get("person", ""))]
            if known.get("email") and not emails_in(known["email"]):
                doubts.append(("e-mail", known["email"], _PRIVATE))
            phone, email = next(filter(None, numbers), None), next(iter(addresses), None)
            for at, name in enumerate(names):
                own = not at  # of several in one cell the first has what stands beside
                yield Contact(
                    name=name,
                    role=known.get("role") if own else None,
                    phone=phone if own else None,
                    email=email if own else None,
                )
            if not names:
                fields["phone"] = fields["phone"] or phone
                fields["email"] = fields.get("email") or email
                if known.get("role"):
                    doubts.append(("role", known["role"], _PRIVATE))

    def _entries(
        self, number: int, cells: Sequence[str], doubts: list[tuple[str, str, str]]
    ) -> Iterator[LogEntry]:
        """Yield what the log begins with: the last talk, where it stands, notes, and whence it comes."""
        source = f"{self._file}, line {number}"
        for cell in self._cells(cells, "last")[:1]:
            day = self._day("last")(cell)
            if day is None or day > self._today:
                why = "is no day that is sure" if day is None else "has not come yet"
                doubts.append(("last talk", cell, why))
            else:
                yield LogEntry(day, "", f"last talk by {source}")
        yield LogEntry(self._today, "note", f"taken over from {source}")
        for place, each in enumerate(self._layout.columns):
            if each.field == "stage" and place < len(cells) and cells[place]:
                yield from self._stage(cells[place], doubts)
        for note in self._cells(cells, "notes"):
            yield LogEntry(self._today, "note", note)
        for what, value, _ in doubts:
            yield LogEntry(self._today, "note", f"{what}: {value}")

    def _stage(self, cell: str, doubts: list[tuple[str, str, str]]) -> Iterator[LogEntry]:
        stage = stage_in_cell(cell)
        if stage is not None:
            yield LogEntry(self._today, "stage", stage)
        elif stated(cell) or cell.casefold() in {"no", "n"}:
            doubts.append(("stage", cell, "is none of the stages"))


def _joined_name(known: Mapping[str, str]) -> list[str]:
    name = " ".join(filter(None, (known.get("first"), known.get("family"))))
    return [name] if name else []


def _works_by_name(works: Mapping[str, Activity]) -> dict[str, str]:
    return {
        comparable_name(name): work.id for work in works.values() for name in (work.id, work.label)
    }
