"""Facts from the catalogs, the profile and the command line. Nothing is invented here."""

from collections.abc import Iterable, Sequence

from collabkit.catalog import Activity, Catalog, Goal
from collabkit.catalog.advice import Caution
from collabkit.catalog.schedule import Schedule, year_of
from collabkit.catalog.work import Measure, Role
from collabkit.library import Library
from collabkit.proposals import helping, parties, reckoning
from collabkit.proposals.calendar import (
    LEAST_TIME,
    TIME_FOR_A_GRANT,
    beginning,
    end_of_month,
    long_date,
    time_to_answer,
)
from collabkit.proposals.correspondents import receiver, sender
from collabkit.proposals.fact_parts import (
    Budget,
    Cost,
    Effort,
    Fact,
    Gap,
    Helper,
    Paid,
    Party,
    Setting,
    Shared,
    Voice,
)
from collabkit.proposals.facts import Facts
from collabkit.proposals.figures import Shown, shown
from collabkit.proposals.naming import named as with_names
from collabkit.proposals.naming import told_by_name
from collabkit.proposals.orders import PaperOrder
from collabkit.proposals.precedents import examples
from collabkit.proposals.result_parts import Question, Sheet
from collabkit.proposals.subjects import Subject
from collabkit.proposals.wording import without

_LIBRARY = "the catalog does not say; add it to the work in catalog/activities.yaml"


def gather(
    catalog: Catalog,
    library: Library,
    subject: Subject,
    order: PaperOrder,
    *,
    setting: Setting | None = None,
    span: str = "",
    whole: bool = False,
) -> Facts:
    """Return all that a paper about *subject* may say.

    Args:
        catalog: what the field knows.
        library: who writes.
        subject: the partners, the goal and the joint work.
        order: who reads it on which day, how far the talk has come, what is answered and agreed.
        setting: when and where it is held, as far as somebody said so.
        span: the months of the trial, as far as somebody said its first and last day.
        whole: tell a partner, too, what concerns others only.
    """
    on, voice = order.on, order.voice
    start, end = order.terms.start, order.terms.end
    partner = catalog.partners[subject.partner]
    wording = subject.wording
    goal = catalog.goals[subject.goal]
    activity = without(catalog.activities[subject.activity], wording.strike)
    role = parties.role_of(activity, partner.id, subject.as_, subject.to)
    lead = parties.party(partner, activity, subject.to, subject.as_)
    others = [
        (each.partner, parties.party(catalog.partners[each.partner], activity, each.name, each.as_))
        for each in subject.others
    ]
    writer = sender(library)
    cautions = [catalog.cautions[id_] for id_ in activity.cautions if id_ in catalog.cautions]
    figure = _figure(catalog, library, activity, goal, role, voice)
    schedule = activity.schedule
    sides = tuple(
        _worth(side.dated() if setting and setting.when else side, activity, library, id_)
        for id_, side in [(partner.id, lead), *others]
    )
    told = _told(activity, role, subject, voice, whole=whole)
    needs = parties.needs(catalog, activity, writer["library"], [(partner.id, lead), *others])
    helpers, seen_to = helping.helpers(
        catalog,
        activity,
        # Whoever reads it as a funder is asked in it, and not besides.
        [partner.id, *(each.partner for each in subject.others), *([voice] * (voice == "funder"))],
        subject.helpers,
    )
    if voice == "partner" and lead.quotes and not others:
        helpers = helping.without_sums(helpers)
    called = [
        (who, each.called)
        for each in helpers
        if each.named
        for who in dict.fromkeys((each.who, each.kind))
    ]
    bodies = [*((side.kind, side.name) for side in sides if isinstance(side.name, str)), *called]
    sides = tuple(told_by_name(side, called) for side in sides)
    if subject.when or start:
        from collabkit.proposals.step_days import dated_steps, held  # noqa: PLC0415 - if somebody named days

        days = held(subject.when, on, start, end, schedule.times_held() if schedule else 0)
        sides = tuple(side._replace(timeline=dated_steps(side.timeline, days)) for side in sides)
    cost, table = reckoning.cost(schedule) if schedule else None, None
    if voice == "funder" and schedule and cost:
        who = [(partner.id, lead), *others]
        cost, table = _budget(activity, schedule, cost, library, writer["library"], who, helpers)
    # Days that were named tell when it begins; a month beside them could only disagree.
    named = subject.when.strip() and start is None
    patience = time_to_answer(partner)
    least = TIME_FOR_A_GRANT if voice == "funder" else LEAST_TIME
    begin = (
        None if named else beginning(activity, on, patience, start, away=partner.away, least=least)
    )
    return Facts(
        voice=voice,
        stage=order.stage,
        decision=order.decision,
        date=long_date(on),
        **receiver(subject, partner, role, lead),
        partner=partner,
        party=sides[0],
        parties=sides,
        **writer,
        why=subject.why,
        goal=goal,
        activity=activity,
        work_is_stated=subject.work_is_stated,
        trial_label=activity.trial_label,
        pilot=with_names(activity.pilot, bodies),
        trial=with_names(activity.pilot_as_ours, bodies),
        need=wording.need or activity.need or goal.need,
        figure=figure.fact,
        figure_known=figure.known,
        figure_before=figure.before,
        facts=subject.facts,
        settled=order.terms.agreed if voice != "partner" else (),
        find_out=activity.to_find_out(
            [subject.partner, *(each.partner for each in subject.others)]
        ),
        library_gives=tuple(gift.text for gift in told.library_gives)
        or (Gap("what the library would give", _LIBRARY),),
        library_gains=tuple(gain.text for gain in told.library_gains),
        needs=needs,
        **helping.told(helpers),
        needed=(
            *(side.name for side in sides if not side.optional),
            *(each.called for each in helpers if each.awaited),
        ),
        unasked=(
            *(side.name for side in sides),
            *(each.called for each in helpers if each.is_relied_on() and not each.agreed),
        ),
        # A partner hears of the others before its own answer. Trustees wait for them as they wait for the partner.
        known=helping.known(helpers)
        or ((begin.known if voice == "partner" else begin.answer) if begin else ""),
        missing=tuple(
            found
            for need, found in zip(activity.needs, needs, strict=True)
            if not found.who
            and need.resource not in seen_to
            and not (voice == "funder" and need.resource == "funding")  # that is what it asks for
        ),
        times=reckoning.times(schedule, begin) if schedule else None,
        setting=setting,
        span=span,
        effort=_effort(library, schedule) if schedule else None,
        cost=cost,
        shared=_given(schedule, sides, helpers),
        paid=_paid(schedule, sides, helpers) if voice != "funder" and schedule else None,
        budget=table,
        basis=schedule.basis if schedule else "",
        requires=told.requires,
        depends_on=activity.depends_on,
        stop=told.stop or Gap("the rule by which the trial ends", _LIBRARY),
        ends=activity.ends or Gap("how the work is left well", _LIBRARY),
        measures=told.measures,
        sheets=_sheets(told.measures),
        cautions=tuple(cautions),
        shared_cautions=_shared(cautions),
        examples=examples(catalog, activity.id, partner.id, to_partner=voice == "partner"),
        funder=next((each.name or "" for each in subject.helpers if each.partner == voice), ""),
        report_by=end_of_month(end, reckoning.months_to_report(schedule))
        if end and schedule
        else "",
    )


