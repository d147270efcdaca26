"""An aim to ranked partners with reasons. Pure: no files, no printing.

`requests` puts what was typed in the catalog's terms: ids through `asking`, plain words through
`understanding`, which stands on `words` (stems and word groups), `learned` (weights from a
regression over the catalog's `lessons`) and `nearest` (which entries speak alike). `index` is what
the arithmetic in `scoring` needs, with its `weights`; `reasons` are the sentences, and `ranking`
joins them into `records`.
"""

from collections.abc import Sequence

from collabkit.catalog import Catalog
from collabkit.library import Library
from collabkit.matching.parse import Requests
from collabkit.matching.query import Asked, by_goals
from collabkit.matching.records import Match
from collabkit.matching.scoring.rank import Ranking

__all__ = ["Asked", "Match", "Ranking", "Requests", "by_goals", "match"]


def match(
    catalog: Catalog,
    aims: Sequence[str],
    *,
    library: Library | None = None,
    limit: int | None = None,
    sector: str | None = None,
    spread: bool = False,
) -> list[Match]:
    """Return the partners that fit *aims*, best first.

    Args:
        catalog: what the field knows, from ``load_catalog``.
        aims: goal ids or plain words; several are one request.
        library: who asks; without a profile only what every public library brings is counted.
        limit: how many at most.
        sector: only partners of this sector.
        spread: keep one sector from filling the list.
    """
    asked = Requests(catalog).ask(aims)
    ranking = Ranking(catalog, library or Library())
    return ranking.rank(asked, limit=limit, sector=sector, spread=spread)
