"""A work that no catalog holds, as an activity of which nearly everything is still to be said."""

import copy
from collections import ChainMap
from typing import cast

from collabkit.catalog import Activity, Catalog
from collabkit.catalog.activities import Need
from collabkit.text.phrases import cap

ID = "own-work"
"""By which such a work is known. No entry of a catalog is called so."""


def own_work(catalog: Catalog, label: str | None, partner: str) -> Activity:
    """Return a work called *label*, to be done with the kind *partner*.

    The wish is private, so no paper is called by it. What papers need of it and nobody has said yet stands in brackets, as gaps do.
    """
    need = Need.model_construct(resource="staff-time", from_=("library", partner))
    return Activity.model_construct(
        id=ID,
        label=cap(label) if label else "[name of the work]",
        summary="[what would happen, in a sentence]",
        source=("own",),
        form="joint-program",
        goals=(catalog.partners[partner].goals.core[0],),
        level="cooperating",
        needs=(need,),
        need="[Why this is needed, in a sentence.]",
        pilot="[the first small step]",
        benefits=(),
        measures=(),
    )


def with_own_work(catalog: Catalog, work: Activity) -> Catalog:
    """Return *catalog* with that *work* beside its own activities."""
    widened = copy.copy(catalog)
    widened.__dict__["activities"] = ChainMap(
        {work.id: work}, cast("dict[str, Activity]", catalog.activities)
    )
    return widened
