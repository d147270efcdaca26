"""What is otherwise in a later edition of the registers: who is new, gone, moved or called otherwise."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Literal, NamedTuple, Self

from collabkit.directory.database.connection import Database
from collabkit.directory.database.schema import PART
from collabkit.directory.records import full_name, readable
from collabkit.records import from_record, to_record


class Changed(NamedTuple):
    """One organization that is otherwise in the later of two editions."""

    change: Literal["new", "gone", "moved", "renamed"]
    """What became of it; one that moved and is called otherwise has a record for each."""
    id: str
    """Of the organization in the directory: source and number, such as `irs-810300000`."""
    name: str
    """What it is called now, or was called last."""
    partner: str | None
    """The type of partner it is, an entry of `partners.yaml`; nothing where no rule tells."""
    street: str | None
    """Street and number, now or last."""
    city: str | None
    """The town."""
    state: str | None
    """Two letters."""
    zip: str | None
    """The ZIP code."""
    was: str | None
    """Where it was, of one that moved; what it was called, of one that is called otherwise."""

    def record(self) -> dict[str, Any]:
        """Return it as the object that JSON shows."""
        return to_record(self)

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Self:
        """Return it as it was before it was printed as *record*.

        Raises:
            RecordError: a key is missing, or holds what it cannot.
        """
        return from_record(cls, record)


_COLUMNS = ("id", "name", "local", "partner", "street", "city", "state", "zip")
_IN_PARTS = f"(SELECT *, {PART} AS part FROM {{0}}.organizations)"  # noqa: S608 - our own constant
_NOW, _WAS = map(_IN_PARTS.format, ("directory", "before"))
_BOTH = f"SELECT source, part FROM {_NOW} INTERSECT SELECT source, part FROM {_WAS}"  # noqa: S608 - our own constants
_OTHERWISE = f"""
WITH shared AS ({_BOTH}), now AS (FROM {_NOW} SEMI JOIN shared USING (source, part)),
    was AS (FROM {_WAS} SEMI JOIN shared USING (source, part))
SELECT {", ".join(f"now.{name}" for name in _COLUMNS)}, {", ".join(f"was.{name}" for name in _COLUMNS)}
FROM now FULL JOIN was USING (id)
WHERE now.id IS NULL OR was.id IS NULL
    OR (now.street, now.zip) IS DISTINCT FROM (was.street, was.zip)
    OR (upper(now.name), upper(now.local)) IS DISTINCT FROM (upper(was.name), upper(was.local))
ORDER BY coalesce(now.state, was.state), coalesce(now.city, was.city), coalesce(now.name, was.name),
    coalesce(now.id, was.id)
"""  # noqa: S608 - our own constants


def comparable(both: Database) -> bool:
    """Return whether the two editions have a part of a register in common, such as a state."""
    return bool(both.rows(f"{_BOTH} LIMIT 1"))


def changes(both: Database, partners: Collection[str] = ()) -> Iterator[Changed]:
    """Yield what is otherwise, of the parts of registers that both editions hold, by state and town.

    Args:
        both: the later edition, with the earlier one beside it as ``before``.
        partners: if any, the only ones.
    """
    for row in both.on_every_core().rows(_OTHERWISE):
        now, was = (
            dict(zip(_COLUMNS, row[at : at + len(_COLUMNS)], strict=True))
            for at in (0, len(_COLUMNS))
        )
        if not partners or {now["partner"], was["partner"]} & set(partners):
            yield from _changes(now, was)


def _changes(now: Mapping[str, Any], was: Mapping[str, Any]) -> Iterator[Changed]:
    if was["id"] is None:
        yield _changed("new", now)
    elif now["id"] is None:
        yield _changed("gone", was)
    else:
        if (now["street"], now["zip"]) != (was["street"], was["zip"]):
            yield _changed("moved", now, _address(was))
        if _called(now) != _called(was):
            yield _changed("renamed", now, _called(was))


def _changed(
    change: Literal["new", "gone", "moved", "renamed"],
    row: Mapping[str, Any],
    was: str | None = None,
) -> Changed:
    return Changed(
        change,
        row["id"],
        _called(row),
        row["partner"],
        row["street"] and readable(row["street"]),
        row["city"] and readable(row["city"]),
        row["state"],
        row["zip"],
        was,
    )


def _called(row: Mapping[str, Any]) -> str:
    return full_name(row["name"], row["local"])


def _address(row: Mapping[str, Any]) -> str:
    town = " ".join(filter(None, (row["state"], row["zip"])))
    parts = (row["street"] and readable(row["street"]), row["city"] and readable(row["city"]), town)
    return ", ".join(filter(None, parts))
