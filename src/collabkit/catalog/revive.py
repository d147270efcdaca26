"""Records from plain data that were validated before, without validating again."""

from collections.abc import Callable
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin

from collabkit.catalog.base import Part
from collabkit.datafiles.annotations import nested_model

P = TypeVar("P", bound=Part)
_Convert = Callable[[Any], Any]


def revive(model: type[P], plain: dict[str, Any]) -> P:
    """Return the *model* that ``model_dump(mode="json")`` turned into *plain*."""
    for name, value in plain.items():
        # What a word or a number was is not looked up: most fields hold one.
        if isinstance(value, (dict, list)):
            plain[name] = _conversion(model, name)(value)
    return cast("P", model.model_construct(None, **plain))


@cache
def _conversion(model: type[Part], name: str) -> _Convert:
    """Return what makes a list or an object of JSON what the field *name* of *model* held."""
    annotation = model.model_fields[name].annotation
    inner = nested_model(annotation)
    many = get_origin(_bare(annotation)) is tuple
    if inner is None:
        return tuple if many else _as_it_is
    one = partial(revive, cast("type[Part]", inner))
    return (lambda plain: tuple([one(each) for each in plain])) if many else one


def _as_it_is(plain: Any) -> Any:  # noqa: ANN401 - whatever it is
    return plain


def _bare(annotation: Any) -> Any:  # noqa: ANN401 - an annotation is anything
    """Return *annotation* without what is annotated to it and without ``None`` beside it."""
    if hasattr(annotation, "__metadata__"):
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        types = [each for each in get_args(annotation) if each is not NoneType]
        return _bare(types[0]) if len(types) == 1 else annotation
    return annotation
