"""How wide a terminal is, and whether it may have bold headings."""

import sys

import pytest

from collabkit.output.terminals import is_styled, terminal_width


@pytest.mark.parametrize(
    ("columns", "width"),
    [
        ("132", 132),
        ("80", 80),
        ("1", 20),
        ("100000", 1_000),
        ("0", 80),
        ("²", 80),
        ("-5", 80),
        ("", 80),
    ],
)
def test_the_width_is_one_that_a_table_can_have(
    monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    monkeypatch.setattr("os.get_terminal_size", _none)
    monkeypatch.setenv("COLUMNS", columns)

    assert terminal_width() == width


def _none(_: int) -> None:
    raise OSError


@pytest.mark.parametrize(
    ("terminal", "no_color", "term", "styled"),
    [
        (True, None, "xterm", True),
        (True, "", "xterm", True),
        (True, "1", "xterm", False),
        (True, None, "dumb", False),
        (False, None, "xterm", False),
    ],
)
def test_headings_are_bold_where_nothing_speaks_against_it(
    monkeypatch: pytest.MonkeyPatch,
    *,
    terminal: bool,
    no_color: str | None,
    term: str,
    styled: bool,
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    monkeypatch.setenv("TERM", term)
    if no_color is not None:
        monkeypatch.setenv("NO_COLOR", no_color)

    assert is_styled() is styled
