"""Every weight of the matching, in one place, each with its reason.

All are shares between 0 and 1. A fact that is absent adds nothing; no weight turns absence
into a gain. ``docs/matching.md`` shows the formula they stand in.
"""

from typing import Final

FIT_POWER: Final = 0.90
MUTUAL_POWER: Final = 0.10
"""score = 100 x fit^0.90 x mutual^0.10. What the work is about comes first: resources matched to
the task predicted ties far better than general complementarity (Fit for the Task), and
complementarity alone predicted nothing in 201 nonprofit partnerships (Atouba and Shumate).
A geometric mean lets neither side make up for a missing other: where one gains nothing, the score
is 0. A larger share for mutual gain cost hits on real cases (0.20: two of a hundred)."""

CORE_GOAL: Final = (0.80, 0.70, 0.62, 0.56, 0.52)
"""A goal that is the partner's own work, by its place among those: the catalog lists the first of
them first, and a body with one purpose is surer than one with five."""
RELATED_GOAL: Final = 0.40
"""A goal that the partner often helps with."""
WORK_FOR_GOAL: Final = 0.10
"""What each activity for a goal adds, times how central the partner is to it: many ways to work
together make a partner safer to ask."""
BROADER_GOAL: Final = 0.50
"""What a goal passes on to the goal it is a part of: half, since the words still fit."""

OTHER_GOAL_OF_ACTIVITY: Final = 0.60
"""Of a goal that is not the activity's main one: an activity answers the goal it was made for better than one it also serves."""
ACTIVITY_EVIDENCE: Final = 0.40
"""What the best activity adds to fit. One piece of work is where a partnership starts; counting the
second and third as well favored partners of many small parts over the one that is central."""

OFF_TASK: Final = 0.25
"""What mutual gain counts for when no joint work answers the aim: a quarter, since gains that have
nothing to do with the task hold no partnership together (Fit for the Task)."""

SUPPLIER_RANK: Final = (1.00, 0.80, 0.65, 0.50)
"""Weight of the first, second, third and any later supplier named for a need: the catalog lists
the likeliest first."""
PART: Final = 0.75
"""How central the first supplier of one need is to an activity; with each further need more so."""
PART_IN_WORDS: Final = 0.25
"""Power of that for a request in plain words: what it names picks the work, before the work in which
a partner does most. "Hungry kids in July" is the summer meals, not the meals after school."""
WITHOUT_ROLE: Final = 0.85
"""Factor on that where the work says of others what they do in it, and not of this partner: it can
take part, but nobody has written down what it would give and gain."""
NEED_SUPPLIED: Final = 0.50
"""Each need of the activity that the partner typically supplies halves what is still open."""
NEED_COULD_SUPPLY: Final = 0.20
"""It brings the resource, but others usually supply it in this activity."""
BROUGHT_ANYWAY: Final = 0.08
"""A resource it brings that this activity does not ask for: worth knowing, hardly a reason."""
LIBRARY_IS_SHORT: Final = 0.15
"""Added where the profile says that the library is short of just this resource."""

WANT_MET: Final = 0.30
"""Each want of the partner that an asset of the library meets."""
WANT_MET_BY_THE_WORK: Final = 0.45
"""The same, where the library gives just that resource in this activity: no extra effort."""

HISTORY_WELL: Final = 0.40
"""Share of the way to 100 that good experience moves the score: prior experience and reputation
went with effectiveness where complementarity did not (Atouba and Shumate)."""
HISTORY_MIXED: Final = 0.15
HISTORY_KNOWN: Final = 0.10
"""Known, with nothing said of how it went."""
HISTORY_PROMISES: Final = 0.10
"""What is added where a record tells that all promises were kept, and taken where none was; few of
them count for little."""
HISTORY_YEAR: Final = 0.02
"""What each whole year that it has lasted adds, up to `HISTORY_YEARS`."""
HISTORY_YEARS: Final = 5
HISTORY_BADLY: Final = 0.50
"""Factor on the score. A bad experience is knowledge, and the one fact whose removal may help."""

LEAST_PARTNER_CHANCE: Final = 0.02
"""Chance from which on a partner is taken to answer an aim in plain words at all."""
LEAST_ACTIVITY_CHANCE: Final = 0.05
"""The same for an activity. A fixed number of activities would let another one in where one is
taken away."""
OUT_OF_SEASON: Final = 0.25
"""Factor on that chance where the aim names a month or the summer and the activity rests then:
"hungry in July" is not the supper after school."""
GOALS_OF_AN_AIM: Final = 3
LEAST_GOAL_COSINE: Final = 0.12
"""Cosine from which on an aim is taken to be about a goal."""
READINGS_SHOWN: Final = 3
"""Activities that an aim may ask for, shown where it is not clear which."""

WORDS_SHOWN: Final = 4
"""Words of the aim that are given as the reason; the fifth persuades nobody."""
PRECEDENTS_SHOWN: Final = 2
PRECEDENT_CLOSE: Final = 0.15
"""Cosine from which on the aim of a precedent is like the one asked."""

SPREAD: Final = 4
"""With ``--spread``, one sector may hold a fourth of the list until other sectors run out."""
