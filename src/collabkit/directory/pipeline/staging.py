"""What a load works with and throws away: macros that mend text, rows as they come, where places are."""

from pathlib import Path
from typing import TYPE_CHECKING

from collabkit import paths
from collabkit.directory import names
from collabkit.directory.database import prepared
from collabkit.directory.database.schema import MACROS, STAGED, create_table
from collabkit.directory.geo import distance, towns
from collabkit.directory.geo.places import FOLDER, every_line
from collabkit.directory.pipeline.statements import fingerprint_of, run
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
    connection.execute(create_table("rows", STAGED, "CREATE TEMP TABLE"))
    blank = dict.fromkeys(COLUMNS, "VARCHAR")
    connection.execute(create_table("blank", blank, "CREATE TEMP TABLE"))
    run(connection, "020_staging")
    code = fingerprint_of("030_places", towns.__file__, *map(str, sorted(FOLDER.iterdir())))
    # From the cache if they were made before: forty thousand places are a fifth of a small load.
    prepared.prepare(
        connection,
        "places",
        _PLACES,
        lambda: _places(connection),
        kept=paths.cache_dir() / f"kept-places-{code}.tables",
        work=work,
    )


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
