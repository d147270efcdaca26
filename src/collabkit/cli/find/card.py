"""One organization that was found as a card to be read: why this one, what it is, how to reach it, how sure."""

from collections.abc import Iterator

from collabkit.cli.cards import wrapped
from collabkit.cli.find.columns import miles
from collabkit.workspace.names import Found, address_of

_TITLES = {
    "history": "So far",
    "sign": "Why",
    "classed": "What it is",
    "role": "Note",
    "size": "Size",
}
"""How the card calls each reason; how well its kind fits and how far it is stand in lines of their own."""
_UNSHOWN = "Nothing shows that this one does it: bodies of its kind may help."


def card(found: Found) -> str:
    """Return *found* as text of the width of the terminal, ending in a blank line."""
    lines = [f"{found.rank}. {found.name} ({found.id}), {found.score:.0f} of 100"]
    for title, said in _parts(found):
        lines += wrapped(f"{title:<12}{said}", hang=12)
    return "\n".join(lines) + "\n\n"


def _parts(found: Found) -> Iterator[tuple[str, str]]:
    if found.shown_by == "none":
        yield "Why", _UNSHOWN
    last = ""
    for name, title in _TITLES.items():
        for reason in found.reasons:
            if reason.name == name:
                of_kind = f"{found.label}. " if name == "classed" else ""
                yield "" if title == last else title, f"{of_kind}{reason.why}"
                last = title
    yield "Call", "; ".join(_reach(found)) or "No telephone and no site is known."
    address = address_of(found.street, found.city, found.state, found.zip)
    yield "Where", f"{address}{_away(found)}"
    if match := next((reason.why for reason in found.reasons if reason.name == "match"), None):
        yield "Its kind", match


def _reach(found: Found) -> Iterator[str]:
    """Yield every way to reach it: whom the library keeps there first, for her own screen."""
    for each in found.contacts:
        yield " ".join(filter(None, (each.name, each.phone, each.email)))
    yield from filter(None, (found.phone, found.site))


def _away(found: Found) -> str:
    far = miles(found)
    return ": a post-office box, no place to visit" if found.distance is None else f" ({far} miles)"
