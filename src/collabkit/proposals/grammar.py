"""What may stand in a template: blanks, loops, choices and macros, and lists that hold no lists.

A value that holds itself many times over costs nothing to make and no end of time to look at, so none
can be made. What papers do not need, such as templates that extend or import others, is refused where
it stands.
"""

from math import isinf
from typing import Final, cast

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.visitor import NodeTransformer

_ALLOWED: Final = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Include),
    *(nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem, nodes.Slice, nodes.Filter),
    *(nodes.If, nodes.CondExpr, nodes.For, nodes.Test, nodes.Compare, nodes.Operand),
    *(nodes.Not, nodes.And, nodes.Or, nodes.Neg, nodes.Pos),
    *(nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow),
    *(nodes.Assign, nodes.AssignBlock, nodes.With, nodes.Macro, nodes.Call, nodes.Keyword),
    *(nodes.List, nodes.Tuple, nodes.Dict, nodes.Pair, nodes.Concat),
)
_WORDS: Final = {"FromImport": "from", "CallBlock": "call", "FilterBlock": "filter"}
"""Those that are not written as Jinja calls them."""
_HIDDEN: Final = {
    # What a macro was given besides what it names: lists in lists.
    **dict.fromkeys(("varargs", "kwargs", "caller"), "a macro knows only what it names"),
    "self": "a template knows the facts, and nothing of itself",
}
"""Names that Jinja gives a meaning, and what to say of each."""


def check_grammar(tree: nodes.Template) -> nodes.Template:
    """Return *tree*, with a count wherever it could go on for long.

    Raises:
        TemplateSyntaxError: it holds what no template may hold; it names the line.
    """
    for node in tree.find_all(nodes.Node):
        _check(node)
    return cast("nodes.Template", _Counting().visit(tree))


def _check(node: nodes.Node) -> None:
    if not isinstance(node, _ALLOWED) and not isinstance(node, nodes.Helper):
        kind = type(node).__name__
        word = _WORDS.get(kind, kind.lower())
        raise TemplateSyntaxError(f"a template may not use {word!r}", node.lineno)
    if isinstance(node, nodes.Include) and not _is_text(node.template):
        raise TemplateSyntaxError('name the template to put in, such as "one.md.j2"', node.lineno)
    if isinstance(node, nodes.Name) and node.name in _HIDDEN:
        raise TemplateSyntaxError(_HIDDEN[node.name], node.lineno)
    if isinstance(node, nodes.Const) and isinstance(node.value, float) and isinf(node.value):
        raise TemplateSyntaxError("no figure is so large", node.lineno)
    if isinstance(node, nodes.Call) and (node.dyn_args or node.dyn_kwargs):
        raise TemplateSyntaxError("a macro is given one thing after the other", node.lineno)


def _is_text(node: nodes.Expr) -> bool:
    return isinstance(node, nodes.Const) and isinstance(node.value, str)


class _Counting(NodeTransformer):
    """Puts a count on what could go on for long, and marks what is Markdown already."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 - the visitor calls it so
        parts = sum(1 for _ in node.find_all(nodes.Node))
        self.generic_visit(node)
        node.iter = _through("counted", node.iter, nodes.Const(parts, lineno=node.lineno))
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:  # noqa: N802
        self.generic_visit(node)
        return _through("glued", nodes.List(node.nodes, lineno=node.lineno))

    def visit_Compare(self, node: nodes.Compare) -> nodes.Compare:  # noqa: N802
        self.generic_visit(node)
        node.expr = _through("comparable", node.expr)
        for operand in node.ops:
            operand.expr = _through("comparable", operand.expr)
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Expr:  # noqa: N802
        self.generic_visit(node)
        if not isinstance(node.arg, nodes.Slice):
            return node
        edges = (node.arg.start, node.arg.stop, node.arg.step)
        none = nodes.Const(None, lineno=node.lineno)
        return _through("stretch", node.node, *(edge or none for edge in edges))

    def visit_List(self, node: nodes.List) -> nodes.List:  # noqa: N802
        self.generic_visit(node)
        node.items = [_through("item", each) for each in node.items]
        return node

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Tuple:  # noqa: N802
        self.generic_visit(node)
        if node.ctx == "load":
            node.items = [_through("item", each) for each in node.items]
        return node

    def visit_Pair(self, node: nodes.Pair) -> nodes.Pair:  # noqa: N802
        self.generic_visit(node)
        node.key, node.value = _through("item", node.key), _through("item", node.value)
        return node

    def visit_AssignBlock(self, node: nodes.AssignBlock) -> nodes.AssignBlock:  # noqa: N802
        self.generic_visit(node)
        node.filter = nodes.Filter(node.filter, "ready", [], [], None, None, lineno=node.lineno)
        return node


def _through(name: str, node: nodes.Node, *given: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(
        cast("nodes.Expr", node), name, [*given], [], None, None, lineno=node.lineno
    )
