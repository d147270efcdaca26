"""An aim to ranked partners with reasons. Pure: no files, no printing.

`parse` makes a `query` of what was typed: ids by themselves, plain words through `language`.
`scoring` ranks partners for it, by the `weights`, and answers in `records`.
"""

from collections.abc import Sequence

from collabkit.catalog import Catalog
from collabkit.library import Library
from collabkit.matching.goals import query_goals
from collabkit.matching.parse import Parser
from collabkit.matching.query import Query
from collabkit.matching.records import Match, Pair, Reading
from collabkit.matching.scoring.rank import Ranking, shortlist
from collabkit.matching.scoring.score import Score

__all__ = [
    "Match",
    "Pair",
    "Parser",
    "Query",
    "Ranking",
    "Reading",
    "Score",
    "match",
    "query_goals",
    "shortlist",
]


def match(
    catalog: Catalog,
    aims: str | Sequence[str],
    *,
    library: Library | None = None,
    limit: int | None = None,
    sector: str | None = None,
    spread: bool = False,
) -> list[Match]:
    """Return the partners that fit *aims*, best first.

    Args:
        catalog: what the field knows, from ``load_catalog``.
        aims: goal ids or plain words; several are one request, and a string is one aim.
        library: who asks; without a profile only what every public library brings is counted.
        limit: how many at most.
        sector: only partners of this sector.
        spread: keep one sector from filling the list.
    """
    query = Parser(catalog).parse(aims)
    ranking = Ranking(catalog, library or Library())
    return ranking.rank(query, limit=limit, sector=sector, spread=spread)
