"""Files from the publisher: the only part of the program that uses the network."""

import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import closing
from http.client import HTTPException, HTTPMessage, HTTPResponse
from pathlib import Path
from threading import Thread
from typing import IO
from urllib.parse import urljoin, urlsplit

from collabkit.directory.geo.towns import STATES
from collabkit.directory.ingest.detect import recognize
from collabkit.directory.ingest.editions import (
    UNKNOWN,
    Edition,
    begin,
    continues,
    discard,
    held,
    keep_only_a_beginning,
    length,
    note_of,
    validator_of,
    whole_of,
)
from collabkit.directory.sources import Source, UnreadableFileError
from collabkit.errors import CollabkitError, UsageError
from collabkit.files.writing import disk_is_full

_BLOCK = 1 << 16
_PATIENCE = 30
"""Seconds without a byte after which a connection counts as broken."""
_ANSWER = 60
"""Seconds until an answer has begun, whatever a server sends meanwhile."""
_SLOWEST = 1000
"""Bytes a second under which a file would take days."""
_LARGEST = 20_000_000_000
"""Bytes of the largest file that a publisher may have."""
_TRIES = 4
_PARTIAL = 206
_OUT_OF_RANGE = 416

Tell = Callable[[str], None]


class DownloadError(CollabkitError):
    """The publisher's server did not give the file."""

    def __init__(self, address: str, reason: str, first: str) -> None:
        super().__init__(
            f"cannot fetch {address}: {reason}",
            f"{first}, or download the file in a browser and load it.",
        )


def addresses(source: Source, state: str | None, base: str | None) -> list[str]:
    """Return where the files of *source* are.

    Raises:
        UsageError: the source has no address to fetch from, or no file for a state.
    """
    if not source.files:
        raise UsageError(
            f"{source.id} cannot be fetched",
            f"Download it from {source.download} and load it",
        )
    if state is None and "all" in source.files:
        names = source.files["all"]
    elif state is None or "state" not in source.files:
        raise UsageError(f"{source.id} has no files by state", "Leave the state out")
    else:
        two = STATES.get(state.upper(), state.upper())
        if two not in STATES.values():
            raise UsageError(f"no state called {state!r}", "Write its two letters, such as MT")
        names = source.files["state"].format(state=two.lower())
    root = base or source.base
    if not _is_web_address(root):
        raise UsageError(f"{root!r} is no web address", "It begins with https://")
    return [urljoin(root.rstrip("/") + "/", name) for name in names.split()]


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        host = (parts.hostname or "").encode("idna").decode()
    except ValueError:  # of encodings too
        return False
    return parts.scheme in {"http", "https"} and bool(host) and text.isascii() and " " not in text


def fetch(address: str, folder: Path, source: Source, tell: Tell) -> Path:
    """Return the file at *address*, downloaded into *folder*; what is there already is gone on with.

    Raises:
        DownloadError: the server does not give it.
        UnreadableFileError: what it gives is not of *source*.
    """
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{Path(urlsplit(address).path).name}.part"
    for attempt in range(1, _TRIES + 1):
        try:
            _go_on(address, part, tell)
            break
        except urllib.error.HTTPError as error:
            said = f"the server answers {error.code} {error.reason}"
            raise DownloadError(
                address, said, f"Look at {source.download}, as the publisher may have moved it"
            ) from error
        except (OSError, HTTPException) as error:
            if disk_is_full(error):
                discard(part)  # else it would go on to keep the disk full
                raise DownloadError(address, "the disk is full", "Free some space") from error
            if attempt == _TRIES:
                said = str(getattr(error, "reason", error))
                raise DownloadError(address, said, _again(part)) from error
            tell(f"The connection failed; trying again ({attempt} of {_TRIES - 1})")
            time.sleep(0.2 * attempt)
    try:
        found = recognize(part, address).source
    except UnreadableFileError:
        found = None
    if found is None or found.id != source.id:
        discard(part)
        raise UnreadableFileError(
            f"{address}: what came is no file of {source.id}",
            f"Look at {source.download}; the publisher may have moved it.",
        )
    whole = part.with_suffix("")
    part.replace(whole)
    note_of(part).unlink(missing_ok=True)
    return whole


