"""The commands that the program has today, for tests that hold for each of them."""

from collections.abc import Iterator
from typing import Any

import typer

from collabkit.cli.program import build


def paths() -> list[str]:
    """Return every command as it is typed, those of groups too, such as ``directory load``."""
    return sorted(_leaves(typer.main.get_command(build()), ""))


def _leaves(command: Any, path: str) -> Iterator[str]:  # noqa: ANN401 - Typer's own
    for name, each in getattr(command, "commands", {}).items():
        yield from _leaves(each, f"{path} {name}".strip())
    # A group may do something by itself, as `templates` does.
    if path and (not hasattr(command, "commands") or command.invoke_without_command):
        yield path
