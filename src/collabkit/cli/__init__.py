"""The command line: `program` builds and runs it; each command is a module or a folder here."""

import gc
import os
import sys

# As in the package: what is imported here is not yet under the ``try`` of `main`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from sys import UnraisableHookArgs
    from typing import NoReturn

__all__ = ["hold", "main", "run"]

_held: "list[object]" = []


def hold(thing: object) -> None:
    """Let *thing* live until the command line was run, where the process ends with it: see `run`."""
    _held.append(thing)


def main(argv: "Sequence[str] | None" = None) -> int:
    """Run one command line and return its exit code."""
    try:
        return _ran(argv)
    finally:
        _held.clear()


def _ran(argv: "Sequence[str] | None" = None) -> int:
    try:
        # The imports take most of a short command, and Ctrl-C may come while they run.
        from collabkit.cli.program import main as start  # noqa: PLC0415

        return start(argv)
    except KeyboardInterrupt:
        return _interrupted()


def run() -> "NoReturn":
    """Be the program: run the command line of this process and end it.

    By now every file is closed and everything written. Taking the interpreter and DuckDB apart,
    piece by piece, would take a tenth of a short command's time; the system frees all at once. So what a
    command holds most by is not let go of when it returns, but held.
    """
    code = 1
    try:
        sys.unraisablehook = _end_if_interrupted
        # What a run makes at its start lives to its end: to look for garbage in it again and again
        # takes longer than to match. Long runs still collect, only less often.
        gc.set_threshold(200_000, 10, 20)
        # To look through all installed packages for plugins of pydantic takes a fiftieth of a short command.
        os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
        code = _ran()
        sys.stdout.flush()
        sys.stderr.flush()
    except KeyboardInterrupt:
        code = _interrupted()
    except (OSError, ValueError):
        # What cannot be written now was told already, or nobody is there to be told.
        code = code or 1
    os._exit(code)


def _interrupted() -> int:
    try:  # noqa: SIM105 - contextlib is one import more before Ctrl-C is heard
        sys.stderr.write("collab: interrupted\n")
    except (OSError, ValueError):
        pass  # nobody is there to be told
    return 130


def _end_if_interrupted(ignored: "UnraisableHookArgs") -> None:
    """End at a Ctrl-C that came in a callback, out of which Python hands no exception on.

    It would show a traceback and go on, as if nobody had pressed anything.
    """
    if not issubclass(ignored.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(ignored)
        return
    try:  # noqa: SIM105 - as above
        sys.stdout.flush()  # what was written so far is whole
    except (OSError, ValueError):
        pass
    os._exit(_interrupted())
