"""The server: one for each workspace on this machine, found again by whoever starts it a second time."""

import http.client
import json
import os
import socket
import time
from collections.abc import Callable
from contextlib import closing, suppress
from hashlib import blake2b
from pathlib import Path
from threading import Thread
from typing import Any, Final

import uvicorn
from starlette.types import Receive, Scope, Send

from collabkit import paths
from collabkit.errors import CollabkitError
from collabkit.files.writing import make_folder
from collabkit.web.app import application
from collabkit.web.guard import LINK, Access
from collabkit.web.site import Site

_HERE: Final = "127.0.0.1"
_PATIENCE: Final = 5.0
"""Seconds to wait for a server that may run already: reading a large catalog keeps it busy that long."""


def serve(site: Site, *, port: int, idle: int, show: Callable[[str], None]) -> None:
    """Serve *site* on this machine until somebody quits it or nobody asks for anything.

    Args:
        site: what the pages show.
        port: where; 0 for one that is free.
        idle: minutes without a request after which it ends.
        show: is given the address that opens the page, once it answers there.

    Raises:
        CollabkitError: another program has the port.
    """
    listening = _listening(port)
    access = Access(listening.getsockname()[1])
    server = _Server(site, access, idle=idle * 60.0, started=lambda: show(access.link()))
    note = _Note(site)
    note.write(access)
    Thread(target=_warm, args=(site,), daemon=True).start()
    try:
        server.run(sockets=[listening])
    finally:
        note.remove()
        listening.close()


def link_of_running(site: Site) -> str | None:
    """Return an address that opens the page of *site*, if a server for it runs already."""
    known = _Note(site).read()
    if known is None:
        return None
    asking = http.client.HTTPConnection(_HERE, known["port"], timeout=_PATIENCE)
    with closing(asking), suppress(OSError, http.client.HTTPException):
        asking.request(
            "POST", LINK, headers={"Authorization": f"Bearer {known['key']}", "Content-Length": "0"}
        )
        answer = asking.getresponse()
        link = answer.read(_LONGEST_LINK).decode("ascii", "replace")
        if answer.status == http.client.OK and link.startswith(f"http://{_HERE}:{known['port']}/"):
            return link
    return None


_LONGEST_LINK = 500


class _Watched:
    """Notes when it was asked last, so that a server that nobody uses can end."""

    def __init__(self, app: Callable[..., Any]) -> None:
        self._app = app
        self.asked = time.monotonic()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.asked = time.monotonic()
        await self._app(scope, receive, send)


class _Server(uvicorn.Server):
    """A server that says when it answers, and ends when nobody asks."""

    def __init__(
        self, site: Site, access: Access, *, idle: float, started: Callable[[], None]
    ) -> None:
        self._watched = _Watched(application(site, access, self.end))
        self._idle = idle
        self._say_started = started
        super().__init__(
            uvicorn.Config(
                self._watched,
                lifespan="off",
                log_level="critical",  # addresses and words go into no log
                access_log=False,
                server_header=False,
                ws="none",
            )
        )

    def end(self) -> None:
        """Answer what was asked, and end."""
        self.should_exit = True

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if not self.should_exit:
            self._say_started()

    async def on_tick(self, counter: int) -> bool:
        if self._idle and time.monotonic() - self._watched.asked > self._idle:
            return True
        return await super().on_tick(counter)


class _Note:
    """The file by which a second start finds the first: for its owner alone, and never in the workspace."""

    def __init__(self, site: Site) -> None:
        home = str((site.workspace.home or Path()).resolve())
        name = blake2b(home.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
        self._file = paths.cache_dir() / "web" / f"{name}.json"

    def write(self, access: Access) -> None:
        """Say where the server is. Without a cache there is no file, and a second start is a second server."""
        said = json.dumps({"port": access.port, "key": access.key, "process": os.getpid()})
        with suppress(OSError):
            make_folder(self._file.parent)
            self._file.unlink(missing_ok=True)
            handle = os.open(self._file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(said)

    def read(self) -> dict[str, Any] | None:
        """Return where a server is, or was when it wrote it."""
        with suppress(OSError, ValueError):
            known = json.loads(self._file.read_text("ascii"))
            if isinstance(known, dict) and isinstance(known.get("port"), int) and "key" in known:
                return known
        return None

    def remove(self) -> None:
        """Take it away, if it is still ours."""
        known = self.read()
        if known and known.get("process") == os.getpid():
            with suppress(OSError):
                self._file.unlink()


def _listening(port: int) -> socket.socket:
    listening = socket.socket()
    try:
        if os.name == "posix":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((_HERE, port))
    except OSError as error:
        listening.close()
        raise CollabkitError(
            f"port {port} cannot be used: {error.strerror}",
            "Leave out --port: a free one is taken.",
        ) from error
    return listening


def _warm(site: Site) -> None:
    """Read what the first question needs, so that she does not wait for it."""
    with suppress(CollabkitError):
        site.workspace.cases.begin("reading with children")
