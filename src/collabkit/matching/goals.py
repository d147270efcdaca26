"""A request by goal ids, as a query."""

from collections.abc import Sequence

from collabkit.errors import UnknownIdError
from collabkit.matching.query import Query, mean
from collabkit.matching.scoring.facts import Facts


def query_goals(facts: Facts, ids: Sequence[str]) -> Query:
    """Return what a request for the goals *ids* asks: every one of them counts the same.

    Raises:
        UnknownIdError: an id names no goal.
    """
    ids = list(dict.fromkeys(ids))
    for id_ in ids:
        if id_ not in facts.goals:
            raise UnknownIdError("goal", id_, facts.goals)
    return Query(
        aim="; ".join(ids),
        partners=mean([facts.goals[id_].partners for id_ in ids]),
        activities=mean([facts.goals[id_].activities for id_ in ids]),
        goals=dict.fromkeys(ids, 1.0),
        confidence="high",
    )
