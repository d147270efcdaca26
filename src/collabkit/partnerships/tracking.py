"""The facts of a new partnership: as somebody typed them, of a match, or of an organization that was found."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from pydantic import ValidationError

from collabkit.catalog import Catalog
from collabkit.datafiles.checking import first_problem
from collabkit.directory.records import Organization, address_of
from collabkit.errors import UsageError
from collabkit.library import Known
from collabkit.partnerships.entries import LogEntry
from collabkit.partnerships.facts import Facts


def facts_of(
    catalog: Catalog,
    name: str,
    *,
    partner: str | None = None,
    goals: Iterable[str] = (),
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
    shared = list(goals)
    for kind, id_ in (("partners", partner), ("activities", more.get("work"))):
        if id_ is not None:
            catalog.known(kind, id_)
    for goal in shared:
        catalog.known("goals", goal)
    given = {field: value for field, value in more.items() if value is not None}
    return _validated({"name": name, "partner": partner, "goals": shared, **given})


def fields_of_organization(organization: Organization) -> dict[str, Any]:
    """Return what the directory knows of *organization*, by the fields of ``partnership.yaml``."""
    return {
        "name": organization.name,
        "organization": organization.id,
        "partner": organization.partner,
        "address": organization.address or None,
        "phone": organization.phone,
        "site": organization.site,
    }


def fields_of_record(catalog: Catalog, record: Mapping[str, Any]) -> dict[str, Any]:
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


def _validated(given: Mapping[str, Any]) -> Facts:
    try:
        return Facts.model_validate(dict(given))
    except ValidationError as error:
        raise UsageError(first_problem(error, Facts)) from error


def first_entries(partner: Known, day: date) -> list[LogEntry]:
    """Return how the log begins of a *partner* that stood in the profile: active, and how it went."""
    went = [LogEntry(day, "went", partner.went)] if partner.went else []
    return [LogEntry(day, "stage", "active"), *went]
