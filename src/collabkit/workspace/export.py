"""Partnerships as files for other programs."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collabkit.workspace.workspace import Workspace


def export(
    self: "Workspace", kind: str, *, on: date | None = None, people: bool = False
) -> Mapping[str, bytes]:
    """Return the partnerships as files for other programs, by name, as ``collab export`` does.

    Args:
        kind: ``calendar``, ``cards``, ``kumu``, ``kumu-csv``, ``graphml``, ``xlsx``, ``hsds`` or
            ``hsds-csv``.
        on: the day on which they are told; today by default.
        people: whether people are named: they are private.
    """
    from collabkit import clock  # noqa: PLC0415
    from collabkit.api.exports import Asked, export  # noqa: PLC0415

    asked = Asked(
        self.partnerships,
        lambda: self.profile_alone,
        lambda: self.catalog,
        on or clock.today(),
        people=people,
    )
    return export(kind, asked)
