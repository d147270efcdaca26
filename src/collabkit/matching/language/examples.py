"""The sentences of the catalog that teach what people mean, each with the partners it leads to."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple
from zlib import crc32

from collabkit.catalog import Activity, Catalog
from collabkit.matching.scoring.facts import facts


class Example(NamedTuple):
    """One sentence and what it leads to."""

    text: str
    partners: Mapping[str, float]
    """How strongly, 0 to 1."""
    weight: float
    kind: str
    """Of the catalog it comes from."""
    entry: str
    """Id of the entry it comes from."""

    def checksum(self) -> int:
        """Return a number by which the same sentence with the same partners is known again."""
        return crc32(repr((self.text, sorted(self.partners.items()))).encode())


GOAL_WEIGHT = 0.3
"""The words of a goal lead to a dozen partners at once, so each teaches less."""
PRECEDENT_WEIGHT = 1.5
"""What libraries really did teaches more than what we wrote of it."""
_RELATED = 0.4


def examples(catalog: Catalog) -> Iterator[Example]:
    """Yield every example of *catalog*, in the order of its files."""
    for phrasing in catalog.phrasings.values():
        for aim in phrasing.aims:
            yield Example(aim, {phrasing.partner: 1.0}, 1.0, "phrasings", phrasing.id)
    part = facts(catalog).activities
    for activity in catalog.activities.values():
        for text in (*activity.aims, *described(activity)):
            yield Example(text, part[activity.id].part, 1.0, "activities", activity.id)
    for partner in catalog.partners.values():
        names = " ".join((partner.label, *partner.aliases))
        for text in (partner.summary, names, *partner.aims):
            yield Example(text, {partner.id: 1.0}, 1.0, "partners", partner.id)
    yield from _goals(catalog)
    for precedent in catalog.precedents.values():
        took_part = {taker.partner: 1.0 for taker in precedent.partners}
        yield Example(precedent.aim, took_part, PRECEDENT_WEIGHT, "precedents", precedent.id)


def described(activity: Activity) -> tuple[str, ...]:
    """Return what the entry says of an activity besides its aims."""
    return (activity.label, activity.summary, activity.pilot)


def _goals(catalog: Catalog) -> Iterator[Example]:
    for goal in catalog.goals.values():
        shared = {
            partner.id: 1.0 if goal.id in partner.goals.core else _RELATED
            for partner in catalog.partners.values()
            if goal.id in (*partner.goals.core, *partner.goals.related)
        }
        for text in (*goal.aliases, goal.summary, goal.need, goal.label):
            yield Example(text, shared, GOAL_WEIGHT, "goals", goal.id)
