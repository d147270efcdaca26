"""Documents to models, and what pydantic finds wrong in the words of a person who edits a file."""

from collections.abc import Iterator
from itertools import islice
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from collabkit.datafiles.annotations import nested_model
from collabkit.datafiles.documents import Document, dotted
from collabkit.datafiles.limits import MAX_PROBLEMS
from collabkit.errors import Problem, cut, did_you_mean

M = TypeVar("M", bound=BaseModel)
_HALF_LINE = 40
_SENTENCE = 300
_EXPECTED = {
    "string_type": "should be text",
    "int_type": "should be a whole number",
    "int_parsing": "should be a whole number",
    "int_from_float": "should be a whole number",
    "float_type": "should be a number",
    "float_parsing": "should be a number",
    "bool_type": "should be true or false",
    "bool_parsing": "should be true or false",
    "tuple_type": "should be a list",
    "list_type": "should be a list",
    "dict_type": "should be a block of `name: value` lines",
    "model_type": "should be a block of `name: value` lines",
    "model_attributes_type": "should be a block of `name: value` lines",
}


def validate(
    document: Document, model: type[M], *, example: str = ""
) -> tuple[M | None, list[Problem]]:
    """Return the *model* that *document* holds, if it does, and everything that is wrong.

    Args:
        document: what was read.
        model: what a whole file should be.
        example: what to say of a file that is no block of `name: value` lines, such as who writes one.
    """
    problems = list(document.problems)
    if document.data is None:
        return None, problems
    if not isinstance(document.data, dict):
        said = f"should be `name: value` lines{example and f'; {example}'}"
        return None, [*problems, Problem(document.place(()), "", said)]
    try:
        return model.model_validate(document.data), problems
    except ValidationError as error:
        problems += problems_in(error, model, document, ())
        return None, sorted(problems, key=lambda problem: problem.place)


def problems_in(
    error: ValidationError,
    model: type[BaseModel],
    document: Document,
    at: tuple[str | int, ...],
) -> Iterator[Problem]:
    """Translate *error* about the value at *at* of *document* into problems with places."""
    for detail in islice(error.errors(include_url=False), MAX_PROBLEMS):
        loc = tuple(step for step in detail["loc"] if step != "[key]")
        where = (*at, *loc)
        yield Problem(document.place(where), dotted(loc), _say(detail, model))


def first_problem(error: ValidationError, model: type[BaseModel]) -> str:
    """Return the first thing that *error* objects to, for somebody who gave values and no file."""
    detail = error.errors(include_url=False)[0]
    return f"{dotted(detail['loc'])}: {_say(detail, model)}"


def _say(detail: ErrorDetails, model: type[BaseModel]) -> str:
    kind, value = detail["type"], detail["input"]
    context = detail.get("ctx", {})
    if kind in _EXPECTED:
        return f"{_EXPECTED[kind]}, not {_describe(value)}"
    match kind:
        case "missing":
            return "is missing; add it"
        case "extra_forbidden":
            name = str(detail["loc"][-1])
            close = did_you_mean(name, _fields_at(model, detail["loc"][:-1]))
            return f"no such field; {close or 'remove it, or check its spelling'}"
        case "literal_error":
            choices = [
                choice.strip("' ")
                for choice in context["expected"].replace(" or ", ", ").split(",")
            ]
            close = did_you_mean(str(value), choices) if isinstance(value, str) else None
            one_of = f"should be one of {', '.join(choices)}, not {_describe(value)}"
            return f"{one_of}; {close}" if close else one_of
        case "string_pattern_mismatch":
            return f"{_describe(value)} is not an id; use lower-case words joined by hyphens"
        case "string_too_long":
            return f"longer than {context['max_length']:,} characters; shorten it"
        case "too_short":
            return f"needs at least {context['min_length']} entry"
        case "value_error":
            return cut(str(context["error"]), _SENTENCE)
        case "greater_than_equal" | "less_than_equal":
            least = "ge" in context
            bound = f"at least {context['ge']:g}" if least else f"at most {context['le']:g}"
            return f"should be {bound}, not {cut(str(value))}"
        case _:
            return detail["msg"]


def _describe(value: object) -> str:
    match value:
        case None:
            return "empty"
        case bool() | int() | float():
            return f"{value!r} (put it in quotes if text is meant)".replace("True", "true").replace(
                "False", "false"
            )
        case str():
            return repr(cut(value, _HALF_LINE))
        case list() | tuple():
            return "a list"
        case _:
            return "a block of `name: value` lines"


def _fields_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    """Return the names that may stand where *loc* leads to in *model*."""
    for step in loc:
        if isinstance(step, int):
            continue
        inner = next(
            (
                nested_model(field.annotation)
                for name, field in model.model_fields.items()
                if (field.alias or name) == step
            ),
            None,
        )
        if inner is None:
            return []
        model = inner
    return [field.alias or name for name, field in model.model_fields.items()]
