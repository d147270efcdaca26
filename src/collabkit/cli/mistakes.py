"""What Typer says of a command line, in the style of all our errors: what is wrong, what to do."""

import re
from collections.abc import Callable, Mapping
from typing import Final

import typer

from collabkit.cli.settings import settings_of
from collabkit.errors import UsageError, closest

Reading = Callable[[re.Match[str], str], tuple[str, str]]
"""From what was recognized, and the command, to what is wrong and what to do."""


def mistake_of(error: typer.TyperException) -> UsageError:
    """Return *error*, raised by Typer before a command runs, as one of ours."""
    context = getattr(error, "ctx", None)
    settings = settings_of(context.command) if context else {}
    said = re.sub(
        r"--([\w-]+)",
        lambda option: f"--set {option[1]}" if option[1] in settings else option[0],
        error.format_message(),
    )
    command = context.command_path if context else "collab"
    for pattern, reading in _READINGS.items():
        found = re.fullmatch(pattern, said, re.DOTALL)
        if found:
            return UsageError(*reading(found, command))
    return UsageError(said[:1].lower() + said[1:].rstrip("."), _help(command))


def _help(command: str) -> str:
    return f"`{command} -h` shows how"


def _option(found: re.Match[str], command: str) -> tuple[str, str]:
    name, possible = found[1], found[2]
    close = closest(name, possible.split(", ")) if possible else None
    offer = f"Did you mean {close}? " if close else ""
    return f"no option {name}", f"{offer}`{command} -h` lists the options"


def _command(found: re.Match[str], command: str) -> tuple[str, str]:
    close = closest(found[1], re.findall(r"'([^']*)'", found[2])) if found[2] else None
    offer = f"Did you mean {close!r}? " if close else ""
    return f"no command called {found[1]!r}", f"{offer}`{command} -h` lists the commands"


def _value(found: re.Match[str], command: str) -> tuple[str, str]:
    return f"{found[1]}: {_reason(found[2])}", _help(command)


def _choice(found: re.Match[str], _: str) -> tuple[str, str]:
    choices = re.findall(r"'([^']*)'", found[3])
    close = closest(found[2], choices)
    offer = f"Did you mean {close!r}? " if close else ""
    return f"{found[1]}: there is no {found[2]!r}", f"{offer}One of: {', '.join(choices)}"


def _day(found: re.Match[str], _: str) -> tuple[str, str]:
    equals = "=" if " " in found[1] else " "  # a setting, or an option
    return f"{found[1]}: {found[2]!r} is no day", f"Write it as {found[1]}{equals}2026-03-01"


_VALUE = r"Invalid value for '([^']*)'(?: / '[^']*')?(?: \(env var: '[^']*'\))?: (?:Value error, )?"
_READINGS: Final[Mapping[str, Reading]] = {
    r"No such option: (\S+)(?: \(Possible options: (.*)\))?": _option,
    r"No such command '(.*?)'\.(?: Did you mean (.*?)\?)?.*": _command,
    r"Missing (?:argument|option) '(.*)'\.": lambda found, command: (
        f"{found[1]} is missing",
        _help(command),
    ),
    r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)": lambda found, command: (
        f"{found[1]!r} is too much",
        f"Put words that belong together in quotes; {_help(command)}",
    ),
    r"Option '(.*)' requires an argument\.": lambda found, command: (
        f"{found[1]} needs something after it",
        _help(command),
    ),
    _VALUE + r"'(.*)' is not one of (.*)\.": _choice,
    _VALUE + r"'(.*)' does not match the formats .*": _day,
    _VALUE + r"(.*)": _value,
}

_REASONS: Final[Mapping[str, str]] = {
    r"Input should be greater than or equal to (\S+)": r"must be \1 or more",
    r"Input should be less than or equal to (\S+)": r"must be at most \1",
    r"Input should be a valid integer.*": "must be a whole number",
    r"Input should be a valid number.*": "must be a number",
    r"Input should be a finite number.*": "must be a number",
}
"""What pydantic says of a number, in plain words."""


def _reason(said: str) -> str:
    for pattern, plain in _REASONS.items():
        said = re.sub(pattern, plain, said)
    return said.rstrip(".")
