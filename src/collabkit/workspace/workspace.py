"""One library's workspace: whatever may be asked of it, as the commands ask it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from collabkit import paths
from collabkit.api.arguments import Words, by_key, several
from collabkit.errors import Problem
from collabkit.workspace.parts import Parts

if TYPE_CHECKING:
    from collabkit.api.documents import Document
    from collabkit.api.findings import Findings
    from collabkit.api.matches import Matches
    from collabkit.api.pages import Page
    from collabkit.api.papers import About
    from collabkit.api.plan_orders import Order
    from collabkit.api.planning import Plan
    from collabkit.api.replies import Reply
    from collabkit.api.reports import Reported
    from collabkit.directory.pipeline.load import Report
    from collabkit.directory.records import Organization
    from collabkit.finding import Absence
    from collabkit.proposals.answering import Door
    from collabkit.proposals.fact_parts import Decision, Formality, Stage, Voice


class Workspace(Parts):
    """One library's own files over the shipped catalogs. Each part is read when it is first used.

    >>> from collabkit import Workspace
    >>> workspace = Workspace.open()
    >>> workspace.match("kids come hungry in july")[0].partner
    'food-bank'
    """

    def match(
        self,
        goal: Words,
        *,
        limit: int | None = None,
        sector: str | None = None,
        spread: bool = False,
    ) -> "Matches":
        """Return the kinds of organization that fit *goal*, best first, as ``collab match`` does.

        Args:
            goal: a goal id or plain words; several are one request.
            limit: how many at most; all of them by default.
            sector: only partners of this sector.
            spread: keep one sector from filling the list.
        """
        return self.matcher.match(goal, limit=limit, sector=sector, spread=spread)

    def find(
        self,
        goal: Words | None = None,
        *,
        near: str | None = None,
        within: float | str = 25,
        partner: Words | None = None,
        search: Words | None = None,
        guesses: bool = False,
        limit: int = 10,
    ) -> "Findings":
        """Return the organizations nearby that fit *goal*, best first, as ``collab find`` does.

        Args:
            goal: goal ids or plain words. Without one, every kind of partner fits.
            near: a ZIP code, "City, ST" or "LAT,LON"; where the library is by default.
            within: how far, in miles, or a text such as "40km".
            partner: only partners of these types.
            search: words that must all stand in the name or the town.
            guesses: whether those count too whose type is only a guess.
            limit: how many at most.

        Raises:
            DirectoryMissingError: no register is loaded; ``load`` loads one.
        """
        from collabkit.api import findings  # noqa: PLC0415

        asked = findings.question(
            self.matcher,
            self.library,
            goal,
            partner=partner,
            search=search,
            within=within,
            guesses=guesses,
            limit=limit,
        )
        spot = findings.spot_of(near, self.library)
        return findings.find(self.matcher, self.directory, spot, asked.search)

    def gaps(
        self,
        goal: Words | None = None,
        *,
        near: str | None = None,
        within: float | str = 25,
        partner: Words | None = None,
    ) -> "list[Absence]":
        """Return the goals and kinds of partner that nobody nearby serves, as ``find --gaps`` does."""
        from collabkit.api import findings  # noqa: PLC0415

        asked = findings.question(self.matcher, self.library, goal, partner=partner, within=within)
        spot = findings.spot_of(near, self.library)
        return findings.gaps(self.matcher, self.directory, spot, asked.search, self.works_with)

    @property
    def works_with(self) -> frozenset[str]:
        """The kinds of partner that the library works with: those of its profile and of its partnerships."""
        of_profile = {known.partner for known in self.library.partners if known.went != "badly"}
        kept = self.partnerships if self.home else ()
        return frozenset(of_profile | {one.facts.partner for one in kept if one.facts.partner})

    def plan(self, order: "Order | None" = None, **asked: Any) -> "Plan":  # noqa: ANN401 - any field
        """Return the partnerships that the library's hours allow, as ``collab plan`` does.

        Work of the partnerships it keeps counts as under way once it is tried.

        Args:
            order: all that is asked.
            asked: the same by the fields of ``Order``: ``hours="6, summer 2"``, ``goal="literacy"``.

        Raises:
            UsageError: something is asked that cannot be.
            ImpossibleError: the wishes cannot hold together.
            SolverMissingError: the extra ``plan`` is not installed, and ``greedy`` is not asked for.
        """
        from collabkit.api.plan_orders import order_of  # noqa: PLC0415
        from collabkit.api.plan_sources import ASKED, with_organizations, with_running  # noqa: PLC0415
        from collabkit.api.planning import Planner  # noqa: PLC0415

        meant = with_running(order or order_of(asked), self.partnerships if self.home else ())
        meant = with_organizations(meant, self.library, lambda: self.find(limit=ASKED))
        return Planner(self.catalog, self.library, self.matcher.ranking).plan(meant)

    def saved_plan(self, file: str | Path | None = None) -> "Plan":
        """Return the plan that was saved in *file*; in ``plan.yaml`` of the workspace by default.

        Raises:
            UsageError: there is no such file, or its works no longer run as it says.
            DataError: it holds no plan.
        """
        from collabkit.api.plan_orders import Order  # noqa: PLC0415
        from collabkit.api.plan_papers import of_saved  # noqa: PLC0415
        from collabkit.api.planning import Planner  # noqa: PLC0415

        planner = Planner(self.catalog, self.library, self.matcher.ranking)
        return of_saved(planner, Path(file) if file else self.plan_file, Order())

    @property
    def plan_file(self) -> Path:
        """Where the plan of the workspace is, if one was saved."""
        return (self.home or Path()) / "plan.yaml"

    def plan_page(self, plan: "Plan", *, on: date | None = None) -> "Page":
        """Return *plan* as a paper of two pages for the board: text that ``save`` writes in any format."""
        from collabkit.api import clock  # noqa: PLC0415
        from collabkit.api.pages import Page  # noqa: PLC0415
        from collabkit.api.plan_papers import planned  # noqa: PLC0415
        from collabkit.proposals import formats  # noqa: PLC0415
        from collabkit.reports.plan_page import plan_page  # noqa: PLC0415

        day = on or clock.today()
        look = formats.Look.of(self.profile_alone, self.profile, day)
        return Page(plan_page(planned(plan, self.library), day), look)

    def organization(self, name: str) -> "Organization":
        """Return the organization of the directory with that id or *name*.

        Raises:
            UsageError: none is called so, or several are.
        """
        from collabkit.api import findings, registers  # noqa: PLC0415

        if registers.looks_like_one(name):
            return registers.organization(self.directory, name)
        around = findings.somewhere(self.library)
        return registers.named(self.directory, self.catalog.partners, name, around)

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
        others: Mapping[str, str] | None = None,
        stage: "Stage" = "idea",
        decision: "Decision" = "yes",
    ) -> "Document":
        """Return a paper, as ``collab propose`` does: text that ``save`` writes in any format.

        Args:
            about: a partner's id, a match, or an organization that was found; with nothing the partner
                that fits *goal* best.
            goal: why; a match brings its own.
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
            others: more sides of the work, names by partner id.
            stage: how far the talk has come: ``idea``, ``asked`` or ``agreed``.
            decision: how a reply answers: ``yes``, ``later`` or ``no``.
        """
        from collabkit.api.clock import today  # noqa: PLC0415
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
        order = Order(paper, voice, stage, decision, on or today(), terms)
        named = by_key(others, "others", {"museum": "Elm Museum"})
        sides = [Other(partner, name) for partner, name in named.items()]
        subject = self.papers.subject(
            about, goal, activity=activity, to=to, person=person, others=sides
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
        from collabkit.api.clock import today  # noqa: PLC0415
        from collabkit.api.exports import Asked, export  # noqa: PLC0415

        asked = Asked(
            self.partnerships,
            lambda: self.profile_alone,
            lambda: self.catalog,
            on or today(),
            people=people,
        )
        return export(kind, asked)

    def load(
        self,
        files: Words,
        *,
        columns: Mapping[str, str] | None = None,
        name: str = "",
    ) -> "Report":
        """Load public registers and tables into the directory, as ``collab directory load`` does.

        Args:
            files: files, folders and ZIPs, each known by its content.
            columns: which column of a table of one's own is what: ``{"name": "Organization"}``.
            name: what to call such a table.
        """
        from collabkit.api.registers import load_files  # noqa: PLC0415

        self.close()  # what is open is the old one
        return load_files(self.catalog, self.folder, files, columns=columns, name=name)

    def check(self, *files: str | Path) -> list[Problem]:
        """Return every problem in *files*, or in the library's own, as ``collab check`` does."""
        from collabkit.api import profiles  # noqa: PLC0415

        return profiles.check([Path(file) for file in files] or self.files(), self.own_catalog)

    @classmethod
    def init(
        cls,
        folder: str | Path = ".",
        *,
        force: bool = False,
        **stated: Any,  # noqa: ANN401 - any field
    ) -> Self:
        """Write a commented ``library.yaml`` into *folder*, as ``collab init`` does; return its workspace.

        Args:
            folder: where; it must exist.
            force: write over a file that exists.
            stated: what the profile states, by its fields: ``name="Our Library"``, ``zip="59801"``,
                ``assets=["study-rooms"]``, ``contact={"role": "librarian"}``.

        Raises:
            UsageError: a value cannot stand in a profile.
            CollabkitError: there is a ``library.yaml`` already.
        """
        from collabkit.api.profiles import profile_of_fields, write_profile  # noqa: PLC0415

        opened = cls.open(folder)
        write_profile(
            opened.catalog,
            profile_of_fields(stated),
            Path(folder) / paths.PROFILE,
            force=force,
        )
        return cls.open(folder)
