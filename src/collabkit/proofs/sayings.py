"""All that facts say, as sentences."""

import re
from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from collabkit.proposals import rendering
from collabkit.proposals.fact_parts import Gap
from collabkit.proposals.facts import Facts

_OF_OTHERS = frozenset({"roles", "aims", "figures", "schedule"})
"""Fields of a work that say what others do, how people ask, or numbers that other facts say in words."""
_NOTES = frozenset({"cautions", "hours", "first_step", "whom", "partner"})
"""Facts that are the library's own notes, or about all bodies of a kind."""


def sayings(thing: object) -> Iterator[str]:
    """Yield each text in *thing*, facts or a part of them; a gap says nothing."""
    if isinstance(thing, str):
        if thing:
            yield thing
    elif isinstance(thing, int | float):
        if not isinstance(thing, bool):
            yield f"{thing:g}"
    elif not isinstance(thing, Gap):
        for part in _parts(thing):
            yield from sayings(part)


def _parts(thing: object) -> Iterator[object]:
    """Yield what *thing* is made of, without what concerns others."""
    if isinstance(thing, BaseModel):
        names: Iterable[str] = type(thing).model_fields
    elif isinstance(thing, tuple) and hasattr(thing, "_fields"):
        names = thing._fields
    elif isinstance(thing, tuple | list):
        yield from thing
        return
    else:
        names = getattr(thing, "__dataclass_fields__", ())
    left_out = _left_out(thing) if isinstance(thing, Facts) else _OF_OTHERS
    yield from (getattr(thing, name) for name in names if name not in left_out)


def _left_out(facts: Facts) -> frozenset[str]:
    """Return the facts that no paper to this reader says: a partner reads nothing of the library's own hours."""
    return _NOTES | {"effort", "basis"} if facts.voice == "partner" else _NOTES


def of_our_papers() -> Iterator[str]:
    """Yield the fixed words of the shipped templates: what every paper may say."""
    for _, file in rendering.templates():
        text = file.read_text(encoding="utf-8")
        text = re.sub(r"\{#.*?#\}|\{%.*?%\}", "\n\n", text, flags=re.DOTALL)
        yield re.sub(r"\{\{.*?\}\}", " ", text, flags=re.DOTALL)
