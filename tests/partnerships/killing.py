"""Runs a change of files to one of many moments, and kills itself there: started by the tests.

python killing.py FOLDER WHAT MOMENTS   prints, for each moment, what stands in the folder afterwards
"""

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import FrameType
from typing import Any

from collabkit import Workspace
from collabkit.partnerships.entries import LogEntry
from collabkit.partnerships.logs import append

WHERE = ("/files/", "/datafiles/", "/partnerships/", "/api/")
DAY = date(2026, 6, 1)


def _append(home: Path) -> None:
    entries = [LogEntry(DAY, "", f"line {n} " + "x" * 500) for n in range(200)]
    append(home / "partnerships/prairie", entries)


def _change(home: Path) -> None:
    told = {"level": "cooperating", "why": "to read " * 50}
    Workspace.open(home).partnerships.change("prairie", told)


def _track(home: Path) -> None:
    Workspace.open(home).partnerships.track("Plains Museum", on=DAY)


def _known(home: Path) -> None:
    opened = Workspace.open(home)
    opened.partnerships.track_known(opened.profile_alone, profile=opened.profile, on=DAY)


DOES: dict[str, Callable[[Path], None]] = {
    "append": _append,
    "change": _change,
    "track": _track,
    "known": _known,
}


class Clock:
    """Counts the lines of our code that are run, and kills the process at one of them."""

    def __init__(self, at: int | None = None) -> None:
        self.at = at
        self.lines = 0

    def trace(self, frame: FrameType, event: str, _: object) -> Any:  # noqa: ANN401
        """Follow what is ours, line by line."""
        if event == "line":
            self.lines += 1
            if self.lines == self.at:
                os.kill(os.getpid(), signal.SIGKILL)
        ours = any(part in frame.f_code.co_filename for part in WHERE)
        return self.trace if ours and "/collabkit/" in frame.f_code.co_filename else None


def run(folder: Path, does: Callable[[Path], None], at: int | None = None) -> int:
    """Do it in a child, killed at line *at* if one is given; return how many lines were run."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        clock = Clock(at)
        sys.settrace(clock.trace)
        does(folder)
        sys.settrace(None)
        os.write(writing, str(clock.lines).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return int(said or 0)


def found(folder: Path) -> dict[str, str]:
    """Return every file in *folder*, by its name there."""
    files = sorted(each for each in folder.rglob("*") if each.is_file())
    return {str(each.relative_to(folder)): each.read_text("utf-8") for each in files}


def main() -> None:
    """Print the state after each kill, and after the same was done again to its end."""
    whole, does, moments = Path(sys.argv[1]), DOES[sys.argv[2]], int(sys.argv[3])
    does_warm = whole.with_name("warm")
    shutil.copytree(whole, does_warm)
    does(does_warm)  # what is imported and cached is so before anything is counted
    shutil.copytree(whole, count := whole.with_name("count"))
    lines = run(count, does)
    half = moments // 2
    # Half of them in the last lines, where most is written, and half all along.
    for moment in (
        *(1 + n * (lines - half) // half for n in range(half)),
        *range(lines - half, lines),
    ):
        tried = whole.with_name(f"tried-{moment}")
        shutil.copytree(whole, tried)
        run(tried, does, moment)
        sys.stdout.write(json.dumps(found(tried)) + "\n")


if __name__ == "__main__":
    main()
