"""What is said of health beside the table: whom it is by, what to talk about, what should change."""

from collections.abc import Iterator
from shlex import quote

from collabkit.api.answering import Answered
from collabkit.partnerships.entries import Side
from collabkit.partnerships.health import UNVALIDATED
from collabkit.partnerships.health.standing import Health, Round

_WHO: dict[Side, str] = {"we": "The library", "they": "The other side"}
MOST = 6
"""Wishes and rows that are shown; the record has them all."""


def standing(found: Health) -> Iterator[str]:
    """Yield what to say of one partnership."""
    for side, who in _WHO.items():
        yield _answered(who, found.rounds(side), found.partnership, side)
    if found.talk and found.why:
        yield f"Talk about {found.talk.replace('-', ' ')}. {found.why}"
        yield from (f"  {each}" for each in found.ask)
    elif found.band:
        yield "No factor stands out. Say so to each other: it is seldom said."
    for side, who in _WHO.items():
        rounds = found.rounds(side)
        for wish in rounds[-1].change[:MOST] if rounds else ():
            yield f"{who} would change: {wish}"
    if found.band:
        yield UNVALIDATED


def _answered(who: str, rounds: tuple[Round, ...], folder: str, side: Side) -> str:
    if not rounds:
        how = "--page -o check.html makes the page to send" if side == "they" else "--fill asks you"
        return f"{who} has not answered yet: collab health {folder} {how}."
    last = rounds[-1]
    people = "1 person" if last.sheets == 1 else f"{last.sheets} people"
    again = ", ".join(f"{count} {said}" for said, count in last.again.items())
    before = f", before that on {rounds[-2].on}" if len(rounds) > 1 else ""
    said = f"; would do it again: {again}" if again else ""
    return f"{who} answered on {last.on} ({people}){before}{said}."


def comes_back(name: str, *, page: bool) -> str:
    """Return what to do when the answers come back."""
    called = quote(name)
    if page:
        return f"When their file comes back: collab health {called} --from FILE"
    return f'When they answer: collab health {called} --answers "4 5 - …" --side they'


def kept(made: Answered) -> Iterator[str]:
    """Yield what was put into the file."""
    for each in made.passed_over[:MOST]:
        yield f"not an answer: {each}"
    if len(made.passed_over) > MOST:
        yield f"not an answer: {len(made.passed_over) - MOST} more"
    if made.known:
        yield f"{made.known} kept already."
    for sheet in made.sheets:
        who = _WHO[sheet.side].lower()
        yield f"Kept {len(sheet.answers)} answers of {who}, {sheet.day}."
    if made.sheets:
        yield f"in {made.file}"
