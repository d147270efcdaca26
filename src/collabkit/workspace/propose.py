"""A paper about a partner, a match or an organization."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

from collabkit.arguments import Words, by_key, several
from collabkit.notes import Note

if TYPE_CHECKING:
    from collabkit.directory.records import Organization
    from collabkit.finding import Found
    from collabkit.matching import Match
    from collabkit.proposals import Subject
    from collabkit.proposals.documents import Document
    from collabkit.proposals.fact_parts import Decision, Formality, Stage, Voice
    from collabkit.proposals.receivers import Receiver
    from collabkit.workspace.workspace import Workspace

    About: TypeAlias = str | Match | Found | Organization | Mapping[str, Any] | None


def propose(  # noqa: PLR0913 - one keyword for each thing that a person may say of a paper
    self: "Workspace",
    about: "About" = None,
    *,
    goal: Words | None = None,
    paper: str = "one-pager",
    voice: "Voice" = "partner",
    activity: str | None = None,
    to: str | None = None,
    on: date | None = None,
    level: "Formality | None" = None,
    involves: Words | None = None,
    excludes: Words | None = None,
    start: date | None = None,
    end: date | None = None,
    explain: bool = False,
    final: bool = False,
    agreed: Words | None = None,
    person: str | None = None,
    when: str | None = None,
    where: str | None = None,
    facts: Words | None = None,
    why: str | None = None,
    need: str | None = None,
    strike: Words | None = None,
    sure: bool = False,
    others: Mapping[str, str] | None = None,
    helpers: Mapping[str, str] | None = None,
    stage: "Stage" = "idea",
    decision: "Decision" = "yes",
    anyway: bool = False,
) -> "Document":
    """Return a paper, as ``collab propose`` does: text that ``save`` writes in any format.

    Args:
        about: a partner's id, a match, or an organization that was found; with nothing the partner
            that fits *goal* best.
        goal: what for; a match brings its own.
        paper: which one, such as ``email``, ``proposal`` or ``agreement``.
        voice: who reads it: ``partner``, ``board`` or ``funder``.
        activity: the joint work; that which fits best by default.
        to: name of the organization that receives it.
        on: the day that it bears; today by default.
        level: how formal an agreement is.
        involves: what an agreement involves, such as ``minors``.
        excludes: what it does not.
        start: its first day.
        end: its last day.
        explain: let each clause say why it is there.
        final: the copy to sign, with nothing to tick.
        agreed: what the two sides named besides what the work needs.
        person: who receives it there.
        when: on which days and at what hours the work is held, such as "Mondays, 9 to noon".
        where: in which place, such as "the training room of the library".
        facts: whole sentences about the library or the town that the paper says, such as
            "Postage cost us $5,100 last year."
        why: a whole sentence that tells the reader why the library writes; *goal* never stands in a paper.
        need: what people come to the library with, in a sentence of its own instead of the catalog's.
        strike: words of gifts and terms that the paper must not promise in the library's name.
        sure: whether somebody stands by the rest of that, so that ``claims`` of the record is empty.
        others: more sides of the work, names by partner id.
        helpers: who else helps and signs nothing, names by partner id; with the day of its answer if that is
            known, such as ``Rotary Club, by 2027-02-26``.
        stage: how far the talk has come: ``idea``, ``asked`` or ``agreed``.
        decision: how a reply answers: ``yes``, ``later`` or ``no``.
        anyway: write about a request that was read with low confidence, too.
    """
    from collabkit import clock  # noqa: PLC0415
    from collabkit.proposals import Terms  # noqa: PLC0415
    from collabkit.proposals.orders import PaperOrder  # noqa: PLC0415
    from collabkit.proposals.subjects import Other  # noqa: PLC0415
    from collabkit.proposals.wording import Wording  # noqa: PLC0415

    sides = by_key(others, "others", {"museum": "Elm Museum"})
    helping = by_key(helpers, "helpers", {"service-club": "Rotary Club"})
    order = PaperOrder(
        paper=paper,
        voice=voice,
        stage=stage,
        decision=decision,
        on=on or clock.today(),
        terms=Terms(
            level,
            tuple(several(involves, "involves")),
            tuple(several(excludes, "excludes")),
            start,
            end,
            explain,
            final,
            tuple(several(agreed, "agreed")),
        ),
        goals=tuple(several(goal, "goal")),
        activity=activity,
        to=to,
        person=person,
        others=tuple(Other(partner, name) for partner, name in sides.items()),
        helpers=tuple(Other.helping(partner, name) for partner, name in helping.items()),
        when=when,
        where=where,
        facts=tuple(several(facts, "fact")),
        why=why,
        wording=Wording(need or "", tuple(several(strike, "strike")), sure),
        anyway=anyway,
    )
    return self.papers.write(order, about)


def receiver(self: "Workspace", organization: str, known: "Receiver") -> "Receiver":
    """Return the *organization* of the directory, by id or name, as whoever receives a paper; what is *known* wins.

    Raises:
        UsageError: none is called so, or several are; or nothing says what kind of partner it is.
    """
    from collabkit.proposals import receivers  # noqa: PLC0415

    return receivers.receiver(self.organization(organization), known)


def with_kept_helpers(
    self: "Workspace", subject: "Subject", *, on: date
) -> "tuple[Subject, list[Note]]":
    """Return *subject* with who else does the same work by the partnerships that are kept, and who was added."""
    # Without a home nothing is kept, and nothing need be imported to look for it.
    if not self.home or not self.partnerships.exists:
        return subject, []
    named = {subject.partner, *(each.partner for each in (*subject.helpers, *subject.others))}
    kept = self.partnerships.partners_in_work(subject.activity, on=on)
    more = [each for each in kept if each.partner not in named]
    added = [
        Note(
            "helper-added",
            f"Named as helping, from your partnerships: {each.name} ({each.partner}).",
        )
        for each in more
    ]
    return subject._replace(helpers=(*subject.helpers, *more)), added
