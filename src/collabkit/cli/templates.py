"""``collab templates``: the words of the papers, to look at and to make one's own."""

from typing import Annotated

import typer

from collabkit import output, paths
from collabkit.cli import options
from collabkit.cli.complete import among
from collabkit.cli.settings import Commands
from collabkit.output import Column, Format
from collabkit.workspace import Workspace
from collabkit.workspace.names import Template

SUMMARY = "List the templates of the papers, and make one your own."
group = Commands(
    rich_markup_mode=None,
    help=f"""{SUMMARY}

    Example: collab templates
    """,
)


COLUMNS = (
    Column[Template]("id", lambda template: template.id, ratio=2),
    Column[Template]("own", lambda template: template.own),
    Column[Template]("file", lambda template: template.file, ratio=5),
)


def _complete(incomplete: str) -> list[str]:
    return among(each.id for each in Workspace.open().template_list())(incomplete)


@group.callback(invoke_without_command=True)
def list_(
    context: typer.Context,
    format_: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="How to write the list.", show_default=False),
    ] = None,
) -> None:
    """List the templates, with the file that holds for each.

    Example: collab templates copy one-pager
    """
    if context.invoked_subcommand is None:
        found = Workspace.open().template_list()
        output.write(found, COLUMNS, format_, id_=lambda template: template.id)


@group.command("copy", short_help="Copy a template beside library.yaml, where it wins over ours.")
def copy(
    name: Annotated[
        str,
        typer.Argument(metavar="TEMPLATE", help="Which template.", autocompletion=_complete),
    ],
    force: options.ForceOption = False,
) -> None:
    """Copy a template into templates/ beside library.yaml, where it wins over ours.

    Example: collab templates copy one-pager
    """
    workspace = Workspace.open()
    file = workspace.copy_template(name, force=force)
    output.note(
        f"Wrote {file}. Change its words; docs/reference/templates.md lists what it may use."
    )
    if workspace.home is None:
        output.note(f"It wins where a {paths.PROFILE} stands beside {paths.TEMPLATES}/.")
