"""Text that Markdown shows as it is written, whoever wrote it."""

import re

# What Markdown (CommonMark, GitHub's and pandoc's) reads inside a line. An ampersand, a colon and
# a dot are common in names, so they are touched only where they would begin an entity or a link.
_INLINE = re.compile(
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

_NUMBERED = re.compile(r"^(\d+)([.)])(?=\s|$)")
_LEADING = re.compile(r"^([=#:%]|[-+](?!\d))")


def literal(text: str) -> str:
    """Return *text*, on one line, with a backslash before everything Markdown would obey.

    A replacement character stands for everything that a terminal would obey.
    """
    line = " ".join(text.split())
    if not line.isprintable():
        line = re.sub(f"[\x00-\x1f{CONTROLS}]", "\ufffd", line)
    line = _INLINE.sub(lambda found: f"\\{found[0]}", line)
    line = _NUMBERED.sub(r"\1\\\2", line)
    return _LEADING.sub(r"\\\1", line)
