"""Ids that name entries of other catalogs: where they stand in a model, and whether they hold."""

import typing
from collections.abc import Callable, Collection, Iterator
from functools import cache
from itertools import islice
from typing import Any

from pydantic import BaseModel

from collabkit.datafiles.annotations import Ref
from collabkit.datafiles.documents import Document, dotted
from collabkit.datafiles.limits import MAX_PROBLEMS
from collabkit.errors import Problem, cut, did_you_mean


def dangling(
    record: BaseModel,
    document: Document,
    prefix: tuple[str, ...],
    ids: Callable[[str], Collection[str]],
) -> Iterator[Problem]:
    """Yield a problem for each id in *record* that names nothing.

    Args:
        record: what *document* holds, validated.
        document: for the places.
        prefix: what the field is called before its own path, such as the id of the entry.
        ids: the ids that a kind of catalog has.
    """
    known: dict[Ref, frozenset[str]] = {}

    def names(ref: Ref) -> frozenset[str]:
        if ref not in known:
            known[ref] = frozenset((*ref.also, *(id_ for kind in ref.kinds for id_ in ids(kind))))
        return known[ref]

    wrong = (each for each in references(record) if each[1] not in names(each[2]))
    for at, named, ref in islice(wrong, MAX_PROBLEMS):
        said = f"nothing in {' or '.join(ref.kinds)} is called {cut(named)!r}"
        close = did_you_mean(named, names(ref))
        field = dotted((*prefix, *at))
        yield Problem(document.place(at), field, f"{said}; {close}" if close else said)


def references(record: BaseModel) -> Iterator[tuple[tuple[str | int, ...], str, Ref]]:
    """Yield every id that *record* holds: where it stands, the id, and what it must name."""
    for name, key, ref in _fields(type(record)):
        yield from _walk((key,), getattr(record, name), ref)


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str, Ref | None], ...]:
    """Return the fields of *model*: name, key in the file, and the mark on the ids in it, if it holds any."""
    hints = typing.get_type_hints(model, include_extras=True)
    return tuple(
        (name, field.alias or name, _mark(hints[name]))
        for name, field in model.model_fields.items()
    )


def _mark(annotation: Any) -> Ref | None:  # noqa: ANN401 - an annotation is anything
    """Return the mark in *annotation*, also through ``X | None`` and ``tuple[X, ...]``."""
    if isinstance(annotation, Ref):
        return annotation
    inner = (_mark(each) for each in typing.get_args(annotation))
    return next(filter(None, inner), None)


def _walk(
    at: tuple[str | int, ...],
    value: Any,  # noqa: ANN401 - any field of any model
    ref: Ref | None,
) -> Iterator[tuple[tuple[str | int, ...], str, Ref]]:
    match value:
        case str() if ref:
            yield at, value, ref
        case BaseModel():
            for place, id_, inner in references(value):
                yield (*at, *place), id_, inner
        case tuple():
            for position, each in enumerate(value):
                yield from _walk((*at, position), each, ref)
        case _:
            return
