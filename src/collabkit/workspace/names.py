"""What a face needs of the rooms besides the workspace: records, choices and limits, each imported when asked for."""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collabkit.catalog import KINDS as KINDS
    from collabkit.catalog import Catalog as Catalog
    from collabkit.catalog import Entry as Entry
    from collabkit.catalog.assets import Asset as Asset
    from collabkit.catalog.chart import ChartRow as ChartRow
    from collabkit.catalog.fields import SECTORS as SECTORS
    from collabkit.catalog.freshness import Stale as Stale
    from collabkit.catalog.questions import Question as Question
    from collabkit.directory.database.store import StoppedInPlaceError as StoppedInPlaceError
    from collabkit.directory.geo.places import near as near
    from collabkit.directory.geo.places import states_of as states_of
    from collabkit.directory.ingest.custom_tables import FIELDS as FIELDS
    from collabkit.directory.packs.manifest import Packed as Packed
    from collabkit.directory.pipeline.load import Report as Report
    from collabkit.directory.pipeline.load_report import Loaded as Loaded
    from collabkit.directory.query.changes import Changed as Changed
    from collabkit.directory.query.status import Status as Status
    from collabkit.directory.records import GUESS as GUESS
    from collabkit.directory.records import address_of as address_of
    from collabkit.directory.registers import source_of as source_of
    from collabkit.directory.sources import Listed as Listed
    from collabkit.directory.sources import UnreadableFileError as UnreadableFileError
    from collabkit.directory.sources import listed as listed
    from collabkit.directory.sources import sources as sources
    from collabkit.exports.formats import EXPORTS as EXPORTS
    from collabkit.exports.formats import Files as Files
    from collabkit.exports.rows import PartnershipRow as PartnershipRow
    from collabkit.finding import Absence as Absence
    from collabkit.finding import Coverage as Coverage
    from collabkit.finding import Found as Found
    from collabkit.finding.findings import Absences as Absences
    from collabkit.finding.findings import Findings as Findings
    from collabkit.finding.findings import FoundForLibraries as FoundForLibraries
    from collabkit.finding.findings import GapsForLibraries as GapsForLibraries
    from collabkit.finding.notes import MOST_FOUND as MOST_FOUND
    from collabkit.finding.portrait import Portrait as Portrait
    from collabkit.library import Contact as Contact
    from collabkit.library import Library as Library
    from collabkit.library import Readiness as Readiness
    from collabkit.matching import Match as Match
    from collabkit.matching import Reading as Reading
    from collabkit.matching.matcher import Matches as Matches
    from collabkit.matching.weights import FIT_POWER as FIT_POWER
    from collabkit.matching.weights import MUTUAL_POWER as MUTUAL_POWER
    from collabkit.partnerships.advice.advice import Advice as Advice
    from collabkit.partnerships.counts.recording import RecordedCounts as RecordedCounts
    from collabkit.partnerships.counts.records import Counted as Counted
    from collabkit.partnerships.counts.records import Counts as Counts
    from collabkit.partnerships.counts.rows import CountKind as CountKind
    from collabkit.partnerships.dates import coming as coming
    from collabkit.partnerships.dates import gone as gone
    from collabkit.partnerships.due import Due as Due
    from collabkit.partnerships.entries import LogEntry as LogEntry
    from collabkit.partnerships.entries import Side as Side
    from collabkit.partnerships.facts import NOBODY as NOBODY
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
    from collabkit.partnerships.lists.columns import parse_map as parse_map
    from collabkit.partnerships.lists.partner_list import ListedPartner as ListedPartner
    from collabkit.partnerships.log_lines import LogLine as LogLine
    from collabkit.partnerships.log_lines import as_typed as as_typed
    from collabkit.partnerships.partnership import Partnership as Partnership
    from collabkit.partnerships.sentences import Doubt as Doubt
    from collabkit.planning import Chosen as Chosen
    from collabkit.planning import Marginal as Marginal
    from collabkit.planning import NearMiss as NearMiss
    from collabkit.planning import OtherPlan as OtherPlan
    from collabkit.planning import Reason as Reason
    from collabkit.planning import Required as Required
    from collabkit.planning import Step as Step
    from collabkit.planning import Year as Year
    from collabkit.planning.comparing import Change as Change
    from collabkit.planning.comparing import Changes as Changes
    from collabkit.planning.orders import PlanOrder as PlanOrder
    from collabkit.planning.orders import month_of as month_of
    from collabkit.planning.orders import with_change as with_change
    from collabkit.planning.planner import Plan as Plan
    from collabkit.planning.ready_answers import READINESS_WORDS as READINESS_WORDS
    from collabkit.profiles.own_assets import OwnAsset as OwnAsset
    from collabkit.profiles.own_assets import own_asset as own_asset
    from collabkit.profiles.stating import ProfileError as ProfileError
    from collabkit.profiles.stating import merged as merged
    from collabkit.proposals import PAPERS as PAPERS
    from collabkit.proposals import VOICES as VOICES
    from collabkit.proposals import PaperOrder as PaperOrder
    from collabkit.proposals import Subject as Subject
    from collabkit.proposals import Terms as Terms
    from collabkit.proposals.desk import Papers as Papers
    from collabkit.proposals.documents import Document as Document
    from collabkit.proposals.fact_parts import Formality as Formality
    from collabkit.proposals.fact_parts import Stage as Stage
    from collabkit.proposals.fact_parts import Voice as Voice
    from collabkit.proposals.formats import FORMATS as FORMATS
    from collabkit.proposals.formats import DocumentFormat as DocumentFormat
    from collabkit.proposals.formats.format_choice import format_of as format_of
    from collabkit.proposals.formats.format_choice import is_folder as is_folder
    from collabkit.proposals.paper_notes import unused as unused
    from collabkit.proposals.receivers import Receiver as Receiver
    from collabkit.proposals.subjects import Other as Other
    from collabkit.proposals.template_list import Template as Template
    from collabkit.proposals.wording import Wording as Wording
    from collabkit.reports.differences import Difference as Difference
    from collabkit.reports.differences import differences as differences
    from collabkit.reports.differences import earlier as earlier
    from collabkit.reports.evidence import EvidenceRow as EvidenceRow
    from collabkit.reports.library_row import LibraryRow as LibraryRow
    from collabkit.reports.library_row import Total as Total
    from collabkit.reports.paper_context import PaperContext as PaperContext
    from collabkit.reports.plan_charts import coverage as coverage
    from collabkit.requests.events import ANSWERS as ANSWERS
    from collabkit.requests.events import DECISIONS as DECISIONS
    from collabkit.requests.events import Answer as Answer
    from collabkit.requests.events import Decision as Decision
    from collabkit.requests.request import Request as Request
    from collabkit.requests.status import RequestStatus as RequestStatus
    from collabkit.requests.weighing import Weighed as Weighed
    from collabkit.requests.writing import PERSON as PERSON
    from collabkit.requests.writing import fields_of as fields_of
    from collabkit.workspace.find import Wishes as Wishes
    from collabkit.workspace.partnerships import Partnerships as Partnerships
    from collabkit.workspace.requests import Requests as Requests

