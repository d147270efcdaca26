"""What the field knows: goals, partners, assets, activities and their kin, read from YAML.

``load`` returns a `Catalog`. Everything else here serves it: `models` says what an entry holds,
`reading` turns YAML into data with places, `layers` lays a library's own entries over the shipped
ones, `references` and `wording` find and tell what is wrong, `loading` keeps the result in
a cache, and `store` hands it out.
"""

from collabkit.catalog.base import Entry
from collabkit.catalog.loading import load
from collabkit.catalog.models import KINDS, Activity, Goal, Partner
from collabkit.catalog.store import Catalog

__all__ = ["KINDS", "Activity", "Catalog", "Entry", "Goal", "Partner", "load"]
