"""Values without quotes: what YAML takes them for, and how to write them so that it cannot err."""

import json
import re
from collections.abc import Callable

import yaml

from collabkit.errors import cut

Scalar = str | int | float | bool | None
"""A value of one line."""

_resolve: Callable[..., str] = yaml.resolver.Resolver().resolve
_TRUTH = {
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}


def resolve_scalar(text: str) -> tuple[Scalar, str]:
    """Return what *text* without quotes means, and what is doubtful about it.

    YAML 1.1 reads ``no`` as false, ``012`` as ten, ``1:30`` as ninety and a date as a date. A
    person meant the text; so each of these is a problem, not a guess.
    """
    tag = _resolve(yaml.ScalarNode, text, (True, False)).rpartition(":")[2]
    match tag:
        case "null":
            return None, ""
        case "bool" if text in _TRUTH:
            return _TRUTH[text], ""
        case "bool":
            return (
                text,
                f'{text} without quotes means yes or no; write "{text}", true or false',
            )
        case "int" if _is_figure(text):
            if _ZEROS.match(text):
                return (
                    text,
                    f"{cut(text)!r} without quotes loses its zeros; put it in quotes",
                )
            return int(text), ""
        case "float" if _is_figure(text.replace(".", "")):
            return float(text), ""
        case "int" | "float" | "timestamp":
            kind = "a date" if tag == "timestamp" else "a number"
            return (
                text,
                f"{cut(text)!r} without quotes means {kind}; put it in quotes",
            )
        case _:
            return text, ""


def _is_figure(text: str) -> bool:
    """Return whether *text* is a sign and digits, few enough for a figure that a person wrote."""
    digits = text.removeprefix("-").removeprefix("+")
    return digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS


_MOST_DIGITS = 18
_ZEROS = re.compile(r"[+-]?0\d")


def write_scalar(value: Scalar) -> str:
    """Return *value* as YAML on one line, in quotes wherever it could be taken for anything else."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case float():
            return write_number(value)
        case str():
            plain = _PLAIN.fullmatch(value) and resolve_scalar(value) == (value, "")
            return value if plain else quote(value)


_PLAIN = re.compile(r"[A-Za-z][\w .'/()&+-]*[\w)]|[A-Za-z]")
"""Words that mean the same in every style and every collection of YAML."""


def write_number(number: float) -> str:
    """Return *number* in digits alone, since YAML takes an exponent for text."""
    return f"{number + 0.0:.6f}".rstrip("0").rstrip(".")  # + 0.0: nobody writes a minus zero


def quote(text: str) -> str:
    """Return *text* in double quotes, with what YAML does not take as it is spelled out."""
    # Half a surrogate pair stays: no file can hold one, and whoever writes the file will see it.
    return "".join(
        sign if sign.isprintable() or "\ud800" <= sign <= "\udfff" else f"\\U{ord(sign):08X}"
        for sign in json.dumps(text, ensure_ascii=False)
    )
