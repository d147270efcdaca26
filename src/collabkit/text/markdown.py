"""Text that Markdown shows as it is written, whoever wrote it."""

import re
from functools import cache

from collabkit.text.characters import escape_line


# What Markdown (CommonMark, GitHub's and pandoc's) reads inside a line. An ampersand, a colon and
# a dot are common in names, so they are touched only where they would begin an entity or a link.
# The character comes first and then what must stand around it: a pattern that begins with one of a
# few characters leaps from one to the next, and takes a twentieth of the time.
@cache
def _inline() -> re.Pattern[str]:
    return re.compile(
        r"[\\`*_\[\]<>|$~^&:.@#!](?:"
        r"(?<=[\\`*_\[\]<>|$~^])"
        r"|(?<=&)(?=#?\w+;)"
        r"|(?<=\w:)(?=//|\w+@)"
        r"|(?<=:)(?<!\w:)(?=[\w+-]+:)"  # a smiley by its name, such as :100:
        r"|(?<=\bwww\.)|(?<=@)(?=\w)"
        r"|(?<=[({]#)|(?<=#)(?=\w)|(?<=\s#)(?=#*$)|(?<=!)(?=\[)"  # also those that end a heading
        r")"
    )


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(r"^(\d+)([.)])(?=\s|$)")


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(r"^([=#:%]|[-+](?!\d))")


def escape_markdown(text: str) -> str:
    """Return *text*, on one line, with a backslash before everything Markdown would obey."""
    line = _inline().sub(lambda found: f"\\{found[0]}", escape_line(text))
    line = _numbered().sub(r"\1\\\2", line)
    return _leading().sub(r"\\\1", line)
