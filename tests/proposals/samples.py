"""Five partners as unlike as a bank and a shelter, and a library that writes to them."""

import copy
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any
from unittest.mock import patch

from collabkit.catalog import Activity, Catalog
from collabkit.library import Contact, Figure, Library, Rate
from collabkit.proposals import PAPERS, Draft, Drafter, PaperOrder, Subject, Terms, drafting
from collabkit.proposals.fact_parts import Decision, Stage, Voice
from collabkit.proposals.facts import Facts
from collabkit.proposals.gathering import gather
from shipped import CATALOG

DAY = date(2026, 3, 3)
SUBJECTS = (
    Subject("literacy-council", "literacy", "adult-tutoring-rooms", "Minnehaha Reads"),
    Subject("food-bank", "food-security", "summer-meals-site", "Sioux Valley Food Bank"),
    Subject("financial-institution", "financial-literacy", "tax-help-season", "First Dakota Bank"),
    Subject("k12-school", "school-success", "student-cards", "Dell Rapids School District"),
    Subject(
        "housing-homeless-organization",
        "housing-homelessness",
        "mail-and-id-help",
        "Union Street Shelter",
    ),
)
LIBRARY = Library(
    name="Carnegie Public Library",
    place="Dell Rapids, South Dakota",
    address="513 Orleans Avenue, Dell Rapids, SD 57022",
    contact=Contact(
        name="Ida Larsen", role="outreach librarian", phone="605-555-0142", email="ida@lib.example"
    ),
    assets=("study-rooms", "public-computers"),
    hours=6,
    rate=Rate(value=24.5, year=2025, source="average hourly pay of library staff"),
    figures=(
        Figure(
            about="adults-low-literacy",
            value="11 percent",
            what="of adults read at the lowest level",
            year=2023,
            source="PIAAC county estimate",
        ),
        Figure(
            about="study-rooms",
            value="1,180",
            what="hours of study-room use",
            year=2025,
            source="library count",
        ),
    ),
)
WRITTEN = [(name, voice) for name, paper in PAPERS.items() for voice in paper.voices]
"""Each paper with each voice that it has."""
PAGES = ("email", "script", "one-pager", "proposal", "agenda", "checklist", "evaluation")


def drafted(
    catalog: Catalog,
    name: str,
    subject: Subject = SUBJECTS[0],
    voice: Voice = "partner",
    library: Library = LIBRARY,
    terms: Terms = Terms(),  # noqa: B008 - a tuple cannot change
    stage: Stage = "idea",
    decision: Decision = "yes",
) -> Draft:
    """Return one paper, as on the third of March."""
    drafter = Drafter(catalog, library)
    order = PaperOrder(name, voice, stage, decision, DAY, terms)
    if library is not LIBRARY or catalog is not CATALOG:
        return drafter.draft(subject, order)
    with patch.object(drafting, "gather", _gathered):
        return drafter.draft(subject, order)


def drafted_once(catalog: Catalog, name: str, subject: Subject, voice: Voice = "partner") -> Draft:
    """Return one paper, written once for all tests that read it: many read those of every pair."""
    return _kept(catalog, name, subject, voice)


def changed(catalog: Catalog, work: Activity) -> Catalog:
    """Return *catalog* with *work* in the place of the one that is called like it."""
    other = copy.copy(catalog)
    vars(other)["activities"] = {**catalog.activities, work.id: work}
    return other


@cache
def _kept(catalog: Catalog, name: str, subject: Subject, voice: Voice) -> Draft:
    return drafted(catalog, name, subject, voice)


_FACTS: dict[object, Facts] = {}
"""By what they are gathered of."""


def _gathered(
    _catalog: Catalog,
    _library: Library,
    subject: Subject,
    order: PaperOrder,
    **said: Any,  # noqa: ANN401 - handed on
) -> Facts:
    """Return the facts of a subject: all its papers in one voice are made of the same, and half of a paper is to gather them."""
    asked = (order.voice, order.stage, order.decision, order.on, order.terms)
    of = (subject, asked, *said.items())
    if of not in _FACTS:
        _FACTS[of] = gather(CATALOG, LIBRARY, subject, order, **said)
    return _FACTS[of]


def every_pair(catalog: Catalog) -> Iterator[Subject]:
    """Yield each work with each partner of which the catalog says what it does there."""
    for activity in catalog.activities.values():
        for role in activity.roles:
            yield Subject(
                role.partner, activity.goals[0], activity.id, "The Other Side", as_=role.as_
            )


def plain(text: str) -> str:
    """Return *text* as letters and digits only: Markdown escapes some signs, sentences some letters."""
    return re.sub(r"[^a-z0-9]+", " ", text.casefold()).strip()
