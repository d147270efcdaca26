"""A list in which no network and no kind of partner crowds out the others."""

from collections import Counter
from collections.abc import Sequence

from collabkit.directory.query.near import Hit

OF_ONE_NETWORK = 4
"""One network may hold a fourth of the list, and at least one place, until others run out."""
OF_ONE_PARTNER = 3
"""In the same way one partner may hold a third: where there are ten churches there are also others."""
AHEAD = 20
"""How many hits are looked at for each that is asked for, so that the list can be mixed."""


def mixed(hits: Sequence[Hit], limit: int) -> list[Hit]:
    """Return the first *limit* of *hits*, the surplus of each network and partner behind the rest."""
    room = {"network": max(1, limit // OF_ONE_NETWORK), "partner": max(1, limit // OF_ONE_PARTNER)}
    count: Counter[tuple[str, str]] = Counter()
    first: list[Hit] = []
    later: list[Hit] = []
    for hit in hits:
        kept = {"partner": hit.partner, **({"network": hit.network} if hit.network else {})}
        full = any(count[each] >= room[each[0]] for each in kept.items())
        if not full:
            count.update(kept.items())
        (later if full else first).append(hit)
    return [*first, *later][:limit]
