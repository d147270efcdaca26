"""The text of a YAML file without one item of a list, and nothing else touched."""

from typing import cast

import yaml

from collabkit.datafiles.documents import FieldPath
from collabkit.datafiles.patching import chain, composed, end_of


def cut_out(text: str, at: FieldPath) -> str | None:
    """Return *text*, which is right, without the item of a list that stands at *at*.

    Comments on lines of their own stay, one on a line of the item goes with it. Nothing is returned of
    an item that shares its line with something else.
    """
    *_, items_, item = (step.value for step in chain(composed(text), at))
    items = cast("yaml.SequenceNode", items_)
    place = items.value.index(item)
    if items.flow_style:
        return _from_brackets(text, items, place)
    return _from_lines(text, items, place)


def _from_lines(text: str, items: yaml.SequenceNode, place: int) -> str | None:
    item = items.value[place]
    dash = text.rfind("-", 0, item.start_mark.index)
    start = text.rfind("\n", 0, dash) + 1
    if text[start:dash].strip():
        return None  # a list right behind something else, as in `- - one`
    _, _, rest = text[end_of(text, item) :].partition("\n")
    return text[:start] + rest


def _from_brackets(text: str, items: yaml.SequenceNode, place: int) -> str:
    item = items.value[place]
    start, end = item.start_mark.index, end_of(text, item)
    if place + 1 < len(items.value):
        end = items.value[place + 1].start_mark.index
    elif place:
        start = end_of(text, items.value[place - 1])
    return text[:start] + text[end:]
