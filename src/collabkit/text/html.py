"""Text that HTML shows as it is written, whoever wrote it."""

from html import escape

from collabkit.text.characters import escape_line


def escape_html(text: str) -> str:
    """Return *text*, on one line, for an element or for an attribute in quotes."""
    return escape(escape_line(text))
