"""The article that English puts before a kind of body: "a food bank", "an SBDC", none before "two clubs"."""

import re

# Patterns as text: they are compiled once a body is named, and most papers name none.
_NONE = r"(?i:a|an|another|every|several|the|two|three|four|public works|faculty)\b"
_AFTER = (
    r",? (?:about|at|for|from|in|near|of|on|through|to|who|with|within|that|such as)\b|,? \("
    r"| (?:and|or) (?:a|an|another|its|the)\b"
)
"""Where the name of the kind has been said, and what it is like begins."""
_PLURAL = r"(?:[^siu']s|people|police|staff|faculty|rehabilitation)$"
_LETTERS = r"[A-Z]{2,}\b"
"""A name that is spelled out: "an SBDC"."""
_SPOKEN = frozenset({"AAUW", "FEMA", "HUD", "SCORE", "WIC"})
"""Such names that are read as a word."""
_SMALL = frozenset({"or", "and", "&"})


def with_article(kind: str) -> str:
    """Return *kind* with "a" or "an" before it, if it wants one: names and plurals do not."""
    core = re.split(_AFTER, kind)[0]
    words = [word.strip(",") for word in core.split()]
    named = all(word[:1].isupper() or word in _SMALL for word in words)
    if not words or re.match(_NONE, kind) or named or re.search(_PLURAL, words[-1]):
        return kind
    return f"{'an' if _begins_with_a_vowel(words[0]) else 'a'} {kind}"


def alternatives(kind: str) -> list[str]:
    """Return what *kind* is called: "clinic or hospital" with beds, "clinic" and "hospital"."""
    core = re.split(_AFTER, kind)[0]
    return [core, *re.split(r",? or |, ", core)]


def _begins_with_a_vowel(word: str) -> bool:
    """Return whether *word* is heard to begin with a vowel: "university" is not, "SBDC" is."""
    spelled = re.match(_LETTERS, word)
    if spelled and spelled[0] not in _SPOKEN:
        return word[0] in "AEFHILMNORSX"
    return re.match(r"(?!uni|us[ae]|eu|one\b)[aeiou]|hon|hour", word, re.IGNORECASE) is not None
