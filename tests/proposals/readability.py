"""How hard a text is to read, after Flesch and Kincaid: the school grade that follows it."""

import re

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"')\]]*\s+(?=[A-Z\"'\[(])")
_WORD = re.compile(r"[A-Za-z][A-Za-z'-]*")
_VOWELS = re.compile(r"[aeiouy]+")


def grade(markdown: str) -> float:
    """Return the school grade that can read *markdown*. Each line, item and cell ends a sentence."""
    words = [word for sentence in sentences(markdown) for word in _WORD.findall(sentence)]
    count = len(sentences(markdown))
    return 0.39 * len(words) / count + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def sentences(markdown: str) -> list[str]:
    """Return the sentences of *markdown*, without its marks."""
    plain = re.sub(
        r"\\(.)", r"\1", re.sub(r"[*#|>]|- \[ \]|^- ", " ", markdown, flags=re.MULTILINE)
    )
    # A paragraph is one line in our templates, so a line end is the end of a sentence.
    found = [part for line in plain.split("\n") for part in _SENTENCE_END.split(line)]
    return [sentence.strip() for sentence in found if _WORD.search(sentence)]


def syllables(word: str) -> int:
    """Return about how many syllables *word* has."""
    word = re.sub(r"[^a-z]", "", word.lower())
    groups = len(_VOWELS.findall(word))
    silent = word.endswith("e") and not word.endswith(("le", "ee")) and groups > 1
    quiet = word.endswith("ed") and not word.endswith(("ted", "ded")) and groups > 1
    return max(1, groups - (silent or quiet))
