"""Which partnerships a library's hours allow, computed and explained.

`candidates` says what each piece of work would bring and take, `wishes` what the library asks for.
`placements` says when a work can run, `program` puts all into rows and columns, `solver` solves them,
and `choosing` does so for many works; `greedy` stands in where no solver is installed. `year` is the
answer, `steps` makes things to do of it, `readiness` says what works require before they start, `questions` asks again: why this, why not that, what is one
more hour worth; `conflicts` says which wishes cannot hold together. `plan` is the door.
"""

from collabkit.planning.candidates import Candidate, candidates
from collabkit.planning.care import Care
from collabkit.planning.plan import plan
from collabkit.planning.questions import Inquiry, Marginal, NearMiss, OtherPlan, Reason
from collabkit.planning.readiness import Required
from collabkit.planning.steps import Step, steps
from collabkit.planning.wishes import ImpossibleError, Wishes, monthly_hours
from collabkit.planning.year import Chosen, GoalCover, Month, Year

__all__ = [
    "Candidate",
    "Care",
    "Chosen",
    "GoalCover",
    "ImpossibleError",
    "Inquiry",
    "Marginal",
    "Month",
    "NearMiss",
    "OtherPlan",
    "Reason",
    "Required",
    "Step",
    "Wishes",
    "Year",
    "candidates",
    "monthly_hours",
    "plan",
    "steps",
]
