"""Change the code of a room in one place at a time, and see whether its tests notice.

python -m benchmarks.mutants files text datafiles directory/database   some minutes each
python -m benchmarks.mutants files -k writing                          only the modules called so

A mutant lives in a child process of one that has collected the tests, run them once and seen which of
them call which function; the child runs those until one fails. What a test starts as a program of its
own is not mutated, nor is what runs when a module is imported.
"""

import argparse
import ast
import gc
import importlib
import os
import signal
import sys
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from copy import copy
from functools import cache
from pathlib import Path
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import Any, NamedTuple, TypeGuard

import pytest
from _pytest.runner import runtestprotocol

ROOT = Path(__file__).parents[1]
TESTS = {
    "files": ("files",),
    "text": ("text",),
    "datafiles": ("datafiles",),
    "directory/database": ("directory/test_connection.py",),
}
"""The tests of each room."""
SECONDS = 60
"""Of the processor's time, or twice as many on the clock, after which a mutant counts as one that never
ends, and so as noticed."""
_PAIRS: tuple[tuple[type[Any], type[Any]], ...] = (
    *((ast.Lt, ast.LtE), (ast.Gt, ast.GtE), (ast.Eq, ast.NotEq), (ast.Is, ast.IsNot)),
    *((ast.In, ast.NotIn), (ast.And, ast.Or), (ast.Add, ast.Sub), (ast.Mult, ast.FloorDiv)),
    (ast.BitOr, ast.BitAnd),
)
_SWAPPED = dict((*_PAIRS, *((right, left) for left, right in _PAIRS)))
"""Operators, and what stands in their place in a mutant."""

Function = ast.FunctionDef | ast.AsyncFunctionDef
Code = tuple[str, int]
"""What tells a function from another of its module: its name in full and its first line."""


class Mutant(NamedTuple):
    """One change to one function."""

    module: ModuleType
    line: int
    change: str
    codes: dict[Code, CodeType]
    """The functions of the module as they are with the change."""

    def changed(self) -> list[FunctionType]:
        """Return the functions, of those that there are, that the change would change."""
        found = ((each, self.codes.get(_key(each.__code__))) for each in _functions(self.module))
        # Without its last `super()` a function cannot take the place of the one that has it.
        return [
            each
            for each, code in found
            if code and code != each.__code__ and code.co_freevars == each.__code__.co_freevars
        ]

    def live(self) -> list[CodeType]:
        """Put the change in place; return the functions as they were."""
        before = []
        for each in self.changed():
            before.append(each.__code__)
            each.__code__ = self.codes[_key(each.__code__)]
        for kept in vars(self.module).values():
            getattr(kept, "cache_clear", int)()
        return before


def _key(code: CodeType) -> Code:
    return code.co_qualname, code.co_firstlineno


@cache
def _functions(module: ModuleType) -> list[FunctionType]:
    """Return every function of *module* that there is, whatever is wrapped around it."""
    found = (each for each in gc.get_objects() if isinstance(each, FunctionType))
    return [each for each in found if each.__globals__ is vars(module)]


def mutants(module: ModuleType) -> Iterator[Mutant]:
    """Yield everything that can be changed in the functions of *module*."""
    tree = ast.parse(Path(module.__file__ or "").read_bytes())
    for holder, field, place, node in [*_sites(tree)]:
        for new in _variants(node):
            _put(holder, field, place, ast.copy_location(new, node))
            shown = f"{_shown(node)}  ->  {_shown(new)}"
            with suppress(SyntaxError):
                whole = compile(ast.fix_missing_locations(tree), module.__file__ or "", "exec")
                yield Mutant(module, getattr(node, "lineno", 0), shown, dict(_codes(whole)))
        _put(holder, field, place, node)


def _shown(node: ast.AST) -> str:
    return " ".join(ast.unparse(node).split())[:90] or type(node).__name__


def _put(holder: ast.AST, field: str, place: int | None, node: ast.AST) -> None:
    if place is None:
        setattr(holder, field, node)
    else:
        getattr(holder, field)[place] = node


def _sites(tree: ast.AST) -> Iterator[tuple[ast.AST, str, int | None, ast.AST]]:
    """Yield what stands in the bodies of functions, with where it hangs."""
    for function in (each for each in ast.walk(tree) if isinstance(each, Function)):
        for holder in (inner for each in function.body for inner in ast.walk(each)):
            if _is_said(holder):
                continue
            for field, value in ast.iter_fields(holder):
                if field in {"annotation", "returns", "decorator_list", "args", "ctx"} and not (
                    field == "args" and isinstance(holder, ast.Call)
                ):
                    continue
                for place, node in enumerate(value) if isinstance(value, list) else [(None, value)]:
                    if isinstance(node, ast.AST):
                        yield holder, field, place, node
        for place, node in enumerate(function.body):
            if not _is_said(node):
                yield function, "body", place, node


def _is_said(node: ast.AST) -> TypeGuard[ast.Expr]:
    """Return whether *node* is a docstring or another text that does nothing."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _variants(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what may stand in the place of *node*."""
    match node:
        case ast.Compare(ops=[operator]) if type(operator) in _SWAPPED:
            yield ast.Compare(node.left, [_SWAPPED[type(operator)]()], node.comparators)
        case ast.BoolOp():
            yield ast.BoolOp(_SWAPPED[type(node.op)](), node.values)
        case ast.BinOp() if type(node.op) in _SWAPPED:
            yield ast.BinOp(node.left, _SWAPPED[type(node.op)](), node.right)
        case ast.UnaryOp(op=ast.Not()):
            yield copy(node.operand)  # it gets the place of the whole
        case ast.Constant():
            yield from _others(node.value)
        case _:
            yield from _ways(node)


