"""Partnerships as rows, and whose they are."""

from datetime import date
from typing import TYPE_CHECKING

from collabkit import clock

if TYPE_CHECKING:
    from collabkit.exports.rows import PartnershipRow
    from collabkit.partnerships.store import PartnershipStore


def rows(self: "PartnershipStore", *, on: date | None = None) -> "list[PartnershipRow]":
    """Return each as it stands, as ``collab export table`` does; those whose facts are wrong are left out."""
    from collabkit.exports.rows import row  # noqa: PLC0415

    return [row(one, on or clock.today()) for one in self.valid()]


def owner(self: "PartnershipStore") -> str:
    """Return the library's name, or nothing: two libraries may keep the same partner."""
    from collabkit.datafiles.reading import read  # noqa: PLC0415 - YAML
    from collabkit.paths import PROFILE  # noqa: PLC0415

    stated = read(self.folder.parent / PROFILE).data
    name = stated.get("name") if isinstance(stated, dict) else None
    return name if isinstance(name, str) else ""
