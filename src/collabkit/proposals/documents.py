"""A finished paper: its words, its gaps, and what it was written about."""

from dataclasses import dataclass

from collabkit.proposals import Draft, Subject
from collabkit.proposals.pages import Page
from collabkit.proposals.paper_records import PaperRecord, record_of


@dataclass(frozen=True)
class Document(Page):
    """A finished paper. As text it is Markdown; ``save`` makes a file of it in any format."""

    draft: Draft
    unsettled: tuple[str, ...] = ()
    """Conditions of an agreement that only a person can tell."""

    def record(self) -> PaperRecord:
        """Return it as a record, with the facts that are missing in it."""
        return record_of(self.draft, self.look.on.isoformat(), self.unsettled)

    @property
    def subject(self) -> Subject:
        """What it is about."""
        return self.draft.subject
