"""What a piece of work is worth to a plan: every weight in one place, each with its reason.

``docs/planning.md`` argues them. A plan adds, over the goals, what carries each goal and a part of
what backs it, so that a second work for a goal that is carried counts less than a first for one
that has nobody.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from collabkit.catalog.fields import Level
from collabkit.library import PlanningWeights

CARRIED: Final = 1.0
"""The best work for a goal counts fully: it carries the goal. All else is counted in this, so it is not set."""
BACKED: Final = 0.25
"""A second one for the same goal counts a quarter: it is there if the first falls through. With the
sum of all instead, plans pile works on one easy goal and leave others with nobody."""
TOUCHING: Final = 0.5
"""Factor for work that backs a goal it was not made for. Only work made for a goal, its first in
`activities.yaml`, can carry it: a librarian's board laughs at eyeglasses that carry early literacy."""
APT: Final = 2
"""Power of the match score, 0 to 1: work that fits half as well is worth a quarter. Counted as it is,
two cheap works that hardly fit beat the one that does."""
FIRST_CALL: Final = 1.15
"""Factor for the partner that stands first among the work's roles: whoever brings what it needs most."""
ASKS: Final = 2
"""New partners that one month begins to talk with, if it can be helped: more are not asked well."""
CROWDED: Final = 4
"""Months that a start may wait so that no month asks more than these."""
RUNNING: Final = 1.15
"""Factor for work that runs already. Earlier experience with each other is what went with
effectiveness in 201 partnerships (Atouba and Shumate), and starting over costs trust."""
PRECEDENTED: Final = 1.05
"""Factor for work that libraries are known to have done: a small thing beside the match."""
NAMED: Final = 1.05
"""Factor for work whose partner has a name: somebody can be called on Monday."""
LEVELS: Final[Mapping[Level, float]] = {
    "networking": 0.9,
    "coordinating": 0.95,
    "cooperating": 1.0,
    "collaborating": 1.05,
}
"""Factor by how close the work is: closer work takes more and does more, so it may not lose to an
exchange of news only because that is cheap."""
BRIEF: Final = 0.45
"""Factor for work of a single evening; work of all twelve months has 1, others in between. A goal is
for a year, and without this a plan is a row of one-off events. At 0.7 one and the same morning at story
time stood in the plans of five unlike libraries; at 0.4 goals lost the only work for them that fits."""
BAD_MONTH: Final = 3
"""Months that a start may wait so that the talk does not fall into a month that is bad for the partner."""
GOOD_MONTH: Final = 1
"""Months that it may wait for one that is good."""
MOVED: Final = 100
"""Cost of another start month than that of the plan to keep to, beside which waiting is nothing."""
WITHIN: Final = 1 / 3
"""What part of long or seasonal work has to lie within the plan; the rest follows after its end."""
WEEKS_A_MONTH: Final = 52 / 12
UNCERTAIN: Final = 5
"""Works that may all take their high estimate at once over a *careful* plan (Bertsimas and Sim): a plan
filled to the middle of the ranges overruns almost always, and one filled to their high end leaves a
part of the year unused."""
RESERVED: Final = 0.5
"""How far between the middle of a range and its high end a month of a *careful* plan counts it. What
several works need beyond their middle partly cancels: of four, half of the sum of it."""
TIE: Final = 1e-7
"""Cost by order of id, so that equal plans end the same way everywhere."""
SLACK: Final = 1e-6
"""Hours by which a sum of fractions may miss a limit."""


class Weights(NamedTuple):
    """The weights that a library may set: all but what carries a goal, in which the others are counted."""

    backed: float = BACKED
    touching: float = TOUCHING
    apt: float = APT
    first_call: float = FIRST_CALL
    running: float = RUNNING
    precedented: float = PRECEDENTED
    named: float = NAMED
    networking: float = LEVELS["networking"]
    coordinating: float = LEVELS["coordinating"]
    cooperating: float = LEVELS["cooperating"]
    collaborating: float = LEVELS["collaborating"]
    brief: float = BRIEF
    bad_month: float = BAD_MONTH
    good_month: float = GOOD_MONTH
    asks: int = ASKS
    crowded: float = CROWDED
    reserved: float = RESERVED
    uncertain: int = UNCERTAIN
    within: float = WITHIN

    def level(self, level: Level) -> float:
        """Return the factor for work as close as *level*."""
        factor: float = getattr(self, level)
        return factor


def weights_of(stated: PlanningWeights | None) -> Weights:
    """Return the weights, with those that a profile states in place of the defaults."""
    said = stated.model_dump(exclude_none=True) if stated else {}
    return Weights()._replace(**said)
