"""``collab request decide``: the policy's questions, one at a time, what the answers speak for, and the decision."""

import sys
from collections.abc import Iterable
from typing import Annotated

import typer

from collabkit import output
from collabkit.cli import options
from collabkit.cli.cards import wrapped
from collabkit.cli.requests.card import card
from collabkit.errors import UsageError, cut
from collabkit.workspace import Workspace
from collabkit.workspace.names import (
    ANSWERS,
    DECISIONS,
    Answer,
    Decision,
    Request,
    Requests,
    RequestStatus,
    Weighed,
)

NameArgument = Annotated[
    str, typer.Argument(metavar="NAME", help="The request: any part of its name.")
]
DecisionArgument = Annotated[
    str | None,
    typer.Argument(metavar="yes|later|no", help="What you decide.", show_default=False),
]
BecauseOption = Annotated[
    str,
    typer.Option(
        "--because", "-b", metavar="TEXT", help="Why; the letter says it.", show_default=False
    ),
]
AnswersOption = Annotated[
    list[str] | None,
    typer.Option(
        "--answer",
        "-a",
        metavar="ID=yes|partly|no[: why]",
        help="An answer to a question of the policy. Repeatable; a terminal asks those that are open.",
        show_default=False,
    ),
]


def decide_command(
    name: NameArgument,
    decision: DecisionArgument = None,
    because: BecauseOption = "",
    answers: AnswersOption = None,
    day: options.DayOption = None,
    catalog: options.CatalogOption = None,
) -> None:
    """Weigh a request by your policy, and write down what you decide; nothing is decided for you.

    Example: collab request decide makers no --because "our room is taken until June"
    """
    chosen = _decision(decision) if decision is not None else None
    workspace = Workspace.open(catalog=catalog)
    requests, on = workspace.requests, day.date() if day else None
    one = requests.named(name)
    given = dict(_answer(each) for each in answers or ())
    if given:
        requests.answer(one, given, on=on)
    interactive = sys.stdin.isatty() and chosen is None and not given
    if interactive:
        _ask(requests, one, requests.status(one, on=on))
    status = requests.status(one, on=on)
    if chosen is None and interactive:
        output.note(card(status).rstrip())
        chosen, because = _ask_decision(because)
    if chosen is None:
        output.say(card(status))
        output.flush()
        if status.decision is None:
            output.note(
                f"Nothing is decided. Next: collab request decide {one.id} yes|later|no --because TEXT"
            )
        return
    recorded = requests.decide(one, chosen, because=because, on=on)
    output.say(f"{one.id}: {chosen}\n")
    output.flush()
    options.print_notes(recorded.notes)
    if recorded.partnership is not None:
        output.note(f"Kept as a partnership in {recorded.partnership.folder}.")
    output.note(f"Next: collab request reply {one.id} -o {one.id}.docx")


def _decision(text: str) -> Decision:
    chosen = {"not now": "later", "later": "later"}.get(text.lower(), text.lower())
    found: Decision | None = next((each for each in DECISIONS if each == chosen), None)
    if found is None:
        raise UsageError(f"{cut(text)!r} is no decision", f"One of: {', '.join(DECISIONS)}")
    return found


def _answer(text: str) -> tuple[str, tuple[Answer, str]]:
    criterion, sign, rest = text.partition("=")
    word, _, why = rest.partition(":")
    found: Answer | None = next((each for each in ANSWERS if each == word.strip().lower()), None)
    if not sign or found is None:
        raise UsageError(
            f"{cut(text)!r} is no answer",
            'Such as: --answer "serves-goals=no: reading is not our goal"',
        )
    return criterion.strip(), (found, " ".join(why.split()))


def _ask(requests: Requests, one: Request, status: RequestStatus) -> None:
    """Ask what nobody has answered, and write each answer down at once, so that Ctrl-C loses none."""
    unanswered = [each for each in status.weighed if each.answer is None]
    if unanswered:
        output.note(
            "y for yes, p for partly, n for no, and a reason behind it; Enter leaves it open."
        )
    for number, each in enumerate(unanswered, start=1):
        answer = _one(each, number, len(unanswered))
        if answer is not None:
            requests.answer(one, {each.id: answer})


def _one(each: Weighed, number: int, count: int) -> tuple[Answer, str] | None:
    if each.reason:
        output.note("\n".join(wrapped(f"Your records: {each.reason}")))
    hint = f" (records: {each.suggested})" if each.suggested else ""
    while True:
        typed: str = typer.prompt(
            f"{number}/{count} {each.question}{hint}", default="", show_default=False, err=True
        )
        if not typed.strip():
            return None
        word, _, why = typed.strip().partition(" ")
        found = _beginning_with(word.strip(",.:;").lower(), ANSWERS)
        if found is not None:
            return found, why.strip()
        output.note("Begin with yes, partly or no.")


def _beginning_with(word: str, known: Iterable[Answer]) -> Answer | None:
    return next((each for each in known if word and each.startswith(word)), None)


def _ask_decision(because: str) -> tuple[Decision | None, str]:
    """Return what she decides, if she decides it now, and why."""
    typed: str = typer.prompt(
        "What do you decide: yes, later or no (Enter: not yet)",
        default="",
        show_default=False,
        err=True,
    )
    word = typed.strip().lower()
    found: Decision | None = next(
        (each for each in DECISIONS if word and each.startswith(word)), None
    )
    if found is None or because:
        return found, because
    why: str = typer.prompt(
        "Why, in a sentence that the letter may hold", default="", show_default=False, err=True
    )
    return found, why.strip()
