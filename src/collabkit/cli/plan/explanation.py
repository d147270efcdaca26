"""A plan explained: why each work is in, what came close, what more hours would bring."""

from collections.abc import Iterator

from collabkit.api.planning import Plan
from collabkit.cli.cards import wrapped
from collabkit.planning import Inquiry, Marginal, NearMiss, Other, Reason
from collabkit.text.phrases import listed


def explained(plan: Plan) -> Iterator[str]:
    """Yield the explanation in pieces, each when it is reckoned."""
    inquiry = plan.inquiry
    yield _part("Goals", (_goal(plan, cover.goal) for cover in plan.year.goals))
    yield _part("Hours by month", _months(plan))
    yield _part("Why each work is in", map(_reason, inquiry.reasons()))
    yield _part("What came close", (_near_miss(each) for each in inquiry.near_misses()))
    yield _part("What one more hour would bring", _marginals(inquiry))
    yield _part("Plans within one percent", _others(inquiry.others()))
    yield _part("What each rests on, and how to leave it", _exits(plan))


def _part(title: str, sentences: Iterator[str]) -> str:
    lines = [title]
    for sentence in sentences:
        lines += wrapped(sentence)
    return "\n".join(lines) + "\n\n"


def _goal(plan: Plan, goal: str) -> str:
    cover = next(each for each in plan.year.goals if each.goal == goal)
    if cover.carried is None:
        return f"{goal}: nobody."
    backed = f", backed by {cover.backed}" if cover.backed else ""
    return f"{goal}: carried by {cover.carried}{backed}."


_BAR = 40


def _months(plan: Plan) -> Iterator[str]:
    """Yield a bar for each month: what is taken for sure, what may be, and what is free."""
    most = max((month.available for month in plan.year.months), default=0.0) or 1.0
    for month in plan.year.months:
        low, high = (round(_BAR * hours / most) for hours in (month.low, month.high))
        whole = max(round(_BAR * month.available / most), high)
        bar = f"{'#' * low}{'+' * (high - low)}{'.' * (whole - high)}"
        yield f"{month.first:%b %y}  {bar} {month.low:.0f}-{month.high:.0f} of {month.available:.0f}"


def _reason(reason: Reason) -> str:
    if not reason.loss:
        return f"{reason.work}: another would do as well: {_named(reason.instead)}."
    instead = f" {_named(reason.instead)} would come in." if reason.instead else ""
    return f"{reason.work}: without it the best plan is worth {reason.loss:.1%} less.{instead}"


def _near_miss(miss: NearMiss) -> str:
    short = f", {miss.hours:g} hours more in {miss.month:%B} needed" if miss.month else ""
    if miss.loss is None:
        return f"{miss.work}: no plan with it holds{short}."
    leaves = f"; {_named(miss.instead_of)} would leave" if miss.instead_of else ""
    return f"{miss.work}: with it the best plan is worth {max(0.0, miss.loss):.1%} less{leaves}{short}."


def _marginals(inquiry: Inquiry) -> Iterator[str]:
    gains = [each for each in inquiry.marginal() if each.gain]
    yield from map(_marginal, gains)
    if not gains:
        yield "Nothing: one more hour in a single month changes no plan."


def _marginal(each: Marginal) -> str:
    adds = f": {_named(each.adds)} would come in" if each.adds else ""
    return f"{each.first:%B %Y}: {each.gain:.1%} more{adds}."


def _others(found: list[Other]) -> Iterator[str]:
    for other in found:
        yield f"{_named(other.adds) or 'nothing'} instead of {_named(other.drops) or 'nothing'}: {other.loss:.1%} less."
    if not found:
        yield "None: every other plan is further from this one."


def _exits(plan: Plan) -> Iterator[str]:
    for activity in plan.activities():
        depends = " ".join(each.text for each in activity.depends_on)
        yield f"{activity.id}: {depends or 'It rests on no program or law.'} {activity.ends}"


def _named(works: tuple[str, ...]) -> str:
    return listed(works)
