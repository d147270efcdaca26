"""A goal and a place to named organizations: the matching's scores times the directory's facts."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from collabkit.catalog import Catalog
from collabkit.directory.database.store import Connection
from collabkit.directory.geo.places import Spot
from collabkit.directory.query import near
from collabkit.directory.query.near import Hit
from collabkit.finding.absences import Absence, Missing, absent, gaps
from collabkit.finding.found import Found, Reason, record
from collabkit.finding.mixing import AHEAD, mixed
from collabkit.finding.search import Search, partner_scores

if TYPE_CHECKING:
    from collabkit.directory.pipeline.libraries import Asker

__all__ = [
    "Absence",
    "Found",
    "Missing",
    "Reason",
    "Search",
    "absent",
    "find",
    "find_for_all",
    "gaps",
    "mixed",
    "partner_scores",
]


def find(connection: Connection, catalog: Catalog, spot: Spot, search: Search) -> list[Found]:
    """Return the organizations near *spot* that fit *search*, best first."""
    hits = near.hits(
        connection,
        spot,
        search.within,
        search.scores,
        search=search.words,
        sure=search.sure,
        asking=search.asking,
        most=search.limit * AHEAD,
    )
    return _found(connection, catalog, search, mixed(hits, search.limit))


def find_for_all(
    connection: Connection, catalog: Catalog, askers: Sequence["Asker"], search: Search
) -> Iterator[Found]:
    """Yield what ``find`` would return for each of *askers*, some hundred of them at a time."""
    from collabkit.directory.query import batch  # noqa: PLC0415 - only where many ask

    together = batch.hits_for_all(
        connection,
        [asker.spot for asker in askers],
        [asker.key for asker in askers],
        search.within,
        search.scores,
        search=search.words,
        sure=search.sure,
        most=search.limit * AHEAD,
    )
    for some in together:
        chosen = [(position, mixed(hits, search.limit)) for position, hits in some]
        rows = {hit.row for _, hits in chosen for hit in hits}
        facts = near.facts(connection, sorted(rows))
        for position, hits in chosen:
            for rank, hit in enumerate(hits, start=1):
                found = record(rank, facts[hit.row], hit, catalog, search)
                asker = askers[position]
                yield found._replace(library=asker.id, library_name=asker.spot.label)


def _found(
    connection: Connection, catalog: Catalog, search: Search, hits: Sequence[Hit]
) -> list[Found]:
    facts = near.facts(connection, [hit.row for hit in hits])
    return [
        record(rank, facts[hit.row], hit, catalog, search) for rank, hit in enumerate(hits, start=1)
    ]
