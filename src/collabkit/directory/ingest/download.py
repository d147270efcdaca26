"""Files from the publisher: the only part of the program that uses the network."""

import json
import re
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing
from email.message import Message
from http.client import HTTPException, HTTPMessage, HTTPResponse
from pathlib import Path
from typing import IO, NamedTuple
from urllib.parse import urljoin, urlsplit

from collabkit.directory.geo.towns import STATES
from collabkit.directory.ingest.detect import recognize
from collabkit.directory.sources import Source, UnreadableFileError
from collabkit.errors import CollabkitError, UsageError
from collabkit.files.writing import disk_is_full

_BLOCK = 1 << 16
_PATIENCE = 30
"""Seconds without a byte after which a connection counts as broken."""
_SLOWEST = 1000
"""Bytes a second under which a file would take days."""
_LARGEST = 20_000_000_000
"""Bytes of the largest file that a publisher may have."""
_TRIES = 4
_PARTIAL = 206
_OUT_OF_RANGE = 416

Tell = Callable[[str], None]


class _Edition(NamedTuple):
    """What tells one edition of a file from the next: half of each would be a file of neither."""

    validator: str
    """The strong ETag, or else the date it was last changed; empty if the server tells neither."""
    total: int
    """Bytes of the whole file; 0 if the server does not tell."""

    @property
    def is_known(self) -> bool:
        return bool(self.validator or self.total)


_UNKNOWN = _Edition("", 0)


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
                _discard(part)  # else it would go on to keep the disk full
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
        _discard(part)
        raise UnreadableFileError(
            f"{address}: what came is no file of {source.id}",
            f"Look at {source.download}; the publisher may have moved it.",
        )
    whole = part.with_suffix("")
    part.replace(whole)
    _note_of(part).unlink(missing_ok=True)
    return whole


def _again(part: Path) -> str:
    """Return what running the command again would do after a connection that failed."""
    if _held(part)[0]:
        return "Run the command again to go on where it stopped"
    return "Look whether the address is right and the network is there and run the command again"


def _go_on(address: str, part: Path, tell: Tell) -> None:
    """Download what *part* lacks of *address*; all of it if *part* is of another edition."""
    have, kept = _held(part)
    try:
        response = _ask(address, have, kept)
    except urllib.error.HTTPError as error:
        if error.code != _OUT_OF_RANGE or not have:
            raise
        if (_validator(error.headers), have) == (kept.validator, _whole_of(error.headers)):
            return  # all of it is here
        have, response = 0, _ask(address)
    if have and response.status == _PARTIAL and not _continues(response.headers, have, kept):
        response.close()
        have, response = 0, _ask(address)
    with closing(response):
        if have and response.status == _PARTIAL:
            total = _whole_of(response.headers)
            tell(f"Going on with {address} after {have / 1e6:.1f} MB")
        else:
            total = _length(response.headers)
            _begin(part, _Edition(_validator(response.headers), total))
            tell(f"Fetching {address}" + (f", {total / 1e6:.1f} MB" if total else ""))
            if not total and response.headers.get("Transfer-Encoding") != "chunked":
                tell(
                    "The server does not say how long the file is, so nobody can tell if it is whole"
                )
        with part.open("ab") as file:
            for block in _blocks(response, _LARGEST - (have if response.status == _PARTIAL else 0)):
                file.write(block)
    if total and part.stat().st_size != total:
        _keep_only_a_beginning(part, total)
        raise OSError("the connection ended early")


def _ask(address: str, have: int = 0, kept: _Edition = _UNKNOWN) -> HTTPResponse:
    """Ask for *address* from the byte *have* on, if the server still has the edition *kept*."""
    headers = {"User-Agent": "collabkit"}
    if have:
        headers["Range"] = f"bytes={have}-"
        if kept.validator:
            headers["If-Range"] = kept.validator
    request = urllib.request.Request(address, headers=headers)  # noqa: S310 - the scheme was checked
    response: HTTPResponse = _opener().open(request, timeout=_PATIENCE)
    return response


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


def _length(headers: Message) -> int:
    """Return how long a server says that its answer is, or 0 if it says nothing that makes sense."""
    said = (headers.get("Content-Length") or "").strip()
    return int(said) if re.fullmatch(r"[0-9]{1,15}", said) else 0


def _continues(headers: Message, have: int, kept: _Edition) -> bool:
    """Return whether an answer with *headers* is the rest of what is kept; servers may be wrong."""
    validator = _validator(headers)
    return (
        (headers.get("Content-Range") or "").startswith(f"bytes {have}-")
        and (not kept.total or _whole_of(headers) == kept.total)
        and (validator == kept.validator if validator else kept.total > 0)
    )


def _validator(headers: Message) -> str:
    tag = headers.get("ETag") or ""
    # A weak one stays the same when bytes change that mean nothing to a reader.
    return tag if tag and not tag.startswith("W/") else headers.get("Last-Modified") or ""


def _whole_of(headers: Message) -> int:
    """Return how long the whole file is of which *headers* bring a part, or 0."""
    found = re.search(r"/([0-9]{1,15})\s*$", headers.get("Content-Range") or "")
    return int(found[1]) if found else 0


def _note_of(part: Path) -> Path:
    """Return the file beside *part* that says which edition it is of."""
    return part.with_name(f"{part.name}.json")


def _held(part: Path) -> tuple[int, _Edition]:
    """Return how many bytes of which edition *part* holds; none if nobody knows of which."""
    try:
        validator, total = json.loads(_note_of(part).read_text(encoding="utf-8"))
        kept = _Edition(str(validator), int(total))
        return (part.stat().st_size if kept.is_known else 0), kept
    except (OSError, ValueError, TypeError):
        return 0, _UNKNOWN


def _begin(part: Path, edition: _Edition) -> None:
    """Make *part* an empty file of *edition*."""
    _discard(part)
    _note_of(part).write_text(json.dumps(edition), encoding="utf-8")


def _discard(part: Path) -> None:
    # In this order, so that bytes of one edition never stand beside the note of another.
    part.unlink(missing_ok=True)
    _note_of(part).unlink(missing_ok=True)


def _keep_only_a_beginning(part: Path, total: int) -> None:
    """Throw *part* away if the server sent more than it had said: nobody knows what that is."""
    if part.stat().st_size > total:
        _discard(part)


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
