"""What libraries before us did in the same work. Another work is no example, however close."""

from collabkit.catalog import Catalog
from collabkit.catalog.sayings import Precedent
from collabkit.proposals.fact_parts import Example
from collabkit.text.phrases import ended, listed

_SHOWN = 2
_WITHOUT_A_RESULT = 1
"""Examples that are told where none says what came of it: that somebody has done it is said by one."""


def examples(
    catalog: Catalog, activity: str, partner: str, *, to_partner: bool
) -> tuple[Example, ...]:
    """Return what other libraries did in *activity*, those with *partner* and the newest first.

    Args:
        catalog: what it knows of precedents.
        activity: the joint work.
        partner: the kind of organization.
        to_partner: told to one of these, to whom an example without its like says nothing.
    """
    ids = catalog.derived("precedents-by-activity", _by_activity).get(activity, ())
    every = (catalog.precedents[id_] for id_ in ids)
    found = sorted(
        (each for each in every if not to_partner or _with(each, partner)),
        key=lambda each: (
            not _with(each, partner),
            not each.outcome,
            -(each.year or 0),
            each.id,
        ),
    )
    told = [each for each in found if each.outcome][:_SHOWN] or found[:_WITHOUT_A_RESULT]
    return tuple(Example(_story(each, partner), each.source[0]) for each in told)


def _by_activity(catalog: Catalog) -> dict[str, list[str]]:
    """Return for each activity the precedents of it: a paper needs few of some hundred."""
    found: dict[str, list[str]] = {}
    for precedent in catalog.precedents.values():
        if precedent.activity:
            found.setdefault(precedent.activity, []).append(precedent.id)
    return found


def _with(precedent: Precedent, partner: str) -> bool:
    return any(taker.partner == partner for taker in precedent.partners)


def _story(precedent: Precedent, partner: str) -> str:
    """Return what *precedent* tells, in sentences."""
    place = f", {precedent.place}" if precedent.place else ""
    year = f" ({precedent.year})" if precedent.year else ""
    takers = sorted(precedent.partners, key=lambda taker: taker.partner != partner)
    said = [
        f"{precedent.library}{place}{year}, with {listed([taker.name for taker in takers[:_NAMED]])}",
        *([precedent.outcome] if precedent.outcome else []),
    ]
    return " ".join(ended(part) for part in said)


_NAMED = 2
"""Partners of an example that are named, the reader's like first."""
