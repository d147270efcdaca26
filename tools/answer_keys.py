"""Requests as people type them, each with an answer key; ``evaluation/data/README.md`` tells how they were made.

Of the files, those of `FITTED` teach `tools.calibrate` what evidence is worth; `evaluation.asks` reports on the others.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "evaluation/data"
LATER = ("asks-later",)
FITTED = ("asks-first", "asks-tune", *LATER)
SECOND = "-second"
"""Ends the name of the file with what a second labeler accepts, who had seen neither key nor answers."""


def keys(name: str) -> list[dict[str, Any]]:
    """Return the requests of the file called *name* with their keys.

    Where a second labeler gave one too, what either accepts is acceptable.
    """
    second = second_keys(name)
    return [
        key
        | {
            field: list(dict.fromkeys((*key[field], *second.get(key["aim"], {}).get(field, ()))))
            for field in ("good", "work")
        }
        for key in first_keys(name)
    ]


def fitted_to() -> list[dict[str, Any]]:
    """Return the requests that calibration is fitted to, with their keys."""
    return [key for name in FITTED for key in keys(name)]


@cache
def first_keys(name: str) -> list[dict[str, Any]]:
    """Return the requests of the file called *name* with what the first labeler accepts."""
    return [json.loads(line) for line in _path(name).read_text(encoding="utf-8").splitlines()]


def second_keys(name: str) -> dict[str, dict[str, Any]]:
    """Return the second keys of the requests in the file called *name*, by the request; none without a file."""
    second = name + SECOND
    return {each["aim"]: each for each in first_keys(second)} if _path(second).is_file() else {}


def _path(name: str) -> Path:
    return FOLDER / f"{name}.jsonl"
