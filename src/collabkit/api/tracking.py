"""A new partnership, from what somebody typed, from a match, or from an organization that was found."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import ValidationError

from collabkit.arguments import Words, several
from collabkit.catalog import Catalog
from collabkit.datafiles.checking import first_problem
from collabkit.directory.records import Organization, address_of
from collabkit.errors import UsageError
from collabkit.library import Known
from collabkit.partnerships.entries import Entry
from collabkit.partnerships.facts import Facts


def stated(
    catalog: Catalog,
    name: str,
    *,
    partner: str | None = None,
    goals: Words | None = None,
    **more: Any,  # noqa: ANN401 - any field
) -> Facts:
    """Return the facts that a person gave.

    Args:
        catalog: what ids may name.
        name: the organization's own name; the id of a kind of partner stands for one of that kind.
        partner: what kind it is.
        goals: ids of the goals that both share.
        more: the other fields of ``partnership.yaml``.

    Raises:
        UnknownIdError: an id names nothing.
        UsageError: a value cannot stand there.
    """
    if partner is None and name in catalog.partners:
        partner, name = name, catalog.partners[name].label
    shared = several(goals, "goal")
    for kind, id_ in (("partners", partner), ("activities", more.get("work"))):
        if id_ is not None:
            catalog.known(kind, id_)
    for goal in shared:
        catalog.known("goals", goal)
    given = {field: value for field, value in more.items() if value is not None}
    return _facts({"name": name, "partner": partner, "goals": shared, **given})


def of_organization(found: Organization) -> dict[str, Any]:
    """Return what the directory knows of an organization, by the fields of ``partnership.yaml``."""
    return {
        "name": found.name,
        "organization": found.id,
        "partner": found.partner,
        "address": found.address or None,
        "phone": found.phone,
        "site": found.site,
    }


def of_record(catalog: Catalog, record: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a record of ``match`` or ``find`` says, by the fields of ``partnership.yaml``.

    Raises:
        UsageError: it is none.
    """
    partner = record.get("partner")
    if not isinstance(partner, str) or partner not in catalog.partners:
        raise UsageError(
            "that is no record of match or find: it names no partner",
            "`collab find GOAL -f ndjson | collab track -` starts one for each organization",
        )
    activity = record.get("activity")
    parts = (_text(record, each) for each in ("street", "city", "state", "zip"))
    return {
        "name": _text(record, "name") or catalog.partners[partner].label,
        "organization": _text(record, "id"),
        "partner": partner,
        "goals": [each for each in record.get("goals") or () if each in catalog.goals],
        "work": activity.get("id") if isinstance(activity, Mapping) else None,
        "address": address_of(*parts) or None,
        "phone": _text(record, "phone"),
        "site": _text(record, "site"),
    }


def _text(record: Mapping[str, Any], key: str) -> str | None:
    value = record.get(key)
    return value.strip() or None if isinstance(value, str) else None


def _facts(given: Mapping[str, Any]) -> Facts:
    try:
        return Facts.model_validate(dict(given))
    except ValidationError as error:
        raise UsageError(first_problem(error, Facts)) from error


def known(each: Known, day: date) -> list[Entry]:
    """Return how a log begins of an organization that stood in the profile: active, and how it went."""
    went = [Entry(day, "went", each.went)] if each.went else []
    return [Entry(day, "stage", "active"), *went]
