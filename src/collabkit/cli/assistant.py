"""``collab mcp``: the door for chat assistants."""

import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from collabkit import output
from collabkit.cli import options
from collabkit.errors import UsageError
from collabkit.workspace import Workspace


def command(
    at: Annotated[
        Path | None,
        typer.Option(
            "--at", metavar="FOLDER", help="The folder with library.yaml.", show_default=False
        ),
    ] = None,
    write: Annotated[
        bool,
        typer.Option("--write", help="Let it write, each time after you have said yes there."),
    ] = False,
    people: options.PeopleOption = False,
    config: Annotated[
        str | None,
        typer.Option(
            "--config",
            metavar="NAME",
            help="Print what the settings of an assistant need: claude-desktop, claude-code, cursor, vscode, "
            "windsurf or zed.",
            show_default=False,
        ),
    ] = None,
    menu: Annotated[
        bool,
        typer.Option(
            "--menu", help="Print one text to paste into an assistant that cannot use tools."
        ),
    ] = False,
    directory: options.DirectoryOption = None,
) -> None:
    """Let a chat assistant ask collab: it serves the Model Context Protocol on stdin and stdout.

    The assistant starts it by itself, once its settings say so. It reads only, unless you add --write.

    Example: collab mcp --config claude-desktop
    """
    if config and menu:
        raise UsageError("--config and --menu print two things", "Give one of them.")
    workspace = Workspace.open(at, directory=directory)
    if config:
        _configure(config, workspace, write=write, people=people, directory=directory)
        return
    if menu:
        from collabkit.assistant.menu import to_paste  # noqa: PLC0415

        output.say(to_paste(workspace))
        output.flush()
        return
    from collabkit.assistant import make_server  # noqa: PLC0415

    server = make_server(workspace, write=write, people=people)
    if sys.stdin.isatty():
        output.note("Serving an assistant on stdin and stdout; Ctrl-C ends it.")
        output.note("To set one up: collab mcp --config claude-desktop")
    server.run()


def _configure(
    name: str, workspace: Workspace, *, write: bool, people: bool, directory: Path | None
) -> None:
    """Print the settings of the assistant *name*, with the flags of this run."""
    from collabkit.assistant.hosts import HOSTS, snippet  # noqa: PLC0415

    home = (workspace.home or Path.cwd()).resolve()
    arguments = ["mcp", "--at", str(home)]
    if directory is not None:
        arguments += ["--directory", str(Path(directory).resolve())]
    arguments += [flag for flag, given in (("--write", write), ("--people", people)) if given]
    output.say(snippet(name, shutil.which("collab") or "collab", arguments))
    output.flush()
    output.note(f"It goes here: {HOSTS[name].where}")
