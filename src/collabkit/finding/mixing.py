"""A list of bodies, each once, that no network fills, and that ends where nobody answers any more."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from collabkit.directory.geo.towns import STATES
from collabkit.directory.names import comparable_name
from collabkit.directory.query.near import Hit
from collabkit.directory.records import Organization

OF_ONE_NETWORK = 4
"""One network may hold a fourth of the list, and at least one place, until others run out."""
HELPERS = 5
"""Of those who could only help, one kind may hold a fifth of the list, and at least one place."""
AHEAD = 5
"""How many hits are looked at for each that is asked for, so that the list can be mixed."""
MOST_AHEAD = 2000
"""How many are looked at at most beyond those asked for."""
_NEARLY = 0.4
"""Share of the best score that a body must have to stand in the same list: below it the list ends."""
_LEAST = 32.0
"""Score that it must have besides: that of a sure body of a kind that answers nearly as well as the best."""
_NEIGHBOR = 0.75
"""Share of the score that is left of a body at the door of another of its kind."""
DOES_IT = 0.45
"""How surely its own work is what is wanted, so that a body is no mere helper."""


def looked_at(limit: int) -> int:
    """Return how many hits to look at for a list of *limit*."""
    return limit + min(limit * (AHEAD - 1), MOST_AHEAD)


def mixed(
    hits: Sequence[Hit], facts: Mapping[int, Organization], limit: int, *, ranked: bool = True
) -> list[Hit]:
    """Return the first *limit* of *hits*, each body once, the surplus of each network behind the rest.

    Args:
        hits: the best first.
        facts: what is known of them.
        limit: how long the list may be.
        ranked: whether there is an aim, so that the list can end where nobody answers it.
    """
    best = hits[0].total if hits else 0.0
    least = max(_LEAST, _NEARLY * best) if ranked else 0.0
    once = _each_once((hit for hit in hits if hit.total >= least), facts)
    near = [hit for hit in once if hit.total >= least]
    return _spread(near, facts, limit, ranked=ranked)[:limit]


def next_best(
    hits: Sequence[Hit], facts: Mapping[int, Organization], chosen: Sequence[Hit], most: int
) -> list[Hit]:
    """Return at most *most* of *hits* that come behind those *chosen*, each body once.

    Args:
        hits: the best first.
        facts: what is known of them.
        chosen: who is on the list.
        most: how many at most.
    """
    rows = {hit.row for hit in chosen}
    return [hit for hit in _each_once(hits, facts) if hit.row not in rows][:most]


def _spread(
    hits: Iterable[Hit], facts: Mapping[int, Organization], limit: int, *, ranked: bool
) -> list[Hit]:
    count: Counter[tuple[str, str]] = Counter()
    first: list[Hit] = []
    later: list[Hit] = []
    for hit in hits:
        room = {}
        network = facts[hit.row].network
        if network and not network.startswith("group-"):
            room["network", network] = max(1, limit // OF_ONE_NETWORK)
        helps = ranked and hit.works < DOES_IT
        if helps:
            room["partner", hit.partner] = max(1, limit // HELPERS)
        if any(count[key] >= most for key, most in room.items()):
            if not helps:  # a list of helpers of one kind is no longer list
                later.append(hit)
            continue
        count.update(room.keys())
        first.append(hit)
    return [*first, *later]


def _each_once(hits: Iterable[Hit], facts: Mapping[int, Organization]) -> list[Hit]:
    """Return the best row of each body; those of its kind at its own door lose some of their score.

    Its fund and its branches are the same body. Who shares only the door may be, or a neighbor.
    """
    seen: set[tuple[str, ...]] = set()
    found: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (-hit.total, not _leads(facts[hit.row]))):
        same, door = _keys(facts[hit.row], hit.partner)
        if seen.isdisjoint(same):
            share = 1.0 if seen.isdisjoint(door) else _NEIGHBOR
            found.append(hit._replace(total=share * hit.total))
        seen.update(same | door)
    return sorted(found, key=lambda hit: -hit.total)


def _leads(body: Organization) -> bool:
    """Return whether *body* speaks for the chapters of its network that score as it does: their council."""
    return body.network is not None and "COUNCIL" in _own_words(body)


def _keys(body: Organization, partner: str) -> tuple[set[tuple[str, ...]], set[tuple[str, ...]]]:
    """Return by what a body is known for the same, and by what for a neighbor of its kind."""
    words = [word for word in comparable_name(body.name).split() if word not in _IDLE]
    own = _own_words(body)
    same: set[tuple[str, ...]] = {("id", body.id)}
    door: set[tuple[str, ...]] = set()
    if words:
        same.add(("name", " ".join(words), body.state or ""))
    street = comparable_name(body.street or "")
    if street and body.zip and not _BOX.match(street):
        door.add(("door", street, body.zip, partner))
        same |= {("door", street, body.zip, word) for word in own[:1] if len(word) >= _LONG}
    return same, door


def _own_words(body: Organization) -> list[str]:
    """Return the words of a name from the first that is its own: not that of its network or of its place."""
    name = body.name.rsplit(", ", 1)[-1] if body.network else body.name
    words = [word for word in comparable_name(name).split() if word not in _IDLE]
    place = {*comparable_name(body.city or "").split(), *_OF_PLACES}
    at = 0
    while at < len(words) and (words[at] in place or "COUNTY" in words[at : at + 2]):
        at += 1
    return words[at:]


_BOX = re.compile(r"(P ?O ?|POST OFFICE )?BOX\b")
_LONG = 4
"""Letters of a first word that tells two bodies at one door to be the same."""
_IDLE = frozenset(
    [
        *(
            "INC",
            "INCORPORATED",
            "CORP",
            "CORPORATION",
            "CO",
            "COMPANY",
            "LLC",
            "LTD",
            "THE",
            "OF",
            "A",
        ),
        *(
            "FOUNDATION",
            "FDN",
            "FUND",
            "TRUST",
            "ENDOWMENT",
            "AUXILIARY",
            "FRIENDS",
            "ASSOCIATION",
            "ASSN",
        ),
        *("AND", "FOR", "AT", "IN", "NFP", "CHARITABLE", "SUPPORT", "HOLDING", "PROPERTIES"),
    ]
)
"""Words by which a body differs from its fund, or one register from another."""
_OF_PLACES = frozenset(
    [
        *(word for state in STATES for word in state.split()),
        *("AMERICAN", "CENTRAL", "COMMUNITY", "GREATER", "INTERNATIONAL", "NATIONAL", "UNITED"),
        *("PARTNERSHIP", "SOCIETY", "STATE", "STATES", "UNIVERSITY"),
    ]
)
"""Words with which many names begin, so that they tell no two to be the same."""
