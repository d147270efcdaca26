"""What a list of commands says of each: the first sentence of its help, whole."""

import inspect
from collections.abc import Callable
from typing import Any


def summary(command: Callable[..., Any]) -> str:
    """Return the first paragraph of the help of *command*, on one line. Typer alone would cut it."""
    return " ".join((inspect.getdoc(command) or "").split("\n\n")[0].split())
