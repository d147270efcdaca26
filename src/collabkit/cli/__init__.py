"""The command line: one small file for each command, and the one door out.

Only the command that is called is imported, so that each pays for itself.
"""

import gc
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Annotated, NoReturn

import typer

from collabkit import output
from collabkit.errors import CollabkitError, ExitCode, ReaderGoneError

COMMANDS = (
    "match",
    "find",
    "propose",
    "templates",
    "list",
    "show",
    "init",
    "directory",
    "check",
    "schema",
)
"""In the order in which a librarian meets them. Each is a module here with a ``command``, or with a
``group`` of them."""


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
    _ready_streams()
    first = arguments[0] if arguments else ""
    app = build((first,) if first in COMMANDS else COMMANDS)
    try:
        app(args=arguments, prog_name="collab")
    except ReaderGoneError as gone:
        return gone.exit_code
    except CollabkitError as error:
        return _tell(error)
    except OSError as error:
        if error.filename is not None:  # a file, which has a name; a stream has none
            return _tell(CollabkitError(f"{error.filename}: {error.strerror}"))
        # Where Typer writes by itself: a help text onto a full disk.
        return _tell(output.OutputError(error))
    except SystemExit as exit_:  # Typer's own answer: help, --version, a wrong flag
        if isinstance(exit_.__context__, typer.Abort):  # Ctrl-C or Ctrl-D at a question
            return ExitCode.INTERRUPTED
        return exit_.code if isinstance(exit_.code, int) else ExitCode.FINE
    return ExitCode.FINE


def run() -> NoReturn:
    """Be the program: run the command line of this process and end it.

    By now every file is closed and everything written. Taking the interpreter and DuckDB apart,
    piece by piece, would take a tenth of a short command's time; the system frees all at once.
    """
    # What a run makes at its start lives to its end: to look for garbage in it again and again
    # takes longer than to match. Long runs still collect, only less often.
    gc.set_threshold(50_000, 20, 50)
    code = main()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        # What cannot be written now was told already, or nobody is there to be told.
        code = code or ExitCode.OTHER
    os._exit(code)


def _ready_streams() -> None:
    """Make data and names UTF-8 on every machine, and stand in for streams that the shell closed."""
    # Writing to the stand-in for stdout fails, as it should; nobody misses what stderr says.
    stand_ins = {"stdin": os.O_RDONLY, "stdout": os.O_RDONLY, "stderr": os.O_WRONLY}
    for name, flag in stand_ins.items():
        if getattr(sys, name) is None:
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, os.fdopen(os.open(os.devnull, flag), mode))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # What cannot be encoded is shown, not fatal.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _tell(error: CollabkitError) -> int:
    """Say on stderr what is wrong and what to do; return the exit code."""
    output.note(f"collab: {error}")
    if error.hint:
        output.note(f"hint: {error.hint}")
    return error.exit_code
