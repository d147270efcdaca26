"""What a face needs of the rooms besides the workspace: records, choices and limits, each imported when asked for."""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collabkit.catalog.questions import Question as Question
    from collabkit.exports.formats import EXPORTS as EXPORTS
    from collabkit.exports.formats import Files as Files
    from collabkit.exports.rows import PartnershipRow as PartnershipRow
    from collabkit.finding import Found as Found
    from collabkit.matching import Match as Match
    from collabkit.partnerships.advice.advice import Advice as Advice
    from collabkit.partnerships.counts.recording import RecordedCounts as RecordedCounts
    from collabkit.partnerships.counts.records import Counted as Counted
    from collabkit.partnerships.counts.records import Counts as Counts
    from collabkit.partnerships.counts.rows import CountKind as CountKind
    from collabkit.partnerships.dates import coming as coming
    from collabkit.partnerships.dates import gone as gone
    from collabkit.partnerships.due import Due as Due
    from collabkit.partnerships.entries import Entry as Entry
    from collabkit.partnerships.entries import Side as Side
    from collabkit.partnerships.health.parsing import AGAIN_ASKS as AGAIN_ASKS
    from collabkit.partnerships.health.parsing import CHANGE_ASKS as CHANGE_ASKS
    from collabkit.partnerships.health.recording import RecordedSheets as RecordedSheets
    from collabkit.partnerships.health.records import ALL_FACTORS as ALL_FACTORS
    from collabkit.partnerships.health.records import FactorHealth as FactorHealth
    from collabkit.partnerships.health.records import HealthSummary as HealthSummary
    from collabkit.partnerships.health.sheets import HIGHEST as HIGHEST
    from collabkit.partnerships.health.sheets import LOWEST as LOWEST
    from collabkit.partnerships.health.sheets import Again as Again
    from collabkit.partnerships.health.sheets import Sheet as Sheet
    from collabkit.partnerships.health.sheets import again_of as again_of
    from collabkit.partnerships.health.sheets import answer_of as answer_of
    from collabkit.partnerships.health.sheets import with_name as with_name
    from collabkit.partnerships.log_lines import LogLine as LogLine
    from collabkit.partnerships.log_lines import as_typed as as_typed
    from collabkit.partnerships.partnership import Partnership as Partnership
    from collabkit.partnerships.sentences import Doubt as Doubt
    from collabkit.proposals.formats import FORMATS as FORMATS
    from collabkit.proposals.formats.format_choice import format_of as format_of
    from collabkit.reports.differences import Difference as Difference
    from collabkit.reports.differences import differences as differences
    from collabkit.reports.differences import earlier as earlier
    from collabkit.reports.evidence import EvidenceRow as EvidenceRow
    from collabkit.reports.library_row import LibraryRow as LibraryRow
    from collabkit.reports.library_row import Total as Total
    from collabkit.reports.paper_context import PaperContext as PaperContext
    from collabkit.requests.events import ANSWERS as ANSWERS
    from collabkit.requests.events import DECISIONS as DECISIONS
    from collabkit.requests.events import Answer as Answer
    from collabkit.requests.events import Decision as Decision
    from collabkit.requests.request import Request as Request
    from collabkit.requests.status import RequestStatus as RequestStatus
    from collabkit.requests.weighing import Weighed as Weighed
    from collabkit.requests.writing import PERSON as PERSON
    from collabkit.requests.writing import fields_of as fields_of
    from collabkit.workspace.partnerships import Partnerships as Partnerships
    from collabkit.workspace.requests import Requests as Requests

_NAMES: Final = {
    "catalog.questions": ("Question",),
    "exports.formats": ("EXPORTS", "Files"),
    "exports.rows": ("PartnershipRow",),
    "finding": ("Found",),
    "matching": ("Match",),
    "partnerships.advice.advice": ("Advice",),
    "partnerships.counts.records": ("Counted", "Counts"),
    "partnerships.counts.recording": ("RecordedCounts",),
    "partnerships.counts.rows": ("CountKind",),
    "partnerships.dates": ("coming", "gone"),
    "partnerships.due": ("Due",),
    "partnerships.entries": ("Entry", "Side"),
    "partnerships.health.parsing": ("AGAIN_ASKS", "CHANGE_ASKS"),
    "partnerships.health.recording": ("RecordedSheets",),
    "partnerships.log_lines": ("LogLine", "as_typed"),
    "partnerships.sentences": ("Doubt",),
    "partnerships.health.records": ("ALL_FACTORS", "FactorHealth", "HealthSummary"),
    "partnerships.health.sheets": (
        "HIGHEST",
        "LOWEST",
        "Again",
        "Sheet",
        "again_of",
        "answer_of",
        "with_name",
    ),
    "partnerships.partnership": ("Partnership",),
    "proposals.formats": ("FORMATS",),
    "proposals.formats.format_choice": ("format_of",),
    "reports.differences": ("Difference", "differences", "earlier"),
    "reports.evidence": ("EvidenceRow",),
    "reports.library_row": ("LibraryRow", "Total"),
    "reports.paper_context": ("PaperContext",),
    "requests.events": ("ANSWERS", "DECISIONS", "Answer", "Decision"),
    "requests.request": ("Request",),
    "requests.status": ("RequestStatus",),
    "requests.weighing": ("Weighed",),
    "requests.writing": ("PERSON", "fields_of"),
    "workspace.partnerships": ("Partnerships",),
    "workspace.requests": ("Requests",),
}
"""The names of each room, as above; `tests/workspace/test_names.py` holds the two together."""


def __getattr__(name: str) -> object:
    """Import a name when it is first asked for: a command needs few of them."""
    for module, names in _NAMES.items():
        if name in names:
            return getattr(import_module(f"collabkit.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
