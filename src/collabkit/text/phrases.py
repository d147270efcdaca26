"""Phrases to sentences: what English puts between words, and where it wants a capital."""

from collections.abc import Sequence
from typing import Literal

_ENDS = (".", "!", "?", '."', '?"', '!"', ".)", "?)", "!)")


def _common(text: str) -> bool:
    """Return whether *text* may change its first letter: "ISP" and "eBird" may not."""
    first = text.split(" ", 1)[0]
    return first[1:].lower() == first[1:]


def lower_first(text: str) -> str:
    """Return *text* for the middle of a sentence: "Food bank" is "food bank", "ISP" stays."""
    return text[:1].lower() + text[1:] if _common(text) else text


def cap(text: str) -> str:
    """Return *text* with a capital at the start, leaving names such as "eBird" as they are."""
    return text[:1].upper() + text[1:] if _common(text) else text


def ended(text: str) -> str:
    """Return *text* with a full stop at the end, unless it ends a sentence already."""
    whole = text.rstrip()
    return whole if whole.endswith(_ENDS) else f"{whole}."


def unended(text: str) -> str:
    """Return a sentence as a phrase that does not end one."""
    return lower_first(text.rstrip().removesuffix("."))


def with_article(kind: str, article: Literal["a", "an", "none"] | None = None) -> str:
    """Return *kind* with the *article* that stands before one of it; that of its first letter unless one is given."""
    chosen = article or ("an" if kind[:1].lower() in "aeiou" else "a")
    return kind if chosen == "none" else f"{chosen} {kind}"


def quoted(text: str) -> str:
    """Return *text* in quotation marks."""
    return f'"{text}"'


def listed(words: Sequence[str], last: str = "and") -> str:
    """Return *words* as a list in a sentence: "a, b and c".

    Words that hold commas are kept apart by semicolons, and words that hold an "and" by commas:
    without them the ear cannot part "research and data, and customer service".
    """
    said = "\n".join(words)
    if "," in said:
        between, before_last = "; ", f"; {last} "
    elif f" {last} " in said:
        between, before_last = ", ", f", {last} "
    else:
        between, before_last = ", ", f" {last} "
    return before_last.join(filter(None, (between.join(words[:-1]), *words[-1:])))


def dollars(amount: float) -> str:
    """Return *amount* in whole dollars: "$1,240"."""
    return f"${amount:,.0f}"
