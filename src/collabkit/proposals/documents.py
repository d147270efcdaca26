"""A finished paper: its words, its gaps, and what it was written about."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from collabkit.notes import Note
from collabkit.proposals import Draft, Subject
from collabkit.proposals.claims import Claim
from collabkit.proposals.pages import Page
from collabkit.proposals.paper_records import PaperRecord, record_of


@dataclass(frozen=True)
class Document(Page):
    """A finished paper. As text it is Markdown; ``save`` makes a file of it in any format."""

    draft: Draft
    unsettled: tuple[str, ...] = ()
    """Conditions of an agreement that only a person can tell."""
    claims: tuple[Claim, ...] = ()
    """What it says in the library's name and nobody there has said."""
    write_notes: Callable[["Document"], Iterable[Note]] = field(
        default=lambda _: (), compare=False, repr=False
    )

    @property
    def notes(self) -> tuple[Note, ...]:
        """What a person should know of it: what it lacks, what in it is old, what comes next."""
        return tuple(self.write_notes(self))

    def record(self) -> PaperRecord:
        """Return it as a record, with the facts that are missing in it."""
        return record_of(self.draft, self.look.on.isoformat(), self.unsettled, self.claims)

    @property
    def subject(self) -> Subject:
        """What it is about."""
        return self.draft.subject
