"""Records from plain data that were validated before, without validating again."""

from collections.abc import Callable
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin

from collabkit.catalog.base import Part
from collabkit.datafiles.annotations import nested_model

P = TypeVar("P", bound=Part)
_Convert = Callable[[Any], Any]


def revive(model: type[P], plain: dict[str, Any]) -> P:
    """Return the *model* that ``model_dump(mode="json")`` turned into *plain*."""
    for name, convert in _conversions(model):
        plain[name] = convert(plain[name])
    return cast("P", model.model_construct(None, **plain))


@cache
def _conversions(model: type[Part]) -> tuple[tuple[str, _Convert], ...]:
    """Return the fields of *model* that JSON does not bring back as they were."""
    found: list[tuple[str, _Convert]] = []
    for name, field in model.model_fields.items():
        inner = nested_model(field.annotation)
        many = get_origin(_bare(field.annotation)) is tuple
        if inner is not None:
            found.append((name, _parts(inner) if many else _part(inner)))
        elif many:
            found.append((name, _tuple))
    return tuple(found)


def _part(model: type[Any]) -> _Convert:
    return lambda plain: None if plain is None else revive(model, plain)


def _parts(model: type[Any]) -> _Convert:
    return lambda plain: None if plain is None else tuple([revive(model, each) for each in plain])


def _tuple(plain: Any) -> Any:  # noqa: ANN401 - a field that may be left out has None
    return None if plain is None else tuple(plain)


def _bare(annotation: Any) -> Any:  # noqa: ANN401 - an annotation is anything
    """Return *annotation* without what is annotated to it and without ``None`` beside it."""
    if hasattr(annotation, "__metadata__"):
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        kept = [each for each in get_args(annotation) if each is not NoneType]
        return _bare(kept[0]) if len(kept) == 1 else annotation
    return annotation
