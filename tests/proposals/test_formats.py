"""Every paper in every format, opened again: the same sentences, the same bytes, nothing obeyed."""

import io
import os
import re
import subprocess
import unicodedata
import zipfile
import zlib
from datetime import date
from functools import cache
from html import escape, unescape
from pathlib import Path

import docx
import pypandoc  # type: ignore[import-untyped]
import pypdf
import pytest
from tools.reference_documents import opendocument, word

from collabkit.catalog import Catalog
from collabkit.errors import CollabkitError
from collabkit.library import Contact, Library
from collabkit.proposals import PAPERS, Draft, Terms
from collabkit.proposals.formats import FORMATS, DocumentFormat, Look, headed, made
from collabkit.proposals.formats.archive import unpack
from collabkit.proposals.formats.pandoc import ASSETS
from collabkit.proposals.formats.pdf import signed_with_its_text
from collabkit.proposals.rendering import render
from conftest import Collab
from proposals.readability import sentences
from proposals.samples import DAY, LIBRARY, SUBJECTS, drafted

DOCUMENTS: tuple[DocumentFormat, ...] = tuple(form for form in FORMATS if form != "md")
RIGHT_TO_LEFT = "שלום עולם"
ARABIC = "مكتبة"
NAUGHTY = (
    "A & B <b>bold</b> *x* _y_ #1 $5 \\z @me [l](http://x.org) \"q\" 'r' `c` ~s~ ^t^ {u} |v| !w",
    "# Heading",
    "- item",
    "1. one",
    "> quote / = + term: x",
    "https://evil.example/a?b=c&d www.evil.example x@y.org",
    "&amp; &lt; &#65;",
    "$a_1$ and $b$",
    "<script>alert(1)</script>",
    '#sym.arrow #eval("1") @ref <lbl> // comment /* c */',
    "[^1] [@cite] :smile: http://a.b",
    "{{ 7 * 7 }} {% raw %} =1+1",
    "--- ... -- ***",
    RIGHT_TO_LEFT,
    ARABIC,
    "W" * 300,
    "a\\",
)


