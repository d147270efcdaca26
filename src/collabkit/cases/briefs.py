"""All that a paper about a case may say, what it must not say, and what is missing: for whoever writes it by hand."""

from collections.abc import Iterator
from typing import NamedTuple

from collabkit.cases.case import Case
from collabkit.proposals.claims import Claim
from collabkit.proposals.documents import Document
from collabkit.proposals.fact_parts import Fact, Gap
from collabkit.proposals.facts import Facts


class PaperBrief(NamedTuple):
    """What whoever writes a paper needs to know."""

    paper: str
    to: str
    """Who receives it; what body it is, where no name is known."""
    facts: tuple[tuple[str, str | tuple[str, ...]], ...]
    """What may be said, each with what it is; the most telling first."""
    private: tuple[str, ...]
    """What must not stand in it, and is hers alone: her wish, and who is not asked and why."""
    internal: tuple[str, ...]
    """What must not stand in it either: what the library sees to by itself."""
    claims: tuple[Claim, ...]
    """What the catalog says in the library's name and nobody there has said: hers to confirm before it is sent."""
    gaps: tuple[str, ...]
    """What is missing, each with what to do about it."""
    find_out: tuple[str, ...]
    """What only the library can know and what decides for the reader."""


def brief_of(case: Case, document: Document) -> PaperBrief:
    """Return the brief of the paper *document* about *case*."""
    facts = document.draft.facts
    shared = {each.id for each in facts.shared_cautions}
    own = [each.do for each in facts.cautions if each.id not in shared]
    passed = [f"{each.name}: {each.why}" if each.why else each.name for each in case.passed_over]
    return PaperBrief(
        document.draft.paper.id,
        _known(facts.to) or facts.party.kind,
        tuple((title, said) for title, said in _facts(facts) if said),
        (*case.words, *passed),
        tuple(own),
        document.claims,
        tuple(f"{gap.what}: {gap.remedy}" for gap in document.draft.text.gaps),
        facts.find_out,
    )


def _known(fact: Fact) -> str:
    return "" if isinstance(fact, Gap) else fact


def _all(facts: tuple[Fact, ...]) -> tuple[str, ...]:
    return tuple(filter(None, map(_known, facts)))


def _facts(facts: Facts) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    party, letter = facts.party, facts.party.letter
    yield "work", facts.trial_label
    yield "reader", f"{facts.party.kind}; {_known(facts.reader)}".rstrip("; ")
    yield "reader_protects", party.protects
    yield "why_it_is_their_business", _known(party.aim)
    yield "trial", facts.trial
    yield "need", _known(facts.need)
    yield "they_give", _all(party.gives)
    yield "they_gain", tuple(each.text for each in party.gains)
    yield "their_hours", party.effort.trial if party.effort else ""
    yield "library_gives", _all(facts.library_gives)
    yield "terms", tuple(each.text for each in letter.terms) if letter else ()
    if party.objection:
        yield "they_may_object", (party.objection.says, party.objection.answer)
    yield "said_by_the_library", (*facts.facts, *filter(None, (facts.why,)), *facts.settled)
    yield "figure", _known(facts.figure) if facts.figure_known else ""
    yield "when_and_where", facts.setting.told if facts.setting else ""
    yield "months", _months(facts)
    yield "library_hours", facts.effort.trial if facts.effort else ""
    yield "money", _money(facts)
    yield "helpers", tuple(each.called for each in facts.helpers_told)
    yield "stop", _known(facts.stop)
    yield "ends", _known(facts.ends)
    yield "counted", tuple(each.what for each in facts.measures)
    yield "requires", tuple(each.text for each in facts.requires)
    yield "settle_together", tuple(each.do for each in facts.shared_cautions)
    yield "signed", _signed(facts)


def _months(facts: Facts) -> tuple[str, ...]:
    times = facts.times
    if times is None:
        return ()
    begin = f"it could begin in {times.begin}" if times.begin else ""
    answer = f"if they say yes by {times.answer}" if times.answer else ""
    return tuple(filter(None, (times.sentence, begin, answer, f"the trial lasts {times.pilot}")))


def _money(facts: Facts) -> tuple[str, ...]:
    cost = facts.cost
    if cost is None:
        return ()
    if cost.none:
        return ("it costs nothing but time",)
    sums = [
        f"the trial takes {cost.trial}" if cost.trial else f"the first year takes {cost.amount}"
    ]
    return (
        *sums,
        *(each.told or f"{each.what}: {each.sum}" for each in cost.lines),
        f"usually paid by {cost.payer}",
    )


def _signed(facts: Facts) -> str:
    names = (_known(facts.contact_name), _known(facts.contact_role), _known(facts.library))
    return ", ".join(filter(None, (*names, _known(facts.contact_reach))))
