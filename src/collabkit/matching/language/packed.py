"""A matrix times a vector in whole numbers, without numpy: exact, and the same on every machine.

Each row is one long integer with a field for each column. One multiplication and one addition of
such integers does in C what a loop over all columns would do in Python, fifty times as slowly; the
fields never meet, since no sum reaches half of what a field holds.
"""

from array import array
from collections.abc import Sequence
from sys import byteorder
from typing import NamedTuple

_SIGNED, _UNSIGNED = {4: "i", 8: "q"}, {4: "I", 8: "Q"}
"""Codes of arrays of numbers of so many bytes."""


class Grain(NamedTuple):
    """How finely numbers are cut into whole ones."""

    field: int
    """Bytes of a field, 4 or 8."""
    vector: int
    """Steps into which 1.0 of the vector is cut."""
    matrix: int
    """The same, of the matrix."""


WEIGHTS = Grain(8, 1 << 20, 1 << 24)
"""For values of less than a thousand."""
COSINES = Grain(4, 1 << 20, 127)
"""For vectors of length 1, of which those of the matrix are given in steps of a 127th."""


class PackedMatrix:
    """A fixed matrix, to be multiplied with many vectors."""

    def __init__(self, rows: Sequence[Sequence[float]], grain: Grain = WEIGHTS) -> None:
        """Pack *rows*, each of the same length."""
        self._grain = grain
        self._columns = len(rows[0]) if rows else 0
        self._half = 1 << (8 * grain.field - 1)
        self._offset = sum(
            self._half << (8 * grain.field * place) for place in range(self._columns)
        )
        self._rows = [self._pack(row) for row in rows]

    def _pack(self, row: Sequence[float]) -> int:
        fields = [round(value * self._grain.matrix) for value in row]
        # Read as one number, a field below 0 is taken for as much more as it can hold; the next pays.
        borrowed = [1 if value < 0 else 0 for value in fields]
        return self._number(fields) - (self._number(borrowed) << (8 * self._grain.field))

    def _number(self, fields: Sequence[int]) -> int:
        """Return *fields* as one number, the first one lowest."""
        packed = array(_SIGNED[self._grain.field], fields)
        if byteorder == "big":
            packed.byteswap()
        return int.from_bytes(packed.tobytes(), "little")

    def times(self, vector: Sequence[float]) -> list[float]:
        """Return the sum of the rows, each times its value of *vector*."""
        field, steps, fine = self._grain
        total = self._offset
        for value, row in zip(vector, self._rows, strict=True):
            total += round(value * steps) * row
        fields = array(_UNSIGNED[field], total.to_bytes(field * self._columns, "little"))
        if byteorder == "big":
            fields.byteswap()
        half, whole = self._half, steps * fine
        return [(each - half) / whole for each in fields]
