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
_NUMBERED = re.compile(r"^(\s*\d+)([.)])")


def literal(text: str) -> str:
    """Return *text*, on one line, with a backslash before everything Markdown would obey."""
    line = " ".join(text.split())
    line = _INLINE.sub(lambda found: f"\\{found[0]}", line)
    line = _NUMBERED.sub(r"\1\\\2", line)
    return re.sub(r"^([-+=#:%])", r"\\\1", line)
