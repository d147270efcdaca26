"""Downloads, against a server of our own."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from conftest import Collab


class Publisher(BaseHTTPRequestHandler):
    """Serves what *files* has; breaks off the first *breaks* answers after a thousand bytes."""

    files: ClassVar[dict[str, bytes]] = {}
    breaks: ClassVar[int] = 0
    ranges: ClassVar[list[str | None]] = []

    def do_GET(self) -> None:
        content = self.files.get(self.path)
        if content is None:
            self.send_error(404, "Not Found")
            return
        asked = self.headers.get("Range")
        Publisher.ranges.append(asked)
        start = int(asked.removeprefix("bytes=").rstrip("-")) if asked else 0
        if start and start >= len(content):
            self.send_error(416, "Range Not Satisfiable")
            return
        self.send_response(206 if asked else 200)
        self.send_header("Content-Length", str(len(content) - start))
        self.end_headers()
        if Publisher.breaks:
            Publisher.breaks -= 1
            self.wfile.write(content[start : start + 1000])
            self.connection.close()
        else:
            self.wfile.write(content[start:])

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has
        """Say nothing."""


@pytest.fixture
def publisher(registers: Path) -> Iterator[str]:
    """A server that has the file of Montana."""
    Publisher.files = {
        "/eo_mt.csv": (registers / "eo_mt.csv").read_bytes(),
        "/eo_wy.csv": b"<html>Moved</html>",
    }
    Publisher.breaks, Publisher.ranges = 0, []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Publisher)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_state_is_fetched_and_loaded(collab: Collab, publisher: str, folder: Path) -> None:
    run = collab(
        "directory",
        "fetch",
        "irs",
        "--state",
        "MT",
        "--base",
        publisher,
        "--directory",
        str(folder),
    )

    assert run.code == 0
    assert json.loads(run.out)["organizations"] == 596
    assert (folder / "downloads/eo_mt.csv").is_file()


def test_a_broken_download_goes_on_where_it_stopped(
    collab: Collab, publisher: str, folder: Path
) -> None:
    Publisher.breaks = 2
    run = collab(
        "directory",
        "fetch",
        "irs",
        "--state",
        "montana",
        "--base",
        publisher,
        "--directory",
        str(folder),
    )

    assert run.code == 0
    assert Publisher.ranges == [None, "bytes=1000-", "bytes=2000-"]
    assert json.loads(run.out)["organizations"] == 596


def test_a_page_instead_of_a_file_is_not_loaded(
    collab: Collab, publisher: str, folder: Path
) -> None:
    run = collab(
        "directory",
        "fetch",
        "irs",
        "--state",
        "WY",
        "--base",
        publisher,
        "--directory",
        str(folder),
    )

    assert run.code == 3
    assert "what came is no file of irs" in run.err
    assert list((folder / "downloads").iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("irs", "--state", "VT"), 1, "the server answers 404"),
        (("irs", "--state", "XX"), 2, "no state called 'XX'"),
        (("irz",), 2, "Did you mean 'irs'?"),
        (("museums",), 2, "museums cannot be fetched"),
        (("health-centers", "--state", "MT"), 2, "has no files by state"),
    ],
)
def test_what_cannot_be_fetched_is_said(
    collab: Collab, publisher: str, folder: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    run = collab("directory", "fetch", *arguments, "--base", publisher, "--directory", str(folder))

    assert run.code == code
    assert said in run.err


def test_an_address_that_is_none_is_refused(collab: Collab, folder: Path) -> None:
    run = collab(
        "directory",
        "fetch",
        "irs",
        "--state",
        "MT",
        "--base",
        "file:///etc/",
        "--directory",
        str(folder),
    )

    assert run.code == 2
    assert "is no web address" in run.err
