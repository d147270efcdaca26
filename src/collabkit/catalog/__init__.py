"""What the field knows: goals, partners, assets, activities and their kin, read from YAML.

``load`` returns a `Catalog`. Everything else here serves it: `kinds` names the model of each kind of
entry, `layers` lays a library's own entries over the shipped ones, `loading` keeps the result in a
cache, and `store` hands it out.

Models hold data and nothing else. Text fields are *sentences* (they stand alone) or *phrases*
(they fit in the middle of one); templates rely on the difference.
"""

from typing import TYPE_CHECKING

from collabkit.catalog.base import Entry
from collabkit.catalog.kinds import KINDS
from collabkit.catalog.loading import load
from collabkit.catalog.store import Catalog

if TYPE_CHECKING:
    from collabkit.catalog.activities import Activity
    from collabkit.catalog.goals import Goal
    from collabkit.catalog.partners import Partner

__all__ = ["KINDS", "Activity", "Catalog", "Entry", "Goal", "Partner", "load"]

_MODELS = {"Activity": "activities", "Goal": "goals", "Partner": "partners"}
"""The kind of entry that each model is of."""


def __getattr__(name: str) -> object:
    """Import a model when it is asked for: to find a body takes none of them."""
    if name not in _MODELS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return KINDS[_MODELS[name]]
