"""What a load works with and throws away: macros that mend text, rows as they come, where places are."""

from typing import TYPE_CHECKING

from collabkit.directory import names
from collabkit.directory.database.schema import STAGED, create_table
from collabkit.directory.geo import distance
from collabkit.directory.geo.places import every_line
from collabkit.directory.geo.towns import STATES
from collabkit.directory.pipeline.statements import run
from collabkit.directory.sources import COLUMNS

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def prepare(connection: "DuckDBPyConnection") -> None:
    """Make the temporary tables that cleaning and locating need."""
    connection.execute(names.SQL)
    connection.execute(distance.SQL)
    run(connection, "010_text_macros")
    connection.execute(create_table("rows", STAGED, "CREATE TEMP TABLE"))
    blank = dict.fromkeys(COLUMNS, "VARCHAR")
    connection.execute(create_table("blank", blank, "CREATE TEMP TABLE"))
    run(connection, "020_staging")
    run(
        connection,
        "030_places",
        state_names=list(STATES),
        states=list(STATES.values()),
        # As one text: to take forty thousand lines apart here and to hand them over by columns takes as
        # long as all else that a small load does.
        places=every_line(),
    )
