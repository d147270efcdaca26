"""What a workspace writes: papers, letters, reports, files for other programs."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from collabkit.api.arguments import Words, by_key, several
from collabkit.workspace.parts import Parts

if TYPE_CHECKING:
    from collabkit.api.documents import Document
    from collabkit.api.pages import Page
    from collabkit.api.papers import About
    from collabkit.api.planning import Plan
    from collabkit.api.replies import Reply
    from collabkit.api.reports import Reported
    from collabkit.proposals.answering import Door
    from collabkit.proposals.fact_parts import Decision, Formality, Stage, Voice


class Writing(Parts):
    """A workspace that writes."""

    def propose(  # noqa: PLR0913 - one keyword for each thing that a person may say of a paper
        self,
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
        others: Mapping[str, str] | None = None,
        helpers: Mapping[str, str] | None = None,
        stage: "Stage" = "idea",
        decision: "Decision" = "yes",
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
            others: more sides of the work, names by partner id.
            helpers: who else helps and signs nothing, names by partner id; with the day of its answer if that is
                known, such as ``Rotary Club, by 2027-02-26``.
            stage: how far the talk has come: ``idea``, ``asked`` or ``agreed``.
            decision: how a reply answers: ``yes``, ``later`` or ``no``.
        """
        from collabkit.api import clock  # noqa: PLC0415
        from collabkit.api.paper_orders import Order  # noqa: PLC0415
        from collabkit.proposals import Terms  # noqa: PLC0415
        from collabkit.proposals.subjects import Other  # noqa: PLC0415

        terms = Terms(
            level,
            tuple(several(involves, "involves")),
            tuple(several(excludes, "excludes")),
            start,
            end,
            explain,
            final,
            tuple(several(agreed, "agreed")),
        )
        order = Order(paper, voice, stage, decision, on or clock.today(), terms)
        named = by_key(others, "others", {"museum": "Elm Museum"})
        sides = [Other(partner, name) for partner, name in named.items()]
        helping = by_key(helpers, "helpers", {"service-club": "Rotary Club"})
        subject = self.papers.subject(
            about,
            goal,
            activity=activity,
            to=to,
            person=person,
            others=sides,
            helpers=[Other.helping(partner, name) for partner, name in helping.items()],
            when=when,
            where=where,
            facts=facts,
            why=why,
        )
        return self.papers.write(subject, order)

    def reply(
        self,
        name: str,
        *,
        again: date | None = None,
        doors: bool = True,
        on: date | None = None,
    ) -> "Reply":
        """Return the letter that answers the request called *name*, as ``collab request reply`` does.

        Args:
            name: any part of its name that is clear.
            again: when the library looks at it again, in a letter that says later.
            doors: whether a letter that says no may name others nearby whom the directory knows.
            on: the day that it bears; today by default.

        Raises:
            UsageError: nothing is decided yet.
        """
        from collabkit.api import clock, replies  # noqa: PLC0415
        from collabkit.api.doors import doors as others  # noqa: PLC0415

        one = self.requests.named(name)
        day = on or clock.today()
        incoming = self.requests.incoming(one, on=day, people=True)
        found: tuple[Door, ...] = ()
        if doors and incoming.decision == "no":
            found = others(one.facts, self.matcher, self.library, lambda: self.directory)
        voice = replies.Voice(self.profile_alone, self.profile, self.templates)
        return replies.reply(one, incoming, self.catalog, voice, doors=found, again=again, on=day)

    def evidence(
        self,
        *,
        standards: Words | None = None,
        state: str | None = None,
        every: bool = False,
        on: date | None = None,
    ) -> "Reported":
        """Return what the records prove of what the library is asked, as ``collab report`` does.

        Args:
            standards: only these, by their ids.
            state: two letters; those of the profile's place by default.
            every: the standards of every state.
            on: the day on which it is told; today by default.
        """
        from collabkit.api import clock, reports  # noqa: PLC0415

        kept = self.partnerships.stated() if self.partnerships.are_kept else []
        return reports.evidence(
            kept,
            self.profile_alone,
            self.catalog,
            on or clock.today(),
            standards=several(standards, "standard"),
            state=state,
            every=every,
        )

    def evidence_page(self, found: "Reported", *, on: date | None = None) -> "Page":
        """Return *found* as a page to hand in: text that ``save`` writes in any format."""
        from collabkit.api import clock  # noqa: PLC0415
        from collabkit.api.pages import Page  # noqa: PLC0415
        from collabkit.proposals import formats  # noqa: PLC0415
        from collabkit.reports.evidence_page import evidence_page  # noqa: PLC0415

        day, library = on or clock.today(), self.profile_alone
        look = formats.Look.of(library, self.profile, day)
        return Page(evidence_page(found.rows, library.name or "", day), look)

    def plan_page(self, plan: "Plan", *, on: date | None = None) -> "Page":
        """Return *plan* as a paper of two pages for the board: text that ``save`` writes in any format."""
        from collabkit.api import clock, plan_papers  # noqa: PLC0415
        from collabkit.proposals import formats  # noqa: PLC0415

        look = formats.Look.of(self.profile_alone, self.profile, on or clock.today())
        return plan_papers.paper(plan, self.library, look)

    def export(
        self, kind: str, *, on: date | None = None, people: bool = False
    ) -> Mapping[str, bytes]:
        """Return the partnerships as files for other programs, by name, as ``collab export`` does.

        Args:
            kind: ``calendar``, ``cards``, ``kumu``, ``kumu-csv``, ``graphml``, ``xlsx``, ``hsds`` or
                ``hsds-csv``.
            on: the day on which they are told; today by default.
            people: whether people are named: they are private.
        """
        from collabkit.api import clock  # noqa: PLC0415
        from collabkit.api.exports import Asked, export  # noqa: PLC0415

        asked = Asked(
            self.partnerships,
            lambda: self.profile_alone,
            lambda: self.catalog,
            on or clock.today(),
            people=people,
        )
        return export(kind, asked)
