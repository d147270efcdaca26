"""What a standard asks, beside what the records prove and what is missing."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from collabkit.catalog import Catalog
from collabkit.catalog.standards import Evidence, Standard
from collabkit.catalog.standards import Fact as Kind
from collabkit.library import Library, StrategicGoal
from collabkit.reports.records_facts import Proof
from collabkit.text.phrases import listed

MONTH = 30.44
"""Days."""
MOST = 12
"""Facts that are listed for one piece of evidence; more prove no more."""


class Found(NamedTuple):
    """One fact that proves something."""

    name: str
    """The organization's name."""
    what: str
    """What the record says, never in the words of a log."""
    on: str | None
    """The day of it, as in 2026-03-31."""
    partnership: str
    """The folder of the partnership that it stands in."""


class EvidenceRow(NamedTuple):
    """One thing that somebody asks a library to show, and what the records have of it."""

    standard: str
    """The standard, an entry of `standards.yaml`; `plan-1` and so on for the library's own strategic goals."""
    label: str
    """What it is called."""
    body: str
    """Who asks."""
    jurisdiction: str
    """For whom it holds: two letters of a state, `US`, or `own` for the library's own plan."""
    number: str
    """How the body itself numbers it; empty if it does not."""
    binding: str
    """`required`, `voluntary` or `grant`; `plan` for the library's own."""
    asks: str
    """What it asks, in our words."""
    evidence: str
    """What has to be shown."""
    fact: Kind
    """The kind of fact that shows it."""
    least: int
    """How many there have to be."""
    months: int
    """How many months back they count."""
    state: Literal["proved", "partly", "missing"]
    """*proved* where there are enough, *partly* where there are some, *missing* where there is none."""
    found: tuple[Found, ...]
    """What proves it, the newest first: at most twelve."""
    total: int
    """How many facts there are."""
    missing: str | None
    """What to do about it, if it is not proved."""
    page: str
    """The page that states the standard; empty for the library's own plan."""
    as_of: str
    """When that page was looked up."""


def evidence_rows(
    standards: Iterable[Standard], facts: Sequence[Proof], library: Library, today: date
) -> Iterator[EvidenceRow]:
    """Yield each thing that *standards* ask to show, with what the *facts* prove.

    Args:
        standards: what is asked.
        facts: what the records say, the newest first.
        library: whose plan is meant where a standard speaks of one.
        today: the day from which months are counted back.
    """
    for standard in standards:
        for evidence in standard.evidence:
            found = [each for each in facts if _proves(each, evidence, library, today)]
            yield _row(standard, evidence, found)


def of_plan(library: Library, catalog: Catalog) -> list[Standard]:
    """Return the strategic goals of *library* as standards of its own: each wants work, and something counted."""
    return [_of_goal(number, goal, library, catalog) for number, goal in enumerate(library.strategic_goals, start=1)]  # fmt: skip


def _of_goal(number: int, goal: StrategicGoal, library: Library, catalog: Catalog) -> Standard:
    works = {goal_ for work in goal.works if work in catalog.activities for goal_ in catalog.activities[work].goals[:1]}  # fmt: skip
    goals = tuple(dict.fromkeys((*goal.goals, *sorted(works))))
    labels = [catalog.goals[each].label for each in goals if each in catalog.goals]
    until = f" by {goal.until}" if goal.until else ""
    kinds: tuple[tuple[Kind, str], ...] = (
        ("running", "joint work toward it"),
        ("count", "what was counted of it"),
        ("answers", "what those who took part said"),
    )
    return Standard.model_construct(
        id=f"plan-{number}",
        label=goal.name,
        summary=goal.name,
        source=("library.yaml",),
        body=library.name or "the library",
        jurisdiction="own",
        number="",
        binding="plan",
        asks=f"A goal of the library's own plan{until}{': ' + listed(labels) if labels else ''}.",
        page="",
        as_of="",
        evidence=tuple(
            Evidence.model_construct(
                fact=kind, what=what, least=1, months=12, partners=(), goals=goals
            )
            for kind, what in kinds
        ),
    )


def _proves(each: Proof, evidence: Evidence, library: Library, today: date) -> bool:
    if evidence.fact == "plan":
        own = set(library.own_goals)
        works = {work for plan in library.strategic_goals for work in plan.works}
        if each.kind != "running" or not (own & set(each.goals) or each.work in works):
            return False
    elif each.kind != evidence.fact:
        return False
    if evidence.partners and each.partner not in evidence.partners:
        return False
    if evidence.goals and not set(evidence.goals) & set(each.goals):
        return False
    return each.on is not None and each.on >= _first(today, evidence.months)


def _first(today: date, months: int) -> date:
    days = round(months * MONTH)
    return today - timedelta(days=min(days, today.toordinal() - 1))


def _row(standard: Standard, evidence: Evidence, found: Sequence[Proof]) -> EvidenceRow:
    enough = len({each.partnership for each in found}) >= evidence.least
    return EvidenceRow(
        standard=standard.id,
        label=standard.label,
        body=standard.body,
        jurisdiction=standard.jurisdiction,
        number=standard.number,
        binding=standard.binding,
        asks=standard.asks,
        evidence=evidence.what,
        fact=evidence.fact,
        least=evidence.least,
        months=evidence.months,
        state="proved" if enough else "partly" if found else "missing",
        found=tuple(
            Found(each.name, each.what, each.on.isoformat() if each.on else None, each.partnership)
            for each in found[:MOST]
        ),
        total=len(found),
        missing=None if enough else _remedy(evidence, len({each.partnership for each in found})),
        page=standard.page,
        as_of=standard.as_of,
    )


_REMEDIES: dict[Kind, str] = {
    "partnership": "keep your partners: collab track NAME --partner KIND --goal GOAL",
    "running": 'note the stage of work that runs: collab log NAME "stage: active"',
    "talk": 'note when you talk with a partner: collab log NAME "met the director"',
    "agreement": 'note what was signed: collab log NAME "agreement: signed until 2027-03-31"',
    "agreed": 'note what you settle: collab log NAME "agreed: Tuesdays at four"',
    "joint-work": "name the work of a partnership: collab change NAME work=ID, and its stage",
    "goal": "name the goals of a partnership: collab change NAME goals=ID",
    "kept-promise": 'note what you promised and did: collab log NAME "kept: the room plan"',
    "count": "type what you count: collab count NAME learners 12",
    "answers": "ask those who took part, and type it: collab count NAME MEASURE yes=9 partly=2 no=1",
    "their-hours": "ask partners for their hours: collab count NAME hours 6 --theirs",
    "health": "let both sides fill the short check: collab health NAME",
    "went": 'note how it went: collab log NAME "went: well"',
    "paper": "send a paper: collab propose --partnership NAME --as letter -o letter.docx",
    "plan": "name the goals of your plan in library.yaml, and those that partnerships serve",
}


def _remedy(evidence: Evidence, have: int) -> str:
    remedy = _REMEDIES[evidence.fact]
    if evidence.least > 1:
        remedy = f"{have} of {evidence.least} partners; {remedy}"
    if evidence.goals:
        few = ", ".join(evidence.goals[:_FEW]) + (
            " and others" if len(evidence.goals) > _FEW else ""
        )
        remedy += f" (for {few})"
    if evidence.partners:
        few = ", ".join(evidence.partners[:_FEW])
        remedy += f" (with {few})"
    return remedy


_FEW = 4
