"""No private text of a workspace is in anything that leaves it: each is a word of its own, looked for in all encodings."""

import base64
import html
import io
import json
import urllib.parse
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from mcp.client import Client

from assistant.client import within
from collabkit import Workspace
from collabkit.exports.formats import EXPORTS
from collabkit.proposals.papers import PAPERS
from conftest import Collab

WISH = "the zorvexim does nothing and our quandlip kids brastugow"
"""What she typed to be understood."""
REASON = "plomvick never answers"
"""Why a body was passed over."""
NOTE = "frundlebit quarrelled with our director"
OWNER = "Wexlandra Toomi"
"""Who of us promised something."""
CONTACT = "Hesperanza Quillon"
PHONE = "701-555-0177"
MAIL = "hq.private@example.org"
REQUESTER = "Jorvald Pimmins"
SECRETS = {
    "zorvexim": "her wish",
    "quandlip": "her wish",
    "brastugow": "her wish",
    "plomvick": "why a body was passed over",
    "frundlebit": "a note of the log",
    "Wexlandra": "who of us promised",
    "Hesperanza": "a person there",
    PHONE: "the telephone of a person",
    MAIL: "the address of a person",
    "Jorvald": "who asked",
}
CASE = "case"
"""The folder of the case: it is not called by her words."""
BESIDE_THE_READER = {"Hesperanza"}
"""The person whom a paper is written to is named in it."""


@pytest.fixture
def library(collab: Collab, clean_machine: Path) -> Workspace:
    """A library whose every private text is one of the words above."""
    collab("init", "--name", "Prairie Public Library", "--place", "Jamestown, ND")
    run = collab("start", WISH, "--keep")
    assert run.code == 0, run.err
    [folder] = (clean_machine / "partnerships").iterdir()
    answers = ("work=reading-buddies", "body=k12-school", "kind=elementary-school")
    run = collab("answer", folder.name, *answers)
    assert run.code == 0, run.err
    [folder] = (clean_machine / "partnerships").iterdir()
    for line in (
        ("log", folder.name, f"note: {NOTE}"),
        ("log", folder.name, f"mind: {NOTE}"),
        ("log", folder.name, f"we promise ({OWNER}): send the keys by 2027-03-01"),
        ("track", "Prairie Reads", "--partner", "literacy-council", "--work", "adult-tutoring-rooms"),
        ("log", "prairie-reads", f"note: {NOTE}"),
        ("log", "prairie-reads", f"we promise ({OWNER}): count the books by 2027-03-01"),
        ("request", "add", "Valley Makers", "--wants", "a repair night", "--person", REQUESTER),
    ):  # fmt: skip
        run = collab(*line)
        assert run.code == 0, (line, run.err)
    facts = folder / "partnership.yaml"
    lines = facts.read_text(encoding="utf-8").splitlines(keepends=True)
    others = [line for line in lines if not line.startswith("avoided:")]
    passed_over = f'avoided:\n  - {{name: "Elm School", why: "{REASON}"}}\n'
    facts.write_text("".join([*others, passed_over]), encoding="utf-8")
    for kept in (clean_machine / "partnerships").iterdir():
        (kept / "contacts.yaml").write_text(
            f'contacts:\n  - {{name: "{CONTACT}", role: director, email: "{MAIL}", phone: "{PHONE}"}}\n',
            encoding="utf-8",
        )
    return Workspace.open(clean_machine)


def forms(secret: str) -> Iterator[bytes]:
    """Yield *secret* in each encoding in which it could leave unnoticed."""
    for text in {secret, secret.lower(), html.escape(secret), urllib.parse.quote(secret)}:
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            yield text.encode(encoding)
    yield json.dumps(secret).strip('"').encode()
    for shift, first in enumerate((0, 2, 3)):  # as base64 writes it behind so many other bytes
        coded = base64.b64encode(b" " * shift + secret.encode()).rstrip(b"=")
        whole = (shift + len(secret.encode())) % 3 == 0
        yield coded[first:] if whole else coded[first:-1]
    yield secret.encode().hex().encode()


