"""What a load works with and throws away: macros that mend text, rows as they come, where places are."""

from typing import TYPE_CHECKING

from collabkit.directory import names
from collabkit.directory.database.schema import STAGED, create_table
from collabkit.directory.geo.places import every_place
from collabkit.directory.geo.towns import STATES
from collabkit.directory.pipeline.statements import run
from collabkit.directory.sources import COLUMNS

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def prepare(connection: "DuckDBPyConnection") -> None:
    """Make the temporary tables that cleaning and locating need."""
    connection.execute(names.SQL)
    run(connection, "010_text_macros")
    connection.execute(create_table("rows", STAGED, "CREATE TEMP TABLE"))
    blank = dict.fromkeys(COLUMNS, "VARCHAR")
    connection.execute(create_table("blank", blank, "CREATE TEMP TABLE"))
    run(connection, "020_staging")
    zips, cities, zip_states, lats, lons = zip(*every_place(), strict=True)
    run(
        connection,
        "030_places",
        state_names=list(STATES),
        states=list(STATES.values()),
        zips=zips,
        cities=cities,
        zip_states=zip_states,
        lats=lats,
        lons=lons,
    )
