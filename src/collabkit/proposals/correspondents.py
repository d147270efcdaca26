"""Who writes a paper, and who receives it."""

import re
from typing import TypedDict

from collabkit.catalog import Partner
from collabkit.catalog.work import Role
from collabkit.library import Library
from collabkit.proposals.fact_parts import Fact, Gap, Party, Reach
from collabkit.proposals.spoken import greeted, titled
from collabkit.proposals.subjects import Subject


class Sender(TypedDict):
    """Those of `Facts` that tell of the library."""

    library: Fact
    place: Fact
    address: Fact
    contact_name: Fact
    contact_role: Fact
    contact_reach: Fact
    signer_name: Fact
    signer_role: Fact
    headed: bool
    open: str
    hours: Fact
    hours_known: bool


def sender(library: Library) -> Sender:
    """Return who writes, with a gap for all that the profile of *library* does not say."""
    contact = library.contact
    name = contact.name or Gap("your name", "fill in `name:` under `contact:`", ("contact", "name"))
    title = contact.role or Gap(
        "your role", "fill in `role:` under `contact:`", ("contact", "role")
    )
    return {
        "library": library.name or Gap("name of the library", "fill in `name:`", ("name",)),
        "place": library.place or Gap("town", "fill in `place:`", ("place",)),
        "address": library.address
        or Gap("address of the library", "fill in `address:`", ("address",)),
        "contact_name": name,
        "contact_role": title,
        "signer_name": library.signer.name if library.signer else name,
        "signer_role": library.signer.role if library.signer else title,
        "contact_reach": " or ".join(contact.reach)
        or Gap(
            "telephone or e-mail",
            "fill in `phone:` or `email:` under `contact:`",
            ("contact", "phone"),
        ),
        "headed": bool(library.name and contact.reach),
        "open": library.open or "",
        "hours": f"{library.hours:g}"
        if library.hours is not None
        else Gap("staff hours a week for partnerships", "fill in `hours:`", ("hours",)),
        "hours_known": library.hours is not None,
    }


class Receiver(TypedDict):
    """Those of `Facts` that tell of whoever receives the paper."""

    to: Fact
    addressee: str
    person: Fact
    person_title: str
    dear: Fact
    reader: Fact
    greeting: str
    whom: Fact
    when: Fact
    first_step: Fact
    call_opens: str
    to_reach: Reach


def receiver(subject: Subject, partner: Partner, role: Role | None, side: Party) -> Receiver:
    """Return who receives the paper on *subject*, a *partner* in that *role*, of which *side* tells."""
    nobody = Gap(f"name of {_title(role, side.kind)}", "give it with --set person=NAME")
    person, title = titled(subject.person or "")
    dear = greeted(person, close=partner.tie == "own") if person else nobody
    return {
        "to": side.name,
        "addressee": subject.to or "",
        "person": person or nobody,
        "person_title": title,
        "dear": dear,
        "reader": f"{person}, {side.name}" if person and subject.to else side.name,
        "greeting": f"Dear {dear}" if person else "Hello",
        "whom": role.whom if role else partner.way_in.approach,
        "when": role.when if role else "",
        "first_step": role.first_step if role else partner.way_in.first_step,
        "call_opens": role.call if role else "",
        "to_reach": subject.reach or Reach(),
    }


def _title(role: Role | None, kind: str) -> str:
    return _NEXT.split(role.whom)[0] if role else f"whoever speaks for the {kind}"


_NEXT = re.compile(", (?:and|by|for|or|then|through|together|with) ")
"""Where a second person, or the way to the first, begins in what is said of whom to ask for."""
