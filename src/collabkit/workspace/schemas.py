"""JSON Schemas: of each kind of record that the program prints, and of each file that a library keeps."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any, Final, NamedTuple

from collabkit.catalog.kinds import KINDS as CATALOGS
from collabkit.errors import UnknownIdError
from collabkit.records.schemas import schema_of


class RecordKind(NamedTuple):
    """One kind of record."""

    id: str
    home: str
    """Where its class is, as `module:name`."""
    printed: str
    """What prints it."""

    def model(self) -> type:
        """Return the class."""
        module, _, name = self.home.partition(":")
        found: type = getattr(import_module(f"collabkit.{module}"), name)
        return found

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        return schema_of(self.id, self.model())


KINDS: Final[Mapping[str, RecordKind]] = {
    kind.id: kind
    for kind in (
        RecordKind("match", "matching:Match", "`collab match`"),
        RecordKind("found", "finding:Found", "`collab find`"),
        RecordKind("absence", "finding:Absence", "`collab find --gaps`"),
        RecordKind("coverage", "finding:Coverage", "`collab find --libraries FILE --gaps`"),
        RecordKind("paper", "proposals.paper_records:PaperRecord", "`collab propose -f json`"),
        RecordKind("shown", "workspace.show:Shown", "`collab show`"),
        RecordKind(
            "organization", "directory.records:Organization", "`collab show`, as an `entry`"
        ),
        RecordKind("problem", "errors:Problem", "`collab check -f json`"),
        RecordKind("planned", "planning:Chosen", "`collab plan`"),
        RecordKind("step", "planning:Step", "`collab plan --steps`"),
        RecordKind("change", "planning.comparing:Change", "`collab plan --what-if`"),
        RecordKind("kept", "exports.rows:PartnershipRow", "`collab export table -f json`"),
        RecordKind(
            "listed", "partnerships.lists.partner_list:ListedPartner", "`collab track --from`"
        ),
        RecordKind("due", "partnerships.due:Due", "`collab due`"),
        RecordKind("log", "partnerships.log_lines:LogLine", "`collab log`"),
        RecordKind("request", "requests.status:RequestStatus", "`collab request list`, `show`"),
        RecordKind("evidence", "reports.evidence:EvidenceRow", "`collab report`"),
        RecordKind("roll-up", "reports.library_row:LibraryRow", "`collab roll-up`"),
        RecordKind("difference", "reports.differences:Difference", "`collab roll-up --since`"),
        RecordKind("health", "partnerships.health.records:HealthSummary", "`collab health`"),
        RecordKind("counted", "partnerships.counts.records:Counted", "`collab count`"),
        RecordKind("turn", "cases.questions:Turn", "`collab start --next`, `collab answer`"),
        RecordKind("advice", "partnerships.advice.advice:Advice", "`collab review`"),
        RecordKind("template", "proposals.template_list:Template", "`collab templates`"),
        RecordKind("source", "directory.sources:Listed", "`collab directory sources`"),
        RecordKind(
            "loaded", "directory.pipeline.load_report:Loaded", "`collab directory load`, `fetch`"
        ),
        RecordKind("packed", "directory.packs.manifest:Packed", "`collab directory build`"),
        RecordKind("status", "directory.query.status:Status", "`collab directory status`"),
        RecordKind("changed", "directory.query.changes:Changed", "`collab directory compare`"),
        RecordKind("version", "records.versions:Version", "`collab --version -f json`"),
    )
}
"""By the name that ``collab schema`` takes."""


def schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of the records of *kind*, such as ``match``.

    Raises:
        UnknownIdError: there is no such kind.
    """
    if kind not in KINDS:
        raise UnknownIdError("kind of record", kind, KINDS)
    return KINDS[kind].schema()


_MODELS: Final[Mapping[str, str]] = {
    "library": "library:Library",
    "partnership": "partnerships.facts:Facts",
    "contacts": "partnerships.people:Contacts",
    "people": "partnerships.people:People",
    "knowledge": "finding.knowledge_file:KnownBodies",
    "readings": "cases.memory:ChosenReadings",
}
"""Files that hold one model, each with where it is, as `module:name`."""
FILES: Final = (*CATALOGS, *_MODELS)
"""The files that a library keeps and that have a schema, by their names without the ending."""


def file_schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of the file of *kind*, such as ``library`` or ``partners``.

    Raises:
        UnknownIdError: there is no such file.
    """
    from collabkit.catalog import schema as of_catalogs  # noqa: PLC0415 - pydantic

    if kind in _MODELS:
        module, _, name = _MODELS[kind].partition(":")
        model = getattr(import_module(f"collabkit.{module}"), name)
        return of_catalogs.file_schema(f"{kind}.yaml", model)
    if kind not in CATALOGS:
        raise UnknownIdError("schema", kind, (*KINDS, *FILES))
    return of_catalogs.schema(kind)
