"""``collab find --libraries``: the same question for every library of a file, written as it goes."""

from collections.abc import Iterator
from pathlib import Path

from collabkit import output
from collabkit.catalog import Catalog
from collabkit.cli.find.command import FACTS, miles
from collabkit.directory import askers, places, store
from collabkit.finding import Found, Search, find_for_all
from collabkit.output import Column, Format

COLUMNS = (
    Column[Found]("library", lambda found: found.library_name, ratio=5),
    Column[Found]("name", lambda found: found.name, ratio=8),
    Column[Found]("partner", lambda found: found.partner, ratio=6),
    Column[Found]("miles", miles, justify="right", only="table"),
    Column[Found]("miles", lambda found: found.distance, justify="right", only="file"),
    Column[Found]("library id", lambda found: found.library, only="file"),
    *FACTS,
)


def find_many(
    file: str,
    folder: Path,
    catalog: Catalog,
    asked: Search,
    format_: Format | None,
    *,
    color: bool,
) -> None:
    """Write what is found for each library in *file*; say how many libraries have no place."""
    libraries, nowhere = askers.read(file)
    with store.opened(folder) as connection:
        found = find_for_all(connection, catalog, libraries, asked)
        answered: set[str | None] = set()
        output.write(
            _noted(found, answered), COLUMNS, format_, id_=lambda each: each.id, color=color
        )
    output.note(f"{len(libraries):,} libraries asked.")
    alone = sum(each.id not in answered for each in libraries)
    if alone:
        output.note(f"{alone:,} of them have nobody within {places.shown(asked.within)} miles.")
    if nowhere:
        output.note(f"{nowhere:,} libraries have no place on the map and were not asked for.")


def _noted(found: Iterator[Found], answered: set[str | None]) -> Iterator[Found]:
    """Yield *found*, and add to *answered* whose they are."""
    for each in found:
        answered.add(each.library)
        yield each
