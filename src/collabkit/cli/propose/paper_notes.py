"""What is said beside a paper: the gaps, what to do first, and why an agreement is so formal."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from collabkit import output, paths
from collabkit.catalog import Catalog
from collabkit.catalog.base import Record
from collabkit.catalog.freshness import stale_parts
from collabkit.errors import CollabkitError, ExitCode, cut
from collabkit.proposals import Gap
from collabkit.proposals.documents import Document
from collabkit.proposals.fact_parts import Voice
from collabkit.proposals.facts import Facts
from collabkit.proposals.papers import PAPERS
from collabkit.proposals.receivers import Receiver
from collabkit.proposals.spoken import spoken
from collabkit.text.phrases import dollars, listed


class GapsError(CollabkitError):
    """A paper has gaps, and none was to have any."""

    exit_code = ExitCode.DATA


def gaps(documents: Sequence[Document], profile: Path | None) -> None:
    """Say each fact that is missing, once, with the place where it belongs."""
    for line in _gaps(documents, profile):
        output.note(line)


def not_named(documents: Sequence[Document]) -> None:
    """Say which helpers a paper does not name, and which papers do."""
    left: dict[str, str] = {}
    for document in documents:
        text = _letters(document.draft.text.markdown)
        for each in document.subject.helpers:
            if each.name and _letters(str(spoken(each.name))) not in text:
                left[each.name] = document.draft.paper.id
    if left:
        telling = [each.id for each in PAPERS.values() if "partner" in each.names_helpers]
        paper = next(iter(left.values()))
        output.note(
            f"{listed([*left])} {'is' if len(left) == 1 else 'are'} not named in this paper ({paper}); "
            f"{listed(telling)} name helpers."
        )


def tells_no_facts(paper: str) -> None:
    """Say that *paper* says nothing of what was told of the library or the town."""
    telling = [each.id for each in PAPERS.values() if each.tells_facts]
    output.note(f"No fact is told in this paper ({paper}); {listed(telling)} tell them.")


def tells_no_reason(paper: str, voice: Voice) -> None:
    """Say that *paper* does not say why the library writes, as *voice* reads it."""
    telling = [each.id for each in PAPERS.values() if voice in each.tells_why]
    where = (
        f"; {listed(telling)} for a {voice} give{'' if len(telling) > 1 else 's'} it"
        if telling
        else ""
    )
    output.note(f"Your reason (--why) is not given in this paper ({paper}){where}.")


def tells_nothing_agreed(paper: str) -> None:
    """Say that *paper* says nothing of what is settled."""
    output.note(
        f"What is agreed does not stand in this paper ({paper}): it belongs into what is signed, or a paper to a board or "
        "a funder."
    )


def to_find_out(documents: Sequence[Document]) -> None:
    """Say once what would make a paper stronger that nobody told anything of the library or the town."""
    missing: dict[str, None] = {}
    for document in documents:
        facts = document.draft.facts
        if document.draft.paper.tells_facts and not facts.facts and not _reports(facts):
            missing.update(dict.fromkeys(facts.find_out))
    if missing:
        what = "These papers" if len(documents) > 1 else "This paper"
        output.note(
            f"{what} would be stronger with what only you can find out: {'; '.join(missing)}. "
            'Say it with --fact "...".'
        )


def for_trustees(documents: Sequence[Document]) -> None:
    """Say once what trustees ask before anything else, and no catalog knows."""
    told = [each.draft.facts for each in documents if each.draft.paper.tells_facts]
    if any(each.voice == "board" and not each.settled and not _reports(each) for each in told):
        output.note(
            "Trustees ask first whether the director supports it, what staff drop for it and whether the library's "
            'insurance covers it. Say that with --agreed "...".'
        )


def no_room(documents: Sequence[Document]) -> None:
    """Say which of the facts that were told did not fit into the words of an e-mail."""
    left = {
        each: None
        for document in documents
        if document.draft.paper.id == "email"
        for each in document.draft.facts.facts
        if _letters(each) not in _letters(document.draft.text.markdown)
    }
    for each in left:
        output.note(f"There was no room in the e-mail for this: {cut(each)}")


def _letters(text: str) -> str:
    """Return letters and figures alone: what Markdown puts between them makes no difference."""
    return "".join(filter(str.isalnum, text))


def refuse_gaps(documents: Sequence[Document], profile: Path | None) -> None:
    """Raise if a fact is missing."""
    found = list(_gaps(documents, profile))
    if found:
        facts = "fact is" if len(found) == 1 else "facts are"
        raise GapsError(
            "\n".join((f"{len(found)} {facts} missing; nothing was written", *found)),
            "Supply them, or leave --strict out and fill in the brackets by hand.",
        )


def address(about: Receiver) -> None:
    """Say where the receiver is and how to reach it, for the envelope."""
    reach = about.reach
    told = [part for part in (reach.address, reach.phone, reach.site) if part] if reach else []
    if told:
        output.note(f"{about.to}: {', '.join(told)}")


def outdated(catalog: Catalog, documents: Sequence[Document], on: date) -> None:
    """Say which facts in the papers are past their date or were not looked up for a year."""
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
        output.note(f"Look it up again before you send this: {sentence}.")


def other_days(documents: Sequence[Document]) -> None:
    """Say which other days a paper names than those that it was given: the catalog's, for any library."""
    for document in documents:
        draft = document.draft
        if draft.facts.setting and draft.facts.setting.when:
            from collabkit.text.occasions import other_days as others  # noqa: PLC0415 - if days are given

            # When the library is open to the public is no day of the work.
            text = draft.text.markdown.replace(draft.facts.open, "")
            named = others(text, draft.facts.setting.when)
            if named:
                output.note(
                    f"The paper also names {listed(named)}, which the day that you gave does not: see that both are meant."
                )


