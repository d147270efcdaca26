"""What each piece of work would bring to a plan and take from it."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from collabkit.catalog import Activity, Catalog
from collabkit.catalog.schedule import Span
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
    made_for: str = ""
    """The goal that it was made for, and which it alone can carry; blank if it can carry any."""
    begins: tuple[int, ...] = ()
    """Calendar months that its trial names for the first session; nothing if any will do."""
    organization: str = ""
    """The organization that is meant, by its name; blank where only its kind is known."""

    backed: float = w.BACKED
    """The part of its worth that counts where it backs a goal."""
    touching: float = w.TOUCHING
    """The part of that for a goal it was not made for."""

    def whole(self, months: int) -> Span:
        """Return the library hours of all of it in a plan of *months*, whenever it begins."""
        runs = min(self.months, months)
        return self.setup[0] + runs * self.month[0], self.setup[1] + runs * self.month[1]

    def carries(self, goal: str) -> float:
        """Return what it is worth for *goal* if it carries it."""
        return self.worth.get(goal, 0.0) if self.made_for in {"", goal} else 0.0

    def backs(self, goal: str) -> float:
        """Return what it is worth for *goal* if it backs it."""
        part = 1.0 if self.made_for in {"", goal} else self.touching
        return self.backed * part * self.worth.get(goal, 0.0)

    @property
    def best(self) -> float:
        """What it is worth for the goal it serves best."""
        return max(self.worth.values(), default=0.0)


class Meant(NamedTuple):
    """Who is meant, where a person or the directory says so."""

    partners: Mapping[str, str] = MappingProxyType({})
    """For some works the kind of partner."""
    called: Mapping[str, str] = MappingProxyType({})
    """For some works the organization, by its name."""
    organizations: Mapping[str, str] = MappingProxyType({})
    """For some kinds of partner the best organization, by its name."""
    spent: Mapping[str, float] = MappingProxyType({})
    """For works under way the library's hours a month, as they were counted."""
    only_named: bool = False
    """Whether only kinds count that have an organization."""
    weights: w.Weights = w.Weights()
    """What counts how much."""

    def name(self, work: str, partner: str) -> str:
        """Return the organization that is meant for *work* with a *partner*; blank if none is."""
        return self.called.get(work) or self.organizations.get(partner, "")


_NOBODY = Meant()


def candidates(
    catalog: Catalog,
    ranking: Ranking,
    goals: Mapping[str, float],
    *,
    works: Iterable[str] = (),
    meant: Meant = _NOBODY,
    running: Iterable[str] = (),
) -> list[Candidate]:
    """Return the works that serve any of *goals*, each with its best partner, in order of id.

    Args:
        catalog: what the field knows.
        ranking: for the library that asks.
        goals: ids, with their weights.
        works: the only works to consider; all of them by default.
        meant: who is meant, instead of the best kind of partner.
        running: works that are under way.
    """
    only, under_way = set(works), set(running)
    fits = _fits(catalog, ranking, goals, meant)
    precedented = {each.activity for each in catalog.precedents.values() if each.activity}
    found = []
    for work, by_partner in sorted(fits.items()):
        activity = catalog.activities[work]
        if only and work not in only and work not in under_way:
            continue
        is_running = work in under_way

        def brings(partner: str, by: Mapping[str, Mapping[str, float]] = by_partner) -> float:
            return sum(goals[goal] * score for goal, score in by[partner].items())

        partner = max(by_partner, key=lambda each: (brings(each), each))
        factor = _factor(
            activity, meant.weights, running=is_running, precedented=work in precedented
        )
        worth = {
            goal: round(score * factor, 4) for goal, score in sorted(by_partner[partner].items())
        }
        one = _candidate(catalog, activity, partner, worth, running=is_running)
        hours = meant.spent.get(work)
        found.append(
            one._replace(
                organization=meant.name(work, partner),
                backed=meant.weights.backed,
                touching=meant.weights.touching,
                month=one.month if hours is None else (hours, hours),
            )
        )
    return found


def _factor(activity: Activity, weights: w.Weights, *, running: bool, precedented: bool) -> float:
    """Return by what the fit is multiplied, for what the match does not see."""
    months = activity.schedule.months if activity.schedule else 1
    return (
        (weights.running if running else 1.0)
        * (weights.precedented if precedented else 1.0)
        * weights.level(activity.level)
        * (weights.brief + (1 - weights.brief) * months / 12)
    )


def _fits(
    catalog: Catalog, ranking: Ranking, goals: Iterable[str], meant: Meant
) -> dict[str, dict[str, dict[str, float]]]:
    """Return for each work and partner the fit to each goal, 0 to about 1, where the work says its part."""
    parser = Parser(catalog)
    found: dict[str, dict[str, dict[str, float]]] = {}
    for goal in goals:
        for pair in ranking.pairs(parser.parse([goal])):
            if _plannable(catalog, pair, goal, meant):
                by_partner = found.setdefault(pair.activity, {})
                named = meant.weights.named if meant.name(pair.activity, pair.partner) else 1.0
                first = catalog.activities[pair.activity].roles[0].partner == pair.partner
                fit = (pair.score / 100) ** meant.weights.apt
                fit *= meant.weights.first_call if first else 1.0
                by_partner.setdefault(pair.partner, {})[goal] = named * fit
    return found


def _plannable(catalog: Catalog, pair: Pair, goal: str, meant: Meant) -> bool:
    if not pair.activity or meant.partners.get(pair.activity, pair.partner) != pair.partner:
        return False
    if meant.only_named and not meant.name(pair.activity, pair.partner):
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
        made_for=activity.goals[0],
        begins=activity.pilot_months,
    )
