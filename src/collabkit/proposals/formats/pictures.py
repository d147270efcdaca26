"""Pictures in a paper: SVG, and beside it a picture of dots for programs that show no SVG.

Word and LibreOffice draw the SVG and keep the other for whoever cannot. Pandoc places the one of dots, and the
SVG is put behind it afterwards, since pandoc would need a program of its own to turn one into the other.
"""

import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import quoteattr

from collabkit.proposals.formats.picture import WIDE, Picture

_EMU = 914_400
"""To an inch, in the units that Word measures with."""
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"


def placed(markdown: str, pictures: Sequence[Picture], dots: Mapping[str, bytes]) -> str:
    """Return *markdown* with each of *pictures* under its heading, as *dots* by the heading."""
    for each in pictures:
        data = b64encode(dots[each.heading]).decode()
        line = f"## {each.heading}\n"
        markdown = markdown.replace(line, f"{line}\n![](data:image/png;base64,{data})\n", 1)
    return markdown


def in_html(page: str, pictures: Sequence[Picture]) -> str:
    """Return *page* with each of *pictures* under its heading."""
    for each in pictures:
        page = page.replace(f"{each.heading}</h2>", f"{each.heading}</h2>\n<p>{each.svg}</p>", 1)
    return page


def in_typst(body: str, pictures: Sequence[Picture]) -> tuple[str, dict[str, bytes]]:
    """Return *body* with each of *pictures* under its heading, and their files."""
    files: dict[str, bytes] = {}
    for number, each in enumerate(pictures, start=1):
        name = f"picture-{number}.svg"
        said = each.says.replace("\\", "\\\\").replace('"', '\\"')
        image = f'#image("{name}", width: {WIDE}in, alt: "{said}")'
        found = re.search(rf"^=+ {re.escape(each.heading)}\n(<[^>\n]*>\n)?", body, re.MULTILINE)
        if found:
            body = f"{body[: found.end()]}\n{image}\n\n{body[found.end() :].lstrip()}"
            files[name] = each.svg.encode()
    return body, files


def in_word(parts: dict[str, bytes], pictures: Sequence[Picture]) -> None:
    """Give each picture of dots in the Word document of *parts* its size, its words and its SVG."""
    body = parts["word/document.xml"].decode()
    ties = parts["word/_rels/document.xml.rels"].decode()
    kinds = parts["[Content_Types].xml"].decode()
    drawings = re.findall(r"<w:drawing>.*?</w:drawing>", body, re.DOTALL)
    for number, (each, drawing) in enumerate(zip(pictures, drawings, strict=False), start=1):
        wide, high = (round(side * _EMU) for side in each.inches)
        said = quoteattr(each.says)
        svg = (
            '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">'
            f'<asvg:svgBlip xmlns:asvg="{_SVG}" r:embed="rSvg{number}"/></a:ext></a:extLst>'
        )
        made = re.sub(r'cx="\d+" cy="\d+"', f'cx="{wide}" cy="{high}"', drawing)
        made = re.sub(r'descr="[^"]*"', lambda _, said=said: f"descr={said}", made)  # type: ignore[misc]
        made = re.sub(
            r'<a:blip r:embed="(\w+)"\s*/>', rf'<a:blip r:embed="\1">{svg}</a:blip>', made
        )
        body = body.replace(drawing, made, 1)
        tie = f'<Relationship Type="{_R}/image" Id="rSvg{number}" Target="media/picture-{number}.svg"/>'
        ties = ties.replace("</Relationships>", f"{tie}</Relationships>")
        parts[f"word/media/picture-{number}.svg"] = each.svg.encode()
    if pictures and 'Extension="svg"' not in kinds:
        kind = '<Default Extension="svg" ContentType="image/svg+xml"/>'
        kinds = kinds.replace("</Types>", f"{kind}</Types>")
    parts |= {
        "word/document.xml": body.encode(),
        "word/_rels/document.xml.rels": ties.encode(),
        "[Content_Types].xml": kinds.encode(),
    }


def in_opendocument(parts: dict[str, bytes], pictures: Sequence[Picture]) -> None:
    """Give each picture of dots in the OpenDocument text of *parts* its size, its words and its SVG."""
    body, listed = parts["content.xml"].decode(), parts["META-INF/manifest.xml"].decode()
    frames = re.findall(r"<draw:frame\b.*?</draw:frame>", body, re.DOTALL)
    for number, (each, frame) in enumerate(zip(pictures, frames, strict=False), start=1):
        wide, high = each.inches
        name = f"Pictures/picture-{number}.svg"
        made = re.sub(r'svg:width="[^"]*"', f'svg:width="{wide}in"', frame)
        made = re.sub(r'svg:height="[^"]*"', f'svg:height="{high}in"', made)
        image = f'<draw:image xlink:href="{name}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>'
        made = made.replace("<draw:image", f"{image}<draw:image", 1)
        said = quoteattr(each.says)[1:-1]
        made = made.replace("</draw:frame>", f"<svg:desc>{said}</svg:desc></draw:frame>")
        body = body.replace(frame, made, 1)
        entry = f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="image/svg+xml"/>'
        listed = listed.replace("</manifest:manifest>", f"{entry}</manifest:manifest>")
        parts[name] = each.svg.encode()
    parts |= {"content.xml": body.encode(), "META-INF/manifest.xml": listed.encode()}
