"""Reference documents: pages and styles that pandoc takes over, with what is the library's filled in.

`tools/reference_documents.py` makes the files. Where a page shows something of the library's, they
hold a blank: `{logo}`, `{library}`, `{address}`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

from collabkit.proposals.formats.archive import pack
from collabkit.proposals.formats.look import Look
from collabkit.proposals.formats.pandoc import convert
from collabkit.proposals.formats.picture import Picture
from collabkit.proposals.formats.pictures import placed
from collabkit.proposals.rendering import Written

_LINE = re.compile(r"<(w:p|text:p)\b[^>]*>(?:(?!</\1>).)*\{address\}.*?</\1>", re.DOTALL)
"""The paragraph that stands once for each line of the address."""


def filled(part: str, draft: Written, look: Look, logo: str) -> str:
    """Return the head or foot *part* of a page with its blanks filled.

    Args:
        part: XML, with blanks.
        draft: the paper; only a letter has an address at its head.
        look: the library's name, address and logo.
        logo: the logo as the format draws it; empty if there is none.
    """
    lines = look.address if draft.layout == "letter" else ()
    part = _LINE.sub(
        lambda found: "".join(found[0].replace("{address}", _said(line)) for line in lines), part
    )
    return part.replace("{library}", _said(look.library)).replace("{logo}", logo)


def _said(text: str) -> str:
    """Return *text* as XML in which nothing is a blank."""
    return escape(text, {"{": "&#123;"})


def has_head(draft: Written, look: Look) -> bool:
    """Return whether the first page begins with a letterhead."""
    return draft.layout == "letter" or look.logo is not None


def written(
    draft: Written,
    look: Look,
    form: str,
    template: Path,
    page: Mapping[str, bytes],
    pictures: Sequence[Picture] = (),
) -> bytes:
    """Return *draft* as pandoc writes it, with the pages and styles of the reference document *page*.

    Raises:
        DocumentError: pandoc is not installed, or failed.
    """
    markdown = draft.text.markdown
    if pictures:
        from collabkit.proposals.formats.pdf import dotted  # noqa: PLC0415 - few papers have any

        markdown = placed(markdown, pictures, {each.heading: dotted(each) for each in pictures})
    titled = ("--variable=titled:yes",) if markdown.startswith("# ") else ()
    with _file(page) as reference:
        return convert(
            markdown,
            f"{form}+empty_paragraphs",  # cells to write in
            "--shift-heading-level-by=-1",  # the first heading is the document's title
            "--metadata=lang:en-US",
            f"--metadata=title:{draft.title}",
            f"--metadata=author:{look.library}",
            f"--template={template}",
            f"--reference-doc={reference}",
            *titled,
        )


@contextmanager
def _file(parts: Mapping[str, bytes]) -> Iterator[Path]:
    """Keep a document of *parts* in a file, since pandoc reads a reference from nothing else."""
    with TemporaryDirectory(prefix="collab-") as folder:
        file = Path(folder) / "reference"
        file.write_bytes(pack(parts))
        yield file
