"""A work that no catalog holds, as an activity of which nearly everything is still to be said."""

import copy
from collections import ChainMap
from typing import Any, cast

from collabkit.catalog import Activity, Catalog
from collabkit.catalog.activities import Need
from collabkit.proposals.fact_parts import Gap
from collabkit.text.phrases import cap

ID = "own-work"
"""By which such a work is known. No entry of a catalog is called so."""


class OwnWork(Activity):
    """A work of which only the name may be known. What nobody checks may hold gaps, which papers show in brackets."""

    @property
    def pilot_as_ours(self) -> str:
        """The first step as it is: a gap says nothing of who does it."""
        return self.pilot


_REMEDY = "say it in the paper; no catalog holds this work"


def own_work(catalog: Catalog, label: str | None, partner: str) -> Activity:
    """Return a work called *label*, to be done with the kind *partner*.

    The wish is private, so no paper is called by it. What papers need of it and nobody has said yet stands in brackets, as gaps do.
    """
    need = Need.model_construct(resource="staff-time", from_=("library", partner))
    stated: dict[str, Any] = {
        "id": ID,
        "label": cap(label) if label else Gap("name of the work", _REMEDY),
        "summary": Gap("what would happen, in a sentence", _REMEDY),
        "source": ("own",),
        "form": "joint-program",
        "goals": (catalog.partners[partner].goals.core[0],),
        "level": "cooperating",
        "needs": (need,),
        "need": Gap("why this is needed, in a sentence", _REMEDY),
        "pilot": Gap("the first small step", _REMEDY),
        "benefits": (),
        "measures": (),
    }
    return OwnWork.model_construct(**stated)


def with_own_work(catalog: Catalog, work: Activity) -> Catalog:
    """Return *catalog* with that *work* beside its own activities."""
    widened = copy.copy(catalog)
    widened.__dict__["activities"] = ChainMap(
        {work.id: work}, cast("dict[str, Activity]", catalog.activities)
    )
    return widened
