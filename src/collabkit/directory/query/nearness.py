"""What the distance leaves of a score: once as a function, once as words of the database."""

FAR = 0.2
"""Share of the score that an organization at the edge of the circle loses."""
NEXT_DOOR = 3.0
"""Miles within which nobody is farther than another: a ZIP code is no finer."""
IN_TOWN = 0.2
"""Share of that which a post-office box in the library's own town loses."""
SOMEWHERE = 0.5
"""Share of it that any other box loses: it is no place, and nobody knows how far it is."""
NEXT_TOWN = 0.25
"""Share of it that whoever is in another town loses at least, however near."""

TOWN = "upper(replace(city, '.', '')) || ', ' || state"
"""The town of a body, to be compared with ``Spot.towns``."""
NEARNESS = f"""(1 - {FAR} * CASE
    WHEN here THEN if(mark = 'po box', {IN_TOWN}, 0)
    WHEN mark = 'po box' THEN {SOMEWHERE}
    ELSE {NEXT_TOWN} + (1 - {NEXT_TOWN}) * least(1, greatest(0, distance - {NEXT_DOOR}) / $within) END)"""
"""``nearness`` as the database reckons it, of thousands of places at once."""


def town_of(city: str | None, state: str | None) -> str | None:
    """Return what ``TOWN`` is: "ST LOUIS, MO"."""
    return f"{city.replace('.', '').upper()}, {state}" if city and state else None


def nearness(distance: float, within: float, *, here: bool, box: bool) -> float:
    """Return what is left of the score: of two that are alike the one in the library's own town comes first.

    Args:
        distance: in miles.
        within: how far is looked, in miles.
        here: whether it is in the library's own town.
        box: whether its address is a post-office box.
    """
    if here:
        lost = IN_TOWN if box else 0.0
    elif box:
        lost = SOMEWHERE
    else:
        lost = NEXT_TOWN + (1 - NEXT_TOWN) * min(1.0, max(0.0, distance - NEXT_DOOR) / within)
    return 1 - FAR * lost
