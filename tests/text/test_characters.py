"""What acts unseen is shown instead."""

import re
import sys
from unicodedata import bidirectional, category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.text.characters import UNSEEN, escape_line, escape_terminal
from samples import OBEYED

any_text = st.text(st.characters())
"""Half surrogate pairs too, as in the name of a file that is no Unicode."""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Café 図書館 😀", "Café 図書館 😀"),
        ("\x1b[31mred XX", "\\x1b[31mred XX"),
        ("a\tb\nc", "a\\tb\\nc"),
        ("\x9b2J", "\\x9b2J"),
        ("\u202eback\u202c", "\\u202eback\\u202c"),
        ("\u061c\u200e\u200f", "\\u061c\\u200e\\u200f"),
        ("\ufeff\ufffe\uffff", "\\ufeff\\ufffe\\uffff"),
        ("caf\udce9", "caf\\udce9"),
    ],
)
def test_a_character_that_acts_is_shown_as_its_code(text: str, shown: str) -> None:
    assert escape_terminal(text) == shown


@given(any_text)
def test_escaped_text_is_one_line_that_nothing_obeys(text: str) -> None:
    shown = escape_terminal(text)

    assert not OBEYED.search(shown)
    assert len(shown.splitlines()) <= 1
    assert escape_terminal(shown) == shown
    assert text.isprintable() <= (shown == text)


@given(any_text)
def test_a_line_has_single_blanks_and_none_around(text: str) -> None:
    line = escape_line(text)

    assert line == " ".join(line.split())
    assert escape_line(line) == line


def test_every_control_every_mark_that_turns_text_and_every_line_end_is_listed() -> None:
    unseen = re.compile(f"[{UNSEEN}]")
    marks = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    turning = [code for code in range(sys.maxunicode) if bidirectional(chr(code)) in marks]
    controls = [code for code in range(sys.maxunicode) if category(chr(code)) in {"Cc", "Cs"}]
    ends = [code for code in range(sys.maxunicode) if len(f"a{chr(code)}b".splitlines()) > 1]

    for code in (*controls, *turning, *ends, 0x061C, 0x200E, 0x200F):
        assert unseen.match(chr(code)), hex(code)
