"""A list of partners as it would be taken over, line by line, with nothing written yet."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from collabkit.notes import Note
from collabkit.partnerships.entries import LogEntry
from collabkit.partnerships.facts import Facts
from collabkit.partnerships.folders import slug
from collabkit.partnerships.lists.cells import same_body
from collabkit.partnerships.lists.columns import Column, layout_of
from collabkit.partnerships.lists.grids import grids_of
from collabkit.partnerships.lists.lines import Draft, LineReader, ReadLine
from collabkit.partnerships.store import PartnershipStore
from collabkit.text.phrases import listed

Outcome = Literal["new", "kept already", "same partner", "not taken"]


class ListedPartner(NamedTuple):
    """A line of a list, and what becomes of it."""

    line: int
    """Its number in the file."""
    name: str
    """The organization's name as it stands there."""
    outcome: Outcome
    """`new`; `kept already`, and nothing is added; `same partner` as a line above, whose people and notes join it; `not taken`."""
    partnership: str | None
    """The folder of the partnership that it is or will be."""
    partner: str | None
    """What kind it is, an entry of `partners.yaml`."""
    stage: str | None
    """Where it stands, as far as the line says it."""
    since: int | None
    """The year it began."""
    start: str | None
    """The first day of the agreement."""
    until: str | None
    """The last day of the agreement."""
    last: str | None
    """The day of the last talk."""
    persons: int
    """People whom the line names."""
    problems: tuple[str, ...]
    """What could not be read, and why a line is not taken."""


class NewPartner(NamedTuple):
    """A partnership that the list would begin."""

    folder: str
    draft: Draft


class PartnerList(list[ListedPartner]):
    """The lines of a list, in their order."""

    def __init__(
        self,
        lines: Iterable[ListedPartner],
        columns: Sequence[Column],
        sheet: str,
        new: Sequence[NewPartner],
        other_sheets: Sequence[str] = (),
    ) -> None:
        super().__init__(lines)
        self.columns = tuple(columns)
        """Which column was taken for what."""
        self.sheet = sheet
        """The sheet that holds it, of a workbook."""
        self.new = tuple(new)
        """What would be begun, people included: private."""
        self._other_sheets = tuple(other_sheets)

    @property
    def notes(self) -> tuple[Note, ...]:
        """Which column is what, what is not read, and what becomes of the lines."""
        return tuple(self._notes())

    def _notes(self) -> Iterator[Note]:
        if self._other_sheets:
            text = f"Read is the sheet {self.sheet}; not read: {listed(self._other_sheets)}."
            yield Note("sheet", text, f"{text} --sheet NAME reads another.")
        for each in self.columns:
            if each.field:
                nth = f" {each.nth}" if each.nth > 1 else ""
                yield Note(
                    "column", f"{each.heading or each.letter} ({each.letter}): {each.field}{nth}"
                )
        unread = [
            f"{each.heading} ({each.letter})"
            for each in self.columns
            if each.heading and not each.field
        ]
        if unread:
            text = f"Not read: {listed(unread)}."
            yield Note("not-read", text, f"{text} --map FIELD=COLUMN says what a column is.")
        for line in self:
            for problem in line.problems:
                yield Note(
                    "line", f"line {line.line}{', ' if line.name else ''}{line.name}: {problem}"
                )
        yield Note("sum", self._sum())

    def _sum(self) -> str:
        count = {each: sum(line.outcome == each for line in self) for each in _OUTCOMES}
        parts = [f"{count['new']} new"]
        parts += [f"{count[each]} {each}" for each in _OUTCOMES[1:] if count[each]]
        return f"{', '.join(parts)}."


_OUTCOMES: tuple[Outcome, ...] = ("new", "same partner", "kept already", "not taken")


def read_list(
    store: PartnershipStore,
    raw: bytes,
    file: str,
    today: date,
    *,
    columns: Mapping[str, Sequence[str]],
    sheet: str = "",
) -> PartnerList:
    """Return what the list *raw* would bring into *store*.

    Args:
        store: what is kept already.
        raw: a workbook (.xlsx) or a CSV.
        file: what it is called.
        today: the day of the first lines in the logs.
        columns: by the names of fields, which columns a person says they are.
        sheet: the sheet of a workbook; the first one with headings unless given.

    Raises:
        UsageError: it is no such file, or no column is the name.
    """
    grids = grids_of(raw, file, sheet)
    layout = layout_of(grids, columns, file)
    others = [each.sheet for each in grids if each.sheet != layout.grid.sheet]
    called = Path(file).name
    lines = LineReader(layout, store.catalog, today, called).lines()
    joined = _Joined(store)
    found = [joined.line(each) for each in lines]
    return PartnerList(found, layout.columns, layout.grid.sheet, joined.new(), others)


