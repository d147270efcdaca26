"""Speed of plans, and how much better they are than works taken one by one.

Every goal, every work of the catalog, 500 made organizations and twelve months; then forty works. Time
is that of the processor, on one thread, from the match to the finished year.
"""

import random
import time
from datetime import date
from typing import get_args

from collabkit import Workspace
from collabkit.catalog import Catalog
from collabkit.planning import Candidate, Care, Wishes, Year, candidates, monthly_hours, plan
from collabkit.planning.candidates import Meant
from collabkit.planning.placements import Placement
from collabkit.planning.plan import ways_of
from collabkit.planning.program import worth

ORGANIZATIONS = 500
FEW = 40
DRAWS = 10_000
START = date(2027, 1, 1)
HOURS = ("2", "6", "6, summer 2", "12")


def made(catalog: Catalog) -> Meant:
    """Return the best of 500 made organizations for each kind of partner that has any."""
    kinds, chance = sorted(catalog.partners), random.Random(17)
    found = sorted(
        (chance.random(), f"Organization {number}", chance.choice(kinds))
        for number in range(ORGANIZATIONS)
    )
    return Meant(organizations={kind: name for _, name, kind in found})


def by_score(found: list[Candidate], wishes: Wishes) -> float:
    """Return the worth of taking works by their score alone, as long as one fits."""
    chosen: list[Placement] = []
    ways = ways_of(found, wishes)
    for each in sorted(found, key=lambda one: (-one.best, one.work)):
        for way in (way for way in ways if way.work == each.work):
            if _hold([*chosen, way], wishes):
                chosen.append(way)
                break
    return worth(chosen, wishes)


def _hold(chosen: list[Placement], wishes: Wishes) -> bool:
    months = (
        wishes.month_takes(way.hours[month] for way in chosen) <= most
        for month, most in enumerate(wishes.hours)
    )
    wholes = (way.candidate.whole(wishes.months) for way in chosen)
    return all(months) and wishes.plan_takes(wholes) <= sum(wishes.hours)


def main() -> None:
    """Print the figures."""
    workspace = Workspace(None, profile=None, own_catalog=None, templates=None)
    catalog, ranking = workspace.catalog, workspace.matcher.ranking
    goals = dict.fromkeys(catalog.goals, 1.0)
    meant = made(catalog)
    plan([], Wishes((1.0,), START, {}))  # the solver is imported before anything is measured
    begun = time.process_time()
    found = candidates(catalog, ranking, goals, meant=meant)
    matching = time.process_time() - begun
    named = sum(bool(each.organization) for each in found)
    print(f"{len(goals)} goals x {len(found)} works x {ORGANIZATIONS} organizations x 12 months")
    print(f"  {named} works with an organization; matched in {matching:.2f} s")
    print("  hours a week   care     seconds  proven  works  than greedy  than by score")
    for hours in HOURS:
        for care in get_args(Care):
            _print_one(found, _wishes(hours, care, goals), hours, matching)
    few = sorted(found, key=lambda each: (-each.best, each.work))[:FEW]
    _print_overruns(found, dict.fromkeys(sorted(goals)[::4], 1.0))
    print(f"{FEW} works (under 0.5 s)")
    for care in get_args(Care):
        _print_one(few, _wishes("6", care, goals), "6", 0.0)


def _print_overruns(found: list[Candidate], goals: dict[str, float]) -> None:
    """Print how often a year and its months take more hours than there are, drawn at random."""
    print(
        f"{DRAWS:,} draws: each work takes 30% less to 80% more than the middle, {len(goals)} goals"
    )
    print("  care      the year runs over  months run over  worth")
    for care in get_args(Care):
        year = plan(found, _wishes("6", care, goals))
        whole, months = overruns(year, random.Random(17))
        print(f"  {care:<8}  {whole:>18.1%}  {months:>15.1%}  {year.worth:>5.2f}")


def overruns(year: Year, chance: random.Random) -> tuple[float, float]:
    """Return the share of draws in which the hours of the plan do not do, and that of months."""
    there = sum(month.available for month in year.months)
    over, months = 0, 0
    for _ in range(DRAWS):
        drawn = [(each, chance.uniform(0.7, 1.8)) for each in year.chosen]
        taken = [
            sum(by * sum(each.hours[month]) / 2 for each, by in drawn)
            for month in range(len(year.months))
        ]
        over += sum(taken) > there
        months += sum(
            hours > month.available for hours, month in zip(taken, year.months, strict=True)
        )
    return over / DRAWS, months / DRAWS / len(year.months)


def _wishes(hours: str, care: Care, goals: dict[str, float]) -> Wishes:
    return Wishes(monthly_hours(hours, START, 12), START, goals, care=care)


def _print_one(found: list[Candidate], wishes: Wishes, hours: str, before: float) -> None:
    begun = time.process_time()
    year: Year = plan(found, wishes)
    took = time.process_time() - begun + before
    greedy = plan(found, wishes, greedy=True).worth
    score = by_score(found, wishes)
    proven = "yes" if year.exact else f"-{year.gap:.1%}"
    print(
        f"  {hours:<13}  {wishes.care:<8} {took:6.2f}   {proven:<6}  {len(year.chosen):>5}"
        f"  {year.worth / greedy - 1:>10.1%}  {year.worth / score - 1:>12.1%}",
        flush=True,
    )


if __name__ == "__main__":
    main()
