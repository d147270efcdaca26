"""``collab log``: what happened with a partner, in one line."""

import sys
from typing import Annotated

import typer

from collabkit import output
from collabkit.cli import options
from collabkit.errors import UsageError
from collabkit.output import Column
from collabkit.workspace import Workspace
from collabkit.workspace.names import Doubt, LogEntry, LogLine, as_typed


def _shown(each: LogLine) -> str:
    word = f"{each.word}: " if each.word else ""
    until = f" ({each.until}{' ' + each.time if each.time else ''})" if each.until else ""
    struck = "[struck] " if each.struck else ""
    return f"{struck}{word}{each.what}{until}"


COLUMNS = (
    Column[LogLine]("line", lambda each: str(each.line or "")),
    Column[LogLine]("day", lambda each: each.day),
    Column[LogLine]("what", _shown, ratio=1),
    Column[LogLine]("word", lambda each: each.word, only="file"),
    Column[LogLine]("until", lambda each: each.until or "", only="file"),
    Column[LogLine]("time", lambda each: each.time or "", only="file"),
    Column[LogLine]("struck", lambda each: "yes" if each.struck else "", only="file"),
)


def command(
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="Any part of the partner's name that is clear."),
    ],
    text: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="TEXT",
            help="What happened, in your words; - reads one entry a line from stdin. Without it, the log is listed.",
            show_default=False,
        ),
    ] = None,
    fix: Annotated[
        int | None,
        typer.Option(
            "--fix", min=1, metavar="N", help="Strike line N, and write TEXT in its stead."
        ),
    ] = None,
    undo: Annotated[
        bool,
        typer.Option("--undo", help="Strike the last line, or the line whose number is TEXT."),
    ] = False,
    people: options.PeopleOption = False,
    day: options.DayOption = None,
    format_: options.FormatOption = None,
) -> None:
    """Write down what happened; promises and days are noticed.

    What is understood is said back; what can be read in several ways is asked on a terminal, and
    stays text in a pipe. A line may begin with a word of the log: we promise, they promise, both
    promise, follow up, meeting, kept, moved, dropped, agreed, agreement, stage, went, mind, note.

    Example: collab log prairie "met the coordinator, they send dates by Dec 3"
    """
    partnerships = Workspace.open().partnerships
    if text is None and not undo:
        if fix is not None:
            raise UsageError("--fix needs the new text", 'collab log NAME --fix 3 "what is right"')
        lines = partnerships.log_lines(name, people=people)
        output.write(lines, COLUMNS, format_, id_=lambda each: each.partnership)
        return
    choose = _choose if sys.stdin.isatty() and text != ["-"] else None
    if undo:
        logged = partnerships.strike_line(name, _number(text))
    elif fix is not None:
        logged = partnerships.replace_line(name, fix, " ".join(text or []), choose=choose)
    else:
        typed = options.lines("-") if text == ["-"] else [" ".join(text or [])]
        on = day.date() if day else None
        logged = partnerships.log(name, list(typed), on=on, choose=choose)
    if format_ is not None:
        records = logged.records(people=people)
        output.write(records, COLUMNS, format_, id_=lambda each: each.partnership)
    for line in logged.lines:
        output.note(line)
    output.note(f"in {logged.file}")
    options.print_notes(logged.notes)


def _number(text: list[str] | None) -> int | None:
    """Return the line that is to be struck, if one is named."""
    if not text:
        return None
    if len(text) == 1 and text[0].isdecimal():
        return int(text[0])
    raise UsageError("--undo takes the number of a line", "`collab log NAME` numbers them.")


def _choose(doubt: Doubt) -> LogEntry | None:
    """Ask by one key what is meant; any other key leaves it as text."""
    from collabkit.cli.start.keys import pressed  # noqa: PLC0415 - only where something is asked

    output.note(f'Not sure what this says: "{doubt.text}"')
    for number, reading in enumerate(doubt.readings, start=1):
        output.note(f"  {number}  {as_typed(reading)}")
    output.note("  any other key: leave it as text")
    key = pressed()
    at = int(key) if key in "123456789"[: len(doubt.readings)] and key else 0
    return doubt.readings[at - 1] if at else None
