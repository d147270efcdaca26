"""The catalogs: every kind of entry, each entry whole, and a search over all of them."""

from starlette.responses import Response

from collabkit.errors import UnknownIdError
from collabkit.text.json import json_value
from collabkit.web.pages import Asked, page
from collabkit.workspace.names import KINDS

_MOST = 60
"""Entries that a search shows: more than anybody reads."""


def kinds(asked: Asked) -> Response:
    """List the kinds of entries."""
    catalog = asked.site.workspace.catalog
    rows = [(kind, len(getattr(catalog, kind))) for kind in KINDS]
    return page("catalog", asked, title="Catalog", rows=rows, words=None, found=())


def search(asked: Asked) -> Response:
    """Show the entries whose label or id has every word, those that begin with one first."""
    catalog = asked.site.workspace.catalog
    wanted = asked.field("words").casefold().split()
    found = [
        (kind, each)
        for kind in KINDS
        for each in getattr(catalog, kind).values()
        if wanted and all(word in f"{each.id} {_label(each)}".casefold() for word in wanted)
    ]
    rows = [(kind, len(getattr(catalog, kind))) for kind in KINDS]
    return page(
        "catalog",
        asked,
        title="Catalog",
        rows=rows,
        words=asked.field("words"),
        found=[(kind, each.id, _label(each)) for kind, each in found[:_MOST]],
    )


def entries(asked: Asked) -> Response:
    """List the entries of one kind."""
    kind = asked.at["kind"]
    if kind not in KINDS:
        raise UnknownIdError("catalog", kind, KINDS)
    every = getattr(asked.site.workspace.catalog, kind).values()
    rows = [(each.id, _label(each)) for each in every]
    return page("entries", asked, title=kind.capitalize(), kind=kind, rows=rows)


def entry(asked: Asked) -> Response:
    """Show one entry, whole."""
    kind, id_ = asked.at["kind"], asked.at["id"]
    if kind not in KINDS:
        raise UnknownIdError("catalog", kind, KINDS)
    catalog = asked.site.workspace.catalog
    each = catalog.known(kind, id_)
    origins = [str(place) for place in catalog.origins(kind, id_)]
    return page(
        "entry",
        asked,
        title=_label(each),
        kind=kind,
        fields=json_value(each),
        origins=origins,
    )


def _label(each: object) -> str:
    """Return what an entry is called; its id where it has no label."""
    return str(getattr(each, "label", None) or getattr(each, "id", ""))
