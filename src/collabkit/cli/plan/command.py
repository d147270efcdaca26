"""``collab plan``: hours and goals to a year of partnerships."""

from collections.abc import Iterable
from pathlib import Path

from collabkit import output
from collabkit.api.plan_orders import Order, month_of, with_change
from collabkit.api.planning import Plan
from collabkit.api.saved_plans import compared
from collabkit.api.writing import put, refuse_taken
from collabkit.cli import options
from collabkit.cli.plan import cards, notes, readiness
from collabkit.cli.plan import plan_options as given
from collabkit.cli.plan.columns import CHANGES, STEPS, WORKS
from collabkit.cli.plan.only import works_meant
from collabkit.errors import UsageError
from collabkit.output import Format
from collabkit.workspace import Workspace


def command(
    hours: given.HoursOption = None,
    money: given.MoneyOption = None,
    goal: given.GoalOption = None,
    least: given.LeastOption = None,
    must: given.MustOption = None,
    without: given.WithoutOption = None,
    only: given.OnlyOption = None,
    weight: given.WeightOption = None,
    care: given.CareOption = "careful",
    from_: given.FromOption = None,
    months: given.MonthsOption = 12,
    what_if: given.WhatIfOption = None,
    explain: given.ExplainOption = False,
    steps: given.StepsOption = False,
    ready: given.ReadyOption = False,
    answer: given.AnswerOption = None,
    answers: given.AnswersOption = None,
    out: given.OutputOption = None,
    save: given.SaveOption = None,
    keep: given.KeepOption = None,
    compare: given.CompareOption = None,
    calendar: given.CalendarOption = None,
    force: given.ForceOption = False,
    greedy: given.GreedyOption = False,
    library: options.LibraryOption = None,
    catalog: options.CatalogOption = None,
    format_: options.FormatOption = None,
    color: options.ColorOption = True,
) -> None:
    """Choose the partnerships that serve your goals best within your hours, month by month.

    Example: collab plan --hours "6, summer 2" --goal literacy=2 --goal aging
    """
    if sum(map(bool, (what_if, explain, steps, ready))) > 1:
        raise UsageError(
            "--what-if, --explain, --steps and --ready each show something else",
            "Ask for one of them",
        )
    for file in filter(None, (save, calendar, out)):
        refuse_taken(file, force=force)
    workspace = Workspace.open(catalog=catalog, library=library)
    if compare:
        _compare_saved(workspace, compare, format_, color=color)
        return
    if answer or answers:
        readiness.answered(workspace.profile, workspace.catalog, answer, answers)
    considered = works_meant(only)
    order = Order(
        hours or "",
        money,
        tuple(goal or ()),
        tuple(least or ()),
        tuple(must or ()),
        tuple(without or ()),
        considered.works,
        care=care,
        start=month_of(from_) if from_ else None,
        months=months,
        keep=str(keep) if keep else "",
        greedy=greedy,
        partners=considered.partners,
        called=considered.called,
        organizations=considered.organizations,
        only_named=bool(considered.organizations),
        weight=tuple(weight or ()),
    )
    plan = workspace.plan(order)
    if out:
        workspace.plan_page(plan).save(out, force=force)
        output.note(f"Wrote {out}.")
    if what_if:
        _compare(plan, workspace.plan(with_change(order, what_if)), format_, color=color)
    elif explain:
        from collabkit.cli.plan.explanation import Explanation  # noqa: PLC0415 - for people

        _say(Explanation(plan))
    elif steps:
        _show_steps(plan, format_, color=color)
    elif ready:
        readiness.show(plan, workspace.profile, workspace.catalog, format_, color=color)
    else:
        _show(plan, format_, color=color)
    _write(plan, save, calendar, force=force)


def _show(plan: Plan, format_: Format | None, *, color: bool) -> None:
    if _for_a_person(format_):
        _say(cards.planned(plan))
    else:
        output.write(plan.year.chosen, WORKS, format_, id_=lambda each: each.work, color=color)
    notes.planned(plan)
    if _for_a_person(format_):
        output.note("--explain says why, --steps what to do when.")


def _show_steps(plan: Plan, format_: Format | None, *, color: bool) -> None:
    if _for_a_person(format_):
        _say(cards.listed_steps(plan, plan.steps()))
    else:
        output.write(plan.steps(), STEPS, format_, id_=lambda step: step.work, color=color)


def _say(pieces: Iterable[str]) -> None:
    for piece in pieces:
        output.say(piece)
    output.flush()


def _for_a_person(format_: Format | None) -> bool:
    return (format_ or output.default_format()) is Format.TABLE


def _write(plan: Plan, save: Path | None, calendar: Path | None, *, force: bool) -> None:
    if save is not None:
        plan.save(save, force=force)
        output.note(f"Wrote {save}; `collab plan --keep {save}` keeps to it.")
    if calendar is not None:
        put(calendar, plan.calendar(), force=force)
        output.note(f"Wrote {calendar}.")


def _compare_saved(
    workspace: Workspace, files: tuple[Path, Path], format_: Format | None, *, color: bool
) -> None:
    changes, share = compared(workspace.catalog, *files)
    output.write(changes, CHANGES, format_, id_=lambda change: change.work, color=color)
    notes.worth_beside(share, same=not changes)


def _compare(plan: Plan, other: Plan, format_: Format | None, *, color: bool) -> None:
    output.write(plan.changes(other), CHANGES, format_, id_=lambda change: change.work, color=color)
    notes.compared(plan, other)