class _Joined:
    """Lines joined by partner, and held against what is kept."""

    def __init__(self, store: PartnershipStore) -> None:
        kept = list(store) if store.exists else []
        self._kept = {same_body(one.name): one.id for one in kept if one.valid}
        self._folders = {one.id for one in kept}
        self._new: dict[str, NewPartner] = {}
        self._lines: dict[str, int] = {}

    def new(self) -> list[NewPartner]:
        """Return what would be begun."""
        return list(self._new.values())

    def line(self, read: ReadLine) -> ListedPartner:
        """Return what becomes of the line *read*."""
        if read.draft is None:
            return _listed(read, "not taken", None)
        key = same_body(read.draft.facts.name)
        if key in self._kept:
            return _listed(read, "kept already", self._kept[key])
        if key in self._new:
            before = self._new[key]
            differing = [*_differing(before.draft, read.draft)]
            at = self._lines[key]
            differences = [f"{what}, and line {at} says otherwise: not taken" for what in differing]
            self._new[key] = before._replace(draft=_merged(before.draft, read.draft))
            joined = read._replace(
                problems=(f"the same partner as line {at}", *differences, *read.problems)
            )
            return _listed(joined, "same partner", before.folder)
        folder = self._free(read.draft.facts.name)
        if folder is None:
            no_letter = read._replace(problems=("its name has no letter",))
            return _listed(no_letter, "not taken", None)
        self._new[key], self._lines[key] = NewPartner(folder, read.draft), read.number
        return _listed(read, "new", folder)

    def _free(self, name: str) -> str | None:
        made = slug(name)
        if not made:
            return None
        folder, number = made, 2
        while folder in self._folders:
            folder, number = f"{made}-{number}", number + 1
        self._folders.add(folder)
        return folder


def _listed(read: ReadLine, outcome: Outcome, folder: str | None) -> ListedPartner:
    facts = read.draft.facts if read.draft else None
    entries = read.draft.entries if read.draft else ()
    ends = facts.agreement if facts else None
    return ListedPartner(
        line=read.number,
        name=read.name,
        outcome=outcome,
        partnership=folder,
        partner=facts.partner if facts else None,
        stage=_stage(read.draft) if read.draft else None,
        since=facts.since if facts else None,
        start=ends.start.isoformat() if ends and ends.start else None,
        until=ends.end.isoformat() if ends and ends.end else None,
        last=next((each.day.isoformat() for each in entries if not each.word), None),
        persons=len(read.draft.persons) if read.draft else 0,
        problems=read.problems,
    )


def _stage(draft: Draft) -> str | None:
    return next((each.text for each in draft.entries if each.word == "stage"), None)


def _differing(before: Draft, after: Draft) -> Iterator[str]:
    """Yield what *after* states and *before* states otherwise."""
    first, second = before.facts, after.facts
    stages = [_stage(before), _stage(after)]
    if all(stages) and stages[0] != stages[1]:
        yield f"stage {stages[1]}"
    for field in Facts.model_fields:
        one, other = getattr(first, field), getattr(second, field)
        if field == "agreement":
            for name, word in (("start", "from"), ("end", "until")):
                day, new = getattr(one, name), getattr(other, name)
                if day and new and day != new:
                    yield f"agreement {word} {new}"
        elif field != "name" and one and other and one != other:
            yield f"{field} {other}"


def _merged(first: Draft, second: Draft) -> Draft:
    """Return *first* with what *second* adds: facts that it lacks, people and notes."""
    before, after = first.facts, second.facts
    missing = {
        field: getattr(after, field)
        for field in Facts.model_fields
        if not getattr(before, field) and getattr(after, field)
    }
    ends = {
        name: getattr(after.agreement, name)
        for name in ("start", "end")
        if not getattr(before.agreement, name) and getattr(after.agreement, name)
    }
    facts = before.model_copy(
        update={**missing, "agreement": before.agreement.model_copy(update=ends)}
    )
    names = {each.name.casefold() for each in first.persons}
    persons = [each for each in second.persons if each.name.casefold() not in names]
    known = [_content(each) for each in first.entries]
    stated = _stage(first)
    entries = [
        each
        for each in second.entries
        if _content(each) not in known and not (stated and each.word == "stage")
    ]
    return Draft(facts, (*first.persons, *persons), (*first.entries, *entries))


def _content(entry: LogEntry) -> tuple[object, ...]:
    return (entry.day, entry.word, entry.text)
