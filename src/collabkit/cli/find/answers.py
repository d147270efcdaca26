"""The four answers of ``collab find``: organizations or gaps, near one place or near many libraries."""

from typing import TYPE_CHECKING, NamedTuple

from collabkit import output
from collabkit.cli import query_notes
from collabkit.cli.find import notes
from collabkit.cli.find.columns import BRIEF, COLUMNS, COVERAGE, FOR_LIBRARIES, GAPS, with_reach
from collabkit.cli.introductions import known_by
from collabkit.directory.geo.places import Spot
from collabkit.finding import Found, findings
from collabkit.finding.findings import Question
from collabkit.output import Column, Format
from collabkit.workspace import Workspace

if TYPE_CHECKING:
    from collabkit.directory.pipeline.libraries import Asked


class Answers(NamedTuple):
    """A question to the directory, and how its answer is shown: records on stdout, notes on stderr."""

    workspace: Workspace
    asked: Question
    goals: list[str]
    """The aims, as they were typed."""
    format_: Format | None
    color: bool
    long: bool
    people: bool

    def organizations(self, spot: Spot) -> None:
        """Show who fits near *spot*."""
        workspace, asked = self.workspace, self.asked
        found = findings.find(workspace.matcher, workspace.directory, spot, asked.search)
        table = (self.format_ or output.default_format()) is Format.TABLE
        columns: tuple[Column[Found], ...] = BRIEF if table and not self.long else COLUMNS
        shown = list(found)
        if self.people or table:
            partnerships = workspace.partnerships
            shown = findings.with_contacts(
                partnerships.with_contacts(found), workspace.directory, partnerships.contacts
            )
            columns = with_reach(columns, shown, people=self.people)
            ratio = 3 if self.long else 1
            columns = (*columns, *known_by(shown, always=self.people, ratio=ratio))
        output.write(shown, columns, self.format_, id_=lambda each: each.id, color=self.color)
        if asked.query:
            for doubt in query_notes.doubts(workspace.matcher.parser, asked.query, self.goals):
                output.note(doubt)
        notes.found(found)
        # Without a home nothing is kept, and nothing need be imported to look for it.
        if workspace.home:
            known_as = [(one.id, one.name, one.partner) for one in found]
            for said in workspace.partnerships.introductions(known_as):
                output.note(said)
        if table and found:
            notes.out_of_reach(shown)
            notes.how_to_go_on(found)

    def gaps(self, spot: Spot) -> None:
        """Show the goals and the partners that nobody near *spot* serves."""
        workspace, search = self.workspace, self.asked.search
        missing = findings.gaps(
            workspace.matcher, workspace.directory, spot, search, workspace.works_with
        )
        output.write(missing, GAPS, self.format_, id_=lambda gap: gap.id, color=self.color)
        notes.gaps(missing, spot, search)

    def for_libraries(self, many: "Asked") -> None:
        """Show who fits near each library in *many*."""
        workspace, search = self.workspace, self.asked.search
        answer = findings.find_for_libraries(workspace.matcher, workspace.directory, many, search)
        output.write(
            answer.found, FOR_LIBRARIES, self.format_, id_=lambda each: each.id, color=self.color
        )
        notes.for_libraries(answer, search)
        notes.whose(many, workspace.profile)

    def gaps_for_libraries(self, many: "Asked") -> None:
        """Show for each library in *many*, and each goal, who works for it near."""
        workspace, search = self.workspace, self.asked.search
        answer = findings.gaps_for_libraries(workspace.matcher, workspace.directory, many, search)
        output.write(
            answer.rows, COVERAGE, self.format_, id_=lambda each: each.library, color=self.color
        )
        notes.gaps_for_libraries(answer, search)
        notes.whose(many, workspace.profile)
