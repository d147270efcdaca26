"""Folders of YAML to tables: every entry checked, as one line of JSON, and where each of them stands."""

import json
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from collabkit.catalog.compiled import ORIGINS, place_of
from collabkit.catalog.layers import read_layers
from collabkit.errors import DataError, Place
from collabkit.files.cache import to_line
from collabkit.files.tablefile import Tables

T = TypeVar("T")


def compile_catalogs(folders: Sequence[Path], below: Tables) -> Tables:
    """Return a table of entries for each kind, and that of their origins.

    Args:
        folders: of catalogs, later ones over earlier ones.
        below: the tables of the first folder, if that is known to be right: then only what the others hold is
            read, and the entries that it changes. Nothing otherwise.

    Raises:
        DataError: with every problem in every file.
    """
    known = {kind: json.loads(line) for kind, line in below[ORIGINS].items()} if below else {}
    places = {kind: _places(origins, folders[0]) for kind, origins in known.items()}
    layers = read_layers(folders[1:] if below else folders, places)
    if layers.problems:
        raise DataError(layers.problems)
    entries, origins = {}, {}
    for kind, records in layers.records.items():
        hidden = layers.hidden[kind]
        lines = {id_: to_line(record.model_dump(mode="json")) for id_, record in records.items()}
        entries[kind] = _laid(below.get(kind, {}), hidden, lines)
        found = {
            id_: [_origin(place, folders) for place in places]
            for id_, places in layers.origins[kind].items()
        }
        origins[kind] = to_line(_laid(known.get(kind, {}), hidden, found))
    return {**entries, ORIGINS: origins}


def _places(origins: Mapping[str, Sequence[Sequence[Any]]], folder: Path) -> dict[str, Place]:
    """Return the place of each entry of the first *folder*, by its id."""
    return {id_: place_of(only, [folder]) for id_, [only] in origins.items()}


def _laid(
    below: Mapping[str, T], hidden: Collection[str], changed: Mapping[str, T]
) -> dict[str, T]:
    """Return what stands *below*, without what is *hidden*, with what is *changed* in its place or after it."""
    return {**{id_: each for id_, each in below.items() if id_ not in hidden}, **changed}


def _origin(place: Place, folders: Sequence[Path]) -> tuple[int, str, int, int]:
    """Return *place* as it is kept: its file as seen from the folder that holds it, wherever that is."""
    file = Path(place.path)
    layer = next(at for at, folder in enumerate(folders) if file.is_relative_to(folder))
    return layer, file.relative_to(folders[layer]).as_posix(), place.line, place.column