_NAMES: Final = {
    "catalog": ("Catalog", "Entry", "KINDS"),
    "catalog.assets": ("Asset",),
    "catalog.chart": ("ChartRow",),
    "catalog.fields": ("SECTORS",),
    "catalog.freshness": ("Stale",),
    "catalog.questions": ("Question",),
    "directory.database.store": ("StoppedInPlaceError",),
    "directory.geo.places": ("near", "states_of"),
    "directory.ingest.custom_tables": ("FIELDS",),
    "directory.packs.manifest": ("Packed",),
    "directory.pipeline.load": ("Report",),
    "directory.pipeline.load_report": ("Loaded",),
    "directory.query.changes": ("Changed",),
    "directory.query.status": ("Status",),
    "directory.records": ("GUESS", "address_of"),
    "directory.registers": ("source_of",),
    "directory.sources": ("Listed", "UnreadableFileError", "listed", "sources"),
    "exports.formats": ("EXPORTS", "Files"),
    "exports.rows": ("PartnershipRow",),
    "finding": ("Absence", "Coverage", "Found"),
    "finding.findings": ("Absences", "Findings", "FoundForLibraries", "GapsForLibraries"),
    "finding.notes": ("MOST_FOUND",),
    "finding.portrait": ("Portrait",),
    "library": ("Contact", "Library", "Readiness"),
    "matching": ("Match", "Reading"),
    "matching.matcher": ("Matches",),
    "matching.weights": ("FIT_POWER", "MUTUAL_POWER"),
    "partnerships.advice.advice": ("Advice",),
    "partnerships.counts.recording": ("RecordedCounts",),
    "partnerships.counts.records": ("Counted", "Counts"),
    "partnerships.counts.rows": ("CountKind",),
    "partnerships.dates": ("coming", "gone"),
    "partnerships.due": ("Due",),
    "partnerships.entries": ("LogEntry", "Side"),
    "partnerships.facts": ("NOBODY",),
    "partnerships.health.parsing": ("AGAIN_ASKS", "CHANGE_ASKS"),
    "partnerships.health.recording": ("RecordedSheets",),
    "partnerships.lists.columns": ("parse_map",),
    "partnerships.lists.partner_list": ("ListedPartner",),
    "partnerships.log_lines": ("LogLine", "as_typed"),
    "partnerships.sentences": ("Doubt",),
    "partnerships.health.records": ("ALL_FACTORS", "FactorHealth", "HealthSummary"),
    "partnerships.health.sheets": (
        "Again",
        "HIGHEST",
        "LOWEST",
        "Sheet",
        "again_of",
        "answer_of",
        "with_name",
    ),
    "partnerships.partnership": ("Partnership",),
    "planning": (
        "Chosen",
        "Marginal",
        "NearMiss",
        "OtherPlan",
        "Reason",
        "Required",
        "Step",
        "Year",
    ),
    "planning.comparing": ("Change", "Changes"),
    "planning.orders": ("PlanOrder", "month_of", "with_change"),
    "planning.planner": ("Plan",),
    "planning.ready_answers": ("READINESS_WORDS",),
    "profiles.own_assets": ("OwnAsset", "own_asset"),
    "profiles.stating": ("ProfileError", "merged"),
    "proposals.wording": ("Wording",),
    "proposals": ("PAPERS", "PaperOrder", "Subject", "Terms", "VOICES"),
    "proposals.desk": ("Papers",),
    "proposals.documents": ("Document",),
    "proposals.fact_parts": ("Formality", "Stage", "Voice"),
    "proposals.formats": ("DocumentFormat", "FORMATS"),
    "proposals.formats.format_choice": ("format_of", "is_folder"),
    "proposals.paper_notes": ("unused",),
    "proposals.receivers": ("Receiver",),
    "proposals.subjects": ("Other",),
    "proposals.template_list": ("Template",),
    "reports.differences": ("Difference", "differences", "earlier"),
    "reports.evidence": ("EvidenceRow",),
    "reports.library_row": ("LibraryRow", "Total"),
    "reports.paper_context": ("PaperContext",),
    "reports.plan_charts": ("coverage",),
    "requests.events": ("ANSWERS", "Answer", "DECISIONS", "Decision"),
    "requests.request": ("Request",),
    "requests.status": ("RequestStatus",),
    "requests.weighing": ("Weighed",),
    "requests.writing": ("PERSON", "fields_of"),
    "workspace.find": ("Wishes",),
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
