"""The text of a YAML file without one item of a list, and nothing else touched."""

import yaml

from collabkit.datafiles.documents import FieldPath
from collabkit.datafiles.patching import chain, end_of
from collabkit.datafiles.reading import Loader


def cut_out(text: str, at: FieldPath) -> str | None:
    """Return *text*, which is right, without the item of a list at *at*; nothing if that cannot be done.

    Comments on lines of their own stay, one on a line of the item goes with it.
    """
    root = yaml.compose(text, Loader=Loader)
    way = chain(root, at) if root is not None else []
    if len(way) != len(at) + 1 or not isinstance(way[-2].value, yaml.SequenceNode):
        return None
    items, item = way[-2].value, way[-1].value
    place = items.value.index(item)
    if items.flow_style:
        return _from_brackets(text, items, place)
    return _from_lines(text, items, place)


def _from_lines(text: str, items: yaml.SequenceNode, place: int) -> str | None:
    item = items.value[place]
    dash = text.rfind("-", 0, item.start_mark.index)
    start = text.rfind("\n", 0, dash) + 1
    if dash < 0 or text[start:dash].strip():
        return None  # a list right behind something else, as in `- - one`
    last = text.find("\n", end_of(text, item))
    return text[:start] + (text[last + 1 :] if last >= 0 else "")


def _from_brackets(text: str, items: yaml.SequenceNode, place: int) -> str:
    item = items.value[place]
    start, end = item.start_mark.index, end_of(text, item)
    if place + 1 < len(items.value):
        end = items.value[place + 1].start_mark.index
    elif place:
        start = end_of(text, items.value[place - 1])
    return text[:start] + text[end:]
