"""Word: pandoc's document in our own styles, with the library's head, and page numbers at the foot."""

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape

from collabkit.proposals.formats.archive import pack, unpack
from collabkit.proposals.formats.look import Look
from collabkit.proposals.formats.pandoc import ASSETS
from collabkit.proposals.formats.picture import Picture
from collabkit.proposals.formats.pictures import in_word
from collabkit.proposals.formats.reference import filled, has_head, written
from collabkit.proposals.rendering import Written

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_INCH = 914_400
"""In the units that Word measures pictures with."""


def document(draft: Written, look: Look, pictures: Sequence[Picture] = ()) -> bytes:
    """Return *draft* in our styles with the library's look, for a person to edit."""
    page = _reference(draft, look)
    parts = unpack(written(draft, look, "docx", ASSETS / "paper.openxml", page, pictures))
    if pictures:
        in_word(parts, pictures)
    # Pandoc is kept from the clock, and knows no row that stays on one page.
    parts["docProps/core.xml"] = look.dated(parts["docProps/core.xml"].decode()).encode()
    parts["word/document.xml"] = _whole_rows(parts["word/document.xml"].decode()).encode()
    return pack(parts)


def _reference(draft: Written, look: Look) -> dict[str, bytes]:
    """Return the reference document with the color, head and foot of the library."""
    parts = unpack((ASSETS / "reference.docx").read_bytes())
    styles = parts["word/styles.xml"].decode()
    parts["word/styles.xml"] = styles.replace("22394D", look.color.upper()).encode()
    for name in ("word/header1.xml", "word/footer1.xml"):
        parts[name] = filled(parts[name].decode(), draft, look, _logo(look)).encode()
    if not has_head(draft, look):
        head = parts["word/header1.xml"].decode()
        parts["word/header1.xml"] = _PARAGRAPHS.sub("<w:p/>", head).encode()
    if look.logo:
        picture = f"media/logo{look.logo.suffix.lower()}"
        parts[f"word/{picture}"] = look.picture()
        parts["word/_rels/header1.xml.rels"] = (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Type="{_R}/image" Id="rLogo" Target="{picture}"/></Relationships>'
        ).encode()
    return parts


_PARAGRAPHS = re.compile(r"<w:p>.*</w:p>|<w:p/>", re.DOTALL)


def _whole_rows(body: str) -> str:
    """Return *body* with no row split over two pages."""
    body = body.replace("<w:tr>", "<w:tr><w:trPr><w:cantSplit/></w:trPr>")
    return body.replace("</w:trPr><w:trPr>", "")


def _logo(look: Look) -> str:
    """Return the logo as Word draws it in a line, half an inch high."""
    if not look.logo:
        return ""
    wide, high = look.size()
    height = _INCH // 2
    width = height * wide // high
    extent = f'cx="{width}" cy="{height}"'
    name = f'id="1" name="logo" descr="{escape(look.library, {chr(34): "&quot;"})}"'
    return (
        f"<w:drawing><wp:inline><wp:extent {extent}/><wp:docPr {name}/>"
        f'<a:graphic><a:graphicData uri="{_DRAWING}/picture"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr>"
        '<pic:blipFill><a:blip r:embed="rLogo"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
        '<w:t xml:space="preserve">  </w:t>'
    )
