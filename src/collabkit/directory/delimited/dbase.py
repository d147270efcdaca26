"""dBASE tables, in which the NCES publishes its EDGE files, to CSV."""

import csv
import struct
from pathlib import Path

_HEADER = 32
_WIDTH = 16
"""Where in the description of a column its width stands."""
_END = b"\x0d"
_DELETED = b"*"


def is_dbf(start: bytes) -> bool:
    """Return whether a file that begins with *start* is a dBASE table: version, date, sizes."""
    if len(start) < _HEADER or start[0] not in {0x03, 0x83}:
        return False
    length, record = struct.unpack("<HH", start[8:12])
    return 1 <= start[2] <= 12 and 1 <= start[3] <= 31 and length > _HEADER and record > 1  # noqa: PLR2004 - a month, a day


def to_csv(path: Path, target: Path) -> int:
    """Write the table at *path* as CSV in UTF-8 to *target*; return how many of its rows are missing.

    Raises:
        ValueError: it is cut short before its first row.
    """
    data = path.read_bytes()
    count, length, size = struct.unpack("<IHH", data[4:12])
    if len(data) < length:
        raise ValueError("it is cut short before its first row")
    names, widths = _columns(data[:length])
    whole = min(count, (len(data) - length) // size)
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(names)
        for start in range(length, length + whole * size, size):
            if data[start : start + 1] != _DELETED:
                writer.writerow(_values(data[start + 1 : start + size], widths))
    return int(count - whole)


def _columns(header: bytes) -> tuple[list[str], list[int]]:
    """Return the names and the widths of the columns."""
    names, widths = [], []
    for at in range(_HEADER, len(header) - 1, _HEADER):
        if header[at : at + 1] == _END or at + _WIDTH >= len(header):
            break
        names.append(header[at : at + 11].split(b"\0", 1)[0].decode("ascii", "replace"))
        widths.append(header[at + _WIDTH])
    return names, widths


def _values(record: bytes, widths: list[int]) -> list[str]:
    values, at = [], 0
    for width in widths:
        raw = record[at : at + width]
        try:
            values.append(raw.decode("utf-8").strip())
        except UnicodeDecodeError:
            values.append(raw.decode("cp1252", "replace").strip())
        at += width
    return values
