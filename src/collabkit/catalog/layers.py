"""A library's own catalogs over the shipped ones, entry by entry and field by field."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from collabkit.catalog.base import Entry
from collabkit.catalog.folders import files_of, strangers
from collabkit.catalog.kinds import KINDS
from collabkit.datafiles.checking import problems_in
from collabkit.datafiles.documents import Document, dotted
from collabkit.datafiles.reading import read, read_again
from collabkit.datafiles.references import dangling
from collabkit.errors import Place, Problem, did_you_mean


@dataclass
class _Draft:
    """An entry as the layers leave it, before it is known to be right."""

    fields: dict[str, Any]
    places: dict[tuple[str | int, ...], Place]
    origins: list[Place]

    def lay(self, fields: Mapping[str, Any], places: Mapping[tuple[str | int, ...], Place]) -> None:
        """Let *fields*, which stand at *places* of their entry, win over what stands here."""
        for name, value in fields.items():
            self.fields[name] = value
            self.places = {at: place for at, place in self.places.items() if at[:1] != (name,)}
        self.places |= {at: place for at, place in places.items() if not at or at[0] in fields}
        self.origins.append(places[()])

    def document(self) -> Document:
        """Return the entry as a document of its own, for saying where its problems are."""
        return Document(self.origins[-1].path, self.fields, self.places)


@dataclass
class Layers:
    """Everything read from some folders: the records, where they come from, and the problems."""

    records: dict[str, dict[str, Entry]] = field(default_factory=dict)
    origins: dict[str, dict[str, list[Place]]] = field(default_factory=dict)
    hidden: dict[str, set[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_layers(
    folders: Iterable[Path], below: Mapping[str, Mapping[str, Place]] | None = None
) -> Layers:
    """Read every catalog in *folders*, later ones over earlier ones. Never raises for content.

    Args:
        folders: of catalogs.
        below: where the entries of the layer under them all stand, by kind and id, if it is known to be
            right. Of these only those are read and checked again that *folders* change, and only those are
            among the records: nothing that is laid over one entry can make another wrong.
    """
    layers = Layers()
    homes = list(folders)
    entries: dict[str, _Entries] = {kind: dict((below or {}).get(kind, {})) for kind in KINDS}
    for kind, known in entries.items():
        _merge(kind, known, [files_of(kind, home) for home in homes], layers)
    for home in homes:
        layers.problems += strangers(home)
    for kind, known in entries.items():
        drafts = {id_: entry for id_, entry in known.items() if isinstance(entry, _Draft)}
        layers.records[kind] = dict(_validated(kind, drafts, layers))
        layers.origins[kind] = {id_: draft.origins for id_, draft in drafts.items()}
    layers.problems += _contradictions(layers, entries)
    layers.problems += _dangling(layers, entries)
    layers.problems.sort(key=lambda problem: problem.place)
    return layers


def _by_entry(document: Document) -> dict[int, dict[tuple[str | int, ...], Place]]:
    """Return the places of *document*, seen from the top of each entry of its list."""
    found: dict[int, dict[tuple[str | int, ...], Place]] = {}
    for at, place in document.places.items():
        if at and isinstance(at[0], int):
            found.setdefault(at[0], {})[at[1:]] = place
    return found


_Entries = dict[str, _Draft | Place]
"""Entries by id; of those of the layer below their places, until something is laid over them."""


def _merge(kind: str, entries: _Entries, layered: Iterable[Iterable[Path]], layers: Layers) -> None:
    """Lay the entries of *kind* in the files of each layer over *entries*, later layers over earlier ones."""
    layers.hidden[kind] = set()
    for files in layered:
        first: dict[str, Place] = {}
        for file in files:
            document = read(file)
            layers.problems += document.problems
            _lay(document, kind, entries, first, layers)


def _lay(
    document: Document,
    kind: str,
    entries: _Entries,
    first: dict[str, Place],
    layers: Layers,
) -> None:
    """Lay what *document* holds over *entries*; *first* is where each id of the same layer stands."""
    places = _by_entry(document)
    hidden = layers.hidden[kind]
    for position, id_, fields in _entries(document, layers.problems):
        place = document.place((position, "id"))
        if id_ in first:
            layers.problems.append(Problem(place, "id", _twice(id_, first[id_], place)))
            continue
        first[id_] = place
        hide = fields.pop("hide", False)
        if not isinstance(hide, bool):
            message = f"should be true or false, not {hide!r}"
            at = document.place((position, "hide"))
            layers.problems.append(Problem(at, f"{id_}.hide", message))
        if hide is True:
            if entries.pop(id_, None) is None:
                message = f"nothing called {id_!r} to hide"
                close = did_you_mean(id_, entries)
                message = f"{message}; {close}" if close else message
                layers.problems.append(Problem(document.place((position,)), "id", message))
            hidden.add(id_)
            continue
        hidden.discard(id_)
        entry = entries.get(id_) or _Draft({}, {}, [])
        draft = _read_again(entry) if isinstance(entry, Place) else entry
        draft.lay(fields, places[position])
        entries[id_] = draft


def _read_again(place: Place) -> _Draft:
    """Return the entry at *place*, as its file has it."""
    document = read_again(place)
    draft = _Draft({}, {}, [])
    fields = {name: value for name, value in document.data.items() if name != "hide"}
    draft.lay(fields, document.places)
    return draft


def _twice(id_: str, first: Place, second: Place) -> str:
    elsewhere = f" here and in {first.path}:{first.line}" if first.path != second.path else " twice"
    return f"{id_!r} stands{elsewhere}; keep one"


def _entries(
    document: Document, problems: list[Problem]
) -> Iterator[tuple[int, str, dict[str, Any]]]:
    if document.data is None:
        return
    if not isinstance(document.data, list):
        problems.append(
            Problem(
                document.place(()),
                "",
                "should be a list: start each entry with `- id:`",
            )
        )
        return
    for position, entry in enumerate(document.data):
        place = document.place((position,))
        if not isinstance(entry, dict):
            problems.append(Problem(place, "", "should be an entry that starts with `- id:`"))
        elif not isinstance(entry.get("id"), str):
            problems.append(Problem(place, "id", "is missing; every entry needs one"))
        else:
            yield position, entry["id"], dict(entry)


def _validated(
    kind: str, entries: Mapping[str, _Draft], layers: Layers
) -> Iterator[tuple[str, Entry]]:
    model = KINDS[kind]
    for id_, draft in entries.items():
        try:
            yield id_, model.model_validate(draft.fields)
        except ValidationError as error:
            layers.problems += (
                problem._replace(field=f"{id_}.{problem.field}" if problem.field else id_)
                for problem in problems_in(error, model, draft.document(), ())
            )


def _contradictions(layers: Layers, entries: Mapping[str, _Entries]) -> Iterator[Problem]:
    """Yield a problem for each field of an entry that disagrees with another in the same file.

    Whoever lays roles of her own over a shipped work need not write anew what else it says.
    """
    for kind, records in layers.records.items():
        for id_, record in records.items():
            draft = entries[kind][id_]
            if isinstance(draft, _Draft):
                document = draft.document()
                for at, against, message in record.contradictions():
                    if document.place(at).path == document.place(against).path:
                        yield Problem(document.place(at), dotted((id_, *at)), message)


def _dangling(layers: Layers, entries: Mapping[str, _Entries]) -> Iterator[Problem]:
    """Yield a problem for each id that names nothing.

    A hidden entry may still be named, and a broken one exists: its own problems are enough.
    """

    def ids(kind: str) -> set[str]:
        return {*entries[kind], *layers.hidden[kind]}

    for kind, records in layers.records.items():
        for id_, record in records.items():
            draft = entries[kind][id_]
            if isinstance(draft, _Draft):
                yield from dangling(record, draft.document(), (id_,), ids)
