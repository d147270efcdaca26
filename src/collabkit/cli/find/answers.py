"""The four answers of ``collab find`` shown: organizations or gaps, near one place or near many libraries."""

from typing import NamedTuple

from collabkit import output
from collabkit.cli import options
from collabkit.cli.find.card import card
from collabkit.cli.find.columns import BRIEF, COLUMNS, COVERAGE, FOR_LIBRARIES, GAPS, with_reach
from collabkit.cli.introductions import known_by
from collabkit.cli.request import print_notes
from collabkit.output import Column, Format
from collabkit.workspace import Workspace
from collabkit.workspace.names import (
    Absences,
    Findings,
    Found,
    FoundForLibraries,
    GapsForLibraries,
)

_FOR_EYES = {"more-registers"}
"""Notes on what a table shows."""


class Views(NamedTuple):
    """How an answer of the directory is shown: records on stdout, notes on stderr."""

    workspace: Workspace
    format_: Format | None
    long: bool
    explain: bool
    people: bool

    def organizations(self, found: Findings) -> None:
        """Show who fits near a place."""
        table = (self.format_ or output.default_format()) is Format.TABLE
        columns: tuple[Column[Found], ...] = BRIEF if table and not self.long else COLUMNS
        if self.people or table:
            found = self.workspace.with_people(found)
            asked = found.search.ranked
            columns = with_reach(columns, found, asked=asked, people=self.people)
            ratio = 3 if self.long else 1
            columns = (*columns, *known_by(found, always=self.people, ratio=ratio))
        if self.explain:
            output.say("".join(map(card, found)))
        else:
            output.write(found, columns, self.format_, id_=lambda each: each.id)
        print_notes(each for each in found.notes if table or each.about not in _FOR_EYES)

    def gaps(self, missing: Absences) -> None:
        """Show the goals and the partners that nobody near a place serves."""
        output.write(missing, GAPS, self.format_, id_=lambda gap: gap.id)
        options.print_notes(missing.notes)

    def for_libraries(self, answer: FoundForLibraries) -> None:
        """Show who fits near each of many libraries."""
        output.write(answer.found, FOR_LIBRARIES, self.format_, id_=lambda each: each.id)
        options.print_notes(answer.notes)

    def gaps_for_libraries(self, answer: GapsForLibraries) -> None:
        """Show for each of many libraries, and each goal, who works for it near."""
        output.write(answer, COVERAGE, self.format_, id_=lambda each: each.library)
        options.print_notes(answer.notes)
