"""The pages by their addresses, as one ASGI application behind its guard."""

from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import Final

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from collabkit.errors import CollabkitError, UnknownIdError
from collabkit.web import begin, catalog, partnerships, profile
from collabkit.web.guard import LINK, Access, Guard
from collabkit.web.pages import Answer, Asked, mistake, page
from collabkit.web.site import Site

_PAGES: Final[Mapping[str, Mapping[str, Answer]]] = {
    "/": {"GET": partnerships.today},
    "/begin": {"GET": begin.words, "POST": begin.begun},
    "/begin/{case}": {"GET": begin.question, "POST": begin.answered},
    "/begin/{case}/back": {"POST": begin.back},
    "/begin/{case}/not": {"POST": begin.passed_over},
    "/begin/{case}/keep": {"POST": begin.keep},
    "/begin/{case}/papers/{paper}": {"GET": begin.paper, "POST": begin.written},
    "/begin/{case}/papers/{paper}/claims": {"POST": begin.worded},
    "/begin/{case}/papers/{paper}/file": {"GET": begin.download},
    "/partnerships": {"GET": partnerships.every},
    "/partnerships/{name}": {"GET": partnerships.one, "POST": partnerships.logged},
    "/partnerships/{name}/lines": {"POST": partnerships.righted},
    "/partnerships/{name}/papers/{file}": {
        "GET": partnerships.paper,
        "POST": partnerships.paper_saved,
    },
    "/profile": {"GET": profile.text, "POST": profile.saved},
    "/catalog": {"GET": catalog.kinds},
    "/catalog/search": {"POST": catalog.search},
    "/catalog/{kind}": {"GET": catalog.entries},
    "/catalog/{kind}/{id}": {"GET": catalog.entry},
}
_HARMLESS: Final = ("/catalog/search", "/quit")
"""Forms that write nothing."""


def application(site: Site, access: Access, quit_: Callable[[], None]) -> ASGIApp:
    """Return what answers the browser.

    Args:
        site: what the pages show.
        access: who may see them.
        quit_: ends the server.
    """
    style = files("collabkit.web").joinpath("static/style.css").read_bytes()

    async def stylesheet(_: Request) -> Response:
        return Response(style, media_type="text/css")

    async def link(_: Request) -> Response:
        return PlainTextResponse(access.link())

    async def end(request: Request) -> Response:
        answer = page("quit", _asked(site, request, {}), title="The page is closed")
        quit_()
        return answer

    routes = [
        *(Route(path, _endpoint(site, by), methods=list(by)) for path, by in _PAGES.items()),
        Route("/style.css", stylesheet),
        Route(LINK, link, methods=["POST"]),
        Route("/quit", end, methods=["POST"]),
    ]

    async def unknown(request: Request, error: Exception) -> Response:
        if isinstance(error, HTTPException) and error.status_code != _UNKNOWN:
            return PlainTextResponse(f"{error.detail}\n", error.status_code, error.headers)
        return mistake(_asked(site, request, {}), UnknownIdError("page", request.url.path, ()))

    app = Starlette(routes=routes, exception_handlers={HTTPException: unknown})
    app.router.redirect_slashes = False
    return Guard(app, access, read_only=site.read_only, harmless=_HARMLESS)


_UNKNOWN = 404


def _endpoint(site: Site, by: Mapping[str, Answer]) -> Callable[..., object]:
    async def endpoint(request: Request) -> Response:
        form = await _form(request) if request.method == "POST" else {}
        asked = _asked(site, request, form)
        answer = by["POST" if request.method == "POST" else "GET"]
        return await run_in_threadpool(_answered, answer, asked)

    return endpoint


def _answered(answer: Answer, asked: Asked) -> Response:
    try:
        return answer(asked)
    except CollabkitError as error:
        return mistake(asked, error)


def _asked(site: Site, request: Request, form: Mapping[str, str]) -> Asked:
    return Asked(site, request.path_params, request.query_params, form)


async def _form(request: Request) -> Mapping[str, str]:
    """Return the fields that were filled in; of what is no form, none."""
    try:
        async with request.form() as form:
            return {name: value for name, value in form.items() if isinstance(value, str)}
    except UnicodeError:
        return {}
