"""What each piece of work would bring to a plan and take from it."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from collabkit.catalog import Activity, Catalog
from collabkit.catalog.work import Span
from collabkit.matching import Pair, Parser, Ranking
from collabkit.planning import weights as w


class Candidate(NamedTuple):
    """One piece of work with the partner that fits it best."""

    work: str
    label: str
    partner: str
    worth: Mapping[str, float]
    """What it is worth for each goal it serves, 0 to about 1."""
    months: int
    """Months that it runs."""
    season: tuple[int, ...]
    """The calendar months it is bound to; nothing if it can begin in any."""
    lead: int
    """Months from the first talk to the first session."""
    setup: Span
    """Library hours to set it up, spread over the months before it starts."""
    month: Span
    """Library hours in each month that it runs."""
    cash: Span
    """Dollars of the first year beyond staff time."""
    bad: tuple[int, ...] = ()
    """Calendar months in which not to approach the partner."""
    good: tuple[int, ...] = ()
    """Calendar months in which to approach it."""
    running: bool = False
    """True for work that is under way: nothing to set up, nothing to wait for."""
    organization: str = ""
    """The organization that is meant, by its name; blank where only its kind is known."""

    def whole(self, months: int) -> Span:
        """Return the library hours of all of it in a plan of *months*, whenever it begins."""
        runs = min(self.months, months)
        return self.setup[0] + runs * self.month[0], self.setup[1] + runs * self.month[1]

    @property
    def best(self) -> float:
        """What it is worth for the goal it serves best."""
        return max(self.worth.values(), default=0.0)


def candidates(
    catalog: Catalog,
    ranking: Ranking,
    goals: Iterable[str],
    *,
    works: Iterable[str] = (),
    partners: Mapping[str, str] | None = None,
    running: Iterable[str] = (),
) -> list[Candidate]:
    """Return the works that serve any of *goals*, each with its best partner, in order of id.

    Args:
        catalog: what the field knows.
        ranking: for the library that asks.
        goals: ids.
        works: the only works to consider; all of them by default.
        partners: for some works the partner that is meant, instead of the best.
        running: works that are under way.
    """
    only, under_way = set(works), set(running)
    fits = _fits(catalog, ranking, goals, partners or {})
    precedented = {each.activity for each in catalog.precedents.values() if each.activity}
    found = []
    for work, by_partner in sorted(fits.items()):
        activity = catalog.activities[work]
        if only and work not in only and work not in under_way:
            continue
        partner = max(by_partner, key=lambda each: (sum(by_partner[each].values()), each))
        factor = _factor(activity, running=work in under_way, precedented=work in precedented)
        worth = {
            goal: round(score * factor, 4) for goal, score in sorted(by_partner[partner].items())
        }
        found.append(_candidate(catalog, activity, partner, worth, running=work in under_way))
    return found


def _factor(activity: Activity, *, running: bool, precedented: bool) -> float:
    """Return by what the fit is multiplied, for what the match does not see."""
    months = activity.schedule.months if activity.schedule else 1
    return (
        (w.RUNNING if running else 1.0)
        * (w.PRECEDENTED if precedented else 1.0)
        * w.LEVELS[activity.level]
        * (w.BRIEF + (1 - w.BRIEF) * months / 12)
    )


def _fits(
    catalog: Catalog, ranking: Ranking, goals: Iterable[str], meant: Mapping[str, str]
) -> dict[str, dict[str, dict[str, float]]]:
    """Return for each work and partner the fit to each goal, 0 to 1, where the work says its part."""
    parser = Parser(catalog)
    found: dict[str, dict[str, dict[str, float]]] = {}
    for goal in goals:
        for pair in ranking.pairs(parser.parse([goal])):
            if _plannable(catalog, pair, goal, meant):
                by_partner = found.setdefault(pair.activity, {})
                by_partner.setdefault(pair.partner, {})[goal] = pair.score / 100
    return found


def _plannable(catalog: Catalog, pair: Pair, goal: str, meant: Mapping[str, str]) -> bool:
    if not pair.activity or meant.get(pair.activity, pair.partner) != pair.partner:
        return False
    activity = catalog.activities[pair.activity]
    return (
        goal in activity.goals
        and activity.schedule is not None
        and bool(activity.roles_of(pair.partner))
    )


def _candidate(
    catalog: Catalog,
    activity: Activity,
    partner: str,
    worth: Mapping[str, float],
    *,
    running: bool,
) -> Candidate:
    schedule = activity.schedule
    if schedule is None:  # _plannable has looked
        raise AssertionError(activity.id)
    calendar = catalog.partners[partner].calendar
    return Candidate(
        activity.id,
        activity.label,
        partner,
        worth,
        schedule.months,
        schedule.season,
        0 if running else round(schedule.lead_weeks / w.WEEKS_A_MONTH),
        (0.0, 0.0) if running else schedule.hours.setup,
        schedule.monthly(),
        schedule.cash,
        calendar.bad if calendar else (),
        calendar.good if calendar else (),
        running,
    )
