"""Help that fits one screen: what a command is for, its usual options a line each, the others by name.

``--help-all`` tells all options whole. An option with a ``rich_help_panel`` belongs to that group and
is named only; one without is usual.
"""

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import typer

from collabkit.cli.commands import GROUPS, Group
from collabkit.cli.settings import SETTINGS
from collabkit.output.terminals import terminal_width

SHORT, WHOLE = frozenset({"-h", "--help"}), "--help-all"

_WIDEST = 100
_SENTENCE = re.compile(r"(?<=[.?])\s|\s\[")
_RANGE = re.compile(r"(\S+?)<=x<=(\S+)")
"""How Typer writes the numbers that an option takes."""
_INDENT = "  "


def wanted(arguments: Sequence[str]) -> bool:
    """Return whether *arguments* ask for help."""
    before = arguments[: arguments.index("--")] if "--" in arguments else arguments
    return any(each in SHORT or each == WHOLE for each in before)


def of_program(summaries: Mapping[str, str], *, whole: bool) -> str:
    """Return the help of the program.

    Args:
        summaries: what each command is for.
        whole: every command a line, instead of the usual ones.
    """
    width = _width()
    lines = [
        "Usage: collab COMMAND [OPTIONS]",
        "",
        "Plan a library's collaborations: who to work with, why, and the papers to send.",
        "Start here: collab start",
        "",
    ]
    for title, group in GROUPS.items():
        lines += _of_group(title, group, summaries, width, whole=whole)
    more = [each for group in GROUPS.values() for each in group.more]
    if not whole:
        lines += _wrapped(f"More: {', '.join(more)}", width, hanging=6)
    lines += ["", "collab COMMAND -h explains one; collab --help-all says what each does."]
    return "\n".join(lines) + "\n"


def _of_group(
    title: str, group: Group, summaries: Mapping[str, str], width: int, *, whole: bool
) -> Iterator[str]:
    names = (*group.usual, *group.more) if whole else group.usual
    for place, name in enumerate(names):
        left = f"{'' if place else title:<8}{name:<11}"
        yield from _wrapped(left + summaries[name], width, hanging=len(left))


def of_command(command: Any, path: str, *, whole: bool) -> str:  # noqa: ANN401 - Typer's own class
    """Return the help of one command, or of a group of them.

    Args:
        command: as Typer makes it.
        path: the words by which it is called, such as ``collab directory load``.
        whole: every option with all that it says, instead of the usual ones with a line each.
    """
    width = _width()
    context = typer.Context(command, info_name=path)
    pieces = [*_arguments(command), *(["COMMAND"] if _inner(command) else []), "[OPTIONS]"]
    lines = [*_wrapped(f"Usage: {path} {' '.join(pieces)}", width, hanging=7), ""]
    lines += _described(command.help or "", width, whole=whole)
    lines += _of_inner(command, width)
    options = [each for each in command.params if not getattr(each, "hidden", False)]
    if whole:
        for title, params in _by_panel(options).items():
            shown = f"{title}, each as --set NAME=VALUE" if title == SETTINGS else title
            lines += ["", f"{shown}:", *_records(params, context, width)]
        return "\n".join(lines) + "\n"
    lines += _usual(options, context, width)
    return "\n".join(lines) + "\n"


def _arguments(command: Any) -> Iterator[str]:  # noqa: ANN401 - as above
    for each in command.params:
        if not each.opts[0].startswith("-"):
            yield _name(each) if each.required else f"[{_name(each)}]"


def _described(text: str, width: int, *, whole: bool) -> Iterator[str]:
    """Yield what a command is for, with its example; whole, each of its paragraphs."""
    paragraphs = [" ".join(each.split()) for each in text.split("\n\n") if each.strip()]
    shown = paragraphs if whole else [paragraphs[0], *filter(_is_example, paragraphs[1:])][:2]
    for place, paragraph in enumerate(shown):
        if place and whole:
            yield ""
        yield from _wrapped(paragraph, width, hanging=9 if _is_example(paragraph) else 0)


def _is_example(paragraph: str) -> bool:
    return paragraph.startswith("Example")


def _inner(command: Any) -> Mapping[str, Any]:  # noqa: ANN401 - as above
    found: Mapping[str, Any] = getattr(command, "commands", {})
    return found


