"""What bodies say that they do, by the rows that stand for them."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from collabkit.directory.database.connection import Database
from collabkit.directory.records import Statement

_STATEMENTS = """
SELECT id, kind, text, year, dollars, goals FROM statements WHERE id IN (SELECT unnest($ids::VARCHAR[]))
ORDER BY id, kind, dollars DESC NULLS LAST, text
"""
_PEOPLE = """
SELECT id, max(value) FILTER (what = 'employees'), max(value) FILTER (what = 'volunteers') FROM figures
WHERE what IN ('employees', 'volunteers') AND id IN (SELECT unnest($ids::VARCHAR[])) GROUP BY id
"""


class Described(NamedTuple):
    """What the returns of one body tell of it."""

    statements: tuple[Statement, ...] = ()
    employees: int | None = None
    volunteers: int | None = None


NOTHING = Described()


def described(database: Database, rows_of: Mapping[str, Iterable[str]]) -> dict[str, Described]:
    """Return what is known of each body that says anything.

    Args:
        database: the directory.
        rows_of: the ids of the rows of each body, by its own id.
    """
    ids = sorted({id_ for rows in rows_of.values() for id_ in rows})
    if not ids or not database.has_statements:
        return {}
    said: dict[str, list[Statement]] = {}
    for id_, kind, text, year, dollars, goals in database.rows(_STATEMENTS, {"ids": ids}):
        source = id_.partition("-")[0]
        shown = tuple(goal for goal, bit in database.goals.items() if (goals or 0) >> bit & 1)
        said.setdefault(id_, []).append(Statement(kind, text, source, year, dollars, shown))
    people = {id_: counts for id_, *counts in database.rows(_PEOPLE, {"ids": ids})}
    found = {}
    for body, rows in rows_of.items():
        theirs = tuple(each for id_ in rows for each in said.get(id_, ()))
        if theirs:
            counts = next((people[id_] for id_ in rows if id_ in people), (None, None))
            found[body] = Described(
                theirs, *(None if each is None else int(each) for each in counts)
            )
    return found
