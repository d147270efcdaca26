"""New partnerships, and the facts of those that are kept."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from collabkit import clock
from collabkit.arguments import Words, several

if TYPE_CHECKING:
    from collabkit.library import Library
    from collabkit.partnerships.changing import Changes
    from collabkit.partnerships.lists.partner_list import PartnerList
    from collabkit.partnerships.migrate_profile import Migration
    from collabkit.partnerships.partnership import Partnership
    from collabkit.partnerships.store import PartnershipStore


def track(
    self: "PartnershipStore",
    name: str,
    *,
    partner: str | None = None,
    goals: Words | None = None,
    folder: str = "",
    on: date | None = None,
    **more: Any,  # noqa: ANN401 - any field of partnership.yaml
) -> "Partnership":
    """Start keeping a partnership, as ``collab track`` does.

    Args:
        name: the organization's name, its id in the directory, or a kind of partner.
        partner: what kind it is.
        goals: ids of the goals that both share.
        folder: the name of its folder; made of the organization's name unless given.
        on: the day of the first line in its log; today by default.
        more: other fields of ``partnership.yaml``, such as ``work="tutoring-rooms"``.

    Raises:
        KeptAlreadyError: there is one of that name.
        UnknownIdError: an id names nothing.
    """
    from collabkit.directory.registers import looks_like_one, organization  # noqa: PLC0415 - DuckDB
    from collabkit.partnerships.tracking import facts_of, fields_of_organization  # noqa: PLC0415

    known: dict[str, Any] = {}
    if looks_like_one(name):
        known = fields_of_organization(organization(self.directory, name))
    given = {"partner": partner, "goals": several(goals, "goal"), **more}
    stated = {field: value for field, value in given.items() if value}
    facts = facts_of(self.catalog, **{"name": name, **known, **stated})
    return self.start(facts, on or clock.today(), folder=folder)


def track_record(
    self: "PartnershipStore",
    record: Mapping[str, Any],
    *,
    folder: str = "",
    on: date | None = None,
) -> "Partnership":
    """Start keeping the partnership that a *record* of ``match`` or ``find`` names."""
    from collabkit.partnerships.tracking import facts_of, fields_of_record  # noqa: PLC0415

    catalog = self.catalog
    facts = facts_of(catalog, **fields_of_record(catalog, record))
    return self.start(facts, on or clock.today(), folder=folder)


def track_known(
    self: "PartnershipStore",
    library: "Library",
    *,
    profile: Path | None = None,
    on: date | None = None,
) -> "Migration":
    """Start keeping every organization that stands by name in ``partners:`` of the profile *library*.

    Those that are kept already are passed over.

    Args:
        library: the profile.
        profile: its file, out of which the entries of what is kept are taken; comments and order
            stay. It is left as it is unless given: a record wins over it.
        on: the day of the first line in each log; today by default.

    Raises:
        StaleFileError: somebody changed *profile* meanwhile; nothing is lost, do it again.
    """
    from collabkit.partnerships.migrate_profile import migrate_profile  # noqa: PLC0415 - YAML

    return migrate_profile(self, library, on or clock.today(), profile=profile)


def read_list(
    self: "PartnershipStore",
    raw: bytes,
    file: str = "the list",
    *,
    columns: Mapping[str, Sequence[str]] | None = None,
    sheet: str = "",
    on: date | None = None,
) -> "PartnerList":
    """Return what a list of partners would bring, as ``collab track --from`` shows it; nothing is written.

    Args:
        raw: what the file holds: an Excel workbook (.xlsx), or a CSV.
        file: what it is called.
        columns: which columns are what, where that is not plain from their headings, such as
            ``{"name": ["Group"], "notes": ["Remarks", "History"]}``; an empty list leaves a field out.
        sheet: the sheet of a workbook; the first one with headings by default.
        on: the day of the first lines in the logs; today by default.

    Raises:
        UsageError: it is no such file, or nothing in it says which column is the name.
    """
    from collabkit.partnerships.lists.partner_list import read_list  # noqa: PLC0415

    return read_list(self, raw, file, on or clock.today(), columns=columns or {}, sheet=sheet)


def take_over(
    self: "PartnershipStore", found: "PartnerList", *, on: date | None = None
) -> "list[Partnership]":
    """Start keeping the partners that are new in the list *found*, which `read_list` returned.

    Raises:
        KeptAlreadyError: somebody began one of them since it was read.
    """
    from collabkit.partnerships.lists.taking_over import take_over  # noqa: PLC0415

    return take_over(self, found, on or clock.today())


def change(self: "PartnershipStore", name: str, values: Mapping[str, str]) -> "Changes":
    """Change facts of one in its file, as ``collab change`` does; every other byte of it stays.

    Args:
        name: any part of its name that is clear.
        values: by the names of the facts, as a person types them, such as
            ``{"level": "cooperating", "end": "2027-03-31"}``; a blank one takes the fact out.

    Raises:
        UsageError: there is no such partnership or fact, or the value cannot stand there.
        DataError: the facts are wrong already.
        StaleFileError: somebody else changed them meanwhile; nothing is lost.
    """
    from collabkit.partnerships import changing  # noqa: PLC0415 - YAML

    return changing.change(self.named(name), values, self.catalog, clock.today())
