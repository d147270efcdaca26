"""The workshop in which templates run. The only module that knows Jinja.

A template is a text that somebody else may have written: a tired person, a consultant, a page of the
web. It reads facts and writes text. It reaches no attribute but the fields of the facts, calls nothing
but its own macros and opens no file but other templates. `grammar` says what may stand in it, and
`limits` what it may take; what is missing there is missing here.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from contextvars import ContextVar
from typing import Any, NoReturn

from jinja2 import BaseLoader, BytecodeCache, StrictUndefined, Template, nodes, pass_context
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import SandboxedEnvironment

from collabkit.errors import did_you_mean
from collabkit.proposals.facts import FACTS, Fact, Gap
from collabkit.proposals.grammar import check_grammar
from collabkit.proposals.limits import RenderLimits
from collabkit.text.markdown import escape_markdown
from collabkit.text.phrases import cap, ended, listed, lower_first, unended

LIMITS: ContextVar[RenderLimits] = ContextVar("limits")
"""That of the rendering under way."""

_NUMBER = 1_000_000
"""As large as a figure in a template may grow."""
_BUILTIN = ("default", "first", "last", "length")
"""Jinja's own filters that neither call anything nor grow what they are given."""


class Ready(str):
    """Markdown of our own making: not escaped again."""

    __slots__ = ()


class Missing(StrictUndefined):
    """A name that means nothing. Says which, and which one was meant."""

    __slots__ = ()

    def told(self) -> str:
        """Return what is missing, and the closest of the names that there are."""
        name, thing = str(self._undefined_name), self._undefined_obj
        owned = _fields(thing)
        what = f"{type(thing).__name__.lower()} has no" if owned else "there is no fact called"
        close = did_you_mean(name, owned or FACTS)
        return f"{what} {name!r}" + (f"; {close}" if close else "")

    def _fail_with_undefined_error(self, *_: object, **__: object) -> NoReturn:
        raise UndefinedError(self.told())

    __iter__ = __str__ = __len__ = __eq__ = __ne__ = __bool__ = _fail_with_undefined_error
    __add__ = __radd__ = __call__ = __getitem__ = __hash__ = _fail_with_undefined_error


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
        return attr in _fields(obj) and not callable(value)

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


def _fields(thing: object) -> Sequence[str]:
    """Return the names that a template may ask of *thing*."""
    for holder in ("model_fields", "__dataclass_fields__", "_fields"):
        found = getattr(type(thing), holder, None)
        if found:
            return [*found]
    return []


def _sentence(text: Fact) -> Ready:
    """Return *text* with a capital at the start and one full stop at the end."""
    if isinstance(text, Gap):
        return Ready(f"{shown(text)}.")
    return Ready(shown(ended(cap(text))))


def _listed(facts: Sequence[Fact], last: str = "and") -> Ready:
    """Return *facts* as a list in a sentence: "a, b and c"."""
    return Ready(listed([shown(fact) for fact in facts], last))


def _joined(phrases: Sequence[Fact], by: str) -> Ready:
    """Return *phrases* one after the other, each tied to the last by the words *by*."""
    LIMITS.get().writes(len(phrases) * len(by))
    return Ready(f", {by} ".join(shown(phrase) for phrase in phrases))


def _flowing(pieces: Sequence[Fact]) -> Ready:
    """Return *pieces* of a paragraph as one text, with the blanks between them."""
    return Ready("".join(_piece(piece) for piece in pieces))


def _piece(piece: Fact) -> str:
    if isinstance(piece, Gap):
        return shown(piece)
    before, after = (" " if edge.isspace() else "" for edge in (piece[:1], piece[-1:]))
    return f"{before}{shown(piece)}{after}"


def _address(fact: Fact) -> Ready:
    """Return a telephone or e-mail address as a person copies it: an @ in it means nothing else."""
    return Ready(_MAIL.sub(r"\1@\2", shown(fact)))


_MAIL = re.compile(r"(\w)\\@(\w)")
_DOLLARS = re.compile(r"\\\$(?=\d)")


def _comparable(value: object) -> object:
    """Return *value* if comparing it is quick: a word, a number, a fact, or a flat list of them."""
    if isinstance(value, Missing):
        raise UndefinedError(value.told())
    if isinstance(value, (list, tuple, dict)):
        for each in LIMITS.get().each(value):
            _item(each)
    return value


