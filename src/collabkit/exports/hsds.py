"""Organizations as Open Referral's Human Services Data Specification, version 3.0.

    organization  each partner, with its telephone, page and address
    service       the joint work with it, once it is tried
    location      where it is, if its address says street, town, state and ZIP code

Identifiers are UUIDs made of what we call it, so that two exports, and two libraries that know an
organization by its number in the directory, give it the same one. People are left out.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final
from uuid import UUID, uuid5

from collabkit.catalog import Catalog
from collabkit.library import Library
from collabkit.partnerships.partnership import Partnership
from collabkit.partnerships.stages import StageName
from collabkit.text.characters import escape_line
from collabkit.text.json import to_json
from collabkit.text.phrases import cap

VERSION: Final = "3.0"
PROFILE: Final = "https://docs.openreferral.org/en/v3.0/"
"""The specification itself, with nothing added or taken away."""
_OURS: Final = UUID("5c3f6a0e-7f0d-5b69-9f53-0a5d1f0c7d10")
"""The namespace of our identifiers; never changed."""
_RUNS: Final[dict[StageName, str]] = {
    "pilot": "active",
    "active": "active",
    "renew": "active",
    "resting": "inactive",
}
"""What a service is called whose partnership stands there; the others have none to offer."""
_ADDRESS = re.compile(
    r"(?P<street>.+), *(?P<city>[^,\d]+), *(?P<state>[A-Z]{2}),? +(?P<zip>\d{5}(?:-\d{4})?)"
)


def feed(
    library: Library, partnerships: Iterable[Partnership], catalog: Catalog, today: date
) -> list[dict[str, Any]]:
    """Return the organizations of the partnerships *partnerships* as the specification nests them.

    Args:
        library: who keeps them; its name parts its organizations from those of other libraries.
        partnerships: partnerships whose facts are right.
        catalog: says what kinds of organization and works are.
        today: the day on which work runs or does not.
    """
    return [_organization(one, library, catalog, today) for one in partnerships]


def document(organizations: Iterable[dict[str, Any]]) -> bytes:
    """Return *organizations* as one JSON document, in the form of the specification's API."""
    contents = list(organizations)
    whole = {
        "version": VERSION,
        "profile": PROFILE,
        "total_items": len(contents),
        "total_pages": 1,
        "page_number": 1,
        "size": len(contents),
        "first_page": True,
        "last_page": True,
        "empty": not contents,
        "contents": contents,
    }
    return (to_json(whole, indent=2) + "\n").encode()


def _organization(
    one: Partnership, library: Library, catalog: Catalog, today: date
) -> dict[str, Any]:
    facts = one.facts
    owner = library.fscskey or library.name or ""
    name = f"organization/{facts.organization or f'{owner}/{one.id}'}"
    id_ = _id(name)
    made: dict[str, Any] = {
        "id": id_,
        "name": escape_line(facts.name),
        "description": _description(one, library, catalog, today),
    }
    if facts.site and (page := _page(facts.site)):
        made["website"] = page
    if facts.phone:
        phone = {"id": _id(f"{name}/phone"), "organization_id": id_}
        made["phones"] = [{**phone, "number": escape_line(facts.phone)}]
    location = _location(name, id_, facts.address)
    if location:
        made["locations"] = [location]
    made["services"] = list(_services(one, name, id_, catalog, today))
    return made


def _description(one: Partnership, library: Library, catalog: Catalog, today: date) -> str:
    """Return what the specification requires: the kind, and whose partner it is once it is one.

    What the catalog says of a kind is true in general, and a resource directory would print it of the body.
    """
    kind = catalog.partners.get(one.facts.partner or "")
    what = kind.label if kind else "Organization"
    if one.state(today).stage in _RUNS:
        return f"{what} that works with {escape_line(library.name or 'the library')}."
    return f"{what}."


def _services(
    one: Partnership, name: str, organization: str, catalog: Catalog, today: date
) -> Iterator[dict[str, Any]]:
    work = catalog.activities.get(one.facts.work or "")
    status = _RUNS.get(one.state(today).stage)
    if work and status:
        yield {
            "id": _id(f"{name}/service/{work.id}"),
            "organization_id": organization,
            "name": cap(work.label),
            "description": work.summary,
            "status": status,
        }


def _location(name: str, organization: str, address: str | None) -> dict[str, Any] | None:
    found = _ADDRESS.fullmatch(escape_line(address)) if address else None
    if found is None:
        return None
    id_ = _id(f"{name}/location")
    return {
        "id": id_,
        "location_type": "physical",
        "organization_id": organization,
        "addresses": [
            {
                "id": _id(f"{name}/address"),
                "location_id": id_,
                "address_1": found["street"],
                "city": found["city"].strip(),
                "state_province": found["state"],
                "postal_code": found["zip"],
                "country": "US",
                "address_type": "physical",
            }
        ],
    }


def _page(site: str) -> str | None:
    """Return *site* as an address of the web, if it is one."""
    whole = site if re.match(r"https?://", site, re.IGNORECASE) else f"https://{site}"
    return whole if re.fullmatch(r"[!#-;=?-\[\]_a-z~%]+", whole, re.IGNORECASE) else None


def _id(name: str) -> str:
    return str(uuid5(_OURS, name.encode(errors="backslashreplace").decode()))
