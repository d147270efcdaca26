"""The program made of its commands, and the one door out.

Only the command that is called is imported, so that each pays for itself.
"""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Annotated, Any, Literal

import typer

from collabkit import output
from collabkit.cli import help as help_
from collabkit.cli.commands import COMMANDS, module_of
from collabkit.cli.settings import Commands
from collabkit.cli.summaries import summary
from collabkit.errors import CollabkitError, ExitCode, ReaderGoneError, UnsureError, UsageError
from collabkit.text.json import to_json


def _version(context: typer.Context, wanted: bool) -> None:
    if not wanted:
        return
    from collabkit.records.versions import installed  # noqa: PLC0415 - 15 ms for one word

    found = installed()
    if context.params.get("format_"):
        output.say(to_json(found) + "\n")
    else:
        output.say(f"collab {found.collabkit}\n")
    output.flush()
    raise typer.Exit


def build(names: Iterable[str] = tuple(COMMANDS)) -> typer.Typer:
    """Return the program with the commands *names*."""
    app = Commands(
        name="collab",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_help_option=False,
    )

    @app.callback()
    def collab(
        _: Annotated[
            bool,
            typer.Option("--version", callback=_version, help="Print the version and exit."),
        ] = False,
        format_: Annotated[
            Literal["json"] | None,
            typer.Option(
                "--format",
                "-f",
                is_eager=True,
                help="With --version: `json` for all that is installed, and what is promised of it.",
                show_default=False,
            ),
        ] = None,
    ) -> None:
        """Plan a library's collaborations: who to work with, why, and the papers to send."""
        if format_:
            raise UsageError(
                "--format stands behind the command", "Such as: collab match literacy -f json"
            )

    for name in names:
        module = module_of(name)
        if hasattr(module, "group"):
            app.add_typer(module.group, name=name, short_help=module.SUMMARY)
        else:
            app.command(name, short_help=summary(module.command))(module.command)
    return app


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _ready_streams()
    if not arguments and sys.stdin.isatty() and sys.stderr.isatty():
        arguments = _offered()
    if help_.wanted(arguments):
        return _answered(lambda: _help(arguments))
    if not arguments and _COMPLETION not in os.environ:
        return _answered(lambda: _help(arguments)) or ExitCode.USAGE
    first = arguments[0] if arguments else ""
    app = build((first,) if first in COMMANDS else COMMANDS)
    return _answered(lambda: app(args=arguments, prog_name="collab", standalone_mode=False))


_COMPLETION = "_COLLAB_COMPLETE"
"""Set by the shell that asks what may follow."""


def _answered(call: Callable[[], object]) -> int:
    """Make *call* and return its exit code; whatever a person can put right is said on stderr."""
    try:
        code = call()
    except ReaderGoneError as gone:
        return gone.exit_code
    except typer.TyperException as error:
        return _tell_mistake(error)
    except typer.Abort:  # Ctrl-C or Ctrl-D at a question
        code = ExitCode.INTERRUPTED
    except CollabkitError as error:
        return _tell(error)
    except OSError as error:
        if error.filename is not None:  # a file, which has a name; a stream has none
            return _tell(CollabkitError(f"{error.filename}: {error.strerror}"))
        # Where Typer writes by itself: a version onto a full disk.
        return _tell(output.OutputError(error))
    except SystemExit as exit_:  # Typer's own answer where the shell asks what may follow
        code = exit_.code
    if code == ExitCode.INTERRUPTED:
        output.note("collab: interrupted")
    return code if isinstance(code, int) else ExitCode.FINE


def _help(arguments: Sequence[str]) -> None:
    """Print the help of the program, or of the command that *arguments* name."""
    whole = help_.WHOLE in arguments
    name = next((each for each in arguments if not each.startswith("-")), "")
    if name in COMMANDS:
        output.say(_help_of_command(arguments, name, whole=whole))
    else:
        summaries = {each: _summary(each) for each in COMMANDS}
        output.say(help_.of_program(summaries, whole=whole))
    output.flush()


def _help_of_command(arguments: Sequence[str], name: str, *, whole: bool) -> str:
    program: Any = typer.main.get_command(build((name,)))
    command = program.commands[name]
    words = [each for each in arguments if not each.startswith("-")]
    inner = getattr(command, "commands", {})
    if len(words) > 1 and words[1] in inner:
        return help_.of_command(inner[words[1]], f"collab {name} {words[1]}", whole=whole)
    return help_.of_command(command, f"collab {name}", whole=whole)


def _summary(name: str) -> str:
    module = module_of(name)
    text: str = module.SUMMARY if hasattr(module, "group") else summary(module.command)
    return text


def _offered() -> list[str]:
    """Return the command line for somebody who typed no command: to begin with her words, or the help."""
    output.note(
        "collab plans a library's partnerships: who to work with, why, and the papers to send."
    )
    output.note("Enter alone lists the commands.")
    try:
        said = typer.prompt(
            "What do you want? Say it in your own words", "", show_default=False, err=True
        )
    except typer.Abort:
        return ["--help"]
    return ["start", "--", said] if said.strip() else ["--help"]


def _tell_mistake(error: typer.TyperException) -> int:
    """Say what is wrong with the command line, or show the help of a command that got nothing."""
    said = error.format_message()
    if said.startswith("Usage: "):
        output.note(said)
        return ExitCode.USAGE
    from collabkit.cli.mistakes import mistake_of  # noqa: PLC0415 - only for mistakes

    return _tell(mistake_of(error))


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
    if error.command:
        output.note(f"hint: {error.command}")
    if isinstance(error, UnsureError) and sys.stderr.isatty():
        output.note("`collab start` shows what it may mean, and goes on from there.")
    return error.exit_code
