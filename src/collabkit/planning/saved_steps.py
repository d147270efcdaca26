"""What is to be done of a plan that was saved, by what is ready since."""

from collabkit.catalog import Catalog
from collabkit.planning.readiness import Ready
from collabkit.planning.saved import SavedPlan
from collabkit.planning.steps import Begun, Step, steps_of


def saved_steps(catalog: Catalog, saved: SavedPlan, ready: Ready) -> list[Step]:
    """Return what is to be done of a plan as it was *saved*, by what is *ready*, in order of the day."""
    return steps_of(
        catalog,
        [
            Begun(
                each.work,
                each.partner,
                each.organization or "",
                (each.begin or each.first).isoformat(),
                each.first.isoformat(),
                running=each.begin is None,
            )
            for each in saved.works
            if each.work in catalog.activities and each.partner in catalog.partners
        ],
        ready,
    )
