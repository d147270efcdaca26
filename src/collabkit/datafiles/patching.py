"""The text of a YAML file with one value put in, and nothing else touched."""

from collections.abc import Mapping
from typing import Any, NamedTuple, cast

import yaml

from collabkit.datafiles.documents import FieldPath
from collabkit.datafiles.reading import Loader
from collabkit.datafiles.scalars import Scalar, write_scalar

Item = Scalar | Mapping[str, Scalar] | tuple[Scalar, ...]


class Patch(NamedTuple):
    """One change."""

    at: FieldPath
    """Where *item* goes: the value itself, or the list at whose end it is to stand."""
    item: Item
    appended: bool = False


def patched(text: str, patch: Patch) -> str | None:
    """Return *text*, which is right, with *patch*; nothing if it cannot be put in at one place."""
    way = chain(composed(text), patch.at)
    missing = patch.at[len(way) - 1 :]
    node = way[-1].value
    match node:
        case yaml.SequenceNode() if patch.appended and not missing:
            return _into_list(text, node, patch.item)
        case yaml.SequenceNode() if isinstance(patch.item, tuple) and not missing:
            return _list_replaced(text, node, patch.item)
        case yaml.MappingNode() if missing:
            return _into_mapping(text, node, missing, patch)
        case yaml.ScalarNode() if missing or patch.appended:
            return _under(text, way[-1], missing, patch)
        case yaml.ScalarNode():
            return _replaced(text, node, patch.item)
        case _:
            return None


def composed(text: str) -> yaml.Node:
    """Return the nodes of *text*, which is right and so holds something, with their marks."""
    return cast("yaml.Node", yaml.compose(text, Loader=Loader))


class Step(NamedTuple):
    """A value, and the name in front of it if it is that of a field."""

    value: yaml.Node
    key: yaml.Node | None = None


def chain(root: yaml.Node, at: FieldPath) -> list[Step]:
    """Return the values that lead to *at*, from the top, as far as they are there."""
    way = [Step(root)]
    for step in at:
        found = _inside(way[-1].value, step)
        if found is None:
            break
        way.append(found)
    return way


def _inside(node: yaml.Node, step: str | int) -> Step | None:
    match node:
        case yaml.MappingNode():
            return next((Step(v, k) for k, v in node.value if k.value == step), None)
        case yaml.SequenceNode() if isinstance(step, int) and 0 <= step < len(node.value):
            return Step(node.value[step])
        case _:
            return None


def _replaced(text: str, node: yaml.ScalarNode, item: Item) -> str:
    start, end = node.start_mark.index, end_of(text, node)
    if start >= end:  # an empty value, after whose colon there may be no blank yet
        return f"{text[:end]} {_flow(item)}{text[end:]}"
    return f"{text[:start]}{_flow(item)}{text[end:]}"


def _list_replaced(text: str, node: yaml.SequenceNode, item: Item) -> str | None:
    start, end = node.start_mark.index, node.end_mark.index
    if not node.flow_style or "\n" in text[start:end]:
        return None  # comments may stand between the lines
    return f"{text[:start]}{_flow(item)}{text[end:]}"


def _into_list(text: str, node: yaml.SequenceNode, item: Item) -> str:
    if node.flow_style:
        return _before_bracket(text, node, _flow(item))
    lines = _item_lines(item, " " * node.start_mark.column)
    return _after_line(text, end_of(text, node), lines)


def _into_mapping(text: str, node: yaml.MappingNode, missing: FieldPath, patch: Patch) -> str:
    if node.flow_style:
        return _before_bracket(text, node, _field(missing, patch))
    indent = " " * node.value[0][0].start_mark.column
    return _after_line(text, end_of(text, node), _field_lines(missing, patch, indent))


def _under(text: str, step: Step, missing: FieldPath, patch: Patch) -> str | None:
    """Return *text* with a block under the name of a field, which fits under an empty one only."""
    if step.key is None:
        return None
    indent = " " * (step.key.start_mark.column + _INDENT)
    lines = _field_lines(missing, patch, indent) if missing else _item_lines(patch.item, indent)
    return _after_line(text, end_of(text, step.value), lines)


_INDENT = 2


def _field_lines(missing: FieldPath, patch: Patch, indent: str) -> list[str]:
    """Return the lines of a field in a block, with the fields that lead to it."""
    name = f"{indent}{write_scalar(missing[0])}:"
    deeper = indent + " " * _INDENT
    if missing[1:]:
        return [name, *_field_lines(missing[1:], patch, deeper)]
    if patch.appended:
        return [name, *_item_lines(patch.item, deeper)]
    return [f"{name} {_flow(patch.item)}".rstrip()]


def _item_lines(item: Item, indent: str) -> list[str]:
    if not isinstance(item, Mapping) or not item:
        return [f"{indent}- {_flow(item)}".rstrip()]
    lines = [
        f"{write_scalar(name)}: {write_scalar(value)}".rstrip() for name, value in item.items()
    ]
    return [f"{indent}{'  ' if number else '- '}{line}" for number, line in enumerate(lines)]


def _field(missing: FieldPath, patch: Patch) -> str:
    """Return a field between braces, with the fields that lead to it."""
    name = write_scalar(missing[0])
    if missing[1:]:
        return f"{name}: {{{_field(missing[1:], patch)}}}"
    item = _flow(patch.item)
    return f"{name}: [{item}]" if patch.appended else f"{name}: {item}".rstrip()


def _flow(item: Item) -> str:
    if isinstance(item, Mapping):
        inner = (f"{write_scalar(name)}: {write_scalar(value)}" for name, value in item.items())
        return f"{{{', '.join(inner)}}}"
    if isinstance(item, tuple):
        return f"[{', '.join(map(write_scalar, item))}]"
    return write_scalar(item)


def _before_bracket(text: str, node: yaml.CollectionNode, written: str) -> str:
    """Return *text* with *written* as the last item between the brackets of *node*."""
    if node.value:
        end = end_of(text, _last(node))
        # After an empty value a comma would be taken for a part of the name before it.
        blank = " " if text[:end].endswith(":") else ""
        return f"{text[:end]}{blank}, {written}{text[end:]}"
    start = node.start_mark.index + 1
    return f"{text[:start]}{written}{text[start:]}"


def _after_line(text: str, position: int, lines: list[str]) -> str:
    """Return *text* with *lines* after the line in which *position* stands."""
    feed = text.find("\n", position)
    if feed < 0:
        end = "\r\n" if "\r\n" in text else "\n"
        return "".join((text, *(end + line for line in lines)))
    end = "\r\n" if text[feed - 1 : feed] == "\r" else "\n"
    return "".join((text[: feed + 1], *(line + end for line in lines), text[feed + 1 :]))


def end_of(text: str, node: yaml.Node) -> int:
    """Return where what *node* says ends; its own mark may stand behind comments and blank lines."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        return end_of(text, _last(node))
    return len(text[: node.end_mark.index].rstrip())


def _last(node: yaml.CollectionNode) -> yaml.Node:
    last: Any = node.value[-1]
    found: yaml.Node = last[1] if isinstance(last, tuple) else last
    return found
