"""What libraries before us did in the same work. Another work is no example, however close."""

from collections.abc import Sequence

from collabkit.catalog import Catalog
from collabkit.catalog.sayings import Precedent
from collabkit.proposals.fact_parts import Example
from collabkit.text.phrases import ended, listed

_SHOWN = 2


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
        key=lambda each: (not _with(each, partner), -(each.year or 0), each.id),
    )
    return tuple(Example(_story(each, partner), each.source[0]) for each in found[:_SHOWN])


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
        f"{precedent.library}{place}{year}, with {listed([taker.name for taker in takers[:3]])}",
        *_gave("From the library:", precedent.library_gave),
        *_gave(
            f"From the {'partners' if len(takers) > 1 else 'partner'}:", precedent.partners_gave
        ),
        *([precedent.outcome] if precedent.outcome else []),
    ]
    return " ".join(ended(part) for part in said)


def _gave(who: str, what: Sequence[str]) -> list[str]:
    return [f"{who} {listed(what[:3])}"] if what else []
