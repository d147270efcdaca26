"""Whole numbers side by side in one long integer, and a matrix made of such, without numpy.

One multiplication and one addition of long integers does in C what a loop over all their fields
would do in Python, fifty times as slowly. The fields never meet, since no sum reaches half of what
a field holds; so every result is exact, and the same on every machine.
"""

from array import array
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from operator import mul
from sys import byteorder
from typing import NamedTuple

_CODES = {4: "i", 8: "q"}
"""Codes of arrays of signed numbers of so many bytes."""


def pack(values: Sequence[int], width: int = 8) -> int:
    """Return *values* as one integer with a field of *width* bytes, 4 or 8, for each, the first lowest.

    Such integers may be added, and multiplied with a whole number: each field then holds what the
    same would have made of its value, as `unpack` shows.
    """
    above = _halves(len(values), width)
    # With half of what it holds added, no field is below 0, so none borrows from the next.
    return (_read(values, width) ^ above) - above


def unpack(packed: int, count: int, width: int = 8) -> "array[int]":
    """Return the *count* values that stand side by side in *packed*."""
    above = _halves(count, width)
    values = array(_CODES[width], ((packed + above) ^ above).to_bytes(width * count, "little"))
    if byteorder == "big":
        values.byteswap()
    return values


def _read(values: Sequence[int], width: int) -> int:
    """Return the two's complements of *values* as one integer."""
    fields = array(_CODES[width], values)
    if byteorder == "big":
        fields.byteswap()
    return int.from_bytes(fields.tobytes(), "little")


@cache
def _halves(count: int, width: int) -> int:
    """Return an integer with the highest bit of each field set: half of what the field holds."""
    return int.from_bytes((b"\0" * (width - 1) + b"\x80") * count, "little")


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
        self._rows = [
            pack([round(value * grain.matrix) for value in row], grain.field) for row in rows
        ]

    def times(self, vector: Sequence[float]) -> list[float]:
        """Return the sum of the rows, each times its value of *vector*."""
        field, steps, fine = self._grain
        cut = [round(value * steps) for value in vector]
        total = sum(map(mul, cut, self._rows))
        whole = steps * fine
        return [each / whole for each in unpack(total, self._columns, field)]


class RowSums:
    """Rows of whole numbers by name, to be added up, each so many times; packed when first asked for."""

    _FINE = 1 << 30
    """Steps into which 1.0 of what a row counts is cut."""

    def __init__(self, columns: int, steps: int, row: Callable[[str], Sequence[int]]) -> None:
        """Prepare to add up.

        Args:
            columns: how many numbers a row has.
            steps: how many steps of a row's numbers are 1.0.
            row: gives the row of a name.
        """
        self._columns = columns
        self._whole = steps * self._FINE
        self._row = row
        self._packed: dict[str, int] = {}

    def of(self, counts: Mapping[str, float]) -> list[float]:
        """Return the sum of the rows named in *counts*, each times what it counts."""
        total = 0
        for name, count in counts.items():
            packed = self._packed.get(name)
            if packed is None:
                packed = self._packed[name] = pack(self._row(name))
            total += round(count * self._FINE) * packed
        whole = self._whole
        return [each / whole for each in unpack(total, self._columns)]
