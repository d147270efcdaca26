"""What a table and a spreadsheet show of an organization, and of a gap."""

from collections.abc import Callable, Sequence

from collabkit.output import Column
from collabkit.workspace.names import Absence, Coverage, Found, address_of


def _town(found: Found) -> str | None:
    more = len(found.places)
    return f"{found.city or 'here'} and {more} more" if more else found.city


def _places(found: Found) -> tuple[str, ...]:
    return tuple(address_of(each.street, each.city, each.state, each.zip) for each in found.places)


def _why(found: Found) -> str:
    shown = ("history", "sign", "classed", "role", "size")
    return " ".join(reason.why for reason in found.reasons if reason.name in shown)


def miles(found: Found) -> str:
    """Return the miles for a table: "~0.0" where only the ZIP code or the town is known, "?" for a PO box."""
    if found.distance is None:
        return "?"
    return f"{'' if found.located == 'address' else '~'}{found.distance:.1f}"


FACTS = (
    Column[Found]("id", lambda found: found.id, only="file"),
    Column[Found]("town", lambda found: found.city, only="file"),
    Column[Found]("state", lambda found: found.state, only="file"),
    Column[Found]("zip", lambda found: found.zip, only="file"),
    Column[Found]("phone", lambda found: found.phone, only="file"),
    Column[Found]("site", lambda found: found.site, only="file"),
    Column[Found]("located", lambda found: found.located, only="file"),
    Column[Found]("score", lambda found: found.score, justify="right", only="file"),
    Column[Found]("street", lambda found: found.street, only="file"),
    Column[Found]("goals", lambda found: found.goals, only="file"),
    Column[Found]("places", _places, only="file"),
)
"""What a terminal has no room for."""
TOWN = Column[Found]("in", _town, ratio=4, only="table")
KIND = Column[Found]("kind", lambda found: found.label, ratio=5, only="table")
"""What it is called, for eyes: "partner" would say that it is one of ours already. Files have its id."""
BRIEF = (
    Column[Found]("name", lambda found: found.name, ratio=5),
    Column[Found]("id", lambda found: found.id),
    KIND,
    TOWN,
    Column[Found]("miles", miles, justify="right"),
)
"""With the id that ``collab propose --organization`` and ``collab show`` take."""
COLUMNS = (
    Column[Found]("name", lambda found: found.name, ratio=5),
    KIND,
    Column[Found]("partner", lambda found: found.partner, only="file"),
    TOWN,
    Column[Found]("miles", miles, justify="right", only="table"),
    Column[Found]("miles", lambda found: found.distance, justify="right", only="file"),
    Column[Found]("why", _why, ratio=7),
    *FACTS,
)


def _call(found: Found) -> str:
    """Return the shortest way to reach it, a telephone or else an e-mail, and who answers."""
    emails = [each.email for each in found.contacts if each.email]
    who = next((each.name for each in found.contacts if each.name), None)
    reached = next(iter((*found.telephones, *emails)), None)
    return " ".join(part for part in (reached, who) if part)


def _of_contacts(field: str) -> Callable[[Found], str]:
    return lambda found: "; ".join(
        dict.fromkeys(filter(None, (getattr(each, field) for each in found.contacts)))
    )


CALL = Column[Found]("call", _call, ratio=6, only="table")
"""For her own screen: of whom the library keeps there, though people were not asked for."""
CONTACTS = (
    Column[Found]("contact", _of_contacts("name"), only="file"),
    Column[Found]("contact phone", _of_contacts("phone"), only="file"),
    Column[Found]("contact email", _of_contacts("email"), only="file"),
)
"""Only where people are asked for."""


def with_reach(
    columns: Sequence[Column[Found]], found: Sequence[Found], *, people: bool
) -> tuple[Column[Found], ...]:
    """Return *columns* with how to reach them. In a narrow table that stands where the kind stood."""
    known = [CALL] if any(map(_call, found)) else []
    if known and columns is BRIEF:
        return tuple(column for column in (*BRIEF, *known) if column is not KIND)
    return (*columns, *known, *(CONTACTS if people else ()))


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
