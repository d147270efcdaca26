"""What happened in a partnership, written into its log."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit import clock
from collabkit.arguments import Words, day

if TYPE_CHECKING:
    from collabkit.partnerships.log_lines import LogLine
    from collabkit.partnerships.logged import Logged
    from collabkit.partnerships.recording import Choose
    from collabkit.partnerships.store import PartnershipStore


def log(
    self: "PartnershipStore",
    name: str,
    texts: Words,
    *,
    on: date | None = None,
    choose: "Choose | None" = None,
    preview: bool = False,
) -> "Logged":
    """Write what happened into the log of one, as ``collab log`` does.

    Args:
        name: any part of its name that is clear.
        texts: what happened, in a person's words; several are written together.
        on: the day on which it happened; what a text says of its day, or today, by default.
        choose: decides what is meant by words that can be read in several ways: one of the `readings`
            of what it is given, or None to keep them as text, as without it.
        preview: write nothing, and return what would be written.
    """
    from collabkit.partnerships.recording import record_events  # noqa: PLC0415

    day(on, "on")
    typed = [texts] if isinstance(texts, str) else texts
    return record_events(
        self.folder, name, typed, today=clock.today(), day=on, choose=choose, preview=preview
    )


def log_lines(self: "PartnershipStore", name: str, *, people: bool = False) -> "list[LogLine]":
    """Return every line of the log of one, those that were struck too.

    Args:
        name: any part of its name that is clear.
        people: whether the names of who promised are told.
    """
    from collabkit.partnerships.folders import folder_named  # noqa: PLC0415
    from collabkit.partnerships.log_lines import log_lines  # noqa: PLC0415
    from collabkit.partnerships.logs import read_log  # noqa: PLC0415

    folder = folder_named(self.folder, name)
    return log_lines(folder.name, read_log(folder), people=people)


def strike_line(self: "PartnershipStore", name: str, number: int | None = None) -> "Logged":
    """Take back a line of the log of one: it stays there, struck, and counts for nothing.

    Args:
        name: any part of its name that is clear.
        number: the line in log.txt, from 1; the last one that counts by default.
    """
    from collabkit.partnerships.recording import strike_line  # noqa: PLC0415

    return strike_line(self.folder, name, number, today=clock.today())


def replace_line(
    self: "PartnershipStore", name: str, number: int, text: str, *, choose: "Choose | None" = None
) -> "Logged":
    """Take back a line of the log of one, and write another in its stead.

    Args:
        name: any part of its name that is clear.
        number: the line in log.txt, from 1.
        text: what it is to say; of the same day, unless it names one.
        choose: as for `log`.
    """
    from collabkit.partnerships.recording import replace_line  # noqa: PLC0415

    return replace_line(self.folder, name, number, text, today=clock.today(), choose=choose)


def log_papers(
    self: "PartnershipStore",
    name: str,
    paper: str,
    files: Sequence[Path],
    *,
    on: date | None = None,
) -> None:
    """Write into the log of one that *paper* was written into *files*, by the names it has from there."""
    from collabkit.partnerships.entries import LogEntry  # noqa: PLC0415
    from collabkit.partnerships.logs import append  # noqa: PLC0415

    folder, day = self.named(name).folder, on or clock.today()
    places = [os.path.relpath(file, folder).replace(os.sep, "/") for file in files]
    append(folder, [LogEntry(day, "paper", f"{paper}, {place}") for place in places])
