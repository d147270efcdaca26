"""How a page is made: what was asked, a template, and what is said when something is wrong."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup, escape
from starlette.responses import HTMLResponse, RedirectResponse, Response

from collabkit.errors import CollabkitError, StaleFileError, UnknownIdError, UsageError
from collabkit.text.characters import escape_terminal
from collabkit.web.site import Site


class Asked(NamedTuple):
    """One request of a browser."""

    site: Site
    at: Mapping[str, str]
    """What the address names, by the names in its pattern."""
    query: Mapping[str, str]
    form: Mapping[str, str]
    """What was filled in; empty of a GET."""

    def field(self, name: str) -> str:
        """Return what was filled into the field *name*, without blanks around it."""
        return self.form.get(name, "").strip()


Answer = Callable[[Asked], Response]


def page(template: str, asked: Asked, *, status: int = 200, **shown: Any) -> Response:  # noqa: ANN401 - what it shows
    """Return the page that *template* makes of what is *shown*."""
    text = _TEMPLATES.get_template(f"{template}.html.j2").render(
        site=asked.site, said=asked.site.sayings(), **shown
    )
    return HTMLResponse(text.encode("utf-8", "replace"), status)


def to(*parts: str) -> str:
    """Return the address of our own page whose path has *parts*, each of them whole."""
    return "/" + "/".join(quote(part, safe="", errors="replace") for part in parts)


def see(*parts: str) -> Response:
    """Return the answer to a form: go and see the page whose path has *parts*."""
    return RedirectResponse(to(*parts), 303)


def mistake(asked: Asked, error: CollabkitError) -> Response:
    """Return the page that says what is wrong, and what to do."""
    match error:
        case UnknownIdError():
            status = 404
        case StaleFileError():
            status = 409
        case UsageError():
            status = 400
        case _:
            status = 503
    return page("mistake", asked, status=status, error=error, title="That did not work")


def _formatted(markdown: str) -> Markup:
    """Return *markdown* as HTML. HTML within it is text, and no link leads anywhere but to the web or to mail."""
    return Markup(_MARKDOWN.render(str(_visible(markdown))))  # noqa: S704 - it escapes all that is not its own


def _visible(value: object) -> object:
    """Return text with whatever acts unseen shown, as a terminal shows it; anything else as it is."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return "\n".join(map(escape_terminal, value.split("\n")))


def _verbatim(text: str) -> Markup:
    """Return *text* for a field that sends it back: with every character that it has."""
    return escape(text)


_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
_TEMPLATES = Environment(
    loader=PackageLoader("collabkit.web"),
    autoescape=True,
    finalize=_visible,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_TEMPLATES.globals.update(to=to)
_TEMPLATES.filters.update(formatted=_formatted, verbatim=_verbatim)