def contents(content: bytes) -> Iterator[bytes]:
    """Yield *content*, and the texts of the documents in it."""
    yield content
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for name in packed.namelist():
                yield name.encode()
                yield packed.read(name)
    if content[:4] == b"%PDF":
        reader = pypdf.PdfReader(io.BytesIO(content))
        yield " ".join(page.extract_text() for page in reader.pages).encode()
        yield repr(reader.metadata).encode()


def leaked(content: bytes, allowed: set[str] | None = None) -> list[str]:
    """Return the private words in *content*, but for those that are *allowed* in it."""
    whole = b"\0".join(contents(content))
    looked_for = set(SECRETS) - (allowed or set())
    return sorted(each for each in looked_for if any(form in whole for form in forms(each)))


@pytest.mark.parametrize("secret", SECRETS)
def test_the_search_finds_each_of_them(secret: str) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", f"<a>{secret}</a>")
    coded = base64.b64encode(f"to {secret} and on".encode())

    for content in (packed.getvalue(), coded, secret.encode("utf-16-le"), f"x{secret}y".encode()):
        assert leaked(content) == [secret]
    assert leaked(b"nothing of it") == []


LINES = (
    ("match", "literacy", "-f", "json"),
    ("chart", "-f", "html"),
    ("plan", "--goal", "literacy", "--hours", "6", "-f", "json"),
    ("report", "-f", "json"),
    ("roll-up", ".", "-f", "json"),
    ("review", "--all", "-f", "json"),
    ("health", "-f", "json"),
    ("count", "-f", "json"),
    ("due", "-f", "json"),
    ("request", "list", "-f", "json"),
    ("request", "show", "valley", "-f", "json"),
    ("handover", CASE, "--for", "partner"),
    ("handover", "prairie-reads", "--for", "partner"),
    ("health", "prairie-reads", "--page"),
    ("mcp", "--menu"),
    ("templates", "-f", "json"),
)
"""Every command whose answer is for others, or goes on in a pipe."""


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("line", LINES, ids=" ".join)
def test_no_private_text_leaves_by_a_command(collab: Collab, line: tuple[str, ...]) -> None:
    run = collab(*line)

    assert run.code == 0, run.err
    assert leaked(run.out.encode()) == []


@pytest.mark.parametrize("kind", EXPORTS)
def test_no_private_text_leaves_by_an_export(library: Workspace, kind: str) -> None:
    for name, content in library.export(kind).items():
        assert leaked(name.encode()) == []
        assert leaked(content) == []


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("form", ["md", "html", "docx"])
def test_no_private_text_leaves_by_a_paper(
    library: Workspace, collab: Collab, tmp_path: Path, paper: str, form: str
) -> None:
    assert library.home is not None
    for name in (CASE, "prairie-reads"):
        for voice in PAPERS[paper].voices:
            folder = tmp_path / f"{name}-{voice}"
            folder.mkdir()
            run = collab(
                "propose", "--partnership", name, "--as", paper, "--for", voice,
                "-f", form, "-o", f"{folder}/",
            )  # fmt: skip

            assert run.code == 0, run.err
            [file] = folder.iterdir()
            assert leaked(file.name.encode()) == []
            assert leaked(file.read_bytes(), BESIDE_THE_READER) == []


CALLS: tuple[tuple[str, dict[str, str]], ...] = (
    ("works", {}),
    ("works", {"words": "kids who cannot read"}),
    ("works", {"id": "reading-buddies"}),
    ("brief", {"name": CASE}),
    ("draft", {"name": CASE}),
    ("due", {}),
    ("case", {"name": CASE}),
)


def test_no_private_text_leaves_to_an_assistant(library: Workspace) -> None:
    async def everything(client: Client) -> bytes:
        told = []
        for name, given in CALLS:
            result = await client.call_tool(name, given)
            assert not result.is_error, (name, result)
            told.append(repr(result))
        listed = await client.list_resources()
        pages = [f"collab://partnerships/{name}" for name in (CASE, "prairie-reads")]
        uris = [*(str(each.uri) for each in listed.resources), *pages]
        told += [repr(await client.read_resource(uri)) for uri in uris]
        return "\n".join(told).encode()

    assert leaked(within(library, everything)) == []
