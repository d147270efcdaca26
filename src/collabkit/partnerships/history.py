"""How it went with the partners that a library keeps, as matching and finding count it."""

from collections.abc import Iterable, Iterator
from datetime import date

from collabkit.directory.names import comparable_name
from collabkit.library import Known, Library, Recorded
from collabkit.partnerships.facts import Avoided
from collabkit.partnerships.partnership import Partnership
from collabkit.partnerships.promises import Promise
from collabkit.partnerships.state import State
from collabkit.text.phrases import listed


def with_history(library: Library, partnerships: Iterable[Partnership], today: date) -> Library:
    """Return *library* with what it has done in *partnerships*; a record wins over the profile."""
    recorded = [each for one in partnerships if one.valid for each in _recorded(one, today)]
    names = {comparable_name(each.name) for each in recorded if each.name}
    others = [each for each in library.partners if comparable_name(each.name or "") not in names]
    return library.model_copy(update={"partners": (*recorded, *others)}) if recorded else library


def _recorded(one: Partnership, today: date) -> Iterator[Known]:
    yield from (_avoided(each, one) for each in one.facts.avoided if each.partner)
    at = one.state(today)
    if one.facts.partner is None or not _have_worked(at):
        return
    began = _began(one, at)
    judged = [each for each in at.promises if _is_judged(each, at)]
    yield Recorded.model_construct(
        partner=one.facts.partner,
        name=one.name,
        since=began,
        went=at.went,
        organization=one.facts.organization,
        kept=sum(each.kept is not None for each in judged),
        promised=len(judged),
        years=today.year - began if began else 0,
        summary=summary(one, at),
    )


def _avoided(each: Avoided, one: Partnership) -> Known:
    """Return somebody who was passed over: as one with whom it went badly, so that nothing offers it again."""
    reason = f": {each.why}" if each.why else ""
    return Recorded.model_construct(
        partner=each.partner or "",
        name=None if each.name == each.partner else each.name,
        went="badly",
        organization=each.organization,
        summary=f"passed over in {one.folder.parent.name}/{one.id}{reason}",
    )


def _have_worked(at: State) -> bool:
    """Return whether the two have worked together: a talk that led nowhere is no experience."""
    stages = {at.stage, *(stage for _, stage in at.stages)}
    tried = stages & {"pilot", "active", "renew"}
    return bool(tried) or at.went is not None or at.stage == "resting"


def summary(one: Partnership, at: State) -> str:
    """Return where the record of *one* is and how it stands, in half a sentence."""
    since = f" since {at.since.year}" if at.since else ""
    parts = [f"{at.stage}{since}", *([f"it went {at.went}"] if at.went else [])]
    for side in ("we", "they"):
        due = [each for each in at.promises if each.side == side and _is_judged(each, at)]
        if due:
            kept = sum(each.kept is not None for each in due)
            promises = "promise" if len(due) == 1 else "promises"
            parts.append(f"{side} kept {kept} of {len(due)} {promises}")
    began = _began(one, at)
    if began and began < at.on.year:
        years = at.on.year - began
        parts.append(f"{years} year{'s' if years != 1 else ''} by now")
    return f"kept in {one.folder.parent.name}/{one.id}, {listed(parts)}"


def _began(one: Partnership, at: State) -> int | None:
    return one.facts.since or (at.first.year if at.first else None)


def _is_judged(promise: Promise, at: State) -> bool:
    """Return whether it is certain that *promise* was kept or was not."""
    return promise.kept is not None or (promise.open and promise.late(at.on) > 0)
