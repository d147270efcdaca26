"""Markdown to documents. ``md`` needs nothing; the rest needs pandoc, and ``pdf`` typst too."""

from pathlib import Path
from typing import Literal, get_args

from collabkit.errors import UsageError
from collabkit.proposals.drafting import Draft
from collabkit.proposals.formats.look import Look
from collabkit.text.markdown import escape_markdown

DocumentFormat = Literal["md", "txt", "html", "docx", "odt", "pdf"]
FORMATS: tuple[DocumentFormat, ...] = get_args(DocumentFormat)
_BINARY = ("docx", "odt", "pdf")

__all__ = ["FORMATS", "DocumentFormat", "Look", "chosen", "made", "text_of"]


def chosen(asked: DocumentFormat | None, out: str | None) -> DocumentFormat:
    """Return the format that *asked* or else the ending of *out* names; Markdown by default.

    Raises:
        UsageError: a document was asked for with no file to put it in.
    """
    ending = Path(out).suffix[1:].lower() if out and not out.endswith(("/", "\\")) else ""
    named: DocumentFormat = next((each for each in FORMATS if each == ending), "md")
    form = asked or named
    if out is None and form in _BINARY:
        raise UsageError(
            f"a {form} file cannot go to the screen", f"Give it a name: -o paper.{form}"
        )
    return form


def made(draft: Draft, form: DocumentFormat, look: Look) -> bytes:
    """Return *draft* as the content of a file.

    Raises:
        CollabkitError: what makes such documents is not installed, or failed.
    """
    if form == "md":
        return headed(draft, look).encode()
    from collabkit.proposals.formats import documents  # noqa: PLC0415 - only what is not Markdown

    return documents.made(draft, form, look)


def headed(draft: Draft, look: Look) -> str:
    """Return *draft* in Markdown, a letter with its letterhead; documents have theirs in the page."""
    if draft.layout != "letter" or not look.library:
        return draft.text.markdown
    lines = (f"**{escape_markdown(look.library)}**", *map(escape_markdown, look.address))
    head = "  \n".join(lines).replace("\\@", "@")  # a person copies the address
    return f"{head}\n\n{draft.text.markdown}"


def text_of(draft: Draft, form: DocumentFormat, look: Look) -> str:
    """Return *draft* in a format that is text."""
    return made(draft, form, look).decode()
