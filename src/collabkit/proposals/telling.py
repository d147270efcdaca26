"""Whether a paper that tells an offer and both lists of gifts has told the trial, too."""

import re
from collections.abc import Iterable

_ENOUGH = 0.5
"""The share of the words of a trial below which something of it is told nowhere else.

What others do in it stands under who else it takes. Where a reader's part is small, such as one visit to an
evening that others hold, less than half is told, and the trial stands besides.
"""
_ROOT = 5
"""Letters by which two forms of a word are taken for one: "caregiver" and "caregivers"."""
_SMALL = frozenset(
    [
        "about",
        "after",
        "again",
        "also",
        "among",
        "and",
        "anyone",
        "are",
        "ask",
        "asks",
        "been",
        "before",
        "being",
        "both",
        "but",
        "can",
        "could",
        "does",
        "each",
        "every",
        "for",
        "from",
        "has",
        "have",
        "her",
        "his",
        "how",
        "if",
        "into",
        "its",
        "may",
        "more",
        "most",
        "not",
        "off",
        "one",
        "our",
        "out",
        "own",
        "per",
        "she",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "to",
        "under",
        "until",
        "upon",
        "was",
        "were",
        "what",
        "when",
        "where",
        "which",
        "while",
        "who",
        "whom",
        "whose",
        "will",
        "with",
        "would",
        "you",
        "your",
    ]
)


def told_by(trial: str, texts: Iterable[str]) -> bool:
    """Return whether *texts* tell most of *trial*."""
    words = _words(trial)
    return len(words & _words(" ".join(texts))) >= _ENOUGH * len(words)


def _words(text: str) -> set[str]:
    found = re.findall(r"[a-z]+|\d[\d:,]*", text.casefold().replace("'s", ""))
    return {
        word[:_ROOT]
        for word in found
        if (len(word) > 2 or word[0].isdigit()) and word not in _SMALL  # noqa: PLR2004 - "by", "of"
    }
