"""A plan explained: why each work is in, what came close, what more hours would bring."""

from collections.abc import Iterable, Iterator

from collabkit.cli.cards import wrapped
from collabkit.cli.plan.bars import by_month
from collabkit.text.phrases import listed
from collabkit.workspace.names import Marginal, NearMiss, OtherPlan, Plan, Reason


class Explanation:
    """What is said of one plan."""

    def __init__(self, plan: Plan) -> None:
        """Explain *plan*."""
        self._plan = plan

    def __iter__(self) -> Iterator[str]:
        """Yield the explanation in pieces, each when it is reckoned."""
        inquiry = self._plan.inquiry
        yield _part("Goals", (self._goal(cover.goal) for cover in self._plan.year.goals))
        yield (
            "Hours by month\n"
            + "".join(f"    {line}\n" for line in by_month(self._plan.year))
            + "\n"
        )
        yield _part("Why each work is in", map(self._reason, inquiry.reasons()))
        yield _part("What came close", map(self._near_miss, inquiry.near_misses()))
        yield _part("What one more hour would bring", self._marginals(inquiry.marginal()))
        yield _part("Plans within one percent", self._others(inquiry.others()))
        yield _part("What each rests on, and how to leave it", self._exits())

    def _goal(self, goal: str) -> str:
        cover = next(each for each in self._plan.year.goals if each.goal == goal)
        if cover.carried is None:
            return f"{goal}: nobody.{self._smallest(goal)}"
        backed = f", backed by {self._label(cover.backed)}" if cover.backed else ""
        return f"{goal}: carried by {self._label(cover.carried)}{backed}."

    def _smallest(self, goal: str) -> str:
        """Return which work made for *goal* lacks the fewest hours."""
        miss = self._plan.inquiry.least_missing(goal)
        if miss is None:
            return " No work that was made for it can run in these months and hours."
        lacks = miss.lacks
        return (
            f" What comes closest is {miss.label}, and takes {lacks}."
            if lacks
            else f" {miss.label} would fit, and is worth less than what the hours go to."
        )

    def _reason(self, reason: Reason) -> str:
        label = self._label(reason.work)
        if not reason.loss:
            return f"{label}: another would do as well: {self._named(reason.instead)}."
        instead = (
            f" {self._named(reason.instead)} would come in its place." if reason.instead else ""
        )
        return f"{label}: without it the best plan is worth {reason.loss:.1%} less.{instead}"

    def _near_miss(self, miss: NearMiss) -> str:
        if miss.loss is None:
            return f"{miss.label}: no plan with it holds.{_lacks(miss)}"
        leaves = (
            f", for its hours come from {self._named(miss.instead_of)}" if miss.instead_of else ""
        )
        return f"{miss.label}: with it the best plan is worth {max(0.0, miss.loss):.1%} less{leaves}.{_lacks(miss)}"

    def _marginals(self, found: Iterable[Marginal]) -> Iterator[str]:
        gains = [each for each in found if each.gain]
        for each in gains:
            adds = f": {self._named(each.adds)} would come in" if each.adds else ""
            yield f"{each.first:%B %Y}: {each.gain:.1%} more{adds}."
        if not gains:
            yield "Nothing: one more hour in a single month changes no plan."

    def _others(self, found: list[OtherPlan]) -> Iterator[str]:
        for other in found:
            adds, drops = self._named(other.adds), self._named(other.drops)
            said = f"{adds} instead of {drops}" if adds and drops else f"without {drops}"
            yield f"{said if drops else f'with {adds}'}: {other.loss:.1%} less."
        if not found:
            yield "None: every other plan is further from this one."

    def _exits(self) -> Iterator[str]:
        for activity in self._plan.activities():
            depends = " ".join(each.text for each in activity.depends_on)
            yield f"{activity.label}: {depends or 'It rests on no program or law.'} {activity.ends}"

    def _label(self, work: str) -> str:
        return self._plan.label(work)

    def _named(self, works: Iterable[str]) -> str:
        return listed([self._label(work) for work in works])


def _lacks(miss: NearMiss) -> str:
    """Return what is missing to have it beside the plan as it is."""
    lacks = miss.lacks
    return f" To have it as well takes {lacks}." if lacks else ""


def _part(title: str, sentences: Iterable[str]) -> str:
    lines = [title]
    for sentence in sentences:
        lines += wrapped(sentence)
    return "\n".join(lines) + "\n\n"
