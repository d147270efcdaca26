"""The names of those who are known, in a text that tells of their kinds: "a service club" is "the Lions"."""

import re
from collections.abc import Iterable

from collabkit.text.articles import alternatives

_FOLLOWS = (
    r"(?=['\u2019]s\b|[.,;:)]|$| (?:and|to|in|at|on|for|from|with|is|are|has|once|adds?|books?|brings?|chooses?|finds?|gives?"
    r"|hands?|holds?|hosts?|invites?|keeps?|lends?|names?|packs?|plans?|runs?|sends?|supplies|takes?|teaches|trains?)\b)"
)
"""What shows that a kind has been said to its end: in "a bank officer" it has not."""


def named(text: str, bodies: Iterable[tuple[str, str]]) -> str:
    """Return *text* with the names of *bodies*, each a kind and a name, in place of "a", "the" or "one" such kind.

    A kind that stands beside an "or" is one of several, and stays.
    """
    for kind, name in bodies:
        for called in dict.fromkeys(alternatives(kind)):
            if called.casefold() in text.casefold():
                pattern = rf"(?<!\bor )\b(?:an?|the|one) {re.escape(called)}\b{_FOLLOWS}"
                text = re.sub(pattern, name.replace("\\", r"\\"), text, flags=re.IGNORECASE)
                if name.endswith("s"):
                    text = text.replace(f"{name}'s ", f"{name}' ")
    return text


def speaks_of(text: str, kind: str) -> bool:
    """Return whether *text* tells of "the" such a *kind*."""
    return any(f"the {called}".casefold() in text.casefold() for called in alternatives(kind))
