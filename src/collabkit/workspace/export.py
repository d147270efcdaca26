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
        on: the day on which they stand so; today by default.
        people: whether people are named: they are private.
    """
    from collabkit import clock  # noqa: PLC0415
    from collabkit.arguments import one_of  # noqa: PLC0415
    from collabkit.exports.formats import EXPORTS, ExportContext  # noqa: PLC0415

    one_of(kind, "export", EXPORTS)
    day, partnerships = on or clock.today(), self.partnerships
    context = ExportContext(
        partnerships.valid,
        lambda: partnerships.due(on=day, people=people),
        lambda: self.profile_alone,
        partnerships.owner,
        lambda: self.catalog,
        day,
        people=people,
    )
    return EXPORTS[kind].make(context)
