"""What a load works with and throws away: macros that mend text, rows as they come, where places are."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit import paths
from collabkit.directory import names
from collabkit.directory.database import prepared
from collabkit.directory.database.schema import MACROS, RARE, STAGED, create_table
from collabkit.directory.geo import distance, towns
from collabkit.directory.geo.places import every_line
from collabkit.directory.pipeline.statements import code_name, run
from collabkit.directory.sources import COLUMNS

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


_PLACES = ("states", "zips", "zips3", "towns")


def prepare(connection: "DuckDBPyConnection", work: Path) -> None:
    """Make the temporary tables that cleaning and locating need, with the help of the folder *work*."""
    connection.execute(names.SQL)
    connection.execute(MACROS)
    connection.execute(distance.MACRO)
    run(connection, "010_text_macros")
    run(connection, "015_map_macros")
    usual = {column: type_ for column, type_ in STAGED.items() if column not in RARE}
    connection.execute(create_table("rows", usual, "CREATE TEMP TABLE"))
    widen(connection, ())
    blank = dict.fromkeys(COLUMNS, "VARCHAR")
    connection.execute(create_table("blank", blank, "CREATE TEMP TABLE"))
    run(connection, "020_staging")
    # From the cache if they were made before: forty thousand places are a fifth of a small load.
    prepared.prepare(
        connection,
        "places",
        _PLACES,
        lambda: _places(connection),
        kept=paths.cache_dir() / f"kept-places-{code_name()}.tables",
        work=work,
    )
    run(connection, "035_homes")


def widen(connection: "DuckDBPyConnection", told: Iterable[str]) -> list[str]:
    """Give ``rows`` the rare columns that a file with the columns *told* fills; return all that it then has.

    The view ``staged`` has the others, too, and nothing in them. The rows have the numbers that DuckDB gives them:
    a sequence would number them one after the other, on one core.
    """
    known = set(told)
    for column, sources in RARE.items():
        if not known.isdisjoint(sources):
            connection.execute(
                f"ALTER TABLE rows ADD COLUMN IF NOT EXISTS {column} {STAGED[column]}"
            )
    there = [column for column, *_ in connection.execute("DESCRIBE rows").fetchall()]
    shown = (
        column if column in there else f"NULL::{type_} AS {column}"
        for column, type_ in STAGED.items()
    )
    connection.execute(
        f"CREATE OR REPLACE TEMP VIEW staged AS SELECT rowid AS row, {', '.join(shown)} FROM rows"  # noqa: S608 - our own names
    )
    return there


def _places(connection: "DuckDBPyConnection") -> None:
    run(
        connection,
        "030_places",
        state_names=list(towns.STATES),
        states=list(towns.STATES.values()),
        # As one text: to take forty thousand lines apart here and to hand them over by columns takes as
        # long as all else that a small load does.
        places=every_line(),
    )
