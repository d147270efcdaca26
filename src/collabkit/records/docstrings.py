"""The docstring under each field of a class."""

import ast
import inspect
import itertools
from functools import cache


@cache
def field_docs(model: type) -> dict[str, str]:
    """Return what stands under each field of *model*, those of its bases included, by name.

    Pydantic can do this, but reads the source whenever a class is made, at every start.
    """
    said: dict[str, str] = {}
    for each in reversed(model.__mro__):
        if each.__module__.startswith("collabkit."):
            said |= _own(each)
    return said


@cache
def _own(model: type) -> dict[str, str]:
    tree = ast.parse(inspect.cleandoc("\n" + inspect.getsource(model)))
    body = next(node for node in tree.body if isinstance(node, ast.ClassDef)).body
    found: dict[str, str] = {}
    for field, after in itertools.pairwise(body):
        match field, after:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(said))),
            ):
                found[name] = " ".join(said.split())
            case _:
                continue
    return found
