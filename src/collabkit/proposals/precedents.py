"""What libraries before us did in the same work. Another work is no example, however close."""

import re

from collabkit.catalog import Catalog
from collabkit.catalog.sayings import Precedent
from collabkit.proposals.fact_parts import Example
from collabkit.text.phrases import ended, listed

_SHOWN = 2
_BARE = re.compile(r"^https?://[^/]*/?$")
"""The address of a house and no page: nobody finds there what is told."""


def examples(
    catalog: Catalog, activity: str, partner: str, *, to_partner: bool
) -> tuple[Example, ...]:
    """Return what came of *activity* elsewhere, those with *partner* and the newest first.

    That somebody has done it, without a result or a page to read it on, persuades nobody: none is told then.

    Args:
        catalog: what it knows of precedents.
        activity: the joint work.
        partner: the kind of organization.
        to_partner: told to one of these, to whom an example without its like says nothing.
    """
    ids = catalog.derived("precedents", _by_activity)["activities"].get(activity, ())
    every = (catalog.precedents[id_] for id_ in ids)
    found = sorted(
        (
            each
            for each in every
            if each.outcome and _page(each) and (not to_partner or _with(each, partner))
        ),
        key=lambda each: (not _with(each, partner), -(each.year or 0), each.id),
    )
    return tuple(Example(_story(each, partner), _page(each)) for each in found[:_SHOWN])


def _page(precedent: Precedent) -> str:
    """Return the page that tells of *precedent*; empty where only a house is named."""
    return next((each for each in precedent.source if not _BARE.match(each)), "")


def _by_activity(catalog: Catalog) -> dict[str, dict[str, list[str]]]:
    """Return for each activity the precedents of it: a paper needs few of some hundred."""
    found: dict[str, list[str]] = {}
    for precedent in catalog.precedents.values():
        if precedent.activity:
            found.setdefault(precedent.activity, []).append(precedent.id)
    return {"activities": found}


def _with(precedent: Precedent, partner: str) -> bool:
    return any(taker.partner == partner for taker in precedent.partners)


def _story(precedent: Precedent, partner: str) -> str:
    """Return what *precedent* tells, in sentences."""
    place = f", {precedent.place}" if precedent.place else ""
    year = f" ({precedent.year})" if precedent.year else ""
    takers = sorted(precedent.partners, key=lambda taker: taker.partner != partner)
    said = [
        f"{precedent.library}{place}{year}, with {listed([taker.name for taker in takers[:_NAMED]])}",
        precedent.outcome,
    ]
    return " ".join(ended(part) for part in said)


_NAMED = 2
"""Partners of an example that are named, the reader's like first."""
