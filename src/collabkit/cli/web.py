"""``collab web``: the page in the browser of this machine."""

import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from collabkit import output
from collabkit.cli import options
from collabkit.errors import UsageError
from collabkit.extras import install_command


def command(
    at: Annotated[
        Path | None,
        typer.Option(
            "--at", metavar="FOLDER", help="The folder with library.yaml.", show_default=False
        ),
    ] = None,
    browser: Annotated[
        bool,
        typer.Option("--browser/--no-browser", help="Open the browser, or print the address."),
    ] = True,
    read_only: Annotated[
        bool, typer.Option("--read-only", help="Show everything and write nothing.")
    ] = False,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="Where to serve; 0 takes a free port.")
    ] = 0,
    idle: Annotated[
        int,
        typer.Option(
            "--idle", min=0, metavar="MINUTES", help="End when nobody asks for so long; 0 never."
        ),
    ] = 480,
    directory: options.DirectoryOption = None,
) -> None:
    """Open collab as a page in your browser: begin, write, log, see what is due.

    The page runs on this machine alone, and your files stay where they are. Quit on the page, or
    Ctrl-C here, ends it. Started twice, it opens the page that runs.

    Example: collab web
    """
    try:
        from collabkit.web.serving import link_of_running, serve  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as missing:
        raise UsageError(
            f"the page needs the library {missing.name}, which is not installed",
            f"Install it: {install_command('web')}",
        ) from missing
    from collabkit.web.site import Site  # noqa: PLC0415 - as above

    def show(link: str) -> None:
        if browser and webbrowser.open(link):
            output.note("The page is open in your browser. Ctrl-C here ends it.")
            return
        output.say(f"{link}\n")
        output.flush()

    site = Site(at, directory=directory, read_only=read_only)
    running = link_of_running(site)
    if running is not None:
        show(running)
        return
    serve(site, port=port, idle=idle, show=show)
