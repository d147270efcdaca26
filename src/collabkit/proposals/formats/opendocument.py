"""OpenDocument Text: pandoc's document in our own styles, with the library's head and foot."""

import re
from xml.sax.saxutils import escape

from collabkit.proposals.formats.archive import pack, unpack
from collabkit.proposals.formats.look import Look
from collabkit.proposals.formats.pandoc import ASSETS
from collabkit.proposals.rendering import Written


def dressed(document: bytes, draft: Written, look: Look) -> bytes:
    """Return *document* with our styles and the library's look, for a person to edit."""
    parts = unpack(document)
    meta = look.dated(parts["meta.xml"].decode())
    for name, text in (("title", draft.title), ("creator", look.library)):
        meta = meta.replace(f"<dc:{name}></dc:{name}>", f"<dc:{name}>{escape(text)}</dc:{name}>")
    parts["meta.xml"] = meta.encode()
    styles = (ASSETS / "odt-styles.xml").read_text(encoding="utf-8")
    styles = styles.replace("22394d", look.color.lower())
    page = '<style:master-page style:name="Standard" style:page-layout-name="Letter"'
    ours = f"{page}>{_head(draft, look)}{_foot(look)}</style:master-page>"
    parts["styles.xml"] = styles.replace(f"{page}/>", ours).encode()
    parts["content.xml"] = _ruled(parts["content.xml"].decode()).encode()
    if look.logo:
        name, kind = _picture(look)
        parts[name] = look.picture()
        entry = f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        manifest = parts["META-INF/manifest.xml"].decode()
        closing = "</manifest:manifest>"
        parts["META-INF/manifest.xml"] = manifest.replace(closing, entry + closing).encode()
    return pack(parts)


def _ruled(content: str) -> str:
    """Return the body with thin lines between the rows of tables, and room to write in them."""
    cell = 'fo:border="none" fo:border-bottom="0.5pt solid #bfbfbf" fo:padding="0.05in"'
    content = content.replace('fo:border="none" />', f"{cell} />")
    whole = 'style:may-break-between-rows="false" fo:keep-together="always"'
    content = content.replace("<style:table-properties ", f"<style:table-properties {whole} ")
    content = _signed_with_its_text(content)
    empty = re.compile(r'(table:style-name="TableRowCell" office:value-type="string">)\s*(?=</)')
    room = '<text:p text:style-name="Table_20_Contents"/>' * 2
    return empty.sub(rf"\1{room}", content)


def _signed_with_its_text(content: str) -> str:
    """Return the body with its last lines held to the last table: signatures never stand alone."""
    before, table, after = content.rpartition("<table:table ")
    parts = before.rsplit('text:style-name="Text_20_body"', 2)
    style = (
        '<style:style style:name="Kept" style:family="paragraph"'
        ' style:parent-style-name="Text_20_body">'
        '<style:paragraph-properties fo:keep-with-next="always"/></style:style>'
    )
    joined = 'text:style-name="Kept"'.join(parts) + table + after
    return joined.replace("</office:automatic-styles>", f"{style}</office:automatic-styles>", 1)


def _head(draft: Written, look: Look) -> str:
    """Return the head of the pages: nothing, or the letterhead."""
    letter = draft.layout == "letter"
    if not letter and not look.logo:
        return ""
    lines = "".join(
        f'<text:p text:style-name="Header">{escape(line)}</text:p>'
        for line in (look.address if letter else ())
    )
    return (
        '<style:header><text:p text:style-name="Letterhead">'
        f"{_drawn(look)}{escape(look.library)}</text:p>{lines}"
        '<text:p text:style-name="Head_20_rule"/></style:header>'
    )


def _foot(look: Look) -> str:
    return (
        f'<style:footer><text:p text:style-name="Footer">{escape(look.library)}<text:tab/>Page '
        '<text:page-number text:select-page="current">1</text:page-number> of '
        "<text:page-count>1</text:page-count></text:p></style:footer>"
    )


def _picture(look: Look) -> tuple[str, str]:
    """Return the logo's name in the document, and its kind."""
    png = bool(look.logo) and str(look.logo).lower().endswith(".png")
    return ("Pictures/logo.png", "image/png") if png else ("Pictures/logo.jpg", "image/jpeg")


def _drawn(look: Look) -> str:
    """Return the logo as it is drawn in a line, half an inch high."""
    if not look.logo:
        return ""
    wide, high = look.size()
    name, _ = _picture(look)
    return (
        '<draw:frame text:anchor-type="as-char" svg:height="0.5in"'
        f' svg:width="{0.5 * wide / high:.3f}in"><draw:image xlink:href="{name}"'
        ' xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame>'
        '<text:s text:c="2"/>'
    )
