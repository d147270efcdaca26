"""The steps after the work, which a case needs only once it is known what is to be done."""

from collections.abc import Callable
from typing import NamedTuple

from collabkit.cases.bodies import Finder
from collabkit.cases.body_step import BodyStep
from collabkit.cases.case import Case
from collabkit.cases.detail_steps import (
    FactStep,
    NameStep,
    OthersStep,
    PaperStep,
    PaysStep,
    WhenStep,
)
from collabkit.cases.kind_step import KindStep
from collabkit.cases.partners import Partners
from collabkit.cases.steps import Step
from collabkit.catalog import Catalog
from collabkit.matching import Query


class LaterSteps(NamedTuple):
    """The steps after the work, in the order in which they ask."""

    body: BodyStep
    kind: KindStep
    details: tuple[Step, ...]
    """The last of them asks for the paper."""


def later_steps(catalog: Catalog, query: Callable[[Case], Query], finder: Finder) -> LaterSteps:
    """Return the steps after the work.

    Args:
        catalog: what the field knows.
        query: what a case asks for.
        finder: opens what finds real bodies.
    """
    partners = Partners(catalog, query)
    details = (NameStep, OthersStep, WhenStep, PaysStep, FactStep, PaperStep)
    return LaterSteps(
        BodyStep(catalog, partners, query, finder),
        KindStep(catalog, partners),
        tuple(step(catalog, partners) for step in details),
    )
