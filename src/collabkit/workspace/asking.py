"""What is asked of a workspace: which partners fit, who is near, what the hours allow."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from collabkit.api.arguments import Words
from collabkit.workspace.parts import Parts

if TYPE_CHECKING:
    from collabkit.api.findings import Findings
    from collabkit.api.matches import Matches
    from collabkit.api.plan_orders import Order
    from collabkit.api.planning import Plan
    from collabkit.directory.records import Organization
    from collabkit.finding import Absence


class Asking(Parts):
    """A workspace that answers."""

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
        from collabkit.api import clock  # noqa: PLC0415

        of_profile = {known.partner for known in self.library.partners if known.went != "badly"}
        kept = self.partnerships if self.home else ()
        at_work = {
            one.facts.partner
            for one in kept
            if one.facts.partner and one.state(clock.today()).stage != "ended"
        }
        return frozenset(of_profile | at_work)

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
