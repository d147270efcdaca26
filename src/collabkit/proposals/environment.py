"""The environment in which templates run: Jinja with nothing in it but what a paper needs.

A template is a text that somebody else may have written: a tired person, a consultant, a page of the
web. It reads facts and writes text. It reaches no attribute but the fields of the facts, calls nothing
but its own macros and opens no file but other templates. `grammar` says what may stand in it, and
`limits` what it may take; what is missing there is missing here.
"""

from collections.abc import Iterable
from typing import Any

from jinja2 import BaseLoader, BytecodeCache, Template, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext, Macro
from jinja2.sandbox import SandboxedEnvironment

from collabkit.proposals.filters import FILTERS, TESTS
from collabkit.proposals.grammar import check_grammar
from collabkit.proposals.template_values import LIMITS, Missing, Ready, fields_of, shown

_NUMBER = 1_000_000
"""As large as a figure in a template may grow."""
_BUILTIN = ("default", "first", "last", "length")
"""Jinja's own filters that neither call anything nor grow what they are given."""


class TemplateEnvironment(SandboxedEnvironment):
    """Jinja with nothing in it but what a paper needs."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def __init__(self, loader: BaseLoader, kept: BytecodeCache | None = None) -> None:
        """Find templates by *loader*, and those compiled before in *kept*."""
        super().__init__(
            loader=loader,
            bytecode_cache=kept,
            undefined=Missing,
            autoescape=False,
            finalize=shown,
            keep_trailing_newline=True,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.globals.clear()
        self.tests = {name: self.tests[name] for name in ("defined", "none")} | TESTS
        self.filters = {name: self.filters[name] for name in _BUILTIN} | FILTERS

    @staticmethod
    def concat(pieces: Iterable[str]) -> str:
        """Return *pieces* as one text, as far as a paper may be long."""
        return "".join(map(LIMITS.get().wrote, pieces))

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401
        """Return one item of a list or a table."""
        if not isinstance(argument, (str, int)):
            raise SecurityError("an item is named by a word or a number")
        return super().getitem(obj, argument)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401
        """Allow the fields of a fact and what a loop tells of itself, and nothing that runs."""
        if isinstance(obj, LoopContext):
            return attr in {"index", "index0", "first", "last", "length"}
        return attr in fields_of(obj) and not callable(value)

    def is_safe_callable(self, obj: Any) -> bool:  # noqa: ANN401
        """Allow a template's own macros."""
        return isinstance(obj, Macro)

    def call(self, context: Any, obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """Count a call, make it if it may be made, and take what a macro writes as written."""
        LIMITS.get().step()
        return Ready(super().call(context, obj, *args, **kwargs))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
        """Reckon with numbers, and with nothing that grows."""
        numbers = all(type(each) in {int, float} and abs(each) <= _NUMBER for each in (left, right))
        if not numbers or operator == "**":
            raise SecurityError(f"a template may use {operator!r} with small numbers only")
        return super().call_binop(context, operator, left, right)

    def get_template(self, *args: Any, **kwargs: Any) -> Template:  # noqa: ANN401
        """Count a template that is put in, then find it."""
        LIMITS.get().step()
        return super().get_template(*args, **kwargs)

    def select_template(self, *args: Any, **kwargs: Any) -> Template:  # noqa: ANN401
        """Count a template that is put in, then find it."""
        LIMITS.get().step()
        return super().select_template(*args, **kwargs)

    def _generate(self, source: nodes.Template, *args: Any, **kwargs: Any) -> str:  # noqa: ANN401
        return super()._generate(check_grammar(source), *args, **kwargs)
