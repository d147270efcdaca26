"""What happened in a partnership, written into its log."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit import clock
from collabkit.arguments import Words

if TYPE_CHECKING:
    from collabkit.partnerships.recording import Logged
    from collabkit.partnerships.store import PartnershipStore


def log(self: "PartnershipStore", name: str, texts: Words, *, on: date | None = None) -> "Logged":
    """Write what happened into the log of one, as ``collab log`` does.

    Args:
        name: any part of its name that is clear.
        texts: what happened, in a person's words; several are written together.
        on: the day on which it happened; what a text says of its day, or today, by default.
    """
    from collabkit.partnerships.recording import record_events  # noqa: PLC0415

    typed = [texts] if isinstance(texts, str) else texts
    return record_events(self.folder, name, typed, today=clock.today(), day=on)


def log_papers(
    self: "PartnershipStore",
    name: str,
    paper: str,
    files: Sequence[Path],
    *,
    on: date | None = None,
) -> None:
    """Write into the log of one that *paper* was written into *files*, by the names it has from there."""
    from collabkit.partnerships.entries import Entry  # noqa: PLC0415
    from collabkit.partnerships.logs import append  # noqa: PLC0415

    folder, day = self.named(name).folder, on or clock.today()
    places = [os.path.relpath(file, folder).replace(os.sep, "/") for file in files]
    append(folder, [Entry(day, "paper", f"{paper}, {place}") for place in places])
