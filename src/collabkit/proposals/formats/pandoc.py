"""Pandoc: Markdown in, another format out. It reads nothing but what it is given here."""

import logging
import subprocess
from functools import cache
from pathlib import Path

from collabkit.errors import CollabkitError
from collabkit.extras import install_command

ASSETS = Path(__file__).parent / "assets"

_READ = "commonmark-raw_html+pipe_tables+task_lists"
"""What our templates use and nothing else, so that text from data has little to be mistaken for. Pandoc
reads raw HTML all the same; `shape.lua` shows it as it is written."""
_SECONDS = 30


class DocumentError(CollabkitError):
    """A document cannot be made."""


def missing(what: str, program: str) -> DocumentError:
    """Return the error that *program* is not installed, which *what* needs."""
    return DocumentError(
        f"{what} needs {program}, which is not installed",
        f"Install it: {install_command('documents')}",
    )


def convert(markdown: str, to: str, *more: str) -> bytes:
    """Return *markdown* in the format that pandoc calls *to*.

    Args:
        markdown: a paper.
        to: pandoc's name of the format.
        more: further options.

    Raises:
        DocumentError: pandoc is not installed, or failed.
    """
    command = [
        _program(),
        "--sandbox",
        f"--data-dir={ASSETS}",  # hers may hold an init.lua, which would run
        f"--from={_READ}",
        f"--to={to}",
        f"--lua-filter={ASSETS / 'shape.lua'}",
        "--output=-",
        *more,
    ]
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command; what varies is on stdin
            command,
            input=markdown.encode(),
            capture_output=True,
            check=False,
            timeout=_SECONDS,
            cwd=ASSETS,  # hers may have been deleted under the shell, and pandoc asks where it is
        )
    except subprocess.TimeoutExpired as error:
        raise DocumentError(
            f"pandoc cannot make the {to} document within {_SECONDS} seconds",
            "A name or a text in it may be longer than anybody reads.",
        ) from error
    except OSError as error:
        raise DocumentError(f"pandoc cannot make the {to} document: {error}") from error
    if done.returncode:
        # What follows the first line is where in pandoc's own code it was.
        said = done.stderr.decode(errors="replace").strip().partition("\n")[0]
        raise DocumentError(f"pandoc cannot make the {to} document: {said}")
    return done.stdout


@cache
def _program() -> str:
    try:
        import pypandoc  # type: ignore[import-untyped]  # noqa: PLC0415 - an extra that not all have
    except ImportError as error:
        raise missing("this format", "pandoc") from error
    logging.getLogger(
        "pypandoc"
    ).disabled = True  # it shows a traceback of a program that cannot start
    try:
        return str(pypandoc.get_pandoc_path())
    except OSError as error:
        raise missing("this format", "pandoc") from error
