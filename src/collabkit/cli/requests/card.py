"""One request as a card: who asks for what, how it was weighed, what that speaks for, what was decided."""

from collections.abc import Iterable, Iterator

from collabkit.cli.cards import wrapped
from collabkit.text.characters import escape_terminal
from collabkit.workspace.names import RequestStatus, Weighed


def card(one: RequestStatus) -> str:
    """Return *one* as lines to read."""
    lines = [escape_terminal(f"{one.name}  ({one.id})")]
    lines += wrapped(f"wants: {one.wants}")
    lines += _line("brings", one.brings)
    lines += _line("when", " to ".join(each for each in (one.start, one.end) if each))
    lines += _line("who", ", ".join(one.people))
    lines += _line("came", one.received)
    lines += ["", "  The policy (collab list criteria)"]
    lines += [line for each in one.weighed for line in _weighed(each)]
    lines += ["", *_suggested(one)]
    lines += _decided(one)
    return "\n".join(lines) + "\n"


def _line(name: str, text: str | None) -> list[str]:
    return wrapped(f"{name}: {text}") if text else []


MARKS = {"yes": "+", "partly": "~", "no": "-", None: "?"}


def _weighed(each: Weighed) -> Iterator[str]:
    head = f"{MARKS[each.stands]} {each.id} ({each.weight})"
    if each.answer:
        yield from wrapped(f"{head}: {each.answer}{f', {each.why}' if each.why else ''}")
    elif each.suggested:
        yield from wrapped(
            f"{head}: not answered; your records say {each.suggested}: {each.reason}"
        )
    elif each.reason:
        yield from wrapped(f"{head}: not answered; {each.reason}")
    else:
        yield from wrapped(f"{head}: {each.question}")


def _suggested(one: RequestStatus) -> Iterator[str]:
    found = one.suggestion
    if found.decision is None:
        count = len(found.open)
        yield f"  {count} question{'s' if count != 1 else ''} to answer before anything speaks for yes or no."
        return
    yield f"  This speaks for: {found.decision}. You decide."
    yield from _listed("because", found.reasons)
    yield from _listed("but", found.against)
    if found.open:
        yield from wrapped(f"open: {len(found.open)} of {len(one.weighed)} questions")


def _listed(name: str, several: Iterable[str]) -> Iterator[str]:
    for text in several:
        yield from wrapped(f"{name}: {text}")


def _decided(one: RequestStatus) -> Iterator[str]:
    if one.decision:
        because = f", {one.because}" if one.because else ""
        yield escape_terminal(f"  Decided on {one.decided}: {one.decision}{because}")
    for file in one.letters:
        yield escape_terminal(f"  Letter: {file}")
    if one.partnership:
        yield escape_terminal(f"  Kept as partnerships/{one.partnership}")
