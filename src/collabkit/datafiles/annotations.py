"""What the annotations of a model say about its fields."""

from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel


def nested_model(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401 - an annotation is anything
    """Return the model inside *annotation*, such as ``Want`` in ``tuple[Want, ...]``."""
    if get_origin(annotation) is None:
        plain_class = isinstance(annotation, type) and issubclass(annotation, BaseModel)
        return annotation if plain_class else None
    if get_origin(annotation) is Literal:
        return None
    return next(
        (found for argument in get_args(annotation) if (found := nested_model(argument))),
        None,
    )
