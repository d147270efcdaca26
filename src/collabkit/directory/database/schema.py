"""What the database holds: each table with its columns, stated once."""

from collections.abc import Mapping

FORMAT = "11"
"""Changes whenever the tables change their shape."""

TYPES: Mapping[str, tuple[str, ...]] = {
    "located": ("address", "zip", "zip area", "town"),
    "mark": ("group return", "headquarters", "mail service", "elsewhere", "po box"),
    "role": ("advocate", "support", "national", "residence", "silent"),
}
"""Types of columns that hold one of a few words: they take half the time of a text to be written. A load makes one
more, for partners, once it has read which there are."""

ORGANIZATION: Mapping[str, str] = {
    "id": "VARCHAR NOT NULL",
    "source": "VARCHAR NOT NULL",
    "own_part": "VARCHAR",
    "name": "VARCHAR NOT NULL",
    "local": "VARCHAR",
    "partner": "VARCHAR",
    "confidence": "FLOAT",
    "reason": "INTEGER",
    "network": "VARCHAR",
    "street": "VARCHAR",
    "city": "VARCHAR",
    "state": "VARCHAR",
    "zip": "VARCHAR",
    "lat": "DOUBLE",
    "lon": "DOUBLE",
    "located": "located",
    "phone": "VARCHAR",
    "site": "VARCHAR",
    "own_number": "VARCHAR",
    "kind": "VARCHAR",
    "size": "TINYINT",
    "mark": "mark",
    "second": "VARCHAR",
    "second_confidence": "FLOAT",
    "second_reason": "INTEGER",
    "known_for": "HUGEINT",
    "named_for": "HUGEINT",
    "filed_for": "HUGEINT",
    "code": "INTEGER",
    "signs": "INTEGER[]",
    "role": "role",
    "services": "VARCHAR",
    "other_names": "VARCHAR",
    "twin": "BOOLEAN",
    "described_for": "HUGEINT",
    "works": "SMALLINT[]",
}
"""Columns of ``organizations`` and their types, in the order in which they are stored.

*own_part* and *own_number* are empty where the rest of the row tells them; see `PART` and `NUMBER`. What is said of
many rows in the same words stands once in ``texts``, and *reason*, *second_reason*, *code* and *signs* hold its
numbers there. *second* is another kind of partner that it is too; *known_for* holds the goals that its services or
its network show it works for, *named_for* those that its name does, *filed_for* those of its code (of one that
is often wrong "newcomers?" in place of "newcomers"), *described_for* those that the statements of all its rows speak
of, each a
set of bits as the table ``goals`` counts them, and *signs* says of each but those of its code
what shows it; *role* is `advocate` for a body that takes a side in politics, `support` for one that serves another, `national` for one whose work is not
of the place where its office stands, and `silent` for one that has not been heard of for years. *works* holds the
joint works that its statements come near to, by their numbers in the table ``works``.
"""

_PRESSED: Mapping[str, str] = {
    **dict.fromkeys(("id", "name", "street"), "uncompressed"),
    **dict.fromkeys(("confidence", "lat", "lon"), "alp"),
    **dict.fromkeys(("reason", "size", "code"), "bitpacking"),
    **dict.fromkeys(("second_confidence", "second_reason"), "rle"),
    **dict.fromkeys(("known_for", "named_for", "filed_for", "described_for"), "rle"),
}
"""How columns of ``organizations`` are pressed. To press those whose values all differ takes a quarter of the time that
the table is written in, and spares a third of its size. With numbers DuckDB would try every way, to choose mostly the
one that stands here; for columns of our own types DuckDB 1.3 takes no word."""

FIGURES = (
    *("visits", "borrowers", "programs", "attendance", "hours", "computers", "staff"),
    *("population", "branches", "bookmobiles", "employees", "volunteers"),
)
"""What a register may count of a body, most of it of a library, in the order in which a row lists it."""

STAGED: Mapping[str, str] = {
    "file": "INTEGER",
    **{
        name: ORGANIZATION[name].removesuffix(" NOT NULL")
        for name in (
            *("id", "own_part", "source", "name", "local", "street", "city", "state", "zip"),
            *("lat", "lon", "phone", "site", "own_number", "kind", "size", "services"),
            "other_names",
        )
    },
    "county": "VARCHAR",
    "county_people": "INTEGER",
    "person": "VARCHAR",
    "email": "VARCHAR",
    "direct": "VARCHAR",
    "comparable": "VARCHAR",
    "local_comparable": "VARCHAR",
    "code": "VARCHAR",
    "activity": "VARCHAR",
    "foundation": "VARCHAR",
    "last_year": "SMALLINT",
    "stated": "VARCHAR",
    "affiliates": "VARCHAR",
    "rank": "VARCHAR",
    "as_of": "VARCHAR",
    "left_out": "VARCHAR",
    "described": "VARCHAR",
    "figures": "DOUBLE[]",
}
"""Columns of a row between its file and the table of organizations.

*comparable* and *local_comparable* are its names as they are compared, where they are not so already.
"""

