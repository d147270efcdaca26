"""``request.yaml``: who asks, what they want, when, and what they bring. Written once, then by hand."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from collabkit.catalog import Catalog
from collabkit.catalog.base import Part
from collabkit.catalog.fields import ActivityId, Address, GoalId, PartnerId, Text
from collabkit.datafiles.checking import validate
from collabkit.datafiles.documents import Document
from collabkit.datafiles.reading import read
from collabkit.datafiles.scalars import quote, write_scalar
from collabkit.errors import Problem, UsageError
from collabkit.library import Several
from collabkit.partnerships.facts import Day

FACTS = "request.yaml"


class RequestFacts(Part):
    """The facts of one request."""

    name: Text
    """Who asks: the organization's own name."""
    wants: Text
    """What they want, in their words."""
    brings: Text | None = None
    """What they say they bring."""
    received: Day
    """The day on which the request came."""
    start: Day | None = None
    """The first day for which they want it."""
    end: Day | None = None
    """The last day for which they want it."""
    organization: Text | None = None
    """Its id in the directory, such as "irs-810300000"."""
    partner: PartnerId | None = None
    """What kind of organization it is: an id of partners.yaml."""
    address: Address | None = None
    """As it stands on a letter."""
    goals: Several[GoalId] = ()
    """The goals that it would serve: ids of goals.yaml."""
    work: ActivityId | None = None
    """The joint work that comes closest: an id of activities.yaml."""


def read_facts(folder: Path) -> tuple[RequestFacts | None, Document | None, list[Problem]]:
    """Return the facts in *folder*, if they hold, their document if there is one, and what is wrong."""
    path = folder / FACTS
    if not path.is_file() and not path.is_symlink():
        return None, None, []
    document = read(path)
    facts, wrong = validate(document, RequestFacts, example="`collab request add` writes one")
    return (facts if not wrong else None), document, wrong


def facts_of(catalog: Catalog, given: Mapping[str, Any]) -> RequestFacts:
    """Return the facts that a person gave.

    Args:
        catalog: what ids may name.
        given: by the fields of ``request.yaml``; what is empty counts as not given.

    Raises:
        UnknownIdError: an id names nothing.
        UsageError: a value cannot stand there.
    """
    stated = {
        field: value.isoformat() if isinstance(value, date) else value
        for field, value in given.items()
        if value not in (None, (), [])
    }
    for kind, field in (("partners", "partner"), ("activities", "work")):
        if stated.get(field):
            catalog.known(kind, stated[field])
    for goal in stated.get("goals", ()):
        catalog.known("goals", goal)
    try:
        return RequestFacts.model_validate(stated)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise UsageError(f"{where}: {first['msg'].removeprefix('Value error, ')}") from error


def facts_text(facts: RequestFacts) -> str:
    """Return a commented ``request.yaml`` that says what *facts* do and shows the rest."""
    return f"""\
# A request that came in, for collab. What happens to it goes into log.txt, a line an event; how it was
# weighed and decided is worked out from there. People stand in contacts.yaml.

name: {quote(facts.name)}
wants: {quote(facts.wants)}
brings:{_value(facts.brings)}
received: {quote(facts.received.isoformat())}  # days in quotes: "2026-09-01"
start:{_value(facts.start.isoformat() if facts.start else None)}
end:{_value(facts.end.isoformat() if facts.end else None)}

organization:{_value(facts.organization)}  # its id in the directory, from `collab find`
partner:{_value(facts.partner)}  # what kind it is: `collab list partners`
address:{_value(facts.address)}  # as it stands on a letter
goals:{f" [{', '.join(map(write_scalar, facts.goals))}]" if facts.goals else ""}  # `collab list goals`
work:{_value(facts.work)}  # the joint work that comes closest: `collab list activities`
"""


def _value(value: str | None) -> str:
    return "" if value is None else f" {quote(value)}"
