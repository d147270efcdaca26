"""What must not grow without anybody noticing: words of the pages, options of a command, rows of its help.

Prints each measure beside its limit; the exit code is 1 if one is over.
"""

import contextlib
import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

import typer

from collabkit.cli.commands import GROUPS
from collabkit.cli.program import build, main
from collabkit.cli.settings import settings_of

ROOT = Path(__file__).parent.parent
WORDS: Final = 44_500
"""Of README and the pages under docs/ that a person writes. 35,000 are wanted."""
WORDS_OF_A_PAGE: Final = 6_500
OPTIONS: Final = 15
ROWS: Final = 24
"""Of the help of the program, and of the commands that most people need, on a terminal of 80 columns."""


class Measure(NamedTuple):
    """Something that is counted, and how much of it there may be."""

    name: str
    measured: int
    limit: int


def measures() -> Iterator[Measure]:
    """Yield what is measured; of many alike, the largest."""
    pages = {page: _words(page) for page in (ROOT / "README.md", *(ROOT / "docs").glob("*.md"))}
    longest = max(pages, key=lambda page: pages[page])
    yield Measure("words of README and docs/", sum(pages.values()), WORDS)
    yield Measure(f"words of a page ({longest.name})", pages[longest], WORDS_OF_A_PAGE)
    options = dict(_options(typer.main.get_command(build()), "collab"))
    most = max(options, key=lambda command: options[command])
    yield Measure(f"options of a command ({most})", options[most], OPTIONS)
    rows = {name: _rows(name) for group in GROUPS.values() for name in group.usual}
    tallest = max(rows, key=lambda name: rows[name])
    yield Measure("rows of help (collab)", _rows(), ROWS)
    yield Measure(f"rows of help (collab {tallest})", rows[tallest], ROWS)


def _words(page: Path) -> int:
    return len(page.read_text(encoding="utf-8").split())


def _options(command: Any, path: str) -> Iterator[tuple[str, int]]:  # noqa: ANN401 - Typer's own class
    for name, inner in getattr(command, "commands", {}).items():
        yield from _options(inner, f"{path} {name}")
    settings = settings_of(command).values()
    shown = [
        each
        for each in command.params
        if each.opts[0].startswith("-") and not each.hidden and each not in settings
    ]
    yield path, len(shown)


def _rows(*command: str) -> int:
    os.environ["COLUMNS"] = "80"
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        main([*command, "-h"])
    return len(printed.getvalue().splitlines())


def run() -> int:
    """Print the measures, and return 1 if one is over its limit."""
    found = list(measures())
    for each in found:
        over = "  over" if each.measured > each.limit else ""
        sys.stdout.write(f"{each.name:<44}{each.measured:>8,} of {each.limit:>6,}{over}\n")
    return int(any(each.measured > each.limit for each in found))


if __name__ == "__main__":
    sys.exit(run())