def too_soon(documents: Sequence[Document]) -> None:
    """Say of which work the first day leaves no time for an answer."""
    soon = {
        facts.activity.label: facts.times
        for facts in (each.draft.facts for each in documents if each.draft.paper.says_by_when)
        if facts.voice == "partner" and facts.stage != "agreed"
        if facts.times and facts.times.begin and not facts.times.answer
    }
    hurried = {
        facts.activity.label: facts.times
        for facts in (each.draft.facts for each in documents if each.draft.paper.says_by_when)
        if facts.voice != "partner" and facts.stage != "agreed" and not _reports(facts)
        if facts.times and facts.times.begin and not facts.times.in_time
    }
    for label, times in hurried.items():
        output.note(
            f"{label} takes {times.lead} to prepare, and {times.begin} leaves less, so the paper does not say "
            "how long. A later --start would."
        )
    for label, times in soon.items():
        output.note(
            f"{label} takes {times.lead} to prepare, and {times.begin} leaves less: no paper says by when "
            "an answer is needed. A later --start would."
        )


def no_money(documents: Sequence[Document]) -> None:
    """Say of which work a funder is told that takes no money."""
    facts = [
        each.draft.facts
        for each in documents
        if each.draft.facts.voice == "funder" and not _reports(each.draft.facts)
    ]
    free = {each.activity.label: None for each in facts if each.cost and each.cost.none}
    for label in free:
        output.note(
            f"{label} takes no cash, so there is no grant to ask for; `--for board` writes "
            "the paper for those who decide about staff time."
        )
    tiny = _tiny(facts)
    small = {
        each.activity.label: each.cost.ask
        for each in facts
        if each.cost and each.cost.small and not each.cost.none
        if each.activity.label not in tiny
    }
    for label, most in tiny.items():
        output.note(
            f"The trial of {label} takes {most} at most, and no foundation gives so little: pay it from the "
            "library's own budget (`--for board`), or ask the Friends or a service club."
        )
    for label, ask in small.items():
        output.note(
            f"{label} asks for {ask}, and few foundations give so little: `--for board` asks your own "
            "board, and Friends or a service club may vote it in a month."
        )


def _tiny(facts: Sequence[Facts]) -> dict[str, str]:
    """Return the trials for whose cash no funder is asked, each with the most that it takes."""
    from collabkit.proposals.budget import is_too_small  # noqa: PLC0415 - for funders alone

    scheduled = [(each.activity.label, each.activity.schedule) for each in facts]
    return {
        label: dollars(schedule.trial_most())
        for label, schedule in scheduled
        if schedule and is_too_small(schedule)
    }


def advice(catalog: Catalog, document: Document) -> None:
    """Say whom to approach, and of an agreement why it is as formal as it is."""
    facts = document.draft.facts
    agreement = facts.agreement
    if document.draft.paper.id in _AFTER_THE_FIRST_TALK:
        return
    if agreement is None:
        if _reports(facts):
            return
        when = f". When: {facts.when}" if facts.when else ""
        output.note(f"Whom to ask for: {facts.whom}{when}.".replace("..", "."))
        output.note(f"First: {facts.first_step}")
        return
    nameless = [each.called for each in facts.helpers if each.awaited and not each.named]
    if nameless:
        output.note(
            f"Nothing begins before {listed(nameless)} {'has' if len(nameless) == 1 else 'have'} said yes, and what is "
            "signed names nobody without a name: give it with --helper first."
        )
    if agreement.gift:
        output.note(
            "A foundation grants money by an award letter of its own, so this one only confirms the gift; "
            "`--level letter` writes an agreement all the same."
        )
        return
    from collabkit.proposals.formality import NAMES  # noqa: PLC0415 - few papers are an agreement

    output.note(f"The case calls for {NAMES[agreement.recommended]}:")
    for why in agreement.because:
        output.note(f"  {why}")
    if agreement.level != agreement.recommended:
        output.note(f"This draft is {NAMES[agreement.level]}, as you asked.")
    for condition in document.unsettled:
        output.note(
            f"Not known: {catalog.conditions[condition].question} "
            f"Say --involves {condition} or --excludes {condition}."
        )
    output.note("This is a draft and not legal advice: have counsel read it.")


def _reports(facts: Facts) -> bool:
    """Return whether the paper tells what came of the work: it asks for no money, and nobody anew."""
    return facts.outcomes is not None and facts.outcomes.counted


_AFTER_THE_FIRST_TALK = {"thanks", "evaluation", "debrief", "reply"}
"""Papers to people who have been reached."""


def _gaps(documents: Sequence[Document], profile: Path | None) -> Iterator[str]:
    missing: dict[Gap, None] = {gap: None for each in documents for gap in each.gaps}
    for gap in missing:
        yield f"missing: {gap} {_where(gap, profile)}"


def _where(gap: Gap, profile: Path | None) -> str:
    """Return where *gap* is to be filled: a line of the profile, an option, a file to be made."""
    if not gap.field:
        return gap.remedy
    if profile is None:
        return f"{gap.remedy} in {paths.PROFILE}"
    from collabkit.profiles import line_of  # noqa: PLC0415 - YAML, once there is something to say

    return f"{profile}:{line_of(profile, gap.field)}: {gap.remedy}"
