"""The commands, by what a librarian does with them, each with the module that has it."""

import importlib
from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Final, NamedTuple


class Group(NamedTuple):
    """Commands for one stretch of the way, each with the module in ``cli/`` that has its ``command``.

    A module may have a ``group`` of commands instead.
    """

    usual: Mapping[str, str]
    """What most people need."""
    more: Mapping[str, str]


GROUPS: Final[Mapping[str, Group]] = {
    "Begin": Group(
        {"start": "start.command", "init": "init.command"}, {"web": "web", "answer": "answer"}
    ),
    "Decide": Group(
        {"match": "match.command", "find": "find.command", "plan": "plan.command"},
        {"chart": "chart", "know": "know"},
    ),
    "Write": Group({"propose": "propose.command"}, {"templates": "templates"}),
    "Keep": Group(
        {"track": "track", "log": "log", "due": "due"},
        {"change": "change", "count": "count.command"},
    ),
    "Judge": Group({"health": "health.command", "review": "review"}, {"request": "requests.group"}),
    "Share": Group(
        {"report": "report.command"},
        {"handover": "handover", "export": "export", "roll-up": "roll_up.command"},
    ),
    "Set up": Group(
        {"directory": "directory.group", "check": "check"},
        {"mcp": "assistant", "list": "list", "show": "show", "schema": "schema"},
    ),
}
"""In the order in which a librarian meets them."""

COMMANDS: Final[Mapping[str, str]] = {
    name: module
    for group in GROUPS.values()
    for name, module in (*group.usual.items(), *group.more.items())
}
"""Each command with its module."""
SERVING: Final = frozenset({"web"})
"""Commands that run until somebody ends them, so that nobody waits for them as for the others."""


def module_of(name: str) -> ModuleType:
    """Return the module of the command *name*."""
    return importlib.import_module(f"collabkit.cli.{COMMANDS[name]}")


def commands_of(name: str) -> Iterator[tuple[str, ...]]:
    """Yield the words that call the command *name*, and those of each command in it if it is a group."""
    yield (name,)
    group = getattr(module_of(name), "group", None)
    for inner in group.registered_commands if group else ():
        yield (name, str(inner.name))
