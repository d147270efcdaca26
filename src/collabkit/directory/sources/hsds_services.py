"""What the organizations of a feed offer: the names of their services and of the terms these go under."""

from collections.abc import Iterator, Mapping

from collabkit.directory.names import comparable_name
from collabkit.directory.sources.hsds_tables import Row, Tables

_GONE = frozenset(["inactive", "defunct", "temporarily closed"])
"""What a feed says of a service that is not offered now."""
_MOST = 40
"""Names that tell what an organization does."""


def offered(tables: Tables) -> Mapping[str, str]:
    """Return for the id of each organization what it offers, parted by semicolons.

    A service that is called as its organization says nothing of what it offers.
    """
    called = {
        id_of(each, "id"): comparable_name(str(each.get("name") or ""))
        for each in tables.get("organization", ())
    }
    found: dict[str, dict[str, None]] = {}
    for owner, name in _names(tables):
        text = " ".join(str(name).replace(";", ",").split()) if name else ""
        if owner and text and comparable_name(text) != called.get(owner):
            found.setdefault(owner, {}).setdefault(text)
    return {owner: "; ".join(list(names)[:_MOST]) for owner, names in found.items()}


def _names(tables: Tables) -> Iterator[tuple[str, object]]:
    owners = Owners(tables)
    gone: set[str] = set()
    terms = {id_of(term, "id", "taxonomy_id"): term.get("name") for term in tables.get("term", ())}
    for service in tables.get("service", ()):
        owner = owners.of_service(id_of(service, "id"))
        if str(service.get("status")).lower() in _GONE:
            gone.add(id_of(service, "id"))
            continue
        yield owner, service.get("name")
        for term in str(service.get("taxonomy_ids") or "").split(","):
            yield owner, terms.get(term.strip())
    for link in tables.get("link", ()):
        service_id = id_of(link, "service_id", "link_id")
        owner = "" if service_id in gone else owners.of_service(service_id)
        yield owner, terms.get(id_of(link, "taxonomy_term_id", "taxonomy_id"))
    yield from (
        (id_of(offer, "organization_id"), offer.get("name")) for offer in tables.get("offer", ())
    )


class Owners:
    """Whose each service and each place of a feed is. Some name a service where its organization should stand."""

    def __init__(self, tables: Tables) -> None:
        self._organizations = {id_of(each, "id") for each in tables.get("organization", ())}
        self._places = {
            id_of(place, "id"): id_of(place, "organization_id")
            for place in tables.get("location", ())
        }
        self._services = {
            id_of(each, "id"): id_of(each, "organization_id")
            or self._places.get(id_of(each, "location_id"), "")
            for each in tables.get("service", ())
        }

    def of(self, named: str) -> str:
        """Return the organization that a row means by *named*, an id of one or of a service; blank if none."""
        seen: set[str] = set()
        while named and named not in self._organizations:
            if named in seen:
                return ""
            seen.add(named)
            named = self._services.get(named, "")
        return named

    def of_service(self, id_: str) -> str:
        """Return the organization of the service with *id_*: a feed says so, or says where it is offered."""
        return self.of(self._services.get(id_, ""))


def id_of(row: Row, *columns: str) -> str:
    """Return the first id that *row* has in one of *columns*, as text; blank if none."""
    value = next((row[column] for column in columns if row.get(column)), "")
    return value.strip() if isinstance(value, str) else str(value)