def _ways(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the ways that are left where *node* branches, ends or does something."""
    match node:
        case ast.If() | ast.IfExp():
            for sure in (True, False):
                yield type(node)(ast.Constant(sure), node.body, node.orelse)  # type: ignore[arg-type]
        case ast.Return(value=ast.expr()) if not isinstance(node.value, ast.Constant):
            yield ast.Return(ast.Constant(None))
        case ast.Expr(value=ast.Call()) | ast.Raise():
            yield ast.Pass()
        case ast.comprehension(ifs=[_, *_]):
            yield ast.comprehension(node.target, node.iter, [], node.is_async)
        case _:
            return


def _others(value: object) -> Iterator[ast.AST]:
    match value:
        case bool():
            yield ast.Constant(not value)
        case int() | float():
            yield ast.Constant(value + 1)
        case str():
            yield ast.Constant(f"XX{value}")
        case bytes():
            yield ast.Constant(b"XX" + value)
        case _:
            return


def _codes(code: CodeType) -> Iterator[tuple[Code, CodeType]]:
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield _key(each), each
            yield from _codes(each)


class Mutating:
    """Runs the tests once as they are, and then for each mutant those that call what it changes."""

    def __init__(self, modules: list[ModuleType]) -> None:
        """Mutate *modules*."""
        self.files = {each.__file__: each for each in modules}
        self.callers: defaultdict[CodeType, list[pytest.Item]] = defaultdict(list)
        self.survivors = 0

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run everything, in place of pytest itself."""
        for item in session.items:
            if not self._passes(item):
                pytest.exit(f"{item.nodeid} fails without a mutant", 1)
        for module in self.files.values():
            self._tried(module)
        return True

    def _tried(self, module: ModuleType) -> None:
        count = noticed = 0
        # What is there on other systems only is not there to be changed.
        for mutant in filter(Mutant.changed, mutants(module)):
            count += 1
            child = os.fork()
            if not child:
                code = 1
                try:
                    code = self._lives(mutant)
                finally:
                    os._exit(code)
            # Whatever ends a child but its own word, such as the clock, is a mutant that was noticed.
            if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != os.EX_OK:
                noticed += 1
            else:
                name = Path(module.__file__ or "").relative_to(ROOT)
                print(f"{name}:{mutant.line}: {mutant.change}", flush=True)
        self.survivors += count - noticed
        print(f"{module.__name__}: {noticed} of {count} noticed", flush=True)

    def _lives(self, mutant: Mutant) -> int:
        """Return 0 if no test notices *mutant*. For a child that ends with it."""
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        signal.alarm(2 * SECONDS)
        items = dict.fromkeys(item for code in mutant.live() for item in self.callers[code])
        # The quickest come first.
        for item in sorted(items, key=lambda each: each.stash[_TOOK]):
            with suppress(KeyboardInterrupt):
                if self._passes(item):
                    continue
            return 1
        return os.EX_OK

    def _passes(self, item: pytest.Item) -> bool:
        """Run *item* and keep what is set up for all tests; note what it calls and how long it takes."""
        if hasattr(item, "_initrequest"):
            item._initrequest()  # noqa: SLF001 - what pytest's own plugins do to run a test again
        first = _TOOK not in item.stash
        called: set[CodeType] = set()

        def hear(frame: FrameType, event: str, _given: object) -> None:
            if event == "call" and frame.f_code.co_filename in self.files:
                called.add(frame.f_code)

        if first:
            threading.setprofile(hear)
            sys.setprofile(hear)
        begun = os.times().elapsed
        # As if the session itself came next: what is set up for all tests stays, and nothing else does.
        reports = runtestprotocol(item, nextitem=item.session, log=False)  # type: ignore[arg-type]
        if first:
            sys.setprofile(None)
            threading.setprofile(None)
            item.stash[_TOOK] = os.times().elapsed - begun
            for code in called:
                self.callers[code].append(item)
        return not any(report.failed for report in reports)


_TOOK = pytest.StashKey[float]()


def main() -> int:
    """Try the rooms that are named; end with 1 if a mutant survives."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.mutants", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("rooms", nargs="+", choices=TESTS)
    parser.add_argument("-k", dest="called", default="", help="part of the names of modules")
    given = parser.parse_args()
    modules = [
        importlib.import_module(f"collabkit.{room.replace('/', '.')}.{file.stem}")
        for room in given.rooms
        for file in sorted((ROOT / "src/collabkit" / room).glob("*.py"))
        if file.stem != "__init__" and given.called in file.stem
    ]
    mutating = Mutating(modules)
    tests = [str(ROOT / "tests" / each) for room in given.rooms for each in TESTS[room]]
    quiet = ("-p", "no:xdist", "-p", "no:cacheprovider", "--no-header")
    failed = pytest.main([*tests, *quiet], plugins=[mutating])
    return int(failed) or int(mutating.survivors > 0)


if __name__ == "__main__":
    sys.exit(main())
