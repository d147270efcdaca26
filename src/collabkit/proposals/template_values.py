"""What a template prints: a gap visibly, data literally, and our own Markdown as it is."""

import re
from collections.abc import Sequence
from contextvars import ContextVar
from typing import NoReturn

from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError, UndefinedError

from collabkit.errors import did_you_mean
from collabkit.proposals.fact_parts import Gap
from collabkit.proposals.facts import FACTS
from collabkit.proposals.limits import RenderLimits
from collabkit.text.markdown import escape_markdown

LIMITS: ContextVar[RenderLimits] = ContextVar("limits")
"""That of the rendering under way."""


class Ready(str):
    """Markdown of our own making: not escaped again."""

    __slots__ = ()


class Missing(StrictUndefined):
    """A name that means nothing. Says which, and which one was meant."""

    __slots__ = ()

    def told(self) -> str:
        """Return what is missing, and the closest of the names that there are."""
        name, thing = str(self._undefined_name), self._undefined_obj
        owned = fields_of(thing)
        what = f"{type(thing).__name__.lower()} has no" if owned else "there is no fact called"
        close = did_you_mean(name, owned or FACTS)
        return f"{what} {name!r}" + (f"; {close}" if close else "")

    def _fail_with_undefined_error(self, *_: object, **__: object) -> NoReturn:
        raise UndefinedError(self.told())

    __iter__ = __str__ = __len__ = __eq__ = __ne__ = __bool__ = _fail_with_undefined_error
    __add__ = __radd__ = __call__ = __getitem__ = __hash__ = _fail_with_undefined_error


_DOLLARS = re.compile(r"\\\$(?=\d)")


def shown(value: object) -> str:
    """Return what stands in the text for *value*: a gap visibly, data literally."""
    limits = LIMITS.get()
    match value:
        case Ready():
            return limits.wrote(value)
        case Gap():
            limits.gaps[value] = None
            return limits.wrote(f"[{escape_markdown(value.what)}]")
        case Missing():
            raise UndefinedError(value.told())
        case str() | int() | float():
            # A dollar sign before a figure begins no formula, and reads better bare.
            return limits.wrote(_DOLLARS.sub("$", escape_markdown(str(value))))
        case _:
            raise SecurityError(f"{type(value).__name__.lower()} is no text; name one of its parts")


def fields_of(thing: object) -> Sequence[str]:
    """Return the names that a template may ask of *thing*."""
    for holder in ("model_fields", "__dataclass_fields__", "_fields"):
        found = getattr(type(thing), holder, None)
        if found:
            return [*found]
    return []
