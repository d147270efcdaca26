"""What to do with a paper: whom to ask first, who gives such a sum, and why an agreement is so formal."""

from collections.abc import Iterator, Sequence

from collabkit.catalog import Catalog
from collabkit.notes import Note
from collabkit.proposals.documents import Document
from collabkit.proposals.facts import Facts
from collabkit.text.phrases import dollars, listed


def no_money(documents: Sequence[Document]) -> Iterator[Note]:
    """Yield of which work a funder is told that takes no money."""
    facts = [
        each.draft.facts
        for each in documents
        if each.draft.facts.voice == "funder" and not reports_results(each.draft.facts)
    ]
    free = {each.activity.label: None for each in facts if each.cost and each.cost.none}
    for label in free:
        none = f"{label} takes no cash, so there is no grant to ask for; "
        decide = "writes the paper for those who decide about staff time."
        yield Note("no-money", f'{none}voice="board" {decide}', f"{none}`--for board` {decide}")
    tiny = _tiny(facts)
    small = {
        each.activity.label: each.cost.ask
        for each in facts
        if each.cost and each.cost.small and not each.cost.none
        if each.activity.label not in tiny
    }
    for label, most in tiny.items():
        little = (
            f"The trial of {label} takes {most} at most, and no foundation gives so little: pay it from the "
            "library's own budget"
        )
        others = "or ask the Friends or a service club."
        yield Note("no-money", f"{little}, {others}", f"{little} (`--for board`), {others}")
    for label, ask in small.items():
        few = f"{label} asks for {ask}, and few foundations give so little: "
        own = "asks your own board, and Friends or a service club may vote it in a month."
        yield Note("no-money", f'{few}voice="board" {own}', f"{few}`--for board` {own}")


def _tiny(facts: Sequence[Facts]) -> dict[str, str]:
    """Return the trials for whose cash no funder is asked, each with the most that it takes."""
    from collabkit.proposals.budget import is_too_small  # noqa: PLC0415 - for funders alone

    scheduled = [(each.activity.label, each.activity.schedule) for each in facts]
    return {
        label: dollars(schedule.trial_most())
        for label, schedule in scheduled
        if schedule and is_too_small(schedule)
    }


def advice(catalog: Catalog, document: Document) -> Iterator[Note]:
    """Yield whom to approach, and of an agreement why it is as formal as it is."""
    facts = document.draft.facts
    agreement = facts.agreement
    if document.draft.paper.id in _AFTER_THE_FIRST_TALK:
        return
    if agreement is None:
        if reports_results(facts):
            return
        when = f". When: {facts.when}" if facts.when else ""
        yield Note("whom-to-ask", f"Whom to ask for: {facts.whom}{when}.".replace("..", "."))
        yield Note("first-step", f"First: {facts.first_step}")
        return
    nameless = [each.called for each in facts.helpers if each.awaited and not each.named]
    if nameless:
        said = "has said" if len(nameless) == 1 else "have said"
        nothing = f"Nothing begins before {listed(nameless)} {said} yes, and what is signed names nobody without a name: "
        yield Note(
            "helper-without-a-name",
            f"{nothing}give it first.",
            f"{nothing}name it first with --set helper.",
        )
    if agreement.gift:
        own = "A foundation grants money by an award letter of its own, so this one only confirms the gift; "
        all_the_same = "writes an agreement all the same."
        yield Note(
            "gift-letter",
            f'{own}level="letter" {all_the_same}',
            f"{own}`--set level=letter` {all_the_same}",
        )
        return
    from collabkit.proposals.formality import NAMES  # noqa: PLC0415 - few papers are an agreement

    yield Note("formality", f"The case calls for {NAMES[agreement.recommended]}:")
    for why in agreement.because:
        yield Note("formality", f"  {why}")
    if agreement.level != agreement.recommended:
        yield Note("formality", f"This draft is {NAMES[agreement.level]}, as you asked.")
    for condition in document.unsettled:
        unknown = f"Not known: {catalog.conditions[condition].question} "
        yield Note(
            "condition-unknown",
            f"{unknown}Say whether it involves {condition}.",
            f"{unknown}Say --set involves={condition} or --set excludes={condition}.",
        )
    yield Note("no-legal-advice", "This is a draft and not legal advice: have counsel read it.")


_AFTER_THE_FIRST_TALK = {"thanks", "evaluation", "debrief", "reply"}
"""Papers to people who have been reached."""


def reports_results(facts: Facts) -> bool:
    """Return whether the paper tells what came of the work: it asks for no money, and nobody anew."""
    return facts.outcomes is not None and facts.outcomes.counted
