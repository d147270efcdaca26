"""Files from the publisher: the only part of the program that uses the network."""

import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from collabkit.directory.recognizing import recognize
from collabkit.directory.sources import Source, UnreadableFileError
from collabkit.directory.towns import STATES
from collabkit.errors import CollabkitError, UsageError

_BLOCK = 1 << 16
_PATIENCE = 30
"""Seconds without a byte after which a connection counts as broken."""
_TRIES = 4
_PARTIAL = 206
_OUT_OF_RANGE = 416

Tell = Callable[[str], None]


class DownloadError(CollabkitError):
    """The publisher's server did not give the file."""

    def __init__(self, address: str, reason: str, first: str) -> None:
        super().__init__(
            f"cannot fetch {address}: {reason}",
            f"{first}, or download the file in a browser and `collab directory load` it.",
        )


def addresses(source: Source, state: str | None, base: str | None) -> list[str]:
    """Return where the files of *source* are.

    Raises:
        UsageError: the source has no address to fetch from, or no file for a state.
    """
    if not source.files:
        raise UsageError(
            f"{source.id} cannot be fetched",
            f"Download it from {source.download} and load it: `collab directory load FILE`",
        )
    if state is None and "all" in source.files:
        names = source.files["all"]
    elif state is None or "state" not in source.files:
        raise UsageError(f"{source.id} has no files by state", "Leave --state out")
    else:
        two = STATES.get(state.upper(), state.upper())
        if two not in STATES.values():
            raise UsageError(f"no state called {state!r}", "Write its two letters: --state MT")
        names = source.files["state"].format(state=two.lower())
    root = base or source.base
    if urlsplit(root).scheme not in {"http", "https"}:
        raise UsageError(f"{root!r} is no web address", "It begins with https://")
    return [urljoin(root.rstrip("/") + "/", name) for name in names.split()]


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
            if attempt == _TRIES:
                raise DownloadError(
                    address,
                    str(getattr(error, "reason", error)),
                    "Run the command again to go on where it stopped",
                ) from error
            tell(f"The connection broke; trying again ({attempt} of {_TRIES - 1})")
            time.sleep(0.2 * attempt)
    try:
        found = recognize(part, address).source
    except UnreadableFileError:
        found = None
    if found is None or found.id != source.id:
        part.unlink()
        raise UnreadableFileError(
            f"{address}: what came is no file of {source.id}",
            f"Look at {source.download}; the publisher may have moved it.",
        )
    whole = part.with_suffix("")
    part.replace(whole)
    return whole


def _go_on(address: str, part: Path, tell: Tell) -> None:
    """Download the rest of *address* after what *part* holds."""
    have = part.stat().st_size if part.exists() else 0
    headers = {"User-Agent": "collabkit", **({"Range": f"bytes={have}-"} if have else {})}
    request = urllib.request.Request(address, headers=headers)  # noqa: S310 - the scheme was checked
    try:
        response: HTTPResponse = urllib.request.urlopen(request, timeout=_PATIENCE)  # noqa: S310
    except urllib.error.HTTPError as error:
        if error.code == _OUT_OF_RANGE and have:
            return  # all of it is here
        raise
    with closing(response):
        goes_on = response.status == _PARTIAL
        length = int(response.headers.get("Content-Length") or 0)
        total = length + (have if goes_on else 0)
        if goes_on:
            tell(f"Going on with {address} after {have / 1e6:.1f} MB")
        else:
            tell(f"Fetching {address}" + (f", {total / 1e6:.1f} MB" if total else ""))
        with part.open("ab" if goes_on else "wb") as file:
            for block in _blocks(response):
                file.write(block)
    if total and part.stat().st_size < total:
        raise OSError("the connection ended early")


def _blocks(response: HTTPResponse) -> Iterator[bytes]:
    while block := response.read1(_BLOCK):
        yield block
