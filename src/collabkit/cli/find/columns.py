"""What a table and a spreadsheet show of an organization, and of a gap."""

from collections.abc import Callable, Sequence

from collabkit.output import Column
from collabkit.workspace.names import Absence, Coverage, Found, address_of


def _name(found: Found) -> str:
    """Return its name, with how many places it has and whom of it the library knows, for her own screen."""
    places = len(found.places) + 1
    who = next((each.name for each in found.contacts if each.name), None)
    return f"{found.name}{f' ({places} places)' if places > 1 else ''}{f', ask for {who}' if who else ''}"


def _places(found: Found) -> tuple[str, ...]:
    return tuple(address_of(each.street, each.city, each.state, each.zip) for each in found.places)


def _why(found: Found) -> str:
    shown = ("history", "sign", "classed", "role", "size")
    return " ".join(reason.why for reason in found.reasons if reason.name in shown)


def miles(found: Found) -> str:
    """Return the miles for a table: "~7" where only the ZIP code or the town is known, "PO box" for one."""
    if found.distance is None:
        return "PO box"
    about = "" if found.located == "address" else "~"
    return f"{about}{found.distance:.0f}" if found.distance >= _NEXT_DOOR else "<1"


_NEXT_DOOR = 0.95
"""Miles under which digits say more than is known."""


def _where(found: Found) -> str:
    return ", ".join(filter(None, (found.city, miles(found))))


_SHOWN_BY = {
    "word": "you say so",
    "statement": "says so",
    "service": "lists it",
    "name": "its name",
    "network": "network",
    "kind": "its kind",
    "code": "its code",
    "none": "may help",
}
"""What shows that it does what was asked for, in two words."""


FACTS = (
    Column[Found]("id", lambda found: found.id, only="file"),
    Column[Found]("town", lambda found: found.city, only="file"),
    Column[Found]("state", lambda found: found.state, only="file"),
    Column[Found]("zip", lambda found: found.zip, only="file"),
    Column[Found]("phone", lambda found: found.phone, only="file"),
    Column[Found]("site", lambda found: found.site, only="file"),
    Column[Found]("located", lambda found: found.located, only="file"),
    Column[Found]("shown by", lambda found: found.shown_by, only="file"),
    Column[Found]("score", lambda found: found.score, justify="right", only="file"),
    Column[Found]("street", lambda found: found.street, only="file"),
    Column[Found]("goals", lambda found: found.goals, only="file"),
    Column[Found]("places", _places, only="file"),
)
"""What a terminal has no room for."""
WHERE = Column[Found]("where, miles", _where, ratio=4, only="table")
MILES = Column[Found]("miles", miles, justify="right", only="table")
KIND = Column[Found]("kind", lambda found: found.label, ratio=5, only="table")
"""What it is called, for eyes: "partner" would say that it is one of ours already. Files have its id."""
DOES = Column[Found]("does it?", lambda found: _SHOWN_BY[found.shown_by], only="table")
"""Whether it does what was asked for, and by what that shows, or is only of a kind that may help."""
BRIEF = (
    Column[Found]("name", _name, ratio=5),
    KIND,
    DOES,
    WHERE,
    Column[Found]("id", lambda found: found.id),
)
"""With the id that ``collab propose --organization`` and ``collab show`` take, behind what it is."""
COLUMNS = (
    Column[Found]("name", lambda found: found.name, ratio=5),
    KIND,
    DOES,
    Column[Found]("partner", lambda found: found.partner, only="file"),
    WHERE,
    Column[Found]("miles", lambda found: found.distance, justify="right", only="file"),
    Column[Found]("why", _why, ratio=7),
    *FACTS,
)


def _call(found: Found) -> str:
    """Return the shortest way to reach it: a telephone, or else an e-mail or its site."""
    emails = [each.email for each in found.contacts if each.email]
    sites = [found.site] if found.site else []
    reached = next(iter((*found.telephones, *emails, *map(_bare, sites))), "")
    return reached if len(reached) <= _CALL else f"{reached[: _CALL - 1]}…"


_CALL = 16
"""Characters of a way to reach somebody that leave room for what the others are called; a card has it whole."""


def _bare(site: str) -> str:
    """Return an address on the web without what a browser adds itself."""
    return site.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


def _of_contacts(field: str) -> Callable[[Found], str]:
    return lambda found: "; ".join(
        dict.fromkeys(filter(None, (getattr(each, field) for each in found.contacts)))
    )


CALL = Column[Found]("call", _call, only="table")
"""For her own screen: of whom the library keeps there, though people were not asked for. Never broken."""
CONTACTS = (
    Column[Found]("contact", _of_contacts("name"), only="file"),
    Column[Found]("contact phone", _of_contacts("phone"), only="file"),
    Column[Found]("contact email", _of_contacts("email"), only="file"),
)
"""Only where people are asked for."""


def with_reach(
    columns: Sequence[Column[Found]], found: Sequence[Found], *, asked: bool, people: bool
) -> tuple[Column[Found], ...]:
    """Return *columns* with how to reach them, before the id; in a table there is no room for the town then.

    Args:
        columns: of the table.
        found: who stands in it.
        asked: whether something was asked for that they may do.
        people: whether people may be named in a file.
    """
    shown = [column for column in columns if asked or column is not DOES]
    if any(map(_call, found)):
        at = shown.index(WHERE)
        shown[at : at + 1] = [MILES, CALL]
    return (*shown, *(CONTACTS if people else ()))


GAPS = (
    Column[Absence]("", lambda gap: gap.kind),
    Column[Absence]("nobody for", lambda gap: gap.label, ratio=3),
    Column[Absence]("nearest", lambda gap: gap.nearest, ratio=3),
    Column[Absence]("town", lambda gap: gap.town, ratio=2),
    Column[Absence]("miles", lambda gap: gap.distance, justify="right"),
)
COVERAGE = (
    Column[Coverage]("library", lambda row: row.library_name, ratio=4),
    Column[Coverage]("goal", lambda row: row.goal, ratio=3),
    Column[Coverage]("near", lambda row: row.near, justify="right"),
    Column[Coverage]("nearest", lambda row: row.nearest, ratio=4),
    Column[Coverage]("miles", lambda row: row.distance, justify="right"),
    Column[Coverage]("county", lambda row: row.county, only="file"),
    Column[Coverage]("population", lambda row: row.population, justify="right", only="file"),
    Column[Coverage](
        "county population", lambda row: row.county_population, justify="right", only="file"
    ),
    Column[Coverage]("desert", lambda row: row.desert, only="file"),
    Column[Coverage]("partnership", lambda row: row.partnership, only="file"),
    Column[Coverage]("library id", lambda row: row.library, only="file"),
    Column[Coverage]("nearest id", lambda row: row.nearest_id, only="file"),
    Column[Coverage]("town", lambda row: row.town, only="file"),
)
"""One row a library and goal."""
FOR_LIBRARIES = (
    Column[Found]("library", lambda found: found.library_name, ratio=5),
    Column[Found]("name", lambda found: found.name, ratio=8),
    KIND,
    Column[Found]("partner", lambda found: found.partner, only="file"),
    Column[Found]("miles", miles, justify="right", only="table"),
    Column[Found]("miles", lambda found: found.distance, justify="right", only="file"),
    Column[Found]("library id", lambda found: found.library, only="file"),
    *FACTS,
)
