"""``collab request add``: a request taken down, from options, from a text, or one question at a time."""

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import typer

from collabkit import output
from collabkit.cli import options
from collabkit.cli.requests import add_options as given
from collabkit.errors import UsageError, cut
from collabkit.files.reading import decode, read_file
from collabkit.workspace import Workspace
from collabkit.workspace.names import PERSON, coming, fields_of, gone

LARGEST = 200_000
"""Bytes of a letter."""


def add_command(
    name: given.NameArgument = None,
    wants: given.WantsOption = None,
    brings: given.BringsOption = None,
    start: given.StartOption = None,
    end: given.EndOption = None,
    partner: given.PartnerOption = None,
    goal: options.GoalOption = None,
    work: given.WorkOption = None,
    address: given.AddressOption = None,
    person: given.PersonOption = None,
    role: given.RoleOption = None,
    phone: given.PhoneOption = None,
    email: given.EmailOption = None,
    file: given.FileOption = None,
    day: options.DayOption = None,
) -> None:
    """Take down what somebody asks of the library. Without words, it asks one question at a time.

    Example: collab request add "Valley Makers" --wants "a repair night in your room, monthly"
    """
    given_here = {
        "name": name, "wants": wants, "brings": brings, "start": start, "end": end,
        "partner": partner, "work": work, "address": address, "person": person, "role": role,
        "phone": phone, "email": email, "goals": ", ".join(goal or ()),
    }  # fmt: skip
    read = fields_of(_text(file)) if file is not None else {}
    known = {**read, **{field: value for field, value in given_here.items() if value}}
    if not (known.get("name") and known.get("wants")):
        known = _ask_missing(known)
    workspace = Workspace.open()
    received = day.date() if day else _day(known, "received", gone)
    made = workspace.requests.add(
        known["name"],
        known["wants"],
        received=received,
        person={field: known.get("person" if field == "name" else field) for field in PERSON},
        brings=known.get("brings"),
        start=_day(known, "start", coming),
        end=_day(known, "end", coming),
        partner=known.get("partner"),
        goals=[each.strip() for each in known.get("goals", "").split(",") if each.strip()],
        work=known.get("work"),
        address=known.get("address"),
    )
    output.say(f"{made.id}\n")
    output.flush()
    output.note(f"Took down the request of {made.facts.name} in {made.folder}.")
    output.note(f"Next: collab request decide {made.id}")


def _text(file: str) -> str:
    raw = sys.stdin.buffer.read(LARGEST) if file == "-" else read_file(Path(file), LARGEST)
    return decode(raw, file)


QUESTIONS = (
    ("name", "Who asks: the organization's name"),
    ("wants", "What they want, in their words"),
    ("brings", "What they say they bring"),
    ("start", "The first day of it, such as March 3"),
    ("end", "The last day of it"),
    ("person", "Who asks there: a name"),
    ("phone", "Telephone"),
    ("email", "E-mail"),
)


def _ask_missing(known: Mapping[str, str]) -> dict[str, str]:
    """Return what is *known* with the answers to what is missing.

    Raises:
        UsageError: there is no terminal to ask at.
    """
    if not sys.stdin.isatty():
        missing = "who asks" if not known.get("name") else "what they want"
        raise UsageError(
            f"it is not said {missing}",
            'Such as: collab request add "Valley Makers" --wants "a repair night in your room"',
        )
    output.note("Enter skips a question; Ctrl-C leaves, and nothing is written.")
    answers = dict(known)
    for field, question in QUESTIONS:
        while not answers.get(field):
            answer: str = typer.prompt(question, default="", show_default=False, err=True)
            answers[field] = answer.strip()
            if answers[field] or field not in {"name", "wants"}:
                break
            output.note("This one is needed.")
    return {field: value for field, value in answers.items() if value}


def _day(known: Mapping[str, str], field: str, read: Any) -> date | None:  # noqa: ANN401 - coming or gone
    text = known.get(field)
    if not text:
        return None
    from collabkit import clock  # noqa: PLC0415 - the day on the wall, if a day is spoken

    found: date | None = read(text, clock.today())
    if found is None:
        raise UsageError(
            f"{cut(text)!r} is no day", 'Write it like 2027-03-31, "March 3" or "Friday"'
        )
    return found
