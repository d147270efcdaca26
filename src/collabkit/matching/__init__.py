"""An aim to ranked partners with reasons. Pure: no files, no printing.

`parse` makes a `query` of what was typed: ids by themselves, plain words through `language`.
`scoring` ranks partners for it, by the `weights`, and answers in `records`.
"""

from collabkit.matching.goals import query_goals
from collabkit.matching.parse import Parser
from collabkit.matching.query import Query
from collabkit.matching.records import Match, Pair, Reading
from collabkit.matching.scoring.rank import Ranking, shortlist
from collabkit.matching.scoring.score import Score

__all__ = [
    "Match",
    "Pair",
    "Parser",
    "Query",
    "Ranking",
    "Reading",
    "Score",
    "query_goals",
    "shortlist",
]
