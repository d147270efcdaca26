"""The command line: one small file for each command, and the one door out.

Only the command that is called is imported, so that each pays for itself.
"""

import importlib
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from collabkit import output
from collabkit.errors import CollabkitError, ExitCode

COMMANDS = ("match", "propose", "templates", "list", "show", "init", "check", "schema")
"""In the order in which a librarian meets them. Each is a module here with a ``command``, or with
a ``group`` of them."""


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415 - 15 ms for one word

        output.say(f"collab {version('collabkit')}\n")
        output.flush()
        raise typer.Exit


def build(names: Sequence[str] = COMMANDS) -> typer.Typer:
    """Return the program with the commands *names*."""
    app = typer.Typer(
        name="collab",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )

    @app.callback()
    def collab(
        version: Annotated[
            bool,
            typer.Option(
                "--version",
                callback=_version,
                is_eager=True,
                help="Print the version and exit.",
            ),
        ] = False,
    ) -> None:
        """Plan a library's collaborations: who to work with, why, and the papers to send.

        Start: collab match --goal literacy
        """

    for name in names:
        module = importlib.import_module(f"collabkit.cli.{name}_")
        if hasattr(module, "group"):
            app.add_typer(module.group, name=name)
        else:
            app.command(name)(module.command)
    return app


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    # Data and names are UTF-8 on every machine; what cannot be encoded is shown, not fatal.
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    first = arguments[0] if arguments else ""
    app = build((first,) if first in COMMANDS else COMMANDS)
    try:
        app(args=arguments, prog_name="collab")
    except CollabkitError as error:
        for number, line in enumerate(str(error).split("\n")):
            output.note(f"collab: {line}" if number == 0 else line)
        if error.hint:
            output.note(f"hint: {error.hint}")
        return error.exit_code
    except BrokenPipeError:
        # The reader has what it wanted. Nothing is left to say, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.FINE
    except SystemExit as exit_:  # Typer's own answer: help, --version, a wrong flag
        return exit_.code if isinstance(exit_.code, int) else ExitCode.FINE
    return ExitCode.FINE
