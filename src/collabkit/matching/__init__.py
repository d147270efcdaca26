"""An aim to ranked partners with reasons. Pure: no files, no printing.

`asking` puts a request in the catalog's terms, `scoring` is the arithmetic with its `weights`,
`reasons` are the sentences, `ranking` joins them into `records`.
"""

from collections.abc import Sequence

from collabkit.catalog import Catalog
from collabkit.library import Library
from collabkit.matching.asking import Asked, by_goals
from collabkit.matching.ranking import Ranking
from collabkit.matching.records import Match

__all__ = ["Asked", "Match", "Ranking", "by_goals", "match"]


def match(
    catalog: Catalog,
    goals: Sequence[str],
    *,
    library: Library | None = None,
    limit: int | None = None,
    sector: str | None = None,
) -> list[Match]:
    """Return the partners that fit *goals*, best first.

    Args:
        catalog: what the field knows, from ``load_catalog``.
        goals: ids of goals; several are one request.
        library: who asks; without a profile only what every public library brings is counted.
        limit: how many at most.
        sector: only partners of this sector.

    Raises:
        UnknownIdError: a goal is not in the catalog.
    """
    ranking = Ranking(catalog, library or Library())
    return ranking.rank(by_goals(ranking.index, goals), limit=limit, sector=sector)