def _figure(
    catalog: Catalog,
    library: Library,
    activity: Activity,
    goal: Goal,
    role: Role | None,
    voice: Voice,
) -> Shown:
    """Return the figure that shows the need; none to a partner whose *role* counted it."""
    if voice == "partner" and role is not None and role.knows_figure:
        return Shown("")
    return shown(catalog, library, activity, goal, table=voice != "partner")


def _told(
    activity: Activity, role: Role | None, subject: Subject, voice: Voice, *, whole: bool
) -> Activity:
    """Return the work as its reader is told of it: to a board and a funder all of it is."""
    if voice != "partner":
        return activity
    sides = [subject.partner, *(each.partner for each in subject.others)]
    told = activity if whole else activity.told_to(sides)
    # Several sides read one rule, which is that of the work.
    rule = role.stop if role and not subject.others else ""
    return told.model_copy(update={"stop": rule}) if rule else told


def _given(schedule: Schedule | None, sides: Sequence[Party], helpers: Sequence[Helper]) -> Shared:
    """Return how much of the cash of the trial its *sides* and the *helpers* that are known by name give."""
    named = [each for each in helpers if each.named]
    gives = any(side.asked.money for side in sides) or any(each.money for each in named)
    if schedule is None or not gives:
        return ""
    given = sum(side.asked.dollars for side in sides) + sum(each.dollars for each in named)
    return "all" if given >= schedule.trial_most() else "some"


def _paid(schedule: Schedule, sides: Sequence[Party], helpers: Sequence[Helper]) -> Paid | None:
    from collabkit.proposals.budget import Giver, paid  # noqa: PLC0415 - for a board and funders alone

    givers = [
        *(Giver.of_side(side) for side in sides),
        *(Giver.of_helper(each) for each in helpers),
    ]
    return paid(schedule, givers)


def _effort(library: Library, schedule: Schedule) -> Effort:
    return reckoning.valued(
        reckoning.effort(schedule.hours, schedule), schedule.first_year(), library
    )


def _budget(
    activity: Activity,
    schedule: Schedule,
    cost: Cost,
    library: Library,
    name: Fact,
    sides: Sequence[tuple[str, Party]],
    helpers: Sequence[Helper],
) -> tuple[Cost, Budget]:
    """Return what a funder is asked for, and the table that it is a part of."""
    from collabkit.proposals.budget import Giver, Side, budget  # noqa: PLC0415 - for funders alone

    working = [Side(name, schedule.hours, schedule.sessions_a_month)]
    for partner, side in sides:
        role = parties.role_of(activity, partner, side.as_)
        if role and not side.asked.hired:  # what the library pays for is no gift
            working.append(Side(side.name, role.hours, role.sessions_a_month(schedule)))
    givers = [
        *(Giver.of_side(side) for _, side in sides),
        *(Giver.of_helper(each) for each in helpers),
    ]
    return budget(activity, schedule, cost, library, working, givers)


def _worth(side: Party, activity: Activity, library: Library, partner: str) -> Party:
    """Return *side* with what its hours are worth, where the library states a rate."""
    role, schedule = parties.role_of(activity, partner, side.as_), activity.schedule
    if side.effort is None or role is None or schedule is None or library.rate is None:
        return side
    year = year_of(role.hours, role.sessions_a_month(schedule), schedule.months)
    return side._replace(effort=reckoning.valued(side.effort, year, library))


def _sheets(measures: Iterable[Measure]) -> tuple[Sheet, ...]:
    """Return the questions of *measures* by who answers them."""
    found: dict[str, list[Question]] = {}
    for each in measures:
        if each.question and each.answer != "count":
            asked = Question(each.question, each.question_es, each.answer)
            found.setdefault(each.who, []).append(asked)
    return tuple(Sheet(who, tuple(questions)) for who, questions in found.items())


def _shared(cautions: Iterable[Caution]) -> tuple[Caution, ...]:
    return tuple(caution for caution in cautions if caution.readers == "both")
