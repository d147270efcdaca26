"""One library of the Public Libraries Survey: who and where it is, and its figures."""

from collections import Counter
from typing import Any, NamedTuple

from collabkit.directory.database.connection import Database
from collabkit.directory.names import SQL, comparable_name
from collabkit.directory.records import readable
from collabkit.errors import UsageError, closest

SOURCE = "IMLS Public Libraries Survey"


class Surveyed(NamedTuple):
    """A library as the survey has it."""

    key: str
    """Its FSCSKEY, such as MT0061."""
    name: str
    place: str
    zip: str | None
    lat: float | None
    lon: float | None
    phone: str | None
    year: int | None
    """The year that the figures are of."""
    figures: dict[str, float]
    """By name: visits, borrowers, programs, attendance, hours, computers, staff, population,
    branches, bookmobiles."""


# A system stands before its buildings, and the central one before branches.
_FOUND = """
SELECT split_part(id, '-', 3) AS key, id, name, city, state, zip, lat, lon, phone
FROM organizations
WHERE source IN ('pls-systems', 'pls-outlets') AND ($key = split_part(id, '-', 3)
    OR ($key = '' AND list_bool_and(list_transform($words, lambda word:
        contains(comparable_name(concat_ws(' ', name, city, state)), word)))))
ORDER BY source DESC, kind IS DISTINCT FROM 'CE', id
"""


def surveyed(database: Database, asked: str) -> Surveyed:
    """Return the library that *asked*, a name or an FSCSKEY, means.

    Raises:
        UsageError: no library of the survey is called so, or several are.
    """
    rows = _rows(database, asked)
    if not rows:
        raise _nobody(database, asked)
    systems = Counter(row[0] for row in rows)
    if len(systems) > 1:
        raise _several(asked, rows, len(systems))
    key, id_, name, city, state, zip_, lat, lon, phone = rows[0]
    found = database.rows(
        "SELECT what, value, year FROM figures WHERE id = ? AND value >= 0",
        [id_],
    )
    place = ", ".join(part for part in (city and readable(city), state) if part)
    year = max((year for _, _, year in found if year), default=None)
    figures = {what: value for what, value, _ in found}
    return Surveyed(key, readable(name), place, zip_, lat, lon, phone, year, figures)


_NAMES = """
SELECT DISTINCT unnest([name, city]) FROM organizations
WHERE source IN ('pls-systems', 'pls-outlets')
"""


def _rows(database: Database, asked: str) -> list[tuple[Any, ...]]:
    database.rows(SQL)
    by_key = database.rows(_FOUND, {"key": asked.strip().upper() or "-", "words": []})
    words = comparable_name(asked).split()
    return by_key or database.rows(_FOUND, {"key": "", "words": words})


def _nobody(database: Database, asked: str) -> UsageError:
    names = [name for (name,) in database.rows(_NAMES)]
    if not names:
        return UsageError(
            "the directory holds no libraries of the survey",
            "Load the Public Libraries Survey first",
        )
    close = closest(asked, (readable(name) for name in names if name))
    return UsageError(
        f"no library of the survey is called {asked!r}",
        f"{f'Did you mean {close!r}? ' if close else ''}Give a part of the name, with town or state "
        "if need be, or the FSCSKEY",
    )


def _several(asked: str, rows: list[tuple[Any, ...]], count: int) -> UsageError:
    named = {key: _called(id_, name, state) for key, id_, name, _, state, *_ in reversed(rows)}
    some = [f"{name}{key})" for key, name in sorted(named.items())[:5]]
    more = f" and {count - len(some)} more" if count > len(some) else ""
    return UsageError(
        f"{count} libraries of the survey are called {asked!r}: {'; '.join(some)}{more}",
        f"Give the key in brackets, such as {min(named)}",
        command=f"Give the key in brackets: --from-survey {min(named)} takes the library that has it",
    )


def _called(id_: str, name: str, state: str) -> str:
    branch = "a branch of " if id_.startswith("pls-outlets") else ""
    return f"{readable(name)}, {state} ({branch}"
