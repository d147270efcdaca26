"""The kinds of record that the program prints, each with its class and its JSON Schema."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any, Final, NamedTuple

from collabkit.errors import UnknownIdError
from collabkit.records.schemas import schema_of


class Kind(NamedTuple):
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


KINDS: Final[Mapping[str, Kind]] = {
    kind.id: kind
    for kind in (
        Kind("match", "matching:Match", "`collab match`"),
        Kind("found", "finding:Found", "`collab find`"),
        Kind("absence", "finding:Absence", "`collab find --gaps`"),
        Kind("coverage", "finding:Coverage", "`collab find --libraries FILE --gaps`"),
        Kind("paper", "proposals.paper_records:PaperRecord", "`collab propose -f json`"),
        Kind("shown", "workspace.show:Shown", "`collab show`"),
        Kind("organization", "directory.records:Organization", "`collab show`, as an `entry`"),
        Kind("problem", "errors:Problem", "`collab check -f json`"),
        Kind("planned", "planning:Chosen", "`collab plan`"),
        Kind("step", "planning:Step", "`collab plan --steps`"),
        Kind("change", "planning.comparing:Change", "`collab plan --what-if`"),
        Kind("kept", "exports.rows:PartnershipRow", "`collab export table -f json`"),
        Kind("due", "partnerships.due:Due", "`collab due`"),
        Kind("request", "requests.status:RequestStatus", "`collab request list`, `show`"),
        Kind("evidence", "reports.evidence:EvidenceRow", "`collab report`"),
        Kind("roll-up", "reports.library_row:LibraryRow", "`collab roll-up`"),
        Kind("difference", "reports.differences:Difference", "`collab roll-up --since`"),
        Kind("health", "partnerships.health.records:HealthSummary", "`collab health`"),
        Kind("counted", "partnerships.counts.records:Counted", "`collab count`"),
        Kind("turn", "cases.questions:Turn", "`collab start --next`, `collab answer`"),
        Kind("advice", "partnerships.advice.advice:Advice", "`collab review`"),
        Kind("template", "proposals.template_list:Template", "`collab templates`"),
        Kind("source", "directory.sources:Listed", "`collab directory sources`"),
        Kind("loaded", "directory.pipeline.load_report:Loaded", "`collab directory load`, `fetch`"),
        Kind("status", "directory.query.status:Status", "`collab directory status`"),
        Kind("changed", "directory.query.changes:Changed", "`collab directory compare`"),
        Kind("version", "records.versions:Version", "`collab --version -f json`"),
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
