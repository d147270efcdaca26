"""The reference documents of our papers: `python -m tools.reference_documents` writes them anew.

Each is pandoc's own, with the styles and the page of `tools/reference/` in place of hers. What stands
there in braces is filled in when a paper is written.
"""

import subprocess
from pathlib import Path

import pypandoc  # type: ignore[import-untyped]

from collabkit.proposals.formats.archive import pack, unpack
from collabkit.proposals.formats.pandoc import ASSETS

_OURS = Path(__file__).parent / "reference"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def word() -> dict[str, bytes]:
    """Return the parts of the reference document for Word."""
    parts = _of_pandoc("reference.docx")
    parts["word/styles.xml"] = _ours("word-styles.xml")
    parts["word/header1.xml"] = _ours("word-header.xml")
    parts["word/footer1.xml"] = _ours("word-footer.xml")
    before, _, rest = parts["word/document.xml"].decode().rpartition("<w:sectPr>")
    after = rest.partition("</w:sectPr>")[2]
    parts["word/document.xml"] = before.encode() + _ours("word-page.xml") + after.encode()
    _add(
        parts,
        "word/_rels/document.xml.rels",
        f'<Relationship Type="{_R}/header" Id="rHead" Target="header1.xml"/>'
        f'<Relationship Type="{_R}/footer" Id="rFoot" Target="footer1.xml"/>',
    )
    _add(
        parts,
        "[Content_Types].xml",
        f'<Override PartName="/word/header1.xml" ContentType="{_TYPES}.header+xml"/>'
        f'<Override PartName="/word/footer1.xml" ContentType="{_TYPES}.footer+xml"/>',
    )
    return parts


def opendocument() -> dict[str, bytes]:
    """Return the parts of the reference document for OpenDocument."""
    return _of_pandoc("reference.odt") | {"styles.xml": _ours("odt-styles.xml")}


def _of_pandoc(name: str) -> dict[str, bytes]:
    command = [pypandoc.get_pandoc_path(), f"--print-default-data-file={name}"]
    return unpack(subprocess.run(command, check=True, capture_output=True).stdout)  # noqa: S603 - a fixed command


def _ours(name: str) -> bytes:
    return (_OURS / name).read_bytes()


def _add(parts: dict[str, bytes], name: str, more: str) -> None:
    """Add *more* at the end of the part *name*."""
    before, closing, _ = parts[name].decode().rpartition("</")
    parts[name] = f"{before}{more}{closing}{_}".encode()


if __name__ == "__main__":
    (ASSETS / "reference.docx").write_bytes(pack(word()))
    (ASSETS / "reference.odt").write_bytes(pack(opendocument()))
