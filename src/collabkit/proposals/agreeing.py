"""What two sides agree on: how formal, by which clauses, from when to when. Only an agreement needs it."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from collabkit.catalog import Catalog
from collabkit.catalog.schedule import Schedule
from collabkit.proposals import clauses, formality, helping, settled
from collabkit.proposals.calendar import known_by, long_date, sign_by
from collabkit.proposals.cases import Case, case_of
from collabkit.proposals.closest_step import closest
from collabkit.proposals.fact_parts import Agreement, Fact, Formality, Gap
from collabkit.proposals.facts import Facts
from collabkit.proposals.subjects import Subject
from collabkit.proposals.terms import Terms
from collabkit.text.months import months_named
from collabkit.text.phrases import cap, ended, listed

_NOTICE_DAYS: Mapping[Formality, int] = {"email": 30, "letter": 30, "mou": 60, "contract": 90}
_SHORTEST = 14
"""Days of notice that a trial of a few weeks asks for."""
_DAYS_OPEN = " The two settle exact days and times in writing."
"""What is still to be done where nobody has said when the work is held."""


def case(catalog: Catalog, subject: Subject, terms: Terms) -> Case:
    """Return what the work that *subject* names involves, as *terms* know better."""
    return case_of(
        catalog,
        catalog.partners[subject.partner],
        catalog.activities[subject.activity],
        as_=subject.as_,
        name=subject.to,
        involves=terms.involves,
        excludes=terms.excludes,
    )


def agreement(
    catalog: Catalog,
    facts: Facts,
    subject: Subject,
    terms: Terms,
    *,
    named: Formality | None,
    on: date,
) -> Agreement:
    """Return the agreement of those whom *facts* tell of.

    Args:
        catalog: conditions and clauses.
        facts: what the paper may say.
        subject: what it is about.
        terms: what a person says of it.
        named: how formal, where the name of the paper says so.
        on: the day that it bears.
    """
    found = case(catalog, subject, terms)
    advice = _advice(catalog, facts, found)
    asked = terms.level or named
    awards = facts.partner.awards and len(facts.parties) == 1
    gift = asked is None and awards and bool(facts.party.asked.money)
    level: Formality = "letter" if gift else asked or advice.level
    start = (
        long_date(terms.start)
        if terms.start
        else Gap("first day", "give it with --set start=YYYY-MM-DD")
    )
    end = (
        long_date(terms.end) if terms.end else Gap("last day", "give it with --set end=YYYY-MM-DD")
    )
    signed = sign_by(terms.start, on, _lead(facts)) if terms.start else None
    paid, unpaid = settled.money(facts, terms.agreed, final=terms.final)
    blanks: dict[str, Fact] = {
        "library": facts.library,
        "partner": listed([str(party.name) for party in facts.parties])
        if len(facts.parties) > 1
        else facts.to,
        "activity": facts.activity.label,
        "summary": facts.activity.summary,
        "need": facts.need,
        "place": facts.place,
        "start": start,
        "end": end,
        "money": paid,
        "home": settled.way_home(facts),
        "notice": _notice(level, facts.activity.schedule),
        "review": "when the trial ends, and once a year after that",
        "days": "" if _days_are_known(facts, terms) else _DAYS_OPEN,
    }
    return Agreement(
        level=level,
        recommended=advice.level,
        because=advice.because,
        clauses=tuple(
            clauses.written(clause, blanks)
            for clause in clauses.chosen(catalog.clauses.values(), found, level)
            if not (terms.final and clause.draft)
        ),
        explain=terms.explain,
        final=terms.final,
        agreed=terms.agreed,
        start=start,
        end=end,
        gift=gift,
        unsaid=(unpaid,) if unpaid and found.get("money") and not gift else (),
        sign_by=long_date(signed) if signed else "",
        known=helping.known(facts.helpers)
        or (long_date(known_by(signed, terms.start)) if signed and terms.start else ""),
    )


def settled_in(facts: Facts, agreed: Sequence[str]) -> tuple[Facts, tuple[str, ...]]:
    """Return *facts* in which a step of the one partner says what was *agreed* of it, and what is left to say besides.

    What a step still asks for, such as an hour that is to be named, is read beside its answer.
    """
    steps = list(facts.party.timeline)
    if not steps or len(facts.parties) > 1:
        return facts, tuple(agreed)
    left = []
    for line in agreed:
        place = closest(line, [f"{step.when} {step.text}" for step in steps])
        if place is None:
            left.append(line)
            continue
        text = f"{steps[place].text} {ended(cap(line))}"
        steps[place] = steps[place].model_copy(update={"text": text})
    party = facts.party._replace(timeline=tuple(steps))
    return facts._replace(party=party, parties=(party,)), tuple(left)


def _days_are_known(facts: Facts, terms: Terms) -> bool:
    """Return whether somebody has said on which days it is held, or agreed on one."""
    agreed = any(months_named(each) for each in terms.agreed)
    return agreed or bool(facts.setting and facts.setting.when)


def _lead(facts: Facts) -> timedelta:
    schedule = facts.activity.schedule
    return timedelta(weeks=schedule.lead_weeks if schedule else 0)


def _advice(catalog: Catalog, facts: Facts, found: Case) -> formality.Advice:
    gifts = (str(gift) for side in facts.parties for gift in (*side.gives, *side.may_give))
    sums = any("$" in gift for gift in gifts)
    return formality.advise(catalog.conditions, found, facts.activity, sums=sums)


def _notice(level: Formality, schedule: Schedule | None) -> str:
    """Return how long before its end an agreement is given notice of: about a third of a trial, at least two weeks."""
    days = _NOTICE_DAYS[level]
    if schedule is not None and schedule.pilot_weeks:
        days = min(days, max(_SHORTEST, schedule.pilot_weeks * 7 // 3))
    return "two weeks" if days < _NOTICE_DAYS["letter"] else f"{days // 30 * 30} days"
