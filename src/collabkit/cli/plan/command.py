"""``collab plan``: hours and goals to a year of partnerships."""

from collabkit import output
from collabkit.cli import options
from collabkit.cli.plan import plan_options as given
from collabkit.cli.plan.only import works_meant
from collabkit.cli.plan.views import Views, put_files
from collabkit.errors import UsageError
from collabkit.files.saving import refuse_taken
from collabkit.workspace import Workspace
from collabkit.workspace.names import PlanOrder, month_of, with_change


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
    force: options.ForceOption = False,
    greedy: given.GreedyOption = False,
    library: options.LibraryOption = None,
    catalog: options.CatalogOption = None,
    format_: options.FormatOption = None,
) -> None:
    """Choose the partnerships that your hours allow.

    They serve your goals best within the hours and the money that you have.

    Example: collab plan --hours "6, summer 2" --goal literacy=2 --goal aging
    """
    _refuse_a_muddle(what_if, explain, steps, ready)
    for file in filter(None, (save, calendar, out)):
        refuse_taken(file, force=force)
    workspace = Workspace.open(catalog=catalog, library=library)
    views = Views(workspace, format_)
    if compare:
        views.changes(workspace.compare_plans(*compare))
        return
    if answer or answers:
        workspace.answer_requirements(answer or (), answers)
        output.note(f"Kept in {workspace.profile}.")
    asked = PlanOrder(
        hours=hours or "",
        money=money,
        goal=tuple(goal or ()),
        least=tuple(least or ()),
        must=tuple(must or ()),
        without=tuple(without or ()),
        care=care,
        start=month_of(from_) if from_ else None,
        months=months,
        keep=str(keep or ""),
        greedy=greedy,
        weight=tuple(weight or ()),
    )
    order = works_meant(only).narrow(asked)
    plan = workspace.plan(order)
    if out:
        workspace.plan_page(plan).save(out, force=force)
        output.note(f"Wrote {out}.")
    if what_if:
        views.changes(plan.changes(workspace.plan(with_change(order, what_if))))
    else:
        named = (explain, views.reasons), (steps, views.steps), (ready, views.requirements)
        show = next((view for wanted, view in named if wanted), views.works)
        show(plan)
    put_files(workspace, plan, save, calendar, force=force)


def _refuse_a_muddle(*views: object) -> None:
    if sum(map(bool, views)) > 1:
        raise UsageError(
            "--what-if, --explain, --steps and --ready each show something else",
            "Ask for one of them",
        )
