"""One function for each format that is not Markdown."""

from base64 import b64encode
from collections.abc import Sequence
from html import escape
from typing import assert_never

from collabkit.proposals.formats import DocumentFormat, headed
from collabkit.proposals.formats.look import Look
from collabkit.proposals.formats.pandoc import ASSETS, convert
from collabkit.proposals.formats.picture import Picture
from collabkit.proposals.formats.pictures import in_html
from collabkit.proposals.rendering import Written


def made(
    draft: Written, form: DocumentFormat, look: Look, pictures: Sequence[Picture] = ()
) -> bytes:
    """Return *draft* as the content of a file in the format *form*, with *pictures* where it shows any."""
    markdown = draft.text.markdown
    match form:
        case "md":
            return markdown.encode()
        case "txt":
            return convert(headed(draft, look), "plain", "--columns=78")
        case "html":
            return in_html(_html(draft, look), pictures).encode()
        case "docx":
            from collabkit.proposals.formats import word  # noqa: PLC0415

            return word.document(draft, look, pictures)
        case "odt":
            from collabkit.proposals.formats import opendocument  # noqa: PLC0415

            return opendocument.document(draft, look, pictures)
        case "pdf":
            from collabkit.proposals.formats.pdf import typeset  # noqa: PLC0415

            # A letter has no title, so its parts are the first headings that a screen reader meets.
            shift = () if markdown.startswith("# ") else ("--shift-heading-level-by=-1",)
            return typeset(convert(markdown, "typst", *shift).decode(), draft, look, pictures)
        case _:
            assert_never(form)


def _html(draft: Written, look: Look) -> str:
    body = convert(draft.text.markdown, "html5", "--wrap=none").decode()
    css = (ASSETS / "page.css").read_text(encoding="utf-8")
    picture = ""
    if look.logo:
        kind = "png" if look.logo.suffix.lower() == ".png" else "jpeg"
        data = b64encode(look.picture()).decode()
        picture = f'<img src="data:image/{kind};base64,{data}" alt="">'
    head = ""
    if draft.layout == "letter" or picture:
        lines = "<br>".join(map(escape, look.address)) if draft.layout == "letter" else ""
        head = (
            f'<header class="head">{picture}<strong>{escape(look.library)}</strong>'
            f"<div>{lines}</div></header>\n"
        )
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="date" content="{look.on.isoformat()}">
<title>{escape(draft.title)}</title>
<style>
:root {{ --ink: #{look.color}; }}
{css}</style>
</head>
<body>
{head}{body}</body>
</html>
"""
