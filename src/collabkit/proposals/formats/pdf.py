"""PDF by typst: tagged, with title and language, in fonts that typst carries."""

import re
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from collabkit.output import note
from collabkit.proposals.formats.look import Look
from collabkit.proposals.formats.pandoc import ASSETS, DocumentError, missing
from collabkit.proposals.formats.picture import Picture
from collabkit.proposals.formats.pictures import in_typst
from collabkit.proposals.rendering import Written

_CARRIED = re.compile(
    r"[\u0000-\u052f\u0590-\u05ff\u1e00-\u1fff\u2000-\u22ff\u2500-\u25ff\u2600-\u2613]*"
)
"""Latin, Greek, Cyrillic, Hebrew and signs, which the carried fonts have."""
_EMPTY_CELL = re.compile(r"(?<=, )\[\](?=[,)])")


_TERM = re.compile(r"^((?:\s*(?:[-+]|\d+\.)\s+)+)/(?=\s)", re.MULTILINE)
"""A slash at the start of an item, which typst takes for a list of terms and pandoc leaves as it is."""


def typeset(body: str, draft: Written, look: Look, pictures: Sequence[Picture] = ()) -> bytes:
    """Return *body*, which pandoc wrote for typst, as a PDF.

    Raises:
        DocumentError: typst is not installed, or failed.
    """
    typst = _typst("a PDF")
    body, files = in_typst(body, pictures)
    body = _TERM.sub(r"\1\\/", body)
    page = (ASSETS / "page.typ").read_text(encoding="utf-8")
    with TemporaryDirectory(prefix="collab-") as folder:
        # Typst reads nothing outside this folder.
        room = Path(folder)
        text = page + signed_with_its_text(_roomy(body))
        (room / "paper.typ").write_text(text, encoding="utf-8")
        for name, content in files.items():
            (room / name).write_bytes(content)
        logo = ""
        if look.logo:
            logo = f"logo{look.logo.suffix.lower()}"
            (room / logo).write_bytes(look.picture())
        # Other scripts need a font of the machine; all else looks the same everywhere.
        carried = _CARRIED.fullmatch(body + look.library) is not None
        given = {
            "title": draft.title,
            "library": look.library,
            "address": "\n".join(look.address),
            "color": look.color,
            "layout": draft.layout,
            "logo": logo,
            "short": "yes" if _longest_table(draft.text.markdown) <= _LONG else "no",
        }

        def compiled(*standards: Literal["ua-1"]) -> bytes:
            return bytes(
                typst.compile(
                    str(room / "paper.typ"),
                    root=str(room),
                    ignore_system_fonts=carried,
                    sys_inputs=given,
                    pdf_standards=list(standards),
                    timestamp=look.noon(),
                )
            )

        try:
            return compiled("ua-1")
        except typst.TypstError as error:
            if carried:
                raise DocumentError(f"typst cannot make the PDF: {error}") from error
        try:
            made = compiled()
        except typst.TypstError as error:
            raise DocumentError(f"typst cannot make the PDF: {error}") from error
        note(
            "No font here has every letter of this paper, and the PDF shows boxes instead. "
            "Install one that has, such as Noto Sans, and write it again."
        )
        return made


def dotted(picture: Picture) -> bytes:
    """Return *picture* as PNG, for programs that show no SVG.

    Raises:
        DocumentError: typst is not installed.
    """
    page = (
        f"#set page(width: {picture.wide}pt, height: {picture.high}pt, margin: 0pt)\n"
        "#image(bytes(sys.inputs.svg), width: 100%)"
    )
    return bytes(
        _typst("a picture in it").compile(
            page.encode(),
            format="png",
            ppi=_SHARP,
            ignore_system_fonts=True,
            sys_inputs={"svg": picture.svg},
        )
    )


_SHARP = 144
"""Dots to an inch of a picture of dots."""


def _typst(what: str) -> Any:  # noqa: ANN401 - it is imported late
    try:
        import typst  # noqa: PLC0415 - an extra that not everybody has
    except ImportError as error:
        raise missing(what, "typst") from error
    return typst


_LONG = 16
"""Rows from which on a table may run over to the next page."""


def _longest_table(markdown: str) -> int:
    """Return the rows of the longest table in *markdown*."""
    rows = ("|" if line.startswith("|") else " " for line in markdown.split("\n"))
    return max(map(len, "".join(rows).split()), default=0)


def signed_with_its_text(body: str) -> str:
    """Return *body* with the last lines before its last table held to it: signatures never stand alone."""
    before, table, after = body.rpartition("\n\n#figure(")
    if not table:
        return body
    blocks = before.split("\n\n")
    left = _HELD + ("Sincerely," in map(str.strip, blocks))
    for at in reversed(range(len(blocks))):
        # A heading is held to what follows by itself; a paragraph may stand right below it.
        heading, text = _parted(blocks[at])
        apart = text.startswith(("#", "-", "+", "<")) and not text.startswith(_SPOKEN)
        if not left or apart:
            break
        if text:
            left -= 1
            blocks[at] = f"{heading}#block(sticky: true)[{text}]"
    return "\n\n".join(blocks) + table + after


_SPOKEN = ("#strong[", "#emph[")
"""How a paragraph begins that begins with a word in bold, and is no figure."""
_HELD = 2
"""Paragraphs that signatures stand with; in a letter one more, since the closing has two."""


def _parted(block: str) -> tuple[str, str]:
    """Return the heading of *block*, with its line end, and the text below it; either may be empty."""
    if not block.startswith("="):
        return "", block
    heading, _, text = block.partition("\n")
    return f"{heading}\n", "" if text.startswith("<") else text


def _roomy(body: str) -> str:
    """Return *body* with room to write in the empty cells of forms and signature blocks."""
    lines = body.split("\n")
    return "\n".join(
        line if "table.header(" in line else _EMPTY_CELL.sub("[#v(1.3em)]", line) for line in lines
    )
