"""Tables of schools that a person drew up with the ELSI table generator of the NCES.

Lines of text stand above the header and below the table, and the year in the name of each column.
"""

from itertools import product

from collabkit.directory.sources.base import Source

_LATEST = "LATEST AVAILABLE YEAR"
_YEARS = (_LATEST, *(f"{year}-{(year + 1) % 100:02}" for year in range(2039, 1999, -1)))


def _names(*what: str) -> tuple[str, ...]:
    """Return the names that columns of *what* bear in tables of either kind, the newest first."""
    return tuple(
        f"{each} [{kind} SCHOOL] {year}"
        for each, year, kind in product(what, _YEARS, ("PUBLIC", "PRIVATE"))
    )


SOURCE = Source(
    id="school-tables",
    label="Tables of schools (ELSI)",
    publisher="National Center for Education Statistics",
    license="public domain",
    covers="whatever schools and columns a person chose; an address only if it was among them",
    download="https://nces.ed.gov/ccd/elsi/tableGenerator.aspx",
    signatures=(
        frozenset({"SCHOOL NAME", f"STATE NAME [PUBLIC SCHOOL] {_LATEST}"}),
        frozenset({"PRIVATE SCHOOL NAME", f"STATE NAME [PRIVATE SCHOOL] {_LATEST}"}),
    ),
    columns={
        "key": _names("SCHOOL ID (12-DIGIT) - NCES ASSIGNED", "SCHOOL ID - NCES ASSIGNED"),
        "name": ("SCHOOL NAME", "PRIVATE SCHOOL NAME"),
        "street": _names("LOCATION ADDRESS 1", "MAILING ADDRESS"),
        "city": _names("LOCATION CITY", "CITY"),
        "state": _names("STATE ABBR", "STATE NAME"),
        "zip": _names("LOCATION ZIP", "ZIP"),
        "lat": _names("LATITUDE"),
        "lon": _names("LONGITUDE"),
        "phone": _names("PHONE NUMBER"),
        "site": _names("WEB SITE URL"),
    },
    nulls=("\u2020", "\u2021", "\u2013"),
    notes="Data Source:",
    numbers="nces",
    one_line=True,
)