def png() -> bytes:
    """Return a picture of four red dots."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data).to_bytes(4)
        return len(data).to_bytes(4) + kind + data + check

    head = (2).to_bytes(4) * 2 + bytes((8, 2, 0, 0, 0))
    rows = (b"\0" + b"\xc0\x20\x20" * 2) * 2
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


PNG = png()


def look_of(library: Library, profile: Path | None = None) -> Look:
    return Look.of(library, profile, DAY)


@cache
def kept(catalog: Catalog, name: str, form: DocumentFormat) -> bytes:
    """Return one paper of the library, made once for all tests that only look at it."""
    return made(drafted(catalog, name), form, look_of(LIBRARY))


def read_again(content: bytes, form: DocumentFormat) -> str:
    """Return the text of a document, as a program that knows it reads it."""
    match form:
        case "docx":
            document = docx.Document(io.BytesIO(content))
            cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
            return "\n".join(
                [each.text for each in document.paragraphs] + [cell.text for cell in cells]
            )
        case "pdf":
            pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]
            return "\n".join(re.sub(r".*\n?Page \d+ of \d+", "", page) for page in pages)
        case "html":
            return unescape(re.sub(r"<[^>]*>", " ", content.decode().partition("<body>")[2]))
        case "odt":
            body = _part(content, "content.xml").partition("<office:body>")[2]
            return unescape(re.sub(r"<[^>]*>", " ", body))
        case _:
            return content.decode()


def bare(text: str) -> str:
    """Return *text* without blanks, which every format sets in its own way."""
    return re.sub(r"[\s\u200b☐•|-]+", "", unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize("form", DOCUMENTS)
@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_says_the_same_in_every_format(
    catalog: Catalog, name: str, form: DocumentFormat
) -> None:
    draft = drafted(catalog, name, SUBJECTS[1])
    read = bare(read_again(made(draft, form, look_of(LIBRARY)), form))
    lines = draft.text.markdown.split("\n")
    # Text sets the lines of a cell one under the other, between those of its neighbors.
    told = "\n".join(line for line in lines if form != "txt" or not line.startswith("|"))

    assert not [said for said in sentences(told) if bare(said) not in read]


def test_another_program_opens_an_open_document(catalog: Catalog) -> None:
    draft = drafted(catalog, "mou")
    content = kept(catalog, "mou", "odt")
    command = [pypandoc.get_pandoc_path(), "-f", "odt", "-t", "plain", "--wrap=none"]

    done = subprocess.run(command, input=content, capture_output=True, check=True)

    read = bare(done.stdout.decode())
    assert not [said for said in sentences(draft.text.markdown) if bare(said) not in read]


def letters(catalog: Catalog, names: tuple[str, ...], form: DocumentFormat) -> tuple[Draft, Look]:
    """Return letters to and from *names*, one after the other, with all of them in head and foot."""
    written, pages = [], []
    for name in names:
        contact = Contact(name=name, role="x", email="a@b.org")
        library = Library(name=name, place=name, contact=contact)
        subject = SUBJECTS[1]._replace(to=name)
        terms = Terms(agreed=(f"that {name} and {name} meet in May",))
        draft = drafted(catalog, "letter", subject, library=library, terms=terms)
        written.append(draft)
        # In text a letterhead is Markdown as well, where a name begins a line.
        pages.append(headed(draft, look_of(library)) if form == "txt" else draft.text.markdown)
    text = "\n\n".join(pages)
    draft = written[0]._replace(text=written[0].text._replace(markdown=text))
    return draft, look_of(LIBRARY)._replace(library=" ".join(names), address=names)


TOGETHER: tuple[tuple[DocumentFormat, tuple[str, ...]], ...] = (
    *((form, NAUGHTY) for form in DOCUMENTS if form != "pdf"),
    # For letters that its own fonts lack, a PDF is made in another way.
    ("pdf", tuple(name for name in NAUGHTY if name != ARABIC)),
    ("pdf", (ARABIC,)),
)


@pytest.mark.parametrize(("form", "names"), TOGETHER, ids=range(len(TOGETHER)))
def test_a_name_comes_out_as_it_is_and_is_never_obeyed(
    catalog: Catalog, names: tuple[str, ...], form: DocumentFormat
) -> None:
    draft, look = letters(catalog, names, form)
    content = made(draft, form, look)

    read = bare(read_again(content, form))
    for name in names:
        if form == "pdf" and name == RIGHT_TO_LEFT:
            # A PDF holds letters as they stand on the page.
            assert all(bare(word) in read or bare(word[::-1]) in read for word in name.split())
        else:
            # The foot of a page may hold a long name over several lines, and part a sentence from its end.
            said = name if form == "pdf" else f"{name} and {name} meet in May"
            assert bare(said) in read
    match form:
        case "html":
            assert not re.search(rb"<(a|script|img|em|code|sup|sub|del)\b", content)
        case "docx" | "odt":
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                body = "word/document.xml" if form == "docx" else "content.xml"
                inside = archive.read(body)
            assert b"w:hyperlink" not in inside
            assert b"w:instrText" not in inside
            assert b"<text:a " not in inside
        case "pdf":
            pages = pypdf.PdfReader(io.BytesIO(content)).pages
            assert not any("/Annots" in page for page in pages)
        case _:
            pass


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_facts_make_the_same_bytes(catalog: Catalog, form: DocumentFormat) -> None:
    draft = drafted(catalog, "mou")

    assert made(draft, form, look_of(LIBRARY)) == kept(catalog, "mou", form)


def test_another_day_makes_another_document(catalog: Catalog) -> None:
    draft = drafted(catalog, "mou")
    later = look_of(LIBRARY)._replace(on=date(2026, 3, 4))

    for form in ("docx", "odt", "pdf"):
        assert made(draft, form, later) != kept(catalog, "mou", form)


def test_a_pdf_is_tagged_and_has_a_title_and_a_language(catalog: Catalog) -> None:
    reader = pypdf.PdfReader(io.BytesIO(kept(catalog, "mou", "pdf")))

    assert reader.metadata is not None
    assert reader.metadata.title == "Tutoring rooms for adult readers (mou)"
    assert reader.metadata.author == "Carnegie Public Library"
    root = reader.root_object
    assert str(root["/Lang"]) == "en-US"
    assert "/MarkInfo" in root
    assert "/StructTreeRoot" in root


@pytest.mark.parametrize("item", ["- / x", "1. / x", "- 1. / x y", "- a\n\n    - / x"])
def test_a_slash_that_begins_an_item_is_a_slash(catalog: Catalog, item: str) -> None:
    draft = drafted(catalog, "letter")
    text = draft.text._replace(markdown=f"{draft.text.markdown}\n{item}\n")

    read = read_again(made(draft._replace(text=text), "pdf", look_of(LIBRARY)), "pdf")

    assert "/ x" in read


@pytest.mark.parametrize("name", ["one-pager", "one-pager-board"])
def test_a_one_pager_is_one_page(catalog: Catalog, name: str) -> None:
    for subject in SUBJECTS:
        draft = drafted(
            catalog, "one-pager", subject, "board" if name.endswith("board") else "partner"
        )
        pdf = made(draft, "pdf", look_of(LIBRARY))
        assert len(pypdf.PdfReader(io.BytesIO(pdf)).pages) == 1


def test_a_word_document_has_styles_that_a_person_edits_by(catalog: Catalog) -> None:
    content = kept(catalog, "mou", "docx")
    document = docx.Document(io.BytesIO(content))

    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style]
    assert styles[0] == "Title"
    assert styles.count("Heading 1") > 10
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        body = archive.read("word/document.xml")
    assert b"<w:numPr>" in body
    assert b'<w:tblHeader w:val="on" />' in body
    assert "PAGE" in document.sections[0].footer._element.xml  # noqa: SLF001
    assert document.core_properties.author == "Carnegie Public Library"


def test_the_reference_documents_are_what_their_script_makes() -> None:
    made_now = {"reference.docx": word(), "reference.odt": opendocument()}

    for name, parts in made_now.items():
        shipped = unpack((ASSETS / name).read_bytes())
        # The rest is pandoc's own, and says another thing in another version.
        ours = {"word/styles.xml", "word/header1.xml", "word/footer1.xml", "styles.xml"}
        for part in ours & parts.keys():
            assert shipped[part] == parts[part]
        for part in {"word/_rels/document.xml.rels", "[Content_Types].xml"} & parts.keys():
            assert b"header1.xml" in shipped[part]


def _part(content: bytes, name: str) -> str:
    return unpack(content)[name].decode()


def test_a_letter_has_its_head_on_the_first_page_and_a_foot_on_all(catalog: Catalog) -> None:
    look = look_of(LIBRARY)
    letter = docx.Document(io.BytesIO(kept(catalog, "letter", "docx"))).sections[0]
    paper = docx.Document(io.BytesIO(kept(catalog, "mou", "docx"))).sections[0]

    head = [paragraph.text for paragraph in letter.first_page_header.paragraphs]
    assert head == [look.library, *look.address, ""]
    assert not "".join(paragraph.text for paragraph in letter.header.paragraphs)
    assert not "".join(paragraph.text for paragraph in paper.first_page_header.paragraphs)
    for section in (letter, paper):
        for foot in (section.footer, section.first_page_footer):
            assert foot.paragraphs[0].text.startswith(f"{look.library}\tPage ")
    odt = _part(kept(catalog, "letter", "odt"), "styles.xml")
    assert all(f">{line}</text:p>" in odt for line in (look.library, *look.address))
    assert "<style:header>" not in _part(kept(catalog, "mou", "odt"), "styles.xml")


def test_a_name_that_looks_like_a_blank_is_a_name(catalog: Catalog) -> None:
    library = LIBRARY.model_copy(update={"name": "{address} {logo}", "address": "{library}"})
    draft = drafted(catalog, "letter", library=library)
    look = look_of(library)

    section = docx.Document(io.BytesIO(made(draft, "docx", look))).sections[0]
    head = [paragraph.text for paragraph in section.first_page_header.paragraphs]
    assert head == [look.library, *look.address, ""]


@pytest.mark.parametrize("name", ["letter", "mou", "agreement", "one-pager"])
def test_papers_have_a_title_and_show_it_only_where_their_text_does(
    catalog: Catalog, name: str
) -> None:
    draft = drafted(catalog, name)
    document = docx.Document(io.BytesIO(kept(catalog, name, "docx")))
    meta = _part(kept(catalog, name, "odt"), "meta.xml")

    assert document.core_properties.title
    assert f"<dc:title>{escape(document.core_properties.title)}</dc:title>" in meta
    assert "<dc:creator>Carnegie Public Library</dc:creator>" in meta
    shown = [each.text for each in document.paragraphs if each.style and each.style.name == "Title"]
    titled = draft.text.markdown.startswith("# ")
    assert shown == ([document.core_properties.title] if titled else [])


def test_signatures_stay_with_the_last_lines_and_rows_on_one_page(catalog: Catalog) -> None:
    body = _part(kept(catalog, "mou", "docx"), "word/document.xml")
    before, _, table = body.rpartition("<w:tbl>")
    odt = _part(kept(catalog, "mou", "odt"), "content.xml")

    # Of the last section and the heading of the signatures, none can be left behind.
    last = re.findall(r'<w:pStyle w:val="([^"]*)"', before)[-3:]
    assert last == ["Heading1", "Kept", "Heading1"]
    assert 'text:style-name="Kept"' in odt
    assert table.count("<w:tr>") == table.count("<w:cantSplit/>") > 5
    assert table.count('"KeptCell"') == 2 + 4  # all rows but the last are held to the next
    assert table.count('"KeptBlank"') == 8
    assert table.count('"Blank"') == 2
    assert odt.count('text:style-name="Blank"') == 10
    assert "may-break-between-rows" in odt


def test_a_closing_stands_with_a_clause_that_begins_in_bold() -> None:
    body = "Before.\n\n#strong[Ending.] By writing.\n\nSincerely,\n\nDana\n\n#figure(table)"
    held = signed_with_its_text(body)
    assert "#block(sticky: true)[#strong[Ending.] By writing.]" in held
    assert "\nBefore." not in held
    assert held.startswith("Before.")


def test_the_closing_of_a_letter_stays_with_the_last_clause(catalog: Catalog) -> None:
    body = _part(kept(catalog, "letter", "docx"), "word/document.xml").rpartition("<w:tbl>")[0]
    last = re.findall(r'<w:pStyle w:val="([^"]*)"', body)[-4:]
    typed = signed_with_its_text(
        "= 3. Names\nText.\n\n= 4. Ending\nThe end.\n\nSincerely,\n\nIda \\\nLarsen\n\n#figure(table)"
    )

    assert last == ["BodyText", "Kept", "Kept", "Kept"]
    assert typed == (
        "= 3. Names\nText.\n\n= 4. Ending\n#block(sticky: true)[The end.]\n\n"
        "#block(sticky: true)[Sincerely,]\n\n#block(sticky: true)[Ida \\\nLarsen]\n\n#figure(table)"
    )


@pytest.mark.parametrize("form", ["html", "docx", "odt", "pdf"])
def test_a_logo_and_a_color_are_taken_from_the_profile(
    catalog: Catalog, tmp_path: Path, form: DocumentFormat
) -> None:
    (tmp_path / "logo.png").write_bytes(PNG)
    library = LIBRARY.model_copy(update={"logo": "logo.png", "color": "#a01b2c"})
    draft = drafted(catalog, "letter", library=library)
    plain = kept(catalog, "letter", form)
    dressed = made(draft, form, look_of(library, tmp_path / "library.yaml"))

    assert dressed != plain
    assert bare("rules of the house apply") in bare(read_again(dressed, form))
    if form in {"docx", "odt"}:
        with zipfile.ZipFile(io.BytesIO(dressed)) as archive:
            assert any(archive.read(part) == PNG for part in archive.namelist())


def test_a_logo_that_is_not_there_is_said(catalog: Catalog, tmp_path: Path) -> None:
    library = LIBRARY.model_copy(update={"logo": "none.png"})
    look = look_of(library, tmp_path / "library.yaml")

    with pytest.raises(CollabkitError, match="cannot read the logo"):
        made(drafted(catalog, "letter"), "pdf", look)


def test_a_logo_that_is_a_pipe_is_said_and_not_waited_for(catalog: Catalog, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "logo.png")
    look = look_of(LIBRARY.model_copy(update={"logo": "logo.png"}), tmp_path / "library.yaml")

    with pytest.raises(CollabkitError, match="not a regular file"):
        made(drafted(catalog, "letter"), "pdf", look)


@pytest.mark.parametrize("form", ["html", "docx", "odt", "pdf"])
def test_a_logo_of_more_dots_than_memory_holds_is_refused(
    catalog: Catalog, tmp_path: Path, form: DocumentFormat
) -> None:
    (tmp_path / "logo.png").write_bytes(PNG[:16] + (30_000).to_bytes(4) * 2 + PNG[24:])
    look = look_of(LIBRARY.model_copy(update={"logo": "logo.png"}), tmp_path / "library.yaml")

    with pytest.raises(CollabkitError, match="30,000 by 30,000 dots"):
        made(drafted(catalog, "letter"), form, look)


@pytest.mark.parametrize("form", DOCUMENTS)
def test_html_in_a_template_is_shown_and_never_obeyed(
    catalog: Catalog, tmp_path: Path, form: DocumentFormat
) -> None:
    html = "<script>alert(1)</script>"
    (tmp_path / "letter.md.j2").write_text(f"A {html} b\n\n{html}\n\n# {html}\n", "utf-8")
    draft = drafted(catalog, "letter")
    draft = draft._replace(text=render(draft.facts, "letter", tmp_path))
    content = made(draft, form, look_of(LIBRARY))

    assert bare(read_again(content, form)).count(bare(html)) == 3
    assert b"<script" not in content or form == "txt"


def test_pandoc_runs_nothing_from_the_home_of_whoever_calls_it(
    catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "pandoc"
    home.mkdir()
    (home / "init.lua").write_text(f'os.execute("touch {tmp_path}/ran")', encoding="utf-8")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    made(drafted(catalog, "letter"), "html", look_of(LIBRARY))

    assert not (tmp_path / "ran").exists()


def test_without_pandoc_one_sentence_says_what_to_install(
    collab: Collab, monkeypatch: pytest.MonkeyPatch
) -> None:
    from collabkit.proposals.formats import pandoc  # noqa: PLC0415 - patched here alone

    pandoc._program.cache_clear()  # noqa: SLF001
    monkeypatch.setitem(__import__("sys").modules, "pypandoc", None)
    run = collab("propose", "food-bank", "--as", "email", "-o", "a.docx")

    assert run.code == 1
    assert "-m pip install 'pypandoc-binary>=" in run.err
    assert not Path("a.docx").exists()
    pandoc._program.cache_clear()  # noqa: SLF001


def test_the_ending_names_the_format(collab: Collab) -> None:
    run = collab(
        "propose", "food-bank", "--as", "email", "-o", "a.docx", "--set", "date=2026-03-03"
    )

    assert run.code == 0
    assert Path("a.docx").read_bytes().startswith(b"PK")


def test_a_binary_document_does_not_go_to_the_screen(collab: Collab) -> None:
    run = collab("propose", "food-bank", "--format", "pdf")

    assert (run.code, run.out) == (2, "")
    assert "Give it a name: -o paper.pdf" in run.err
