"""What to know of a paper beside it: the gaps, what to do first, and why an agreement is so formal."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from collabkit import paths
from collabkit.catalog import Catalog
from collabkit.catalog.base import Record
from collabkit.catalog.freshness import stale_parts
from collabkit.errors import cut
from collabkit.notes import Note
from collabkit.proposals.claims import Claim, ClaimKind
from collabkit.proposals.documents import Document
from collabkit.proposals.fact_parts import Gap
from collabkit.proposals.orders import PaperOrder
from collabkit.proposals.paper_advice import advice, no_money, reports_results
from collabkit.proposals.papers import PAPERS, is_agreement
from collabkit.proposals.spoken import spoken
from collabkit.proposals.wording import letters, without
from collabkit.text.phrases import cap, listed


def notes_of(
    documents: Sequence[Document], catalog: Catalog, profile: Path | None, on: date
) -> Iterator[Note]:
    """Yield what the papers lack, what in them is old, and what comes next; each sentence once for all of them.

    Args:
        documents: written for one order.
        catalog: what the field knows.
        profile: the library's, where facts are to be filled in.
        on: the day that they bear.
    """
    yield from missing(documents, profile)
    yield from claimed(documents)
    yield from struck_in_vain(catalog, documents)
    yield from to_find_out(documents)
    yield from not_on_record(documents)
    yield from for_trustees(documents)
    yield from no_room(documents)
    yield from not_named(documents)
    yield from outdated(catalog, documents, on)
    yield from no_money(documents)
    yield from too_soon(documents)
    yield from other_days(documents)
    if len(documents) == 1:
        yield from advice(catalog, documents[0])


def missing(documents: Sequence[Document], profile: Path | None) -> Iterator[Note]:
    """Yield each fact that is missing, once, with the place where it belongs."""
    for gap in {gap: None for each in documents for gap in each.gaps}:
        yield Note("missing-fact", f"missing: {gap} {_where(gap, profile)}")


def claimed(documents: Sequence[Document]) -> Iterator[Note]:
    """Yield once what papers say in the library's name though nobody there has said it."""
    claims = {claim: None for each in documents for claim in each.claims}
    if claims:
        made = "; ".join(
            f"{said}: {', '.join(named)}"
            for kind, said in _CLAIMS.items()
            if (named := [_named(each) for each in claims if each.kind == kind])
        )
        yours = f"Said in your name, and yours to check. {cap(made)}. "
        yield Note(
            "claims",
            f"{yours}Confirm, reword or strike it by the wording of the order.",
            f'{yours}If it is so, --set sure; --set need="..." says what people ask for your way, and --set strike="..." '
            "leaves out a gift or a term with such words.",
        )


def struck_in_vain(catalog: Catalog, documents: Sequence[Document]) -> Iterator[Note]:
    """Yield which words were to strike something and are in nothing that the catalog promises."""
    for document in documents:
        subject = document.subject
        work = catalog.activities.get(subject.activity)
        for each in subject.wording.strike:
            if work is not None and without(work, [each]) == work:
                yield Note(
                    "struck-in-vain",
                    f"No gift or term of {work.label} has the words {cut(each)!r}: nothing was left out for them.",
                )


def _named(claim: Claim) -> str:
    return claim.name if claim.kind == "term" else f'"{claim.name} …"'


_CLAIMS: Final[Mapping[ClaimKind, str]] = {
    "need": "what people ask for",
    "offer": "what you offer",
    "gift": "what you give",
    "term": "what holds",
}


def not_named(documents: Sequence[Document]) -> Iterator[Note]:
    """Yield which helpers a paper does not name, and which papers do."""
    left: dict[str, str] = {}
    for document in documents:
        text = letters(document.draft.text.markdown)
        for each in document.subject.helpers:
            if each.name and letters(str(spoken(each.name))) not in text:
                left[each.name] = document.draft.paper.id
    if left:
        telling = [each.id for each in PAPERS.values() if "partner" in each.names_helpers]
        paper = next(iter(left.values()))
        yield Note(
            "helper-not-named",
            f"{listed([*left])} {'is' if len(left) == 1 else 'are'} not named in this paper ({paper}); "
            f"{listed(telling)} name helpers.",
        )


def unused(order: PaperOrder, *, facts: bool, why: bool, agreed: bool) -> Iterator[Note]:
    """Yield which of what was given the paper of *order* does not say.

    Args:
        order: which paper is wanted.
        facts: whether facts of the library or the town were given.
        why: whether a reason was given.
        agreed: whether something was given as settled.
    """
    paper, voice = PAPERS[order.paper], order.voice
    if facts and not paper.tells_facts:
        telling = listed([each.id for each in PAPERS.values() if each.tells_facts])
        told = f"No fact is told in this paper ({paper.id}); {telling} tell them."
        yield Note("facts-not-told", told)
    if why and voice not in paper.tells_why:
        papers = [each.id for each in PAPERS.values() if voice in each.tells_why]
        give = "give" if len(papers) > 1 else "gives"
        where = f"; {listed(papers)} for a {voice} {give} it" if papers else ""
        not_given = f"is not given in this paper ({paper.id}){where}."
        yield Note(
            "reason-not-told", f"Your reason {not_given}", f"Your reason (--set why) {not_given}"
        )
    if agreed and voice == "partner" and not is_agreement(paper):
        yield Note(
            "agreed-not-told",
            f"What is agreed does not stand in this paper ({paper.id}): it belongs into what is signed, or a paper "
            "to a board or a funder.",
        )


