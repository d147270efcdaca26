"""Rows of different sources that are one organization. ``docs/directory.md`` states the rule.

Two rows are the same organization if they bear the same number, or if their names are alike in one
place, and nothing speaks against it: another number of the same kind, another partner, or a word
that only one of them has and that makes it another body. Of each source an organization has one
row, so of several that would do the most alike is taken.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from collabkit.directory.pipeline.classify import columns
from collabkit.directory.pipeline.name_words import IDLE, KIND, LENDING, SHORT, TELLING
from collabkit.directory.pipeline.statements import run
from collabkit.directory.records import GUESS

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ALIKE = 0.8
"""Likeness of two names, 0 to 1, from which they are one name in one town or ZIP code."""
ALIKE_AT_THE_DOOR = 0.6
"""The same, where the house number or the telephone agrees too."""
ALIKE_OF_ANOTHER_KIND = 0.9
"""The same, where it does and the rows are of different partners."""
_KEYS = 2
"""By how many of its words, the rarest, a name is looked up among the others. Alike names share one."""


def find(connection: "DuckDBPyConnection") -> int:
    """Fill the table ``duplicates``; return how many rows stand for an organization seen elsewhere.

    The connection is prepared as for a load.
    """
    (sources,) = connection.execute(
        "SELECT count(DISTINCT source) FROM organizations"
    ).fetchone() or (0,)
    if sources < 2:  # noqa: PLR2004 - nothing to compare with
        return 0
    run(
        connection,
        "140_pairs",
        short=list(SHORT),
        long=list(SHORT.values()),
        idle=list(IDLE),
        kind=list(KIND),
        telling=list(TELLING),
        lending=list(LENDING),
        keys=_KEYS,
        alike=ALIKE,
        door=ALIKE_AT_THE_DOOR,
        another=ALIKE_OF_ANOTHER_KIND,
    )
    rank = dict(run(connection, "160_ranked", sure=GUESS))
    twins: list[tuple[str, str, str, float]] = []
    for group in _groups(run(connection, "150_surest_first")):
        main = min(group, key=rank.__getitem__)
        twins += [(id_, main, *why) for id_, why in group.items() if id_ != main]
    ids, mains, whys, likenesses = columns(sorted(twins), 4)
    run(connection, "170_duplicates", ids=ids, mains=mains, whys=whys, likenesses=likenesses)
    return len(twins)


Pair = tuple[str, str, str, str, float, str]
"""Two ids, their sources, the likeness and the reason."""
Group = dict[str, tuple[str, float]]
"""The ids of one organization, each with the reason why it is one of them, and the likeness."""


def _groups(pairs: Iterable[Pair]) -> list[Group]:
    """Return the ids that *pairs*, the surest first, join; never two of one source."""
    groups: dict[str, dict[str, str]] = {}
    why: Group = {}
    for one, other, source, other_source, likeness, reason in pairs:
        first = groups.setdefault(one, {source: one})
        second = groups.setdefault(other, {other_source: other})
        if first.keys() & second.keys():
            continue
        first |= second
        groups |= dict.fromkeys(second.values(), first)
        for id_ in (one, other):
            why.setdefault(id_, (reason, likeness))
    joined = {id(group): group for group in groups.values() if len(group) > 1}
    return [{id_: why[id_] for id_ in group.values()} for group in joined.values()]
