"""Cleaned rows to organizations: classed, located, joined where two are one. Of a whole load, or of one state of it."""

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit.catalog import Catalog
from collabkit.directory.pipeline import classify, duplicates, evidence, merge
from collabkit.directory.pipeline.merge import Merged
from collabkit.directory.sources import Source, Tell
from collabkit.directory.subjects import ReadTexts

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def organize(
    connection: "DuckDBPyConnection",
    catalog: Catalog,
    work: Path,
    read_from: Collection[Source],
    *,
    read_texts: ReadTexts | None,
    tell: Tell,
    newest: int | None = None,
) -> tuple[Merged, int]:
    """Fill the new database from the rows of ``fresh``; return what came of them, and how many rows are twins.

    Args:
        connection: to the new database, prepared, with the old one attached.
        catalog: its rules class the organizations.
        work: a folder for scratch files.
        read_from: the sources of the rows.
        read_texts: what finds out what statements are about.
        tell: hears what is being done.
        newest: the last year for which a body of the whole register filed, where ``fresh`` is a part of it.
    """
    tell("Classing and locating")
    classify.prepare(connection, catalog, work)
    classify.classify(connection)
    classify.find_signs(connection)
    tell("Writing the new directory")
    merged = merge.merge(
        connection,
        classify.OWN_WORD,
        {source.id for source in read_from if not source.by_state},
        catalog.partners.values(),
        {source.id for source in read_from if source.adds},
        newest=newest,
    )
    twins = duplicates.find(connection)
    evidence.gather(connection, read_texts, tell)
    return merged, twins
