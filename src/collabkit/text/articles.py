"""The article that English puts before a kind of body: "a food bank", "an SBDC", none before "two clubs"."""

import re

# Patterns as text: they are compiled once a body is named, and most papers name none.
_NONE = r"(?i:a|an|another|every|several|the|two|three|four|public works|faculty)\b"
_AFTER = (
    r",? (?:about|at|for|from|in|near|of|on|through|to|who|with|within|that|such as)\b|,? \("
    r"| (?:and|or) (?:a|an|another|its|the)\b"
)
"""Where the name of the kind has been said, and what it is like begins."""
_PLURAL = r"(?:(?<!serie)(?<![siu'])s|people|police|staff|faculty|rehabilitation)$"
_LETTERS = r"[A-Z]{2,}\b"
"""A name that is spelled out: "an SBDC"."""
_SPOKEN = frozenset({"AAUW", "FEMA", "HUD", "NASA", "SCORE", "WIC"})
"""Such names that are read as a word."""
_SMALL = frozenset({"or", "and", "&"})
_BODIES = frozenset({"Agency", "Center", "Club", "PTA", "PTO"})
"""Words that end the name of a body of which there are many."""


def with_article(kind: str) -> str:
    """Return *kind* with "a" or "an" before it, if it wants one: names and plurals do not."""
    core = re.split(_AFTER, kind)[0]
    first = core.split(" or ")[0].split()  # of several, the first is what the article stands before
    if not first or re.match(_NONE, kind) or _is_name(core, first) or _is_many(core, first):
        return kind
    return f"{'an' if _begins_with_a_vowel(first[0]) else 'a'} {kind}"


def _is_name(core: str, first: list[str]) -> bool:
    """Return whether all of it is a name, such as "Lions or Kiwanis"; an "American Job Center" is one of many."""
    words = core.replace(",", "").split()
    named = all(word[:1].isupper() or word in _SMALL for word in words)
    return named and first[-1].strip(",") not in _BODIES


def _is_many(core: str, first: list[str]) -> bool:
    """Return whether several are meant, or what nobody counts.

    "Film studies or language department" is one, as its last word tells; "office or Citizen Corps" begins
    with one, and "history or folklore faculty" with an adjective.
    """
    many = re.search(_PLURAL, first[-1].strip(",")) is not None
    if re.search(_PLURAL, core.rsplit(maxsplit=1)[-1].strip(",")):
        return many or len(first) == 1
    return many and all(word[:1].isupper() for word in first)


def alternatives(kind: str) -> list[str]:
    """Return what *kind* is called: "clinic or hospital" with beds, "clinic" and "hospital"."""
    core = re.split(_AFTER, kind)[0]
    return [core, *re.split(r",? or |, ", core)]


def _begins_with_a_vowel(word: str) -> bool:
    """Return whether *word* is heard to begin with a vowel: "university" is not, "SBDC" is."""
    spelled = re.match(_LETTERS, word)
    if spelled and spelled[0] not in _SPOKEN:
        return word[0] in "AEFHILMNORSX"
    return (
        re.match(r"(?!uni(?!n)|us[ae]|uti|eu|one\b)[aeiou]|heir|hon|hour", word, re.IGNORECASE)
        is not None
    )
