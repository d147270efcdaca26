"""What a face takes through the workspace is what the rooms hold, under the same names."""

import ast
from importlib import import_module
from inspect import getsource

import pytest

from collabkit.workspace import names


def _for_type_checkers() -> dict[str, str]:
    """Return each name that type checkers are expected of, with its module."""
    tree = ast.parse(getsource(names))
    imports = [each for each in ast.walk(tree) if isinstance(each, ast.ImportFrom)]
    return {
        alias.asname: each.module or ""
        for each in imports
        for alias in each.names
        if alias.asname is not None
    }


def test_every_name_is_found_where_type_checkers_are_told() -> None:
    expected = _for_type_checkers()

    assert len(expected) > 40
    for name, module in expected.items():
        assert getattr(names, name) is getattr(import_module(module), name)


def test_a_name_that_no_room_has_is_no_name() -> None:
    with pytest.raises(AttributeError, match=r"has no attribute 'Elm'$"):
        _ = names.Elm