def _of_inner(command: Any, width: int) -> Iterator[str]:  # noqa: ANN401 - as above
    inner = _inner(command)
    if inner:
        yield ""
        longest = max(map(len, inner)) + 2
        for name, each in inner.items():
            left = f"{_INDENT}{name:<{longest}}"
            yield from _wrapped(left + each.get_short_help_str(300), width, hanging=len(left))


def _by_panel(params: Iterable[Any]) -> dict[str, list[Any]]:
    """Return *params* by their groups; those without one are arguments and usual options."""
    groups: dict[str, list[Any]] = {"Arguments": [], "Options": []}
    for each in params:
        usual = "Options" if each.opts[0].startswith("-") else "Arguments"
        groups.setdefault(each.rich_help_panel or usual, []).append(each)
    return {title: found for title, found in groups.items() if found}


def _records(params: Iterable[Any], context: typer.Context, width: int) -> Iterator[str]:
    """Yield each of *params* with all that is said of it."""
    rows = [(_name(each), text) for each in params if (text := _text(each, context))]
    left = min(max((len(row[0]) for row in rows), default=0), 24) + 2
    for name, text in rows:
        said = _wrapped(text, width - left - 2, hanging=0)
        if len(name) <= left - 2:
            yield f"{_INDENT}{name:<{left}}{said[0]}"
            said = said[1:]
        else:
            yield f"{_INDENT}{name}"
        yield from (f"{_INDENT}{'':<{left}}{line}" for line in said)


def _usual(params: Sequence[Any], context: typer.Context, width: int) -> Iterator[str]:
    """Yield a line for each usual option, and the names of the others by their groups."""
    groups = _by_panel(params)
    rows = [
        (_name(each), text)
        for title in ("Arguments", "Options")
        for each in groups.pop(title, [])
        if (text := _text(each, context)) and "--set" not in each.opts  # the settings name it below
    ]
    if rows:
        yield ""
        left = min(max(len(name) for name, _ in rows), 26) + 2
        for name, text in rows:
            yield f"{_INDENT}{name:<{left}}{_first(text, width - left - 2)}"
    if groups:
        yield ""
        for title, others in groups.items():
            names = " ".join(map(_listed, others))
            lead = "--set NAME=VALUE" if title == SETTINGS else title
            yield from _wrapped(f"{lead}: {names}", width, hanging=2)
    yield f"{context.info_name} --help-all explains every option."


def _name(param: Any) -> str:  # noqa: ANN401 - as above
    """Return how *param* is written, without the type that Python knows it by."""
    if not param.opts[0].startswith("-"):
        return str(param.metavar or param.name).upper()
    if param.rich_help_panel == SETTINGS:
        return _setting(param)
    short_first = sorted(param.opts, key=len)
    name = ", ".join(short_first) + "".join(f" / {each}" for each in param.secondary_opts)
    if param.is_flag:
        return name
    return f"{name} {param.metavar or 'TEXT'}"


def _setting(param: Any) -> str:  # noqa: ANN401 - as above
    name = str(param.opts[0]).removeprefix("--")
    return name if param.is_flag else f"{name}={param.metavar or 'TEXT'}"


def _listed(param: Any) -> str:  # noqa: ANN401 - as above
    """Return how *param* is called where options are only named."""
    name = str(param.opts[0])
    return name.removeprefix("--") if param.rich_help_panel == SETTINGS else name


def _text(param: Any, context: typer.Context) -> str:  # noqa: ANN401 - as above
    """Return what is said of *param*, with its default."""
    row = param.get_help_record(context)
    return _RANGE.sub(r"\1 to \2", str(row[1])).replace("x>=", "at least ") if row else ""


def _first(text: str, room: int) -> str:
    """Return the first sentence of *text*, cut where a line has no more *room*."""
    sentence = _SENTENCE.split(text.strip())[0].removesuffix(".")
    return textwrap.shorten(sentence, room, placeholder=" …")


def _wrapped(text: str, width: int, *, hanging: int) -> list[str]:
    return textwrap.wrap(text, width, subsequent_indent=" " * hanging, break_on_hyphens=False) or [
        ""
    ]


def _width() -> int:
    return min(terminal_width(), _WIDEST)
