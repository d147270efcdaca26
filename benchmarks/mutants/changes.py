"""What can be changed in the functions of a module: operators, constants, branches, calls, answers."""

import ast
import gc
import os
from collections.abc import Iterator
from contextlib import suppress
from copy import copy
from functools import cache
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any, NamedTuple, TypeGuard

_PAIRS: tuple[tuple[type[Any], type[Any]], ...] = (
    *((ast.Lt, ast.LtE), (ast.Gt, ast.GtE), (ast.Eq, ast.NotEq), (ast.Is, ast.IsNot)),
    *((ast.In, ast.NotIn), (ast.And, ast.Or), (ast.Add, ast.Sub), (ast.Mult, ast.FloorDiv)),
    (ast.BitOr, ast.BitAnd),
)
_SWAPPED = dict((*_PAIRS, *((right, left) for left, right in _PAIRS)))
"""Operators, and what stands in their place in a mutant."""
_AROUND = 45
"""Characters of a long line that are shown on each side of what was changed."""

Code = tuple[str, int]
"""What tells a function from another of its module: its name in full and its first line."""


class Mutant(NamedTuple):
    """One change to one function."""

    module: ModuleType
    function: str
    line: int
    change: str
    """The line of code as it is, and as it would be."""
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
        clear_caches(self.module)
        return before


class Site(NamedTuple):
    """A node that can be changed, and where it hangs."""

    function: str
    holder: ast.AST
    field: str
    place: int | None
    node: ast.AST

    @property
    def line(self) -> int:
        """Where it stands in its module."""
        return int(getattr(self.node, "lineno", getattr(self.holder, "lineno", 0)))

    def put(self, node: ast.AST) -> None:
        """Let *node* stand in its place."""
        if self.place is None:
            setattr(self.holder, self.field, node)
        else:
            getattr(self.holder, self.field)[self.place] = node


def mutants(module: ModuleType) -> Iterator[Mutant]:
    """Yield everything that can be changed in the functions of *module*."""
    file = module.__file__ or ""
    tree = ast.parse(Path(file).read_bytes())
    before = ast.unparse(tree).split("\n")
    for site in [*sites(tree)]:
        for new in variants(site.node):
            site.put(ast.copy_location(new, site.node))
            with suppress(SyntaxError):
                whole = compile(ast.fix_missing_locations(tree), file, "exec")
                change = difference(before, ast.unparse(tree).split("\n"))
                yield Mutant(module, site.function, site.line, change, dict(_codes(whole)))
        site.put(site.node)


def difference(before: list[str], after: list[str]) -> str:
    """Return the first line that differs, as it was and as it is: as much of it as tells where."""
    old, new = next(pair for pair in zip(before, after, strict=False) if pair[0] != pair[1])
    old, new = old.strip(), new.strip()
    ends = ([old, new], [old[::-1], new[::-1]])
    # Character by character, which is what it does to paths that nobody wants.
    head, tail = (max(0, len(os.path.commonprefix(pair)) - _AROUND) for pair in ends)  # noqa: RUF071
    return "  ->  ".join(
        f"{'…' * bool(head)}{each[head : len(each) - tail]}{'…' * bool(tail)}"
        for each in (old, new)
    )


def sites(tree: ast.AST, name: str = "", *, within: bool = False) -> Iterator[Site]:
    """Yield what stands in the bodies of functions, and nothing of their heads or of a module's own body.

    Args:
        tree: where to look.
        name: of the function or class that holds it.
        within: whether that is a function.
    """
    for field, value in ast.iter_fields(tree):
        if field in {"annotation", "returns", "decorator_list", "args", "ctx"} and not (
            field == "args" and isinstance(tree, ast.Call)
        ):
            continue
        for place, node in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if not isinstance(node, ast.AST) or _is_said(node):
                continue
            if within:
                yield Site(name, tree, field, place, node)
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                function = not isinstance(node, ast.ClassDef)
                yield from sites(node, f"{name}.{node.name}".lstrip("."), within=function)
            else:
                yield from sites(node, name, within=within)


def _is_said(node: ast.AST) -> TypeGuard[ast.Expr]:
    """Return whether *node* is a docstring or another text that does nothing."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def variants(node: ast.AST) -> Iterator[ast.AST]:
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


def clear_caches(module: ModuleType) -> None:
    """Let the functions of *module* that keep their answers forget them."""
    for each in vars(module).values():
        getattr(each, "cache_clear", int)()


def _key(code: CodeType) -> Code:
    return code.co_qualname, code.co_firstlineno


@cache
def _functions(module: ModuleType) -> list[FunctionType]:
    """Return every function of *module* that there is, whatever is wrapped around it."""
    found = (each for each in gc.get_objects() if isinstance(each, FunctionType))
    return [each for each in found if each.__globals__ is vars(module)]


def _codes(code: CodeType) -> Iterator[tuple[Code, CodeType]]:
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield _key(each), each
            yield from _codes(each)
