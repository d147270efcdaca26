"""A match to any of the papers that a partnership needs.

`subjects` says what a paper is about, `gathering` collects its `facts` from the roles of the work
(`parties`), its schedule (`reckoning`) and the same work elsewhere (`precedents`); `cases`,
`formality` and `clauses` shape an agreement (`agreeing`); `drafting` joins them, `rendering` puts them into the
words of a template, `formats` makes documents of the Markdown.
"""

from collabkit.proposals.drafting import Draft, Drafter
from collabkit.proposals.fact_parts import Gap, Reach
from collabkit.proposals.facts import Facts
from collabkit.proposals.orders import PaperOrder
from collabkit.proposals.papers import PAPERS, VOICES, Paper, paper
from collabkit.proposals.subjects import Subject, subject_of
from collabkit.proposals.terms import Terms

__all__ = [
    "PAPERS",
    "VOICES",
    "Draft",
    "Drafter",
    "Facts",
    "Gap",
    "Paper",
    "PaperOrder",
    "Reach",
    "Subject",
    "Terms",
    "paper",
    "subject_of",
]
