"""Text that HTML shows as it is written."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from collabkit.text.characters import escape_line
from collabkit.text.html import escape_html
from samples import HOSTILE, OBEYED


class _Reader(HTMLParser):
    """Keeps what a browser would show, and every element and attribute it would obey."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.elements: list[tuple[str, list[tuple[str, str | None]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.text += data


def _holds(text: str) -> None:
    reader = _Reader()
    reader.feed(f'<p title="{escape_html(text)}">{escape_html(text)}</p>')
    reader.close()

    assert reader.elements == [("p", [("title", escape_line(text))])]
    assert reader.text == escape_line(text)
    assert not OBEYED.search(escape_html(text))


def test_naughty_strings_are_shown_as_they_are() -> None:
    for text in HOSTILE:
        _holds(text)


@given(st.text("<>&\"'=/!-;# ax\n") | st.text())
def test_any_text_is_shown_as_it_is(text: str) -> None:
    _holds(text)
