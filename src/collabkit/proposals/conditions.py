"""What a case involves, as far as the facts tell: money, minors, shared things and the like."""

import re
from collections.abc import Collection, Mapping
from typing import Final, get_args

from collabkit.catalog import Activity, Partner
from collabkit.catalog.agreements import Condition
from collabkit.errors import UnknownIdError

CONDITIONS: Final[tuple[Condition, ...]] = get_args(Condition)

QUESTIONS: Final[Mapping[Condition, str]] = {
    "money": "Will money pass between the two sides, or will they share a cost?",
    "minors": "Will children or teenagers take part?",
    "personal-data": "Will either side see names or records that the other keeps?",
    "shared-property": "Will the two sides buy or own anything together?",
}
"""What no catalog can know for sure, so that it is worth asking."""

_CHILDREN = frozenset(
    {"early-literacy", "school-success", "summer-learning", "youth-development", "teens", "stem"}
)
_SCHOOLS = frozenset({"k12-school", "school-library", "early-childhood-program"})
_GIVERS = frozenset({"financial-institution", "local-business", "service-club", "funder"})
_ROOMS = frozenset({"meeting-space", "outdoor-space", "display-space", "storage-and-pickup"})
_RISKS = frozenset({"physical-risk", "animals-and-allergies", "law-enforcement-presence"})
_EVENTS = frozenset({"joint-program", "local-expertise", "political-alliance"})
_YEARS = re.compile(r"\b(two|three|four|five|\d+)( or \w+)? years\b|\byear to year\b|\bstanding\b")


def told(
    partner: Partner,
    activity: Activity,
    *,
    with_: Collection[str] = (),
    without: Collection[str] = (),
) -> dict[Condition, bool | None]:
    """Return each condition with whether it holds; None where only a person can say.

    Args:
        partner: the other side.
        activity: the joint work.
        with_: conditions that a person says hold; these win.
        without: conditions that a person says do not hold.

    Raises:
        UnknownIdError: a name in *with_* or *without* is no condition.
    """
    for name in (*with_, *without):
        if name not in CONDITIONS:
            raise UnknownIdError("condition", name, CONDITIONS)
    found = _from_catalog(partner, activity)
    return {
        condition: True
        if condition in with_
        else False
        if condition in without
        else found[condition]
        for condition in CONDITIONS
    }


def _from_catalog(partner: Partner, activity: Activity) -> dict[Condition, bool | None]:
    takes = {need.resource for need in activity.needs}
    theirs = {need.resource for need in activity.needs if partner.id in need.from_}
    cautions = {*activity.cautions}
    cost = activity.commitment.cost
    shares = activity.form in {"shared-purchase", "shared-technology"}
    data = "data-sharing" in cautions
    return {
        # Somebody pays for what costs something; whether it crosses from one to the other, who knows.
        "money": True
        if "funding" in theirs or activity.form == "shared-post"
        else (False if cost == "none" and "funding" not in takes else None),
        "minors": True if "minors" in cautions or _CHILDREN & {*activity.goals} else None,
        "personal-data": True if data else None,
        "volunteers": "volunteers" in takes or "interns" in takes,
        "food": "food" in takes or "food-safety" in cautions,
        "equipment": bool({"equipment", "devices"} & takes),
        "shared-staff": activity.form == "shared-post",
        "shared-property": None if shares and cost != "none" else False,
        "school-data": data and partner.id in _SCHOOLS,
        "sponsorship": partner.id in _GIVERS and bool({"funding", "materials-and-prizes"} & theirs),
        "events": activity.form in _EVENTS,
        "library-to-library": partner.sector == "libraries" and partner.id != "library-friends",
        "high-risk": bool(_RISKS & cautions),
        "long-term": activity.level == "collaborating"
        or bool(_YEARS.search(activity.commitment.length)),
        "space": bool(_ROOMS & takes),
    }