def to_find_out(documents: Sequence[Document]) -> Iterator[Note]:
    """Yield once what would make a paper stronger that nobody told anything of the library or the town."""
    missing: dict[str, None] = {}
    for document in documents:
        facts = document.draft.facts
        if document.draft.paper.tells_facts and not facts.facts and not reports_results(facts):
            missing.update(dict.fromkeys(facts.find_out))
    if missing:
        what = "These papers" if len(documents) > 1 else "This paper"
        stronger = (
            f"{what} would be stronger with what only you can find out: {'; '.join(missing)}. "
        )
        yield Note(
            "to-find-out",
            f"{stronger}Say it as one of its facts.",
            f'{stronger}Say it with --set fact="...".',
        )


def not_on_record(documents: Sequence[Document]) -> Iterator[Note]:
    """Yield once that a paper on what happened has no record, or that a record does not say which work it is of."""
    facts = [each.draft.facts for each in documents]
    after = {each.draft.paper.id for each in documents} & {"thanks", "debrief"}
    if after and any(each.outcomes is None for each in facts):
        told = "What they gave and what was counted comes from the record of a partnership, and none is named. "
        yield Note(
            "no-record",
            f"{told}Take the order from one that is kept.",
            f"{told}`--partnership NAME` names one, and `collab track` starts one.",
        )
    guessed = {each.activity.label for each in facts if each.outcomes and not each.work_is_stated}
    for label in sorted(guessed):
        about = "" if after else f", and {label} was chosen because it fits best"
        yield Note(
            "work-not-stated",
            f"The record does not say which work you do together{about}. `work:` in partnership.yaml says it.",
        )


def for_trustees(documents: Sequence[Document]) -> Iterator[Note]:
    """Yield once what trustees ask before anything else, and no catalog knows."""
    told = [each.draft.facts for each in documents if each.draft.paper.tells_facts]
    if any(
        each.voice == "board" and not each.settled and not reports_results(each) for each in told
    ):
        first = (
            "Trustees ask first whether the director supports it, what staff drop for it and whether the library's "
            "insurance covers it. "
        )
        yield Note(
            "trustees-ask",
            f"{first}Say that as what is agreed.",
            f'{first}Say that with --set agreed="...".',
        )


def no_room(documents: Sequence[Document]) -> Iterator[Note]:
    """Yield which of the facts that were told did not fit into the words of an e-mail."""
    left = {
        each: None
        for document in documents
        if document.draft.paper.id == "email"
        for each in document.draft.facts.facts
        if letters(each) not in letters(document.draft.text.markdown)
    }
    for each in left:
        yield Note("no-room", f"There was no room in the e-mail for this: {cut(each)}")


def outdated(catalog: Catalog, documents: Sequence[Document], on: date) -> Iterator[Note]:
    """Yield which facts in the papers are past their date or were not looked up for a year."""
    used: dict[str, None] = {}
    for document in documents:
        facts = document.draft.facts
        figure = facts.activity.figure
        records: list[tuple[str, Record]] = [
            ("activities", facts.activity),
            ("partners", facts.partner),
            *(("cautions", each) for each in facts.cautions),
            *((("figures", catalog.figures[figure]),) if figure else ()),
        ]
        for kind, record in records:
            used.update(dict.fromkeys(one.sentence() for one in stale_parts(kind, record, on)))
    for sentence in used:
        yield Note("outdated", f"Look it up again before you send this: {sentence}.")


def other_days(documents: Sequence[Document]) -> Iterator[Note]:
    """Yield which other days a paper names than those that it was given: the catalog's, for any library."""
    for document in documents:
        draft = document.draft
        if draft.facts.setting and draft.facts.setting.when:
            from collabkit.text.occasions import other_days as others  # noqa: PLC0415 - if days are given

            # When the library is open to the public is no day of the work.
            text = draft.text.markdown.replace(draft.facts.open, "")
            named = others(text, draft.facts.setting.when)
            if named:
                yield Note(
                    "other-days",
                    f"The paper also names {listed(named)}, which the day that you gave does not: see that both are meant.",
                )


def too_soon(documents: Sequence[Document]) -> Iterator[Note]:
    """Yield of which work the first day leaves no time for an answer."""
    soon = {
        facts.activity.label: facts.times
        for facts in (each.draft.facts for each in documents if each.draft.paper.says_by_when)
        if facts.voice == "partner" and facts.stage != "agreed"
        if facts.times and facts.times.begin and not facts.times.answer
    }
    hurried = {
        facts.activity.label: facts.times
        for facts in (each.draft.facts for each in documents if each.draft.paper.says_by_when)
        if facts.voice != "partner" and facts.stage != "agreed" and not reports_results(facts)
        if facts.times and facts.times.begin and not facts.times.in_time
    }
    for label, times in hurried.items():
        less = f"{label} takes {times.lead} to prepare, and {times.begin} leaves less"
        yield _too_soon(f"{less}, so the paper does not say how long. ")
    for label, times in soon.items():
        less = f"{label} takes {times.lead} to prepare, and {times.begin} leaves less"
        yield _too_soon(f"{less}: no paper says by when an answer is needed. ")


def _too_soon(sentence: str) -> Note:
    return Note(
        "too-soon", f"{sentence}A later first day would.", f"{sentence}A later --set start would."
    )


def _where(gap: Gap, profile: Path | None) -> str:
    """Return where *gap* is to be filled: a line of the profile, an option, a file to be made."""
    if not gap.field:
        return gap.remedy
    if profile is None:
        return f"{gap.remedy} in {paths.PROFILE}"
    from collabkit.profiles import line_of  # noqa: PLC0415 - YAML, once there is something to say

    return f"{profile}:{line_of(profile, gap.field)}: {gap.remedy}"
