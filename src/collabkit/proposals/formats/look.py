"""How the library's papers look."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from collabkit.errors import CollabkitError
from collabkit.files.reading import read_file
from collabkit.library import Library
from collabkit.text.characters import escape_line


class Look(NamedTuple):
    """What stands at the head and foot of a document, and its color."""

    library: str
    """The library's name; empty if it is not known."""
    address: tuple[str, ...]
    """Lines under the name in a letterhead."""
    color: str
    """Of headings, as six hexadecimal digits."""
    logo: Path | None
    on: date
    """The day that goes into the document's own data."""

    @staticmethod
    def of(library: Library, profile: Path | None, on: date) -> "Look":
        """Return the look that *library* states in the file *profile*."""
        reach = " · ".join(library.contact.reach)
        hours = f"Open {library.open}" if library.open else ""
        logo = profile.parent / library.logo if profile and library.logo else None
        return Look(
            escape_line(library.name or ""),
            tuple(
                escape_line(line)
                for line in (library.address or library.place, reach, hours)
                if line
            ),
            (library.color or "#22394d").removeprefix("#"),
            logo,
            on,
        )

    def noon(self) -> int:
        """Return noon of the day, in seconds, as PDF counts it."""
        return (self.on - date(1970, 1, 1)).days * 86_400 + 43_200

    def dated(self, part: str) -> str:
        """Return the part of an office document that holds its dates, with the day in it."""
        return part.replace(_NO_DAY, f"{self.on.isoformat()}T12:00:00Z")

    def picture(self) -> bytes:
        """Return the content of the logo.

        Raises:
            CollabkitError: it cannot be read, is no picture of the kind that its name says, or too large.
        """
        if self.logo is None:
            return b""
        try:
            content = read_file(self.logo, _MOST_BYTES)
        except OSError as error:
            raise CollabkitError(
                f"cannot read the logo {self.logo}: {error.strerror}",
                "`logo:` in library.yaml names it, seen from that file's folder.",
            ) from error
        begins = b"\x89PNG" if self.logo.suffix.lower() == ".png" else b"\xff\xd8"
        if not content.startswith(begins):
            raise CollabkitError(f"{self.logo} is not the picture that its name says")
        wide, high = _size(content)
        if wide * high > _MOST_DOTS:
            raise CollabkitError(
                f"the logo {self.logo} has {wide:,} by {high:,} dots, more than a letterhead shows",
                "Make it smaller: 1,000 dots across are enough.",
            )
        return content

    def size(self) -> tuple[int, int]:
        """Return the width and height of the logo, in dots; square if it does not tell."""
        return _size(self.picture())


def _size(content: bytes) -> tuple[int, int]:
    if content.startswith(b"\x89PNG"):
        return int.from_bytes(content[16:20]) or 1, int.from_bytes(content[20:24]) or 1
    at = 2
    while at + 9 < len(content):
        kind = content[at + 1]
        if kind in _FRAMES:
            high, wide = content[at + 5 : at + 7], content[at + 7 : at + 9]
            return int.from_bytes(wide) or 1, int.from_bytes(high) or 1
        at += 2 + int.from_bytes(content[at + 2 : at + 4])
    return 1, 1


_NO_DAY = "1970-01-01T00:00:00Z"
"""What pandoc writes for a date, since it is kept from looking at the clock."""
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Segments of a JPEG that tell its size."""
_MOST_BYTES = 10_000_000
_MOST_DOTS = 25_000_000
"""A few hundred bytes can unpack to gigabytes of dots; a sheet scanned at 500 dots an inch is no more."""
