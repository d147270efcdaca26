"""Which partnerships a library's hours allow, computed and explained.

`candidates` says what each piece of work would bring and take, `wishes` what the library asks for,
`program` puts both as a mixed-integer program and solves it, `greedy` stands in where no solver is
installed, `year` turns the answer into a year, `questions` asks the solver again: why this, why not
that, what one more hour is worth.
"""

from collabkit.planning.candidates import Candidate, candidates
from collabkit.planning.plan import plan
from collabkit.planning.questions import Marginal, NearMiss, marginal_hours, near_misses
from collabkit.planning.steps import Step, steps
from collabkit.planning.wishes import Care, ImpossibleError, Wishes
from collabkit.planning.year import Chosen, GoalCover, Year

__all__ = [
    "Candidate",
    "Care",
    "Chosen",
    "GoalCover",
    "ImpossibleError",
    "Marginal",
    "NearMiss",
    "Step",
    "Wishes",
    "Year",
    "candidates",
    "marginal_hours",
    "near_misses",
    "plan",
    "steps",
]
