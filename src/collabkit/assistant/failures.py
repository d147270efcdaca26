"""What is wrong, as a sentence that reaches the model."""

import functools
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from mcp.server.mcpserver.exceptions import ToolError

from collabkit.errors import CollabkitError, cut

P = ParamSpec("P")
R = TypeVar("R")
_MOST = 400
"""Letters of a message: a broken file may have a hundred problems."""


def sentence(error: CollabkitError) -> str:
    """Return what is wrong and what to do."""
    said = cut(str(error), _MOST)
    return f"{said[:1].upper()}{said[1:]}. {error.command}" if error.command else said


def told(function: Callable[P, R]) -> Callable[P, R]:
    """Return *function* so that what a person can put right reaches the model, which sees no other exception."""

    @functools.wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except CollabkitError as error:
            raise ToolError(sentence(error)) from error
        except OSError as error:
            raise ToolError(f"{error.filename or 'a file'}: {error.strerror}") from error

    return call
