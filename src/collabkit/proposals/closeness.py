"""Which of a partner's aims and wants the joint work serves best."""

import re
from collections.abc import Iterable

_WORD = re.compile(r"[a-z]{4,}")
_STEM = 5
"""Letters by which "tutor", "tutors" and "tutoring" are one word."""
_COMMON = frozenset(
    {
        "with",
        "from",
        "that",
        "this",
        "they",
        "their",
        "them",
        "than",
        "into",
        "each",
        "have",
        "when",
    }
    | {"what", "where", "which", "while", "without", "within", "people", "town", "work", "library"}
)


def closest_first(texts: Iterable[str], about: Iterable[str]) -> tuple[str, ...]:
    """Return *texts*, those first that share most words with *about*; ties stay as they were.

    A word counts once, so that a long text is not closer for being long.
    """
    named = {stem for text in about for stem in _stems(text)}

    def shared(text: str) -> float:
        stems = _stems(text)
        return len(stems & named) / (len(stems) + 4)

    return tuple(sorted(texts, key=shared, reverse=True))


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.casefold()) if word not in _COMMON}
