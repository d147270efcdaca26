"""One question on one screen: nothing of it scrolls off at 80 columns and 24 lines."""

import shutil
import textwrap
from collections.abc import Iterator, Sequence
from math import ceil

from collabkit.cli.start.keys import DIGITS, help_of
from collabkit.text.characters import escape_line
from collabkit.text.phrases import cap, quoted
from collabkit.workspace.case_names import Choice, Question, Turn

_WIDEST = 100
_PROMPTS = 2
"""Lines below the question in which something may be typed."""
_KNOWN = 4
"""Lines of what is known already."""
_MENU_COLUMNS = 3


def laid_out(turn: Turn, question: Question) -> list[str]:
    """Return the lines of *question*, with what is known above and the keys below."""
    size = shutil.get_terminal_size((80, 24))
    width, height = min(size.columns, _WIDEST) - 1, size.lines - _PROMPTS
    above = [*_known(turn, width), "", *textwrap.wrap(question.text, width)]
    below = ["", *textwrap.wrap(help_of(question, ready=bool(turn.ready)), width)]
    room = height - len(above) - len(below) - 1
    if len(above) + len(below) + len(question.choices) + 3 < height:
        above += textwrap.wrap(question.why, width)
        room = height - len(above) - len(below) - 1
    return [*above, *_choices(question.choices, width, room), *below]


def _known(turn: Turn, width: int) -> list[str]:
    """Return the wish and the last things that are known of it, a line each."""
    first, *rest = turn.known
    told = [f"{_TITLES.get(each.id, cap(each.id))}: {each.text}" for each in rest]
    return [_cut(line, width) for line in (quoted(first.text), *told[-_KNOWN:])]


_TITLES = {
    "body": "With",
    "kind": "It is",
    "passed_over": "Passed over",
    "others": "Also",
    "fact": "Known",
}


def _choices(choices: Sequence[Choice], width: int, room: int) -> list[str]:
    """Return the lines of *choices*, each told as fully as there is *room* for."""
    if len(choices) > DIGITS:
        return _menu(choices, width, room)
    for details in range(_FULLEST, -1, -1):
        lines = [
            line for at, each in enumerate(choices, 1) for line in _choice(at, each, width, details)
        ]
        if len(lines) < room:
            spaced = _spaced(choices, width, details)
            return spaced if details and len(spaced) < room else ["", *lines]
    return lines


_FULLEST = 4
"""How many lines of what follows are told, at the most, under the name of a choice."""


def _spaced(choices: Sequence[Choice], width: int, details: int) -> list[str]:
    lines: list[str] = []
    for at, each in enumerate(choices, 1):
        lines += ["", *_choice(at, each, width, details)]
    return lines


def _choice(at: int, choice: Choice, width: int, details: int) -> Iterator[str]:
    """Yield the lines of one choice: its name, and up to *details* lines of what follows from it."""
    number = f"{at:>2}  "
    takes = f" ({choice.takes})" if choice.takes else ""
    label = escape_line(choice.label)
    yield _cut(f"{number}{label}{takes if len(number + label + takes) <= width else ''}", width)
    told = ". ".join(
        each.rstrip(".") for each in (choice.follows, _with(choice), choice.why) if each
    )
    lines = textwrap.wrap(escape_line(f"{told}."), width - len(number)) if told else []
    for line in lines[:details]:
        last = line is lines[details - 1] if len(lines) > details else False
        yield " " * len(number) + (_cut(f"{line} …", width - len(number)) if last else line)


def _with(choice: Choice) -> str:
    return f"With {choice.with_}" if choice.with_ else ""


def _menu(choices: Sequence[Choice], width: int, room: int) -> list[str]:
    """Return many *choices* by number and name, in as few columns as there is *room* for."""
    columns = min(_MENU_COLUMNS, ceil(len(choices) / max(1, room - 1)))
    rows, wide = ceil(len(choices) / columns), width // columns
    cells = [
        _cut(f"{at:>2} {escape_line(each.label)}", wide - 1) for at, each in enumerate(choices, 1)
    ]
    lines = (
        "".join(f"{cell:<{wide}}" for cell in cells[row::rows]).rstrip() for row in range(rows)
    )
    return ["", *lines]


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"