def _again(part: Path) -> str:
    """Return what running the command again would do after a connection that failed."""
    if held(part)[0]:
        return "Run the command again to go on where it stopped"
    return "Look whether the address is right and the network is there and run the command again"


def _go_on(address: str, part: Path, tell: Tell) -> None:
    """Download what *part* lacks of *address*; all of it if *part* is of another edition."""
    have, kept = held(part)
    try:
        response = _ask(address, have, kept)
    except urllib.error.HTTPError as error:
        if error.code != _OUT_OF_RANGE or not have:
            raise
        if (validator_of(error.headers), have) == (kept.validator, whole_of(error.headers)):
            return  # all of it is here
        have, response = 0, _ask(address)
    if have and response.status == _PARTIAL and not continues(response.headers, have, kept):
        response.close()
        have, response = 0, _ask(address)
    with closing(response):
        if have and response.status == _PARTIAL:
            total = whole_of(response.headers)
            tell(f"Going on with {address} after {have / 1e6:.1f} MB")
        else:
            total = length(response.headers)
            begin(part, Edition(validator_of(response.headers), total))
            tell(f"Fetching {address}" + (f", {total / 1e6:.1f} MB" if total else ""))
            if not total and response.headers.get("Transfer-Encoding") != "chunked":
                tell(
                    "The server does not say how long the file is, so nobody can tell if it is whole"
                )
        with part.open("ab") as file:
            for block in _blocks(response, _LARGEST - (have if response.status == _PARTIAL else 0)):
                file.write(block)
    if total and part.stat().st_size != total:
        keep_only_a_beginning(part, total)
        raise OSError("the connection ended early")


def _ask(address: str, have: int = 0, kept: Edition = UNKNOWN) -> HTTPResponse:
    """Ask for *address* from the byte *have* on, if the server still has the edition *kept*."""
    headers = {"User-Agent": "collabkit"}
    if have:
        headers["Range"] = f"bytes={have}-"
        if kept.validator:
            headers["If-Range"] = kept.validator
    request = urllib.request.Request(address, headers=headers)  # noqa: S310 - the scheme was checked
    answer: Future[HTTPResponse] = Future()

    def wait() -> None:
        try:
            response = _opener().open(request, timeout=_PATIENCE)
        except Exception as error:  # noqa: BLE001 - raised by whoever waits for the answer
            if isinstance(error, urllib.error.HTTPError):
                error.close()  # what it says stays; its connection would stay open as long
            if not answer.cancelled():
                answer.set_exception(error)
        else:
            if answer.cancelled():
                response.close()
            else:
                answer.set_result(response)

    # The library reads "please wait" from a server for ever, and a head of a byte now and then too.
    Thread(target=wait, daemon=True).start()
    try:
        return answer.result(_ANSWER)
    except TimeoutError as error:
        answer.cancel()
        raise OSError(str(error) or "it does not come to an answer") from error


class _SafeRedirects(urllib.request.HTTPRedirectHandler):
    """Follows a server to another address of the web, but not from a safe one to an unsafe one."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        schemes = {"https"} if req.type == "https" else {"http", "https"}
        if urlsplit(newurl).scheme not in schemes:
            raise urllib.error.HTTPError(newurl, code, "leads to an unsafe address", headers, fp)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener() -> urllib.request.OpenerDirector:
    """Return what opens addresses of the web and no others."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _SafeRedirects(),
    ):
        opener.add_handler(handler)
    return opener


def _blocks(response: HTTPResponse, most: int) -> Iterator[bytes]:
    """Yield what the server sends, *most* bytes of it, at a pace at which a file can come."""
    began, size = time.monotonic(), 0
    while block := response.read1(_BLOCK):
        size += len(block)
        waited = time.monotonic() - began
        if size > most:
            raise OSError(f"it sends more than {_LARGEST / 1e9:.0f} GB, which no register has")
        if waited > _PATIENCE and size < waited * _SLOWEST:
            raise OSError("it sends so slowly that the file would never come")
        yield block
