"""What is said of many rows in the same words, by its numbers: why they are of a kind, and what shows their goals."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from collabkit.directory.database.connection import Database, DirectoryDamagedError

_TEXTS = "SELECT number, text, coded FROM texts WHERE list_contains($numbers::INTEGER[], number)"


class Texts:
    """The texts of some rows."""

    def __init__(self, database: Database, rows: Sequence[Mapping[str, Any]]) -> None:
        """Read them.

        Args:
            database: the directory.
            rows: each with its `reason`, `second_reason`, `code`, `signs` and `filed_for` as the database has them.

        Raises:
            DirectoryDamagedError: the database does not hold one of them.
        """
        # Asked for by themselves: to join them to a few rows takes DuckDB longer than to read those.
        numbers = {number for row in rows for number in _numbers(row)} - database.texts.keys()
        if numbers:
            for number, text, coded in database.rows(_TEXTS, {"numbers": sorted(numbers)}):
                database.texts[number] = (text, coded)
        if numbers - database.texts.keys():
            raise DirectoryDamagedError(
                database.path, "rows of it name texts that it does not hold"
            )
        self._texts = database.texts
        self._goals = database.goals

    def told(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """Return what the numbers of *row* say: its reasons, and its signs."""
        code = None if row["code"] is None else self._texts[row["code"]][0]
        return {
            "reason": self._reason(row["reason"], code),
            "second_reason": self._reason(row["second_reason"], code),
            "signs": (
                *sorted(
                    (self._texts[number][0] for number in row["signs"] or ()), key=_of_networks_last
                ),
                *sorted(self._shown_by(code, row["filed_for"] or 0)),
            ),
        }

    def _reason(self, number: int | None, code: str | None) -> str | None:
        if number is None:
            return None
        reason, coded = self._texts[number]
        return f"{reason}, NTEE {code}" if coded else reason

    def _shown_by(self, code: str | None, filed_for: int) -> Iterator[str]:
        """Yield each goal for which *code* is filed; of a code that is often wrong with a question mark."""
        for goal, bit in self._goals.items():
            if filed_for >> bit & 1:
                yield f"{goal.removesuffix('?')}|code|{code}{'?' if goal.endswith('?') else ''}"


def _numbers(row: Mapping[str, Any]) -> Iterator[int]:
    told = (row["reason"], row["second_reason"], row["code"], *(row["signs"] or ()))
    yield from (number for number in told if number is not None)


def _of_networks_last(sign: str) -> tuple[bool, str]:
    return "|network|" in sign, sign
