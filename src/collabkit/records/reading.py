"""What was printed to the class that it was printed of."""

from collections.abc import Mapping
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

from collabkit.errors import UsageError
from collabkit.records.fields import fields_of, is_record

T = TypeVar("T")


class RecordError(UsageError):
    """A record is not what was printed."""


class _Misfit(Exception):  # noqa: N818 - caught here, and told with its place
    """A value that its field cannot hold."""


def read(model: type[T], record: Mapping[str, Any]) -> T:
    """Return the *model*, a named tuple, that was printed as *record*.

    Raises:
        RecordError: a key is missing, or holds what it cannot.
    """
    try:
        made: T = _object(model, record, "")
    except _Misfit as misfit:
        raise RecordError(
            f"{misfit}: no record of a {model.__name__.lower()}",
            "Hand on a record as it was printed",
            command="`collab schema` lists the records, `collab schema match` describes one",
        ) from None
    return made


def _object(model: Any, record: object, at: str) -> Any:  # noqa: ANN401 - a class and what is made of it
    if not isinstance(record, Mapping):
        raise _Misfit(f"{at or 'it'} is no object")
    values: dict[str, Any] = {}
    for field in fields_of(model):
        where = f"{at}.{field.key}" if at else field.key
        if field.key in record:
            values[field.name] = _value(field.hint, record[field.key], where)
        elif field.required:
            raise _Misfit(f"{where} is missing")
    return model(**values)


def _value(hint: Any, given: Any, at: str) -> Any:  # noqa: ANN401 - JSON, and what is made of it
    if is_record(hint):
        return _object(hint, given, at)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        return _one_of(arguments, given, at)
    if origin in {tuple, list}:
        if not isinstance(given, list | tuple):
            raise _Misfit(f"{at} is no list")
        return origin(_value(arguments[0], each, f"{at}[{n}]") for n, each in enumerate(given))
    if not _fits(hint, origin, arguments, given):
        raise _Misfit(f"{at} cannot be {given!r:.60}")
    return float(given) if hint is float else given


def _one_of(arguments: tuple[Any, ...], given: Any, at: str) -> Any:  # noqa: ANN401
    if given is None and NoneType in arguments:
        return None
    last = _Misfit(f"{at} is missing")
    for each in arguments:
        try:
            if each is not NoneType:
                return _value(each, given, at)
        except _Misfit as misfit:
            last = misfit
    raise last


def _fits(hint: Any, origin: Any, arguments: tuple[Any, ...], given: Any) -> bool:  # noqa: ANN401
    if origin is Literal:
        return given in arguments
    if origin in {dict, Mapping}:
        return isinstance(given, Mapping)
    if hint is float:
        return isinstance(given, (int, float)) and not isinstance(given, bool)
    if hint is int:
        return type(given) is int
    return hint is Any or isinstance(given, hint)