RARE: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("lat", "lon"), ("lat", "lon", "place")),
    **{
        column: (column,)
        for column in (
            *("phone", "site", "services", "other_names", "county", "county_people"),
            *("person", "email", "direct", "described"),
        )
    },
    "stated": ("partner",),
    "figures": FIGURES,
}
"""Staged columns that only some files fill, each with what a file has to tell for that. A load makes those that it
fills: to write down for millions of rows that they tell nothing takes time and room."""

TABLES: Mapping[str, Mapping[str, str]] = {
    "organizations": {
        column: f"{type_} USING COMPRESSION {_PRESSED[column]}" if column in _PRESSED else type_
        for column, type_ in ORGANIZATION.items()
    },
    "figures": {"id": "VARCHAR", "what": "VARCHAR", "value": "DOUBLE", "year": "INTEGER"},
    "contacts": {"id": "VARCHAR", "person": "VARCHAR", "email": "VARCHAR", "phone": "VARCHAR"},
    "duplicates": {"id": "VARCHAR", "main": "VARCHAR", "why": "VARCHAR", "likeness": "FLOAT"},
    "loads": {
        "source": "VARCHAR",
        "file": "VARCHAR",
        "parts": "VARCHAR[]",
        "rows": "BIGINT",
        "rejected": "BIGINT",
        "as_of": "VARCHAR",
        "loaded_at": "VARCHAR",
    },
    "statements": {
        "id": "VARCHAR",
        "kind": "VARCHAR",
        "text": "VARCHAR",
        "year": "SMALLINT",
        "dollars": "BIGINT",
        "goals": "HUGEINT",
        "works": "SMALLINT[]",
        "partner": "VARCHAR",
    },
    "works": {"work": "VARCHAR", "number": "SMALLINT"},
    "texts": {"number": "INTEGER", "text": "VARCHAR", "coded": "BOOLEAN"},
    "goals": {"goal": "VARCHAR", "bit": "UTINYINT"},
    "meta": {"format": "VARCHAR"},
}

BODY_ID = "CASE WHEN source = 'hsds' THEN coalesce('hsds-' || kind, id) ELSE id END"
"""The id of the organization that a row is a place of. A feed may list several, each a row whose kind is the key of
the organization; the first of them has its id."""

BODY = "(source <> 'hsds' OR kind IS NULL OR id = 'hsds-' || kind)"
"""Whether a row counts as an organization, and is no further place of one."""

PART = "coalesce(own_part, state, '')"
"""The part of its register that a row is in: mostly a state."""

NUMBER = r"""coalesce(own_number, CASE WHEN regexp_full_match(id, 'irs-\d{9}') AND id <> 'irs-000000000'
    THEN 'ein:' || id[5:] END)"""
"""The number of an organization with the government. The IRS calls a body by it, so that its id tells it."""

MACROS = f"""
CREATE OR REPLACE TEMP MACRO part_of(own_part, state) AS {PART};
CREATE OR REPLACE TEMP MACRO number_of(own_number, id) AS {NUMBER};
"""
"""The same for the statements of a load."""

IN_PLACE = "NOT twin AND (mark IS NULL OR mark = 'po box')"
"""Whether a row shows an organization where it is, and not at the office of its network: each has one such row."""

FINDABLE = f"(SELECT rowid AS row, * FROM organizations WHERE {IN_PLACE})"  # noqa: S608 - our own words
"""Those rows. No view: one in a file is a question of whoever made it, and one of our own takes time to be made."""


def create_table(name: str, columns: Mapping[str, str], how: str = "CREATE TABLE") -> str:
    """Return the statement that makes the table *name*."""
    listed = ", ".join(f"{column} {type_}" for column, type_ in columns.items())
    return f"{how} {name} ({listed})"


def statements() -> str:
    """Return what makes an empty directory of a new database."""
    types = (f"CREATE TYPE {name} AS ENUM {words}" for name, words in TYPES.items())
    tables = (create_table(name, columns) for name, columns in TABLES.items())
    return ";\n".join((*types, *tables))
