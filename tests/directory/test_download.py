"""Downloads, against a server of our own."""

import io
import json
import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from http.client import HTTPMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar
from zlib import crc32

import pytest

from collabkit.directory.ingest import editions
from collabkit.directory.ingest.download import _opener
from conftest import Collab, Run


class Publisher(BaseHTTPRequestHandler):
    """Serves what *files* has; breaks off the first *breaks* answers after a thousand bytes.

    With *tags* it marks each edition; if it is *careless* it does not heed the mark it is asked for.
    """

    files: ClassVar[dict[str, bytes]] = {}
    breaks: ClassVar[int] = 0
    ranges: ClassVar[list[str | None]] = []
    tags: ClassVar[bool] = True
    careless: ClassVar[bool] = False

    def do_GET(self) -> None:
        content = self.files.get(self.path)
        if content is None:
            self.send_error(404, "Not Found")
            return
        asked = self.headers.get("Range")
        Publisher.ranges.append(asked)
        tag = f'"{crc32(content)}"'
        if not self.careless and self.headers.get("If-Range", tag) != tag:
            asked = None
        start = int(asked.removeprefix("bytes=").rstrip("-")) if asked else 0
        outside = start > 0 and start >= len(content)
        self.send_response(416 if outside else 206 if asked else 200)
        if self.tags:
            self.send_header("ETag", tag)
        if outside:
            self.send_header("Content-Range", f"bytes */{len(content)}")
            self.end_headers()
            return
        if asked:
            until = f"{len(content) - 1}/{len(content)}"
            self.send_header("Content-Range", f"bytes {start}-{until}")
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
    Publisher.tags, Publisher.careless = True, False
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


@pytest.fixture
def part(
    collab: Collab, publisher: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], Path]:
    """Fetch until every try has broken off, and return what is there then."""
    monkeypatch.setattr("time.sleep", lambda _: None)

    def run() -> Path:
        Publisher.breaks = 4
        arguments = ("irs", "--state", "MT", "--base", publisher, "--directory", str(folder))
        broken = collab("directory", "fetch", *arguments)
        assert broken.code == 1
        assert "to go on where it stopped" in broken.err
        Publisher.ranges.clear()
        return folder / "downloads/eo_mt.csv.part"

    return run


def _fetched(collab: Collab, publisher: str, folder: Path) -> bytes:
    """Fetch Montana and return what came."""
    arguments = ("irs", "--state", "MT", "--base", publisher, "--directory", str(folder))
    assert collab("directory", "fetch", *arguments).code == 0
    assert [path.name for path in (folder / "downloads").iterdir()] == ["eo_mt.csv"]
    return (folder / "downloads/eo_mt.csv").read_bytes()


@pytest.mark.parametrize(
    ("tags", "careless", "longer", "asked"),
    [
        (True, False, False, ["bytes=4000-"]),
        (True, True, False, ["bytes=4000-", None]),
        (False, False, True, ["bytes=4000-", None]),
    ],
)
def test_no_download_goes_on_with_another_edition(
    collab: Collab,
    publisher: str,
    folder: Path,
    part: Callable[[], Path],
    *,
    tags: bool,
    careless: bool,
    longer: bool,
    asked: list[str | None],
) -> None:
    Publisher.tags, Publisher.careless = tags, careless
    part()
    new = Publisher.files["/eo_mt.csv"].replace(b"MISSOULA", b"MISSULAA")
    Publisher.files["/eo_mt.csv"] = new + (new.splitlines(keepends=True)[-1] if longer else b"")

    assert _fetched(collab, publisher, folder) == Publisher.files["/eo_mt.csv"]
    assert Publisher.ranges == asked


@pytest.mark.parametrize("cut", [0, 500])
def test_all_is_there_only_if_the_server_says_so(
    collab: Collab, publisher: str, folder: Path, part: Callable[[], Path], cut: int
) -> None:
    whole = Publisher.files["/eo_mt.csv"]
    part().write_bytes(whole)
    Publisher.careless = True
    Publisher.files["/eo_mt.csv"] = whole[: whole.rindex(b"\n", 0, len(whole) - cut) + 1]

    assert _fetched(collab, publisher, folder) == Publisher.files["/eo_mt.csv"]
    assert Publisher.ranges == [f"bytes={len(whole)}-", *([None] if cut else [])]


def test_a_part_of_nobody_knows_which_edition_is_fetched_anew(
    collab: Collab, publisher: str, folder: Path
) -> None:
    (folder / "downloads").mkdir(parents=True)
    (folder / "downloads/eo_mt.csv.part").write_bytes(b"x" * 1000)

    assert _fetched(collab, publisher, folder) == Publisher.files["/eo_mt.csv"]
    assert Publisher.ranges == [None]


