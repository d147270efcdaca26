"""Sentences and words of a text, and which of them count."""

import re
from collections.abc import Iterator

_SENTENCE = re.compile(
    r"(?<!Dr\.)(?<!Mr\.)(?<!St\.)(?<!Mrs\.)(?<!Ms\.)(?<!Jan\.)(?<!Feb\.)(?<!Mar\.)(?<!Apr\.)(?<!Aug\.)(?<!Sept\.)(?<!Oct\.)(?<!Nov\.)(?<!Dec\.)(?<=[.!?:])[\"')*_]*\s+(?=[\"'(*_\[]*[A-Z0-9\[$])|\n\s*\n|\n(?=\s*[-*#>|]|\s*\d+\.\s)|  \n|\|"
)
_WORD = re.compile(r"[A-Za-z][A-Za-z'\u2019]*")
_ROOT = 5
"""Letters that words of one family share: "child" and "children", "train" and "training"."""
_SMALL = frozenset(
    [
        "a",
        "about",
        "after",
        "all",
        "also",
        "although",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "because",
        "been",
        "before",
        "being",
        "both",
        "but",
        "by",
        "can",
        "could",
        "did",
        "do",
        "does",
        "each",
        "either",
        "else",
        "even",
        "for",
        "from",
        "had",
        "has",
        "have",
        "her",
        "here",
        "him",
        "his",
        "how",
        "i",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "itself",
        "just",
        "like",
        "may",
        "me",
        "might",
        "more",
        "most",
        "much",
        "must",
        "my",
        "near",
        "no",
        "nor",
        "not",
        "of",
        "off",
        "on",
        "once",
        "one",
        "only",
        "or",
        "other",
        "our",
        "ours",
        "out",
        "over",
        "own",
        "per",
        "please",
        "same",
        "she",
        "should",
        "since",
        "so",
        "some",
        "such",
        "than",
        "that",
        "the",
        "their",
        "them",
        "themselves",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "through",
        "to",
        "too",
        "under",
        "until",
        "up",
        "upon",
        "us",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "whether",
        "which",
        "while",
        "who",
        "whom",
        "whose",
        "why",
        "will",
        "with",
        "within",
        "without",
        "would",
        "you",
        "your",
        "yours",
        "ourselves",
        "shall",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "fifteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "ninety",
        "dozen",
    ]
)


def plain(text: str) -> str:
    """Return *text* without the marks of Markdown."""
    return re.sub(r"\S+\.\w+/\S*|\\(?=[^\w\s])|[*_`#]+|\[[^\]\n]*\]", "", text).replace(
        "\u2019", "'"
    )


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences and lines of *text*, plain."""
    for each in _SENTENCE.split(text):
        said = " ".join(plain(each).split()).strip("-> ")
        if said:
            yield said


def is_small(word: str) -> bool:
    """Return whether *word* is one of those that count for nothing."""
    return word.casefold() in _SMALL


def root(word: str) -> str:
    """Return what the family of *word* shares."""
    return word.casefold().split("'")[0].replace("y", "i")[:_ROOT].removesuffix("s")


def roots(text: str) -> frozenset[str]:
    """Return the roots of the words of *text* that count."""
    return frozenset(root(word) for word in _WORD.findall(text) if word.casefold() not in _SMALL)
