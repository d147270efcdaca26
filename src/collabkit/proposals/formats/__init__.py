"""Markdown to documents. ``md`` needs nothing; the rest needs pandoc, and ``pdf`` typst too."""

from collections.abc import Sequence
from typing import Literal, get_args

from collabkit.proposals.formats.look import Look
from collabkit.proposals.formats.picture import Picture
from collabkit.proposals.rendering import Written
from collabkit.text.markdown import escape_markdown

DocumentFormat = Literal["md", "txt", "html", "docx", "odt", "pdf"]
FORMATS: tuple[DocumentFormat, ...] = get_args(DocumentFormat)

__all__ = ["FORMATS", "DocumentFormat", "Look", "Picture", "made", "text_of"]


def made(
    draft: Written, form: DocumentFormat, look: Look, pictures: Sequence[Picture] = ()
) -> bytes:
    """Return *draft* as the content of a file, with *pictures* where the format shows any.

    Raises:
        CollabkitError: what makes such documents is not installed, or failed.
    """
    if form == "md":
        return headed(draft, look).encode()
    from collabkit.proposals.formats import documents  # noqa: PLC0415 - only what is not Markdown

    return documents.made(draft, form, look, pictures)


def headed(draft: Written, look: Look) -> str:
    """Return *draft* in Markdown, a letter with its letterhead; documents have theirs in the page."""
    if draft.layout != "letter" or not look.library:
        return draft.text.markdown
    lines = (f"**{escape_markdown(look.library)}**", *map(escape_markdown, look.address))
    head = "  \n".join(lines).replace("\\@", "@")  # a person copies the address
    return f"{head}\n\n{draft.text.markdown}"


def text_of(draft: Written, form: DocumentFormat, look: Look) -> str:
    """Return *draft* in a format that is text."""
    return made(draft, form, look).decode()
