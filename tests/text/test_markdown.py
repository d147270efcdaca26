"""Text that Markdown shows as it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from collabkit.text.characters import escape_line
from collabkit.text.markdown import escape_markdown
from samples import HOSTILE

MARKDOWN = MarkdownIt("gfm-like", {"linkify": False})


def _shown(text: str) -> str:
    """Return what a reader sees of *text* in a paragraph, if it stays one paragraph of text."""
    (_, inline, _) = MARKDOWN.parse(f"{text}\n")
    assert {child.type for child in inline.children or ()} <= {"text", "text_special"}
    return "".join(child.content for child in inline.children or ())


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Rotary Club", "Rotary Club"),
        ("AT&T", "AT&T"),
        ("St. Mary's", "St. Mary's"),
        ("4-H", "4-H"),
        ("90.0", "90.0"),
        ("-12.5", "-12.5"),
        ("  two \n lines ", "two lines"),
        ("1. First", "1\\. First"),
        ("- item", "\\- item"),
        ("# Title", "\\# Title"),
        ("*bold* _it_ `c`", "\\*bold\\* \\_it\\_ \\`c\\`"),
        ("[a](b)", "\\[a\\](b)"),
        ("<b>", "\\<b\\>"),
        ("a | b", "a \\| b"),
        ("&amp;", "\\&amp;"),
        ("http://x.org", "http\\://x.org"),
        ("---", "\\---"),
        ("a\x1b[31mb", "a\\\\x1b\\[31mb"),
        ("caf\udce9", "caf\\\\udce9"),
        ("Club #", "Club \\#"),
        ("Club ##", "Club \\##"),
        ("C# and F#", "C# and F#"),
        (":100: of us", "\\:100: of us"),
        ("A :100: club", "A \\:100: club"),
        ("3:10:15", "3:10:15"),
    ],
)
def test_only_what_markdown_would_obey_gets_a_backslash(text: str, written: str) -> None:
    assert escape_markdown(text) == written


def test_naughty_strings_are_shown_as_they_are() -> None:
    texts = [each for each in HOSTILE if each.split()]

    assert [_shown(escape_markdown(text)) for text in texts] == [_as_read(text) for text in texts]


@given(
    st.text("ab 1.)-+=#:%*_`[]()<>|\\!~^$&;@/{}'\"w\n", min_size=1).filter(
        lambda text: text.strip()
    )
)
def test_any_text_of_markdown_signs_is_shown_as_it_is(text: str) -> None:
    assert _shown(escape_markdown(text)) == _as_read(text)


@given(st.text("ab# \\", min_size=1).filter(lambda text: text.strip()))
def test_a_text_stays_whole_in_a_heading(text: str) -> None:
    _, inline, _ = MARKDOWN.parse(f"# {escape_markdown(text)}\n")

    assert "".join(child.content for child in inline.children or ()) == _as_read(text)


@given(st.text("ab-+=#1.>`|: ", min_size=1).filter(lambda text: text.strip()))
def test_a_text_stays_one_item_of_a_list(text: str) -> None:
    tokens = MARKDOWN.parse(f"- {escape_markdown(text)}\n- next\n")

    assert [token.type for token in tokens].count("list_item_open") == 2
    assert [token.type for token in tokens].count("paragraph_open") == 2


def _as_read(text: str) -> str:
    """Return *text* on one line, with what works unseen shown."""
    return escape_line(text)
