"""``collab request``: what comes to the library."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from collabkit import output
from collabkit.cli import options
from collabkit.cli.requests.add import add_command
from collabkit.cli.requests.card import card
from collabkit.cli.requests.decide import decide_command
from collabkit.cli.settings import Commands
from collabkit.cli.summaries import summary
from collabkit.errors import DataError, cut
from collabkit.files import saving
from collabkit.output import Column, Format
from collabkit.workspace import Workspace
from collabkit.workspace.names import FORMATS, RequestStatus, format_of

SUMMARY = "Answer those who come to the library with a request."
group = Commands(
    rich_markup_mode=None,
    no_args_is_help=True,
    help=f"""{SUMMARY}

    Example: collab request add "Valley Makers" --wants "a repair night in your room, monthly"
    """,
)
"""The commands under ``collab request``."""
group.command("add", short_help=summary(add_command))(add_command)

AgainOption = Annotated[
    datetime | None,
    typer.Option(
        "--again",
        formats=["%Y-%m-%d"],
        metavar="YYYY-MM-DD",
        help="When you look at it again, in a letter that says later.",
        show_default=False,
    ),
]


def _waits(each: RequestStatus) -> str:
    if each.decision:
        return f"{each.decision}, {each.decided}"
    days = each.waits or 0
    return f"waits {days} day{'s' if days != 1 else ''}"


COLUMNS = (
    Column[RequestStatus]("id", lambda each: each.id, only="file"),
    Column[RequestStatus]("who", lambda each: each.name, ratio=2),
    Column[RequestStatus]("wants", lambda each: cut(each.wants, 90), ratio=3, only="table"),
    Column[RequestStatus]("wants", lambda each: each.wants, only="file"),
    Column[RequestStatus]("came", lambda each: each.received),
    Column[RequestStatus]("stands", _waits, only="table"),
    Column[RequestStatus]("speaks for", lambda each: each.suggestion.decision or "", only="file"),
    Column[RequestStatus]("decision", lambda each: each.decision or "", only="file"),
    Column[RequestStatus]("because", lambda each: each.because or "", only="file"),
    Column[RequestStatus]("decided", lambda each: each.decided or "", only="file"),
    Column[RequestStatus]("partnership", lambda each: each.partnership or "", only="file"),
)


@group.command("list", short_help="List the requests, those that wait first.")
def list_command(
    people: options.PeopleOption = False,
    day: options.DayOption = None,
    format_: options.FormatOption = None,
) -> None:
    """List the requests, those that wait first, with what was decided.

    Example: collab request list
    """
    on = day.date() if day else None
    found = Workspace.open().requests.all(on=on, people=people)
    output.write(found, COLUMNS, format_, id_=lambda each: each.id)
    options.print_notes(found.notes)
    if found.problems:
        raise DataError(found.problems)


@group.command("show", short_help="Show a request, how it was weighed, and what that speaks for.")
def show_command(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The request: any part of its name.")],
    people: options.PeopleOption = False,
    day: options.DayOption = None,
    format_: options.FormatOption = None,
    catalog: options.CatalogOption = None,
) -> None:
    """Show a request, how it was weighed by your policy, and what that speaks for.

    Example: collab request show makers
    """
    requests = Workspace.open(catalog=catalog).requests
    found = requests.status(requests.named(name), on=day.date() if day else None, people=people)
    if (format_ or output.default_format()) is Format.TABLE:
        output.say(card(found))
        output.flush()
        return
    output.write([found], COLUMNS, format_, id_=lambda each: each.id)


group.command("decide", short_help=summary(decide_command))(decide_command)


NameArgument = Annotated[
    str, typer.Argument(metavar="NAME", help="The request: any part of its name.")
]
OutOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Where to write.", show_default=False),
]
FormatOption = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="|".join(FORMATS),
        help="Of the letter; by the ending of the file unless given.",
        show_default=False,
    ),
]
ReferralsOption = Annotated[
    bool,
    typer.Option(
        "--doors/--no-doors",
        help="Whether a no names others nearby who may help, as far as the directory knows.",
    ),
]


@group.command("reply", short_help="Write the letter that answers a request.")
def reply_command(
    name: NameArgument,
    out: OutOption = None,
    format_: FormatOption = None,
    again: AgainOption = None,
    doors: ReferralsOption = True,
    force: options.ForceOption = False,
    day: options.DayOption = None,
    catalog: options.CatalogOption = None,
) -> None:
    """Write the letter that says what you decided, and which points of your policy it rests on.

    Its words are the template `answer`: `collab templates copy answer` makes them yours.

    Example: collab request reply makers -o makers.docx
    """
    form = format_of(format_, str(out) if out is not None else None)
    workspace = Workspace.open(catalog=catalog)
    on = day.date() if day else None
    if out is not None:
        saving.refuse_taken(out, force=force)
    page = workspace.reply(name, again=again.date() if again else None, referrals=doors, on=on)
    content = page.content(form)
    if out is None:
        output.say(content.decode())
        output.flush()
    else:
        saving.put(out, content, force=force)
        one = workspace.requests.named(name)
        workspace.requests.log_letter(one, out.name, on=on)
        output.note(f"Wrote {out}")
    options.print_notes(page.notes)
