"""OpenDocument Text: pandoc's document in our own styles, with the library's head and foot."""

import re
from collections.abc import Sequence

from collabkit.proposals.formats.archive import pack, unpack
from collabkit.proposals.formats.look import Look
from collabkit.proposals.formats.pandoc import ASSETS
from collabkit.proposals.formats.picture import Picture
from collabkit.proposals.formats.pictures import in_opendocument
from collabkit.proposals.formats.reference import filled, has_head, written
from collabkit.proposals.rendering import Written


def document(draft: Written, look: Look, pictures: Sequence[Picture] = ()) -> bytes:
    """Return *draft* in our styles with the library's look, for a person to edit."""
    template = ASSETS / "paper.opendocument"
    parts = unpack(written(draft, look, "odt", template, _reference(draft, look), pictures))
    if pictures:
        in_opendocument(parts, pictures)
    # Pandoc is kept from the clock, and gives the tables of each text styles of its own.
    parts["meta.xml"] = look.dated(parts["meta.xml"].decode()).encode()
    parts["content.xml"] = _ruled(parts["content.xml"].decode()).encode()
    return pack(parts)


def _reference(draft: Written, look: Look) -> dict[str, bytes]:
    """Return the reference document with the color, head and foot of the library."""
    parts = unpack((ASSETS / "reference.odt").read_bytes())
    styles = parts["styles.xml"].decode().replace("22394d", look.color.lower())
    if not has_head(draft, look):
        styles = _HEAD.sub("", styles)
    parts["styles.xml"] = filled(styles, draft, look, _drawn(look)).encode()
    if look.logo:
        parts[_picture(look)] = look.picture()
    return parts


_HEAD = re.compile(r"<style:header>.*</style:header>", re.DOTALL)


def _ruled(content: str) -> str:
    """Return the body with thin lines between the rows of tables, and each table on one page."""
    cell = 'fo:border="none" fo:border-bottom="0.5pt solid #bfbfbf" fo:padding="0.05in"'
    content = content.replace('fo:border="none" />', f"{cell} />")
    whole = 'style:may-break-between-rows="false" fo:keep-together="always"'
    return content.replace("<style:table-properties ", f"<style:table-properties {whole} ")


def _picture(look: Look) -> str:
    """Return the logo's name in the document."""
    return f"Pictures/logo{look.logo.suffix.lower() if look.logo else ''}"


def _drawn(look: Look) -> str:
    """Return the logo as it is drawn in a line, half an inch high."""
    if not look.logo:
        return ""
    wide, high = look.size()
    return (
        '<draw:frame text:anchor-type="as-char" svg:height="0.5in"'
        f' svg:width="{0.5 * wide / high:.3f}in"><draw:image xlink:href="{_picture(look)}"'
        ' xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame>'
        '<text:s text:c="2"/>'
    )
