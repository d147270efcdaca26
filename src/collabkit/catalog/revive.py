"""Records from plain data that were validated before, without validating again."""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_origin

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
            found.append((name, tuple))
        elif _is_a_tuple_or_nothing(field.annotation):
            found.append((name, _tuple_or_nothing))
    return tuple(found)


def _part(model: type[Any]) -> _Convert:
    return lambda plain: None if plain is None else revive(model, plain)


def _parts(model: type[Any]) -> _Convert:
    return lambda plain: tuple([revive(model, each) for each in plain])


def _is_a_tuple_or_nothing(annotation: Any) -> bool:  # noqa: ANN401 - an annotation is anything
    return any(get_origin(_bare(each)) is tuple for each in get_args(annotation))


def _tuple_or_nothing(plain: Any) -> Any:  # noqa: ANN401 - it is whatever JSON held
    return None if plain is None else tuple(plain)


def _bare(annotation: Any) -> Any:  # noqa: ANN401 - an annotation is anything
    return get_args(annotation)[0] if hasattr(annotation, "__metadata__") else annotation
