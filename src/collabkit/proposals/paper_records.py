"""A paper as a record: its words, and what is missing in them."""

from collections.abc import Mapping
from typing import Any, NamedTuple, Self

from collabkit.proposals import Draft
from collabkit.proposals.claims import Claim
from collabkit.records import from_record, to_record


class MissingFact(NamedTuple):
    """A fact that a paper needs and nobody has stated."""

    what: str
    """How it stands in the paper, between brackets."""
    remedy: str
    """What to do about it."""
    field: str | None
    """Where it belongs in library.yaml, such as `contact.phone`; null if an option supplies it."""


class PaperRecord(NamedTuple):
    """A paper about one partner and one piece of joint work."""

    paper: str
    """Which paper it is, such as `email`."""
    partner: str
    """The type of organization, an entry of `partners.yaml`."""
    goal: str
    """The goal that both sides share, an entry of `goals.yaml`."""
    activity: str
    """The joint work, an entry of `activities.yaml`."""
    to: str | None
    """The name of the organization that receives it."""
    voice: str
    """Who reads it: `partner`, `board` or `funder`."""
    date: str
    """The day that it bears, such as `2026-11-25`."""
    level: str | None
    """How formal an agreement is: `email`, `letter`, `mou` or `contract`; null for other papers."""
    title: str
    """As a reader's program shows it."""
    markdown: str
    """Its words."""
    gaps: tuple[MissingFact, ...]
    """The facts that it shows as missing, in the order in which a reader meets them."""
    unsettled: tuple[str, ...]
    """Conditions of an agreement that only a person can tell."""
    claims: tuple[Claim, ...]
    """What it says in the library's name and neither `library.yaml` nor the case does: hers to confirm, reword or
    strike."""
    find_out: tuple[str, ...]
    """What only the library can know and what decides for this partner, as it stands after "Find out"; `--set fact`
    says it."""

    def record(self) -> dict[str, Any]:
        """Return it as the object that JSON shows."""
        return to_record(self)

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Self:
        """Return it as it was before it was printed as *record*.

        Raises:
            RecordError: a key is missing, or holds what it cannot.
        """
        return from_record(cls, record)


def record_of(
    draft: Draft, day: str, unsettled: tuple[str, ...], claims: tuple[Claim, ...]
) -> PaperRecord:
    """Return the record of *draft*, which bears *day*, leaves *unsettled* open and makes *claims*."""
    subject, agreement = draft.subject, draft.facts.agreement
    return PaperRecord(
        paper=draft.paper.id,
        partner=subject.partner,
        goal=subject.goal,
        activity=subject.activity,
        to=subject.to,
        voice=draft.facts.voice,
        date=day,
        level=agreement.level if agreement else None,
        title=draft.title,
        markdown=draft.text.markdown,
        gaps=tuple(
            MissingFact(gap.what, gap.remedy, ".".join(gap.field) or None)
            for gap in draft.text.gaps
        ),
        unsettled=unsettled,
        claims=claims,
        find_out=draft.facts.find_out,
    )
