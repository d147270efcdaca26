"""Where the headings of a list stand, and which column is what: guessed, and as a person says."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from collabkit.errors import UsageError, cut, did_you_mean
from collabkit.partnerships.lists.grids import Cells, Grid
from collabkit.partnerships.lists.headings import FIELDS, Heading, heading_of, plain_heading
from collabkit.text.phrases import cap

TOP: Final = 30
"""Lines within which the headings stand."""
PERSONAL: Final = frozenset(["person", "first", "family", "role", "email", "direct", "phone"])
"""Fields of which a line may have several."""


class Column(NamedTuple):
    """A column of the list, and what it holds."""

    letter: str
    """As a spreadsheet calls it, such as `C`."""
    heading: str
    """As it stands there."""
    field: str | None
    """What it holds; nothing for a column that is not read."""
    nth: int = 1
    """Of which person it speaks."""


class Layout(NamedTuple):
    """How the lines of a sheet are to be read."""

    grid: Grid
    columns: tuple[Column, ...]
    first: int
    """The number of the line that holds the headings, or their last part; 0 where there is none."""


def layout_of(grids: Sequence[Grid], given: Mapping[str, Sequence[str]], name: str) -> Layout:
    """Return the sheet that holds the list, and which of its columns is what.

    Args:
        grids: the sheets of the file.
        given: by the names of fields, which columns a person says they are; an empty one is not read.
        name: what the file is called.

    Raises:
        UsageError: no sheet has headings, or a column that is named is not there.
    """
    found = [layout for grid in grids if (layout := _guessed(grid)) is not None]
    named = next(iter(found), None) or _bare(grids[0], given)
    if named is None:
        raise UsageError(
            f"no line of {name} says which column is the name of the partner",
            f'Say it by its heading or its letter: {{"name": ["A"]}}. The first line is: {_first(grids[0])}',
            command=f"Say it by its heading or its letter, such as --map name=A. The first line is: {_first(grids[0])}",
        )
    layout = named._replace(columns=tuple(_as_mapped(named.columns, given)))
    if not any(each.field == "name" for each in layout.columns):
        raise UsageError("nothing says which column is the name", "Add name=COLUMN")
    return layout


def parse_map(pairs: Iterable[str]) -> dict[str, list[str]]:
    """Return what ``name=Organization`` and the like say; ``stage=`` says that no column is the stage.

    Raises:
        UsageError: a pair is no pair, or says nothing that is known.
    """
    found: dict[str, list[str]] = {}
    for pair in pairs:
        field, sign, column = (piece.strip() for piece in pair.partition("="))
        if not sign:
            raise UsageError(
                f"{cut(pair)!r} does not say which column is what",
                "Write name=Organization; stage= leaves a column out.",
            )
        if field not in FIELDS:
            close = did_you_mean(field, FIELDS)
            raise UsageError(
                f"nothing called {cut(field)!r} to map",
                (close and cap(close)) or f"One of: {', '.join(FIELDS)}",
            )
        found.setdefault(field, []).extend([column] if column else [])
    return found


def _guessed(grid: Grid) -> Layout | None:
    """Return how *grid* is to be read by its headings, in one line or in two."""
    top = grid.lines[:TOP]
    best: tuple[int, Layout] | None = None
    for place, (number, cells) in enumerate(top):
        below = top[place + 1][1] if place + 1 < len(top) else ()
        choices = [(number, [*cells])]
        if below and all(map(_may_be_heading, below)) and not _is_title(cells):
            choices.append((top[place + 1][0], _joined(cells, below)))
        for last, headings in choices:
            columns = _columns(headings)
            score = len({(each.field, each.nth) for each in columns if each.field})
            names = [each for each in columns if each.field == "name"]
            if names and (score > 1 or place < _FIRST) and (best is None or score > best[0]):
                best = score, Layout(grid, columns, last)
    return best[1] if best else None


_FIRST: Final = 3
"""Lines in which one heading is enough."""


def _is_title(cells: Cells) -> bool:
    return len(set(filter(None, cells))) == 1 and len(list(filter(None, cells))) > 1


def _may_be_heading(cell: str) -> bool:
    return len(cell) < _LONG and not re.search(r"\d{3}|@|\d[/.-]\d", cell)


_LONG: Final = 45
"""Letters of a cell that is no heading."""


def _joined(above: Cells, below: Cells) -> list[str]:
    """Return headings of two lines as one: what stands above goes on to the right until the next one."""
    groups: list[str] = []
    for column in range(max(len(above), len(below))):
        own = above[column] if column < len(above) else ""
        groups.append(own or (groups[-1] if groups else ""))
    found = []
    for column, group in enumerate(groups):
        lower = below[column] if column < len(below) else ""
        own = above[column] if column < len(above) else ""
        both = f"{group} {lower}" if lower and plain_heading(group) != plain_heading(lower) else ""
        choices = (both, lower, "" if lower else own)
        found.append(next((each for each in choices if each and heading_of(each)), lower or own))
    return found


def _columns(headings: Sequence[str]) -> tuple[Column, ...]:
    """Return what each column is by its heading; of two that say the same the first counts."""
    known = [heading_of(each) if each else None for each in headings]
    fields = {each.field for each in known if each}
    has_name = any(
        each and each.field == "name" and plain_heading(heading) not in {"name", "names"}
        for each, heading in zip(known, headings, strict=True)
    )
    begins = "until" in fields and "start" not in fields
    taken: set[tuple[str, int]] = set()
    found = []
    for place, (text, each) in enumerate(zip(headings, known, strict=True)):
        meant = each
        if (
            meant
            and meant.field == "name"
            and has_name
            and plain_heading(text) in {"name", "names"}
        ):
            meant = Heading("person", meant.nth)  # beside "Organization" a name is that of a person
        if begins and plain_heading(text) in {"start", "start date"}:  # beside "End date"
            meant = Heading("start")
        if meant and meant.field != "notes" and meant in taken:
            meant = _next_person(meant, taken) if meant.field in PERSONAL - {"phone"} else None
        if meant:
            taken.add((meant.field, meant.nth))
        found.append(Column(_letter(place), text, *(meant or (None, 1))))
    return tuple(found)


def _next_person(heading: Heading, taken: set[tuple[str, int]]) -> Heading:
    nth = heading.nth
    while (heading.field, nth) in taken:
        nth += 1
    return heading._replace(nth=nth)


def _bare(grid: Grid, given: Mapping[str, Sequence[str]]) -> Layout | None:
    """Return how a list without headings is to be read, where a person says which column is what."""
    if not given.get("name"):
        return None
    wide = max(len(cells) for _, cells in grid.lines)
    top = next(
        (place for place, (_, cells) in enumerate(grid.lines[:TOP]) if _names(cells, given)), -1
    )
    headings = grid.lines[top][1] if top >= 0 else ()
    columns = (
        Column(_letter(at), headings[at] if at < len(headings) else "", None) for at in range(wide)
    )
    return Layout(grid, tuple(columns), grid.lines[top][0] if top >= 0 else 0)


def _names(cells: Cells, given: Mapping[str, Sequence[str]]) -> bool:
    """Return whether *cells* are the headings that a person speaks of."""
    own = {plain_heading(cell) for cell in cells if cell}
    return any(plain_heading(each) in own for each in given["name"])


def _as_mapped(columns: Sequence[Column], given: Mapping[str, Sequence[str]]) -> Iterator[Column]:
    """Yield *columns* as a person says they are, and as they were guessed where nothing is said.

    Raises:
        UsageError: a column that is named is not there.
    """
    mapped: dict[int, tuple[str, int]] = {}
    for field, names in given.items():
        for nth, wanted in enumerate(names, start=1):
            place = _place(columns, wanted)
            mapped[place] = (field, nth if field in PERSONAL else 1)
    for place, each in enumerate(columns):
        if place in mapped:
            yield each._replace(field=mapped[place][0], nth=mapped[place][1])
        elif each.field in given:
            yield each._replace(field=None)
        else:
            yield each


def _place(columns: Sequence[Column], wanted: str) -> int:
    plain = plain_heading(wanted)
    for place, each in enumerate(columns):
        if each.heading and plain_heading(each.heading) == plain:
            return place
    for place, each in enumerate(columns):
        if each.letter == wanted.upper():
            return place
    headings = [each.heading for each in columns if each.heading]
    close = did_you_mean(wanted, headings)
    raise UsageError(
        f"no column is called {cut(wanted)!r}",
        (close and cap(close))
        or f"There are: {', '.join(headings) or 'no headings; give its letter'}.",
    )


def _letter(place: int) -> str:
    letters, number = "", place + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _first(grid: Grid) -> str:
    return cut(", ".join(filter(None, grid.lines[0][1])))
