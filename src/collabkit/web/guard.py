"""Who may ask the page, and how: this machine's browser, after a link that works once, from our own pages.

A server on 127.0.0.1 can be reached by every account of the machine and, through names that are made to lead there,
by every page that its browser shows. So a request has to name our own host, has to bring the cookie that only a
link of ours gives, and may write only if the browser says that a page of ours sent it.
"""

import secrets
from collections.abc import Iterable, Mapping
from http.cookies import CookieError, SimpleCookie
from threading import Lock
from typing import Final

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MAX_BODY: Final = 2_000_000
"""Bytes of a form: a paper and what is around it, many times over."""
OPEN: Final = "/open"
"""Where a link leads that gives the cookie."""
LINK: Final = "/link"
"""Where the program asks for another such link: with the key, and without a cookie."""
_FREE: Final = frozenset({"/style.css"})
"""What holds nothing of the library."""
_HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self' data:; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Access:
    """The secrets of one server: the program's key, links that work once, and the cookie of the browser."""

    def __init__(self, port: int) -> None:
        """Make new secrets for the server at *port*."""
        self.port = port
        self.key = secrets.token_urlsafe(32)
        """With which the program, and nobody else, asks for links."""
        self.cookie = f"collab-{port}"
        """Its name has the port, since the ports of a host share their cookies."""
        self._session = secrets.token_urlsafe(32)
        self._links: set[str] = set()
        self._lock = Lock()

    @property
    def hosts(self) -> tuple[str, ...]:
        """How a browser names this server."""
        return (f"127.0.0.1:{self.port}", f"localhost:{self.port}")

    def link(self) -> str:
        """Return an address that opens the page once."""
        once = secrets.token_urlsafe(32)
        with self._lock:
            self._links.add(once)
        return f"http://{self.hosts[0]}{OPEN}?once={once}"

    def enter(self, once: str) -> Response:
        """Return the answer to whoever comes by the link that holds *once*."""
        with self._lock:
            known = once in self._links
            self._links.discard(once)
        if not known:
            return PlainTextResponse(_USED, 403)
        answer = RedirectResponse("/", 303)
        answer.set_cookie(self.cookie, self._session, httponly=True, samesite="strict", path="/")
        return answer

    def has_key(self, headers: Headers) -> bool:
        """Return whether the request with *headers* comes from the program."""
        return secrets.compare_digest(
            headers.get("authorization", "").encode(), f"Bearer {self.key}".encode()
        )

    def is_open_to(self, headers: Headers) -> bool:
        """Return whether the request with *headers* comes from a browser that was let in."""
        for header in headers.getlist("cookie"):
            try:
                morsel = SimpleCookie(header).get(self.cookie)
            except CookieError:
                continue
            if morsel and secrets.compare_digest(morsel.value.encode(), self._session.encode()):
                return True
        return False


_USED = (
    "This link was used already, or comes from another run of the program.\n"
    "Start `collab web` again: it opens the page that runs.\n"
)
_CLOSED = "This page is for the person who started it. Start `collab web`: it opens the page.\n"
_FOREIGN = "This came from another page, so nothing was done.\n"
_READ_ONLY = "The page was started with --read-only, so nothing was written.\n"


class Guard:
    """Lets through what may be asked, and puts the same headers on every answer."""

    def __init__(
        self, app: ASGIApp, access: Access, *, read_only: bool, harmless: Iterable[str] = ()
    ) -> None:
        """Stand before *app*.

        Args:
            app: what answers.
            access: the secrets.
            read_only: whether nothing may be written.
            harmless: paths to which forms are sent that write nothing.
        """
        self._app = app
        self._access = access
        self._read_only = read_only
        self._harmless = frozenset(harmless)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = _with_ours(message.get("headers", ()))
            await send(message)

        refusal = self._refusal(scope)
        body = b"" if refusal else await _whole(receive)
        if body is None:
            refusal = PlainTextResponse(f"More than {MAX_BODY:,} bytes were sent.\n", 413)
        if refusal is not None:
            await refusal(scope, receive, guarded)
            return
        await self._app(scope, _replayed(body or b"", receive), guarded)

    def _refusal(self, scope: Scope) -> Response | None:
        """Return what to answer to a request that may not go on."""
        headers, path, method = Headers(scope=scope), scope["path"], scope["method"]
        if headers.getlist("host") not in [[host] for host in self._access.hosts]:
            return PlainTextResponse("This server is called 127.0.0.1.\n", 400)
        if method not in {"GET", "HEAD", "POST"}:
            return PlainTextResponse("", 405, {"Allow": "GET, HEAD, POST"})
        if path == LINK:
            return None if self._access.has_key(headers) else PlainTextResponse(_CLOSED, 403)
        if method == "POST" and not self._is_ours(headers):
            return PlainTextResponse(_FOREIGN, 403)
        if path == OPEN:
            return self._access.enter(Request(scope).query_params.get("once", ""))
        if path not in _FREE and not self._access.is_open_to(headers):
            return PlainTextResponse(_CLOSED, 403)
        if method == "POST" and self._read_only and path not in self._harmless:
            return PlainTextResponse(_READ_ONLY, 403)
        if _length(headers) > MAX_BODY:
            return PlainTextResponse(f"More than {MAX_BODY:,} bytes were sent.\n", 413)
        return None

    def _is_ours(self, headers: Headers) -> bool:
        """Return whether a page of ours sent it, as the browser says: `Sec-Fetch-Site`, or else `Origin`."""
        site = headers.get("sec-fetch-site")
        if site is not None:
            return site in {"same-origin", "none"}
        return headers.get("origin") in {f"http://{host}" for host in self._access.hosts}


def _length(headers: Mapping[str, str]) -> int:
    said = headers.get("content-length", "0")
    return int(said) if said.isascii() and said.isdecimal() and len(said) < len("1" * 20) else 0


def _with_ours(headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    ours = {name.lower().encode(): value.encode() for name, value in _HEADERS.items()}
    return [*((name, value) for name, value in headers if name not in ours), *ours.items()]


async def _whole(receive: Receive) -> bytes | None:
    """Return all that is sent; nothing if it is more than anybody sends."""
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return b"".join(parts)
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > MAX_BODY:
            return None
        if not message.get("more_body"):
            return b"".join(parts)


def _replayed(body: bytes, receive: Receive) -> Receive:
    """Return what hands out *body* once, and then whatever else comes."""
    left = [body]

    async def replayed() -> Message:
        if left:
            return {"type": "http.request", "body": left.pop(), "more_body": False}
        return await receive()

    return replayed
