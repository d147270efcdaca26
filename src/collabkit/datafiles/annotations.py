"""What the annotations of a model say about its fields. Imported by every run, so it imports little."""

from typing import Any, get_args, get_origin

from pydantic import BaseModel


class Ref:
    """Marks a field that holds the id of an entry of another catalog."""

    def __init__(self, *kinds: str, also: tuple[str, ...] = ()) -> None:
        """Accept an id of any of *kinds*, or one of the words in *also*."""
        self.kinds = kinds
        self.also = also


def nested_model(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401 - an annotation is anything
    """Return the model inside *annotation*, such as ``Want`` in ``tuple[Want, ...]``."""
    if get_origin(annotation) is None:
        plain_class = isinstance(annotation, type) and issubclass(annotation, BaseModel)
        return annotation if plain_class else None
    return next(
        (found for argument in get_args(annotation) if (found := nested_model(argument))),
        None,
    )