def _item(value: object) -> object:
    """Return *value* as an item of a list, which is no list itself."""
    LIMITS.get().step()
    if isinstance(value, (list, tuple, dict)):
        raise SecurityError("a template may not put lists into lists")
    return value


def _stretch(things: Sequence[object], *edges: int | None) -> Sequence[object]:
    """Return the *things* from one place up to another; *things* may be a text."""
    if not isinstance(things, (str, list, tuple)):
        raise SecurityError(f"{type(things).__name__.lower()} is no list")
    found = things[slice(*edges)]
    LIMITS.get().writes(len(found))
    return found


def _whole(value: object) -> int:
    """Return *value*, which has to be a whole number."""
    if not isinstance(value, int):
        raise SecurityError(f"{type(value).__name__.lower()} is no whole number")
    return value


def _words(text: object) -> int:
    """Return how many words a text has, or several together."""
    texts = text if isinstance(text, (list, tuple)) else [text]
    for each in LIMITS.get().each(texts):
        if not isinstance(each, (str, Gap)):
            raise SecurityError(
                f"{type(each).__name__.lower()} has no words; name one of its parts"
            )
    return sum(len(str(each).split()) for each in texts)


def _each(things: Sequence[object], name: str) -> list[object]:
    """Return the field *name* of each of *things*."""
    for thing in LIMITS.get().each(things):
        if name not in _fields(thing):
            raise UndefinedError(f"{type(thing).__name__.lower()} has no {name!r}")
    return [getattr(thing, name) for thing in things]


def _third(text: str) -> str:
    """Return what was said to a partner as it is told to somebody else: "your" is "their"."""
    return _YOU.sub(_told_of, text)


def _told_of(found: re.Match[str]) -> str:
    said = _THIRD[found[0].casefold()]
    return cap(said) if found[0][0].isupper() else said


_THIRD = {"your": "their", "yours": "theirs", "you": "they", "yourself": "themselves"}
_YOU = re.compile(r"\b(?:yourself|yours|your|you)\b", re.IGNORECASE)


def _each_third(texts: Sequence[Fact]) -> list[Fact]:
    """Return *texts* as they are told to somebody else; a gap stays one."""
    return [text if isinstance(text, Gap) else _third(text) for text in texts]


def _site(address: str) -> str:
    """Return the address of a page without its scheme, which Markdown would have to escape."""
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")


@pass_context
def _gap(_: Context, what: str) -> Gap:
    """Return a blank that only the writer can fill, counted among the gaps.

    It asks for the context so that Jinja does not work it out once and for all when it compiles
    the template: a blank that is worked out then is counted in no paper.
    """
    if not isinstance(what, str):
        raise SecurityError("a gap says in words what is missing")
    return Gap(what, "decide it and write it into the paper")


def _kept(change: Callable[[str], str]) -> Callable[[Any], Any]:
    """Return *change* for facts: a gap stays a gap, so that none is passed by."""

    def changed(fact: Any) -> Any:  # noqa: ANN401 - a fact, or what a template took for one
        if isinstance(fact, Gap):
            return fact
        if isinstance(fact, Missing):
            raise UndefinedError(fact.told())
        if not isinstance(fact, str):
            raise SecurityError(f"{type(fact).__name__.lower()} is no text; name one of its parts")
        LIMITS.get().step()
        return LIMITS.get().wrote(change(fact))

    return changed


FILTERS: dict[str, Callable[..., Any]] = {
    "address": _address,
    "cap": _kept(cap),
    "comparable": _comparable,
    "counted": lambda items, parts: LIMITS.get().each(items, parts),
    "joined": _joined,
    "listed": _listed,
    "each": _each,
    "each_third": _each_third,
    "gap": _gap,
    "item": _item,
    "list": lambda items: [*LIMITS.get().each(items)],
    "lower": _kept(str.lower),
    "lower_first": _kept(lower_first),
    "phrase": _kept(unended),
    "trim": _kept(str.strip),
    "unended": _kept(lambda text: text.rstrip().removesuffix(".")),
    "upper": _kept(str.upper),
    "sentence": _sentence,
    "site": _kept(_site),
    "third": _kept(_third),
    "flowing": _flowing,
    "glued": lambda parts: Ready("".join(map(shown, parts))),
    "ready": Ready,
    "stretch": _stretch,
    "words": _words,
}
"""What a template may do with a text."""
TESTS: dict[str, Callable[..., bool]] = {
    "odd": lambda value: _whole(value) % 2 == 1,
    "even": lambda value: _whole(value) % 2 == 0,
}
"""What a template may ask of a number."""
