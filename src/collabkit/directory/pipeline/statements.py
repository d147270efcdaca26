"""The statements of a load: each step a file in ``sql/`` that says what it reads and what it makes."""

from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

from collabkit import paths
from collabkit.files.fingerprints import code_fingerprint

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def run(connection: "DuckDBPyConnection", step: str, **parameters: object) -> list[Any]:
    """Execute the statements of *step* one after the other; return the rows of the last.

    Args:
        connection: to the new directory.
        step: the name of a file in ``sql/`` without its ending, such as ``080_blocks``.
        parameters: values for the ``$names`` in it; each statement takes those it names.
    """
    for statement in connection.extract_statements(text_of(step)):
        given = {name: parameters[name] for name in statement.named_parameters}
        connection.execute(statement, given)
    return connection.fetchall()


@cache
def text_of(step: str) -> str:
    """Return what stands in the file of *step*."""
    return _file(step).read_text(encoding="utf-8")


def _file(step: str) -> Traversable:
    return resources.files(__package__) / "sql" / f"{step}.sql"


def code_name() -> str:
    """Return a name for the statements, the code around them and DuckDB: with any of them it changes."""
    import duckdb  # noqa: PLC0415 - slow, and a load has it anyway

    return f"{duckdb.__version__}-{code_fingerprint('directory', paths.cache_dir())}"
