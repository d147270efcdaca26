"""Text that Markdown shows as it is written, whoever wrote it."""

import re
from functools import cache


# What Markdown (CommonMark, GitHub's and pandoc's) reads inside a line. An ampersand, a colon and
# a dot are common in names, so they are touched only where they would begin an entity or a link.
@cache
def _inline() -> re.Pattern[str]:
    return re.compile(
        r"[\\`*_\[\]<>|$~^]"
        r"|&(?=#?\w+;)"
        r"|(?<=\w):(?=//|\w+@)"
        r"|(?<=\bwww)\.|(?<=\w)@(?=\w)|(?<!\w)@(?=\w)"
        r"|(?<=[({])#|#(?=\w)|!(?=\[)"
    )


CONTROLS = "\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff"
"""What acts on a screen instead of standing on it, beyond the controls below U+0020: DEL and the C1
controls, marks that reorder text or end a line, and halves of surrogate pairs, which come from
names of files that are no Unicode. For the brackets of a pattern."""


# Control characters, marks that turn text around, and what no XML may hold.
@cache
def _hidden() -> re.Pattern[str]:
    return re.compile(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
    )


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(r"^(\d+)([.)])(?=\s|$)")


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(r"^([=#:%]|[-+](?!\d))")


def visible(text: str) -> str:
    r"""Return *text*, on one line, with what works unseen shown instead, such as ``\\x1b``."""
    return _hidden().sub(lambda found: ascii(found[0])[1:-1], " ".join(text.split()))


def literal(text: str) -> str:
    """Return *text*, on one line, with a backslash before everything Markdown would obey."""
    line = visible(text)
    line = _inline().sub(lambda found: f"\\{found[0]}", line)
    line = _numbered().sub(r"\1\\\2", line)
    return _leading().sub(r"\\\1", line)
