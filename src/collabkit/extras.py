"""Libraries that only some features need: the command that installs them, where this program is installed."""

import shlex
import shutil
import sys
from importlib import metadata
from pathlib import Path


def install_command(extra: str) -> str:
    """Return what a person types to install the libraries of *extra*.

    It names those libraries and not ``collabkit[extra]``, so that it works from a checkout, too, and
    it adds them to the environment that runs this program: with pipx and uv, one that pip of the
    shell does not know.

    Args:
        extra: a key of ``[project.optional-dependencies]``, such as ``plan``.
    """
    libraries = shlex.join(_libraries(extra))
    parts = Path(sys.prefix).parts
    if "pipx" in parts:
        return f"pipx inject collabkit {libraries}"
    if {"uv", "tools"} <= set(parts):
        return f"uv pip install --python {shlex.quote(sys.prefix)} {libraries}"
    return f"{_python()} -m pip install {libraries}"


def _libraries(extra: str) -> list[str]:
    needed = metadata.requires("collabkit") or []
    marked = (each.partition(";") for each in needed)
    return [library.strip() for library, _, marker in marked if _names(marker, extra)]


def _names(marker: str, extra: str) -> bool:
    return f'extra == "{extra}"' in marker.replace("'", '"')


def _python() -> str:
    """Return the shortest name by which the shell finds this Python."""
    for name in ("python", "python3"):
        if shutil.which(name) == sys.executable:
            return name
    return shlex.quote(sys.executable)
