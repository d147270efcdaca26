"""Word: pandoc's document in our own styles, with the library's head, and page numbers at the foot."""

import re
from xml.sax.saxutils import escape

from collabkit.proposals.formats.archive import pack, unpack
from collabkit.proposals.formats.look import Look
from collabkit.proposals.formats.pandoc import ASSETS
from collabkit.proposals.rendering import Written

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_INCH = 914_400
"""In the units that Word measures pictures with."""


def dressed(document: bytes, draft: Written, look: Look) -> bytes:
    """Return *document* with our styles and the library's look, for a person to edit."""
    parts = unpack(document)
    styles = (ASSETS / "word-styles.xml").read_text(encoding="utf-8")
    parts["word/styles.xml"] = styles.replace("22394D", look.color.upper()).encode()
    parts["word/document.xml"] = _page(parts["word/document.xml"].decode()).encode()
    parts["word/header1.xml"] = _header(draft, look).encode()
    parts["word/footer1.xml"] = _footer(look).encode()
    parts["word/_rels/document.xml.rels"] = _related(
        parts["word/_rels/document.xml.rels"].decode(),
        (("header", "header1.xml", "rHead"), ("footer", "footer1.xml", "rFoot")),
    ).encode()
    kinds = [
        f'<Override PartName="/word/{part}1.xml" ContentType="{_TYPES}.{part}+xml"/>'
        for part in ("header", "footer")
    ]
    if look.logo:
        ending = look.logo.suffix.lower().removeprefix(".")
        parts[f"word/media/logo.{ending}"] = look.picture()
        parts["word/_rels/header1.xml.rels"] = _related(
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            "</Relationships>",
            (("image", f"media/logo.{ending}", "rLogo"),),
        ).encode()
        kind = "png" if ending == "png" else "jpeg"
        kinds.append(f'<Default Extension="{ending}" ContentType="image/{kind}"/>')
    types = parts["[Content_Types].xml"].decode()
    known = [kind for kind in kinds if kind.split(" ContentType")[0] not in types]
    parts["[Content_Types].xml"] = types.replace("</Types>", f"{''.join(known)}</Types>").encode()
    core = look.dated(parts["docProps/core.xml"].decode())
    core = core.replace("<dc:title></dc:title>", f"<dc:title>{escape(draft.title)}</dc:title>")
    core = core.replace(
        "<dc:creator></dc:creator>", f"<dc:creator>{escape(look.library)}</dc:creator>"
    )
    parts["docProps/core.xml"] = core.encode()
    return pack(parts)


def _page(document: str) -> str:
    """Return the body with letter paper, margins, a head and a foot, and room in empty cells."""
    section = (
        '<w:headerReference w:type="first" r:id="rHead"/>'
        '<w:footerReference w:type="default" r:id="rFoot"/>'
        '<w:footerReference w:type="first" r:id="rFoot"/>'
    )
    page = (
        '<w:pgSz w:w="12240" w:h="15840"/>'
        '<w:pgMar w:top="1080" w:right="1300" w:bottom="1080" w:left="1300"'
        ' w:header="640" w:footer="560" w:gutter="0"/><w:titlePg/>'
    )
    before, sect, after = document.rpartition("<w:sectPr>")
    after = after.replace("</w:sectPr>", f"{page}</w:sectPr>")
    empty = '<w:tc><w:tcPr /><w:p><w:pPr><w:pStyle w:val="Compact" /></w:pPr></w:p></w:tc>'
    roomy = empty.replace("<w:pPr>", '<w:pPr><w:spacing w:before="180" w:after="180"/>', 1)
    rows = before.split("<w:tr>")
    roomier = [row if "<w:tblHeader" in row else row.replace(empty, roomy) for row in rows]
    return _kept_together("<w:tr>".join(roomier)) + sect + section + after


_TABLE = re.compile(r"<w:tbl>.*?</w:tbl>", re.DOTALL)
_LONG = 16
"""Rows from which on a table may run over to the next page."""


def _kept_together(body: str) -> str:
    """Return *body* with no row split, and each row of a short table held to the next."""

    def kept(found: re.Match[str]) -> str:
        rows = found[0].split("<w:tr>")
        whole = [_whole_row(row) for row in rows[1:]]
        if len(whole) <= _LONG:
            whole[:-1] = [
                row.replace(
                    '<w:pStyle w:val="Compact" />', '<w:pStyle w:val="Compact" /><w:keepNext/>'
                )
                for row in whole[:-1]
            ]
        return "<w:tr>".join([rows[0], *whole])

    before, table, after = _TABLE.sub(kept, body).rpartition("<w:tbl>")
    # The signatures stand with the last lines of the text, never alone on a page.
    parts = before.rsplit(_BODY, 2)
    return f"{_BODY}<w:keepNext/>".join(parts) + table + after


_BODY = '<w:pStyle w:val="BodyText" />'


def _whole_row(row: str) -> str:
    if "<w:trPr>" in row:
        return row.replace("<w:trPr>", "<w:trPr><w:cantSplit/>", 1)
    return f"<w:trPr><w:cantSplit/></w:trPr>{row}"


def _related(relations: str, more: tuple[tuple[str, str, str], ...]) -> str:
    added = "".join(
        f'<Relationship Type="{_R}/{kind}" Id="{id_}" Target="{target}"/>'
        for kind, target, id_ in more
    )
    return relations.replace("</Relationships>", f"{added}</Relationships>")


def _header(draft: Written, look: Look) -> str:
    """Return the head of the first page: nothing, or the letterhead."""
    if draft.layout != "letter" and not look.logo:
        return f'<w:hdr xmlns:w="{_W}"><w:p/></w:hdr>'
    lines = look.address if draft.layout == "letter" else ()
    name = (
        f'<w:p><w:pPr><w:pStyle w:val="Letterhead"/></w:pPr>{_logo(look)}'
        f'<w:r><w:t xml:space="preserve">{escape(look.library)}</w:t></w:r></w:p>'
    )
    rest = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:t>{escape(line)}</w:t></w:r></w:p>'
        for line in lines
    )
    return (
        f'<w:hdr xmlns:w="{_W}" xmlns:r="{_R}" xmlns:wp="{_DRAWING}/wordprocessingDrawing"'
        f' xmlns:a="{_DRAWING}/main" xmlns:pic="{_DRAWING}/picture">{name}{rest}'
        '<w:p><w:pPr><w:pStyle w:val="HeadRule"/></w:pPr></w:p></w:hdr>'
    )


def _footer(look: Look) -> str:
    def field(code: str) -> str:
        return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'

    return (
        f'<w:ftr xmlns:w="{_W}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{escape(look.library)}</w:t></w:r><w:r><w:tab/></w:r>'
        f'<w:r><w:t xml:space="preserve">Page </w:t></w:r>{field("PAGE")}'
        f'<w:r><w:t xml:space="preserve"> of </w:t></w:r>{field("NUMPAGES")}</w:p></w:ftr>'
    )


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
        f"<w:r><w:drawing><wp:inline><wp:extent {extent}/><wp:docPr {name}/>"
        f'<a:graphic><a:graphicData uri="{_DRAWING}/picture"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr>"
        '<pic:blipFill><a:blip r:embed="rLogo"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        '<w:r><w:t xml:space="preserve">  </w:t></w:r>'
    )
