"""What a piece of work is worth to a plan: every weight in one place, each with its reason.

``docs/planning.md`` argues them. A plan adds, over the goals, what carries each goal and a part of
what backs it, so that a second work for a goal that is carried counts less than a first for one
that has nobody.
"""

from typing import Final

CARRIED: Final = 1.0
"""The best work for a goal counts fully: it carries the goal."""
BACKED: Final = 0.25
"""A second one for the same goal counts a quarter: it is there if the first falls through. With the
sum of all instead, plans pile works on one easy goal and leave others with nobody."""
RUNNING: Final = 1.15
"""Factor for work that runs already. Earlier experience with each other is what went with
effectiveness in 201 partnerships (Atouba and Shumate), and starting over costs trust."""
PRECEDENTED: Final = 1.05
"""Factor for work that libraries are known to have done: a small thing beside the match."""
BAD_MONTH: Final = 0.97
"""Factor where the talk would fall into a month that is bad for the partner."""
WEEKS_A_MONTH: Final = 52 / 12
UNCERTAIN: Final = 5
"""Works that may all take their high estimate at once in a *careful* plan (Bertsimas and Sim): a plan
filled to the middle of the ranges overruns almost always, and one filled to their high end leaves a
fourth of the year unused."""
TIE: Final = 1e-6
"""Cost by order of id, so that equal plans end the same way everywhere."""
