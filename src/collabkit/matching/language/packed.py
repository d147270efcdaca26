"""A matrix times a vector in whole numbers, without numpy: exact, and the same on every machine.

Each row is one long integer with a field of 64 bits for each column. One multiplication and one
addition of such integers does in C what a loop over all columns would do in Python, fifty times as
slowly; the fields never meet, since no sum reaches 2^63.
"""

from array import array
from collections.abc import Sequence
from sys import byteorder

_FIELD = 8
"""Bytes of a field."""
_STEPS = 1 << 20
"""Steps into which 1.0 is cut, of the vector; numbers are at most a few units large."""
_FINE = 1 << 24
"""The same, of the matrix."""


class PackedMatrix:
    """A fixed matrix, to be multiplied with many vectors."""

    def __init__(self, rows: Sequence[Sequence[float]]) -> None:
        """Pack *rows*, each of the same length, with values of less than a thousand."""
        self._columns = len(rows[0]) if rows else 0
        self._offset = int.from_bytes((b"\0" * (_FIELD - 1) + b"\x80") * self._columns, "little")
        self._rows = [self._pack(row) for row in rows]

    def _pack(self, row: Sequence[float]) -> int:
        fields = [round(value * _FINE) for value in row]
        # Read as one number, a field below 0 is taken for 2^64 more; the next one pays for it.
        borrowed = [1 if value < 0 else 0 for value in fields]
        return _number(fields) - (_number(borrowed) << (8 * _FIELD))

    def times(self, vector: Sequence[float]) -> list[float]:
        """Return the sum of the rows, each times its value of *vector*."""
        total = self._offset
        for value, row in zip(vector, self._rows, strict=True):
            total += round(value * _STEPS) * row
        fields = array("Q", total.to_bytes(_FIELD * self._columns, "little"))
        if byteorder == "big":
            fields.byteswap()
        return [(field - (1 << 63)) / (_STEPS * _FINE) for field in fields]


def _number(fields: Sequence[int]) -> int:
    """Return *fields*, each in 64 bits, as one number, the first one lowest."""
    packed = array("q", fields)
    if byteorder == "big":
        packed.byteswap()
    return int.from_bytes(packed.tobytes(), "little")
