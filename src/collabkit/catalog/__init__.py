"""What the field knows: goals, partners, assets, activities and their kin, read from YAML.

``load`` returns a `Catalog`. Everything else here serves it: `kinds` names the model of each kind of
entry, `layers` lays a library's own entries over the shipped ones, `loading` keeps the result in a
cache, and `store` hands it out.

Models hold data and nothing else. Text fields are *sentences* (they stand alone) or *phrases*
(they fit in the middle of one); templates rely on the difference.
"""

from collabkit.catalog.activities import Activity
from collabkit.catalog.base import Entry
from collabkit.catalog.goals import Goal
from collabkit.catalog.kinds import KINDS
from collabkit.catalog.loading import load
from collabkit.catalog.partners import Partner
from collabkit.catalog.store import Catalog

__all__ = ["KINDS", "Activity", "Catalog", "Entry", "Goal", "Partner", "load"]
