"""Any text where a command expects a word, an id, a place, a date or a name.

The commands, their arguments and their options are those that the program has today: a new one is
attacked from its first day.
"""

import csv
import io
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import typer

from benchmarks.attack.harness import RUNS, Harness, Said, run, strict
from benchmarks.attack.strings import argument
from collabkit.cli.commands import SERVING
from collabkit.cli.program import build

SURE = {
    "match": ("literacy",),
    "find": ("literacy", "--near", "59801"),
    "plan": ("--goal", "literacy", "--hours", "4"),
    "propose": ("literacy-council", "--goal", "literacy"),
    "track": ("Prairie Reads", "--partner", "literacy-council"),
    "log": ("ours", "called them"),
    "handover": ("ours",),
    "export": ("table",),
    "list": ("partners",),
    "show": ("literacy",),
    "check": ("library.yaml",),
    "init": ("--force", "--output", "made.yaml", "--name", "Ours"),
    "templates copy": ("email",),
    "directory load": ("own.csv", "--map", "name=Name,zip=Zip"),
    # No edition is called so. With one that is, and an address, a real server could be asked.
    "directory fetch": ("none",),
}
"""What makes a command do all its work, so that an odd word beside it meets the rest of the program."""
HEAVY = {"directory load", "plan"}
"""Commands that take a second; they get a quarter of what others get."""
WRITES = {"--output", "--save", "--keep", "--rejects", "--folder"}
"""Options that name a file to be made: an attack on them stays in its own folder."""
FORMATS = ("table", "ndjson", "json", "csv", "tsv", "markdown", "ids", "geojson")
SHAPED = {"match", "find", "show", "list", "check"}
"""Commands with one record a row in every format."""


class Command(NamedTuple):
    """A command of the program, as it describes itself."""

    path: tuple[str, ...]
    arguments: int
    options: tuple[str, ...]
    """Those that take a value."""
    flags: tuple[str, ...]


@cache
def commands() -> tuple[Command, ...]:
    """Return all commands that there are, those of groups too, but for those that serve until they are ended."""
    every = _leaves(typer.main.get_command(build()), ())
    return tuple(each for each in every if each.path[0] not in SERVING)


def _leaves(command: Any, path: tuple[str, ...]) -> Iterator[Command]:  # noqa: ANN401 - Typer's own
    if hasattr(command, "commands"):
        if path:
            yield Command(path, 1, (), ())
        for name, each in command.commands.items():
            yield from _leaves(each, (*path, name))
        return
    options = [each for each in command.params if each.param_type_name == "option"]
    yield Command(
        path,
        sum(each.param_type_name == "argument" for each in command.params),
        tuple(each.opts[0] for each in options if not each.is_flag),
        tuple(each.opts[0] for each in options if each.is_flag),
    )


def attack(random: Random, harness: Harness, count: int) -> None:
    """Run *count* command lines, each with one hostile text in it."""
    _move_in()
    for _ in range(count):
        line, form = _line(random)
        harness.tried("\0".join(line))
        said = harness.call(line)
        if said is not None and said.code == 0:
            judge(harness, line, form, said)


def _move_in() -> None:
    """Make the current folder that of a library with one partner and a directory of two."""
    Path("own.csv").write_text("Name,Zip\nPrairie Food Bank,59801\nOdd,59802\n", encoding="utf-8")
    for line in (
        ("init", "--name", "Ours", "--place", "Missoula, MT"),
        ("track", "Ours", "--partner", "literacy-council"),
        ("directory", "load", "own.csv", "--map", "name=Name,zip=Zip"),
    ):
        run(line)


def _line(random: Random) -> tuple[tuple[str, ...], str]:
    """Return a command line, and the format of what it prints if that can be judged."""
    text = argument(random)[: random.choice((40, 400, 20_000))]
    if not random.randrange(60):
        return random.choice(((text, "literacy"), ("match", "literacy", f"--{text}"))), ""
    command = random.choice(commands())
    if " ".join(command.path) in HEAVY and random.randrange(4):
        command = random.choice(commands())
    sure = SURE.get(" ".join(command.path), ())
    at = random.randrange(-command.arguments, len(command.options) or 1)
    if at < 0:
        more: tuple[str, ...] = (text, *sure[1:])
    elif command.options:
        option = command.options[at]
        more = (*sure, option, _contained(text) if option in WRITES else text)
    else:
        more = (*sure, text)
    if command.flags and not random.randrange(4):
        flag = random.choice(command.flags)
        more = more if flag == "--force" else (*more, flag)
    if command.path[0] in SHAPED and "--explain" not in more and "--format" not in more:
        form = random.choice(FORMATS)
        return (*command.path, *more, "--format", form), form
    return (*command.path, *more), ""


def _contained(text: str) -> str:
    return text.replace("..", "__").lstrip("/~")


def judge(harness: Harness, line: tuple[str, ...], form: str, said: Said) -> None:
    """Hold the output of *line* to what its format promises."""
    with harness.doing(f"collab {line!r}"):
        match form:
            case "ndjson":
                harness.holds("NDJSON is strict", lambda: all(map(_object, said.out.splitlines())))
            case "json" | "geojson":
                harness.holds("JSON is strict", lambda: strict(said.out) is not None)
            case "csv" | "tsv":
                harness.holds("no cell is a formula", lambda: _inert(said.out, form))
            case _:
                return


def _object(line: str) -> bool:
    return isinstance(strict(line), dict)


def _inert(text: str, form: str) -> bool:
    rows = csv.reader(
        io.StringIO(text, newline=""), delimiter="," if form == "csv" else "\t", strict=True
    )
    return not any(RUNS.match(cell) and not _is_number(cell) for row in rows for cell in row)


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return cell.isascii()
