"""Each file of statements says what it reads and what it makes; here it is held to that."""

import re
from importlib import resources
from itertools import chain

import pytest

from collabkit.directory import names
from collabkit.directory.database import schema
from collabkit.directory.geo import distance

_FOLDER = resources.files("collabkit.directory.pipeline") / "sql"
STEPS = {
    file.name.removesuffix(".sql"): file.read_text(encoding="utf-8")
    for file in sorted(_FOLDER.iterdir(), key=lambda file: file.name)
}
_MADE = r"\bCREATE (?:OR REPLACE )?(?:TEMP )?(?:TABLE|VIEW|MACRO|TYPE) (\w+)"
_SHARED = (names.SQL, distance.MACRO, schema.MACROS)
_OF_PYTHON = {
    *("rows", "staged", "blank"),
    *re.findall(_MADE, "".join((*_SHARED, schema.statements()))),
}
"""What stands ready before the first step, made of the columns that the schema states once."""


def _code(text: str) -> str:
    return re.sub(r"'(?:[^']|'')*'", "''", re.sub(r"--.*", "", text))


def _created(text: str) -> set[str]:
    return set(re.findall(_MADE, _code(text)))


def _made(text: str) -> set[str]:
    return _created(text) | set(
        re.findall(r"\b(?:INSERT INTO|UPDATE|ALTER TABLE) (\w+)", _code(text))
    )


_MACROS = set(
    chain.from_iterable(re.findall(r"\bMACRO (\w+)", text) for text in (*STEPS.values(), *_SHARED))
)


def _read(text: str) -> set[str]:
    code = _code(text)
    named = set(re.findall(r"(\w+) AS \(\s*(?:SELECT|FROM|WITH)", code))
    tables = set(re.findall(r"\b(?:FROM|JOIN) ((?:old\.)?\w+)(?![\w.(])", code))
    calls = {macro for macro in _MACROS if re.search(rf"\b{macro}\(", code)}
    return (tables - named | calls) - _created(text)


def _stated(text: str, what: str) -> set[str]:
    comment = re.sub(r"\n-- +", " ", text.split("\n\n", 1)[0])
    found = re.search(rf"{what}: ([^.]*(?:\.\w[^.]*)*)\.(?:\s|$)", comment)
    assert found, f"the first comment does not say what it {what.lower()}"
    return set(found[1].split(", ")) - {"nothing"}


@pytest.mark.parametrize("step", STEPS)
def test_a_step_says_what_it_reads(step: str) -> None:
    assert _stated(STEPS[step], "Reads") == _read(STEPS[step])


@pytest.mark.parametrize("step", STEPS)
def test_a_step_says_what_it_makes(step: str) -> None:
    assert _stated(STEPS[step], "Makes") == _made(STEPS[step])


@pytest.mark.parametrize("step", STEPS)
def test_what_a_step_reads_is_there_before_it(step: str) -> None:
    before = {name for name in STEPS if name < step}
    there = _OF_PYTHON | set(chain.from_iterable(_created(STEPS[name]) for name in before))
    there |= {f"old.{table}" for table in schema.TABLES}

    assert _read(STEPS[step]) <= there