def test_where_nobody_answers_there_is_nothing_to_go_on_with(
    collab: Collab, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.sleep", lambda _: None)
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        base = f"http://127.0.0.1:{closed.getsockname()[1]}/"
        arguments = ("irs", "--state", "MT", "--base", base, "--directory", str(folder))
        run = collab("directory", "fetch", *arguments)

    assert run.code == 1
    assert "where it stopped" not in run.err
    assert "Look whether the address is right" in run.err


def _fetch(collab: Collab, base: str, folder: Path) -> Run:
    return collab(
        *("directory", "fetch", "irs", "--state", "MT", "--base", base, "--directory", str(folder))
    )


@pytest.mark.parametrize(
    "base", ["http://[::1", "http://127.0.0.1/é", "http://a..b/", "ftp://127.0.0.1/", "http://"]
)
def test_what_is_no_address_of_the_web_is_a_usage_error(
    base: str, collab: Collab, folder: Path
) -> None:
    run = _fetch(collab, base, folder)

    assert run.code == 2
    assert "is no web address" in run.err


class Odd(BaseHTTPRequestHandler):
    """Answers with *status* and *headers*, and sends *content*; or asks to *wait*, until it is left."""

    wait: ClassVar[bool] = False
    status: ClassVar[int] = 200
    headers_sent: ClassVar[dict[str, str]] = {}
    content: ClassVar[bytes] = b""

    def do_GET(self) -> None:
        while self.wait:
            try:
                self.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")
            except OSError:
                return
            time.sleep(0.01)
        self.send_response(self.status)
        for name, value in self.headers_sent.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(self.content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has
        """Say nothing."""


@pytest.fixture
def odd(registers: Path) -> Iterator[str]:
    """A server that does as a test wants."""
    Odd.status, Odd.headers_sent, Odd.wait = 200, {}, False
    Odd.content = (registers / "eo_mt.csv").read_bytes()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Odd)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("length", ["abc", "1e3", "9" * 5000, "-1"])
def test_a_length_that_is_no_number_is_no_length(
    length: str, collab: Collab, odd: str, folder: Path
) -> None:
    Odd.headers_sent = {"Content-Length": length}

    run = _fetch(collab, odd, folder)

    assert "Traceback" not in run.err
    assert run.code == 0
    assert "does not say how long the file is" in run.err


def test_a_redirect_away_from_the_web_is_not_followed(
    collab: Collab, odd: str, folder: Path
) -> None:
    Odd.status, Odd.headers_sent = 302, {"Location": "ftp://127.0.0.1/eo_mt.csv"}

    run = _fetch(collab, odd, folder)

    assert run.code == 1
    assert "leads to an unsafe address" in run.err


def test_nobody_is_led_from_a_safe_address_to_an_unsafe_one() -> None:
    request = urllib.request.Request("https://library.example/eo_mt.csv")
    headers = HTTPMessage()
    headers["Location"] = "http://library.example/eo_mt.csv"

    with pytest.raises(urllib.error.HTTPError, match="leads to an unsafe address"):
        _opener().error("http", request, io.BytesIO(), 302, "Found", headers)


def test_a_file_that_ends_before_its_length_is_never_loaded_as_whole(
    collab: Collab, odd: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("collabkit.directory.ingest.download.time.sleep", lambda _: None)
    Odd.headers_sent = {"Content-Length": str(len(Odd.content) + 1)}

    run = _fetch(collab, odd, folder)

    assert run.code == 1
    assert "the connection ended early" in run.err
    assert not (folder / "directory.duckdb").exists()


def test_a_full_disk_is_told_as_one_and_gets_its_room_back(
    collab: Collab, odd: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def begun(part: Path, edition: editions.Edition) -> None:
        editions.begin(part, edition)
        part.symlink_to("/dev/full")

    monkeypatch.setattr("collabkit.directory.ingest.download.begin", begun)

    run = _fetch(collab, odd, folder)

    assert run.code == 1
    assert "the disk is full\nhint: Free some space" in run.err
    assert "trying again" not in run.err
    assert list((folder / "downloads").iterdir()) == []


def test_a_server_that_asks_to_wait_without_end_is_left(
    collab: Collab, odd: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("collabkit.directory.ingest.download._ANSWER", 0.2)
    Odd.wait = True

    run = _fetch(collab, odd, folder)
    Odd.wait = False

    assert run.code == 1
    assert "it does not come to an answer" in run.err


def test_a_server_that_sends_without_end_is_left(
    collab: Collab, odd: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("collabkit.directory.ingest.download._LARGEST", 10_000)
    monkeypatch.setattr("collabkit.directory.ingest.download.time.sleep", lambda _: None)

    run = _fetch(collab, odd, folder)

    assert run.code == 1
    assert "which no register has" in run.err


def test_a_server_that_sends_a_byte_now_and_then_is_left(
    collab: Collab, odd: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter(range(0, 10**9, 1_000_000))
    monkeypatch.setattr("collabkit.directory.ingest.download.time.monotonic", lambda: next(clock))
    monkeypatch.setattr("collabkit.directory.ingest.download.time.sleep", lambda _: None)

    run = _fetch(collab, odd, folder)

    assert run.code == 1
    assert "so slowly that the file would never come" in run.err
