"""What the organizations of a feed offer: the names of their services and of the terms these go under."""

from collections.abc import Iterator, Mapping

from collabkit.directory.sources.hsds_tables import Row, Tables

_GONE = frozenset(["inactive", "defunct", "temporarily closed"])
"""What a feed says of a service that is not offered now."""
_MOST = 40
"""Names that tell what an organization does."""


def offered(tables: Tables) -> Mapping[str, str]:
    """Return for the id of each organization what it offers, parted by semicolons."""
    found: dict[str, dict[str, None]] = {}
    for owner, name in _names(tables):
        text = " ".join(str(name).replace(";", ",").split()) if name else ""
        if owner and text:
            found.setdefault(owner, {}).setdefault(text)
    return {owner: "; ".join(list(names)[:_MOST]) for owner, names in found.items()}


def _names(tables: Tables) -> Iterator[tuple[str, object]]:
    owners = _owners(tables)
    terms = {_id(term, "id", "taxonomy_id"): term.get("name") for term in tables.get("term", ())}
    for service in tables.get("service", ()):
        owner = owners.get(_id(service, "id"), "")
        if str(service.get("status")).lower() in _GONE:
            owners.pop(_id(service, "id"), None)
            continue
        yield owner, service.get("name")
        for term in str(service.get("taxonomy_ids") or "").split(","):
            yield owner, terms.get(term.strip())
    for link in tables.get("link", ()):
        owner = owners.get(_id(link, "service_id", "link_id"), "")
        yield owner, terms.get(_id(link, "taxonomy_term_id", "taxonomy_id"))
    yield from (
        (_id(offer, "organization_id"), offer.get("name")) for offer in tables.get("offer", ())
    )


def _owners(tables: Tables) -> dict[str, str]:
    """Return whose each service is: a feed says so, or says where it is offered."""
    places = {
        _id(place, "id"): _id(place, "organization_id") for place in tables.get("location", ())
    }
    return {
        _id(service, "id"): _id(service, "organization_id")
        or places.get(_id(service, "location_id"), "")
        for service in tables.get("service", ())
    }


def _id(row: Row, *columns: str) -> str:
    value = next((row[column] for column in columns if row.get(column)), "")
    return value.strip() if isinstance(value, str) else str(value)
