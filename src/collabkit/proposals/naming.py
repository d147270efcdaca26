"""The names of those who are known, in a text that tells of their kinds: "a service club" is "the Lions"."""

import re
from collections.abc import Iterable, Sequence

from collabkit.catalog.work import Term
from collabkit.proposals.fact_parts import Party

_FOLLOWS = (
    r"(?=['\u2019]s\b|[.,;:)]|$| (?:and|to|in|at|on|for|from|with|is|are|has|have|once|can|could|may|must|will|would"
    r"|adds?|agrees?|allows?|asks?|books?|brings?|buys?|chooses?|comes?|decides?|does|finds?|gives?|hands?|holds?|hosts?"
    r"|invites?|keeps?|lends?|makes?|names?|packs?|pays?|plans?|runs?|says?|sees?|sends?|serves?|shows?|signs?|stays?"
    r"|supplies|takes?|teaches|tells?|trains?|uses?)\b)"
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


def alternatives(kind: str) -> list[str]:
    """Return what *kind* is called: "clinic or hospital" with beds, "clinic" and "hospital"."""
    core = re.split(_AFTER, kind)[0]
    return [core, *re.split(r",? or |, ", core)]


_AFTER = (
    r",? (?:about|at|for|from|in|near|of|on|through|to|who|with|within|that|such as)\b|,? \("
    r"| (?:and|or) (?:a|an|another|its|the)\b"
)
"""Where the name of the kind has been said, and what it is like begins."""


def told_by_name(side: Party, bodies: Sequence[tuple[str, str]]) -> Party:
    """Return *side* with the names of *bodies* in what its papers say to it."""
    if not bodies:
        return side

    def told(text: str) -> str:
        return named(text, bodies)

    def told_term(term: Term) -> Term:
        return term.model_copy(update={"text": told(term.text), "signed": told(term.signed)})

    letter = side.letter and side.letter.model_copy(
        update={
            "offer": told(side.letter.offer),
            "terms": tuple(map(told_term, side.letter.terms)),
        }
    )
    return side._replace(
        letter=letter,
        new_terms=tuple(map(told_term, side.new_terms)),
        timeline=tuple(step.model_copy(update={"text": told(step.text)}) for step in side.timeline),
        gains=tuple(gain.model_copy(update={"text": told(gain.text)}) for gain in side.gains),
    )
