"""What a library keeps, as the files that other programs read."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from collabkit.arguments import one_of

if TYPE_CHECKING:
    from collabkit.api.partnerships import Partnerships
    from collabkit.catalog import Catalog
    from collabkit.exports.network import Network
    from collabkit.library import Library
    from collabkit.partnerships.partnership import Partnership

Files = Mapping[str, bytes]
"""Files by their names."""


class Asked(NamedTuple):
    """What is handed on, by whom, and how. Profile and catalogs are opened where they are needed."""

    partnerships: "Partnerships"
    library: "Callable[[], Library]"
    catalog: "Callable[[], Catalog]"
    on: date
    """The day on which the partnerships are told."""
    people: bool = False
    """Whether people are named: they are private."""

    def network(self) -> "Network":
        """Return what the partnerships tie together."""
        from collabkit.exports.network import network  # noqa: PLC0415 - each writer imports its own

        return network(self.library(), self.kept(), self.catalog(), self.on, people=self.people)

    def kept(self) -> "list[Partnership]":
        """Return the partnerships whose facts are right."""
        return self.partnerships.stated()


class Export(NamedTuple):
    """One form in which partnerships are handed on."""

    what: str
    """What it is, for a list."""
    make: Callable[[Asked], Files]
    binary: bool = False
    """Whether it is no text for a screen."""
    several: bool = False
    """Whether it is a folder of files."""


def _calendar(asked: Asked) -> Files:
    content = asked.partnerships.calendar(on=asked.on, people=asked.people)
    return {"partnerships.ics": content}


def _cards(asked: Asked) -> Files:
    return {"partnerships.vcf": asked.partnerships.cards(people=asked.people)}


def _kumu(asked: Asked) -> Files:
    from collabkit.exports.kumu import blueprint  # noqa: PLC0415

    return {"kumu.json": blueprint(asked.network())}


def _kumu_csv(asked: Asked) -> Files:
    from collabkit.exports.kumu import tables  # noqa: PLC0415

    return tables(asked.network())


def _graphml(asked: Asked) -> Files:
    from collabkit.exports.graphml import graph  # noqa: PLC0415

    return {"partnerships.graphml": graph(asked.network())}


def _xlsx(asked: Asked) -> Files:
    from collabkit.exports.workbook import workbook  # noqa: PLC0415

    rows = asked.partnerships.rows(on=asked.on)
    return {"partnerships.xlsx": workbook(rows, asked.network(), asked.on)}


def _hsds(asked: Asked) -> Files:
    from collabkit.exports.hsds import document, feed  # noqa: PLC0415

    return {"hsds.json": document(feed(asked.library(), asked.kept(), asked.catalog(), asked.on))}


def _hsds_csv(asked: Asked) -> Files:
    from collabkit.exports.hsds import feed  # noqa: PLC0415
    from collabkit.exports.hsds_tables import package  # noqa: PLC0415

    return package(feed(asked.library(), asked.kept(), asked.catalog(), asked.on))


EXPORTS: Final[Mapping[str, Export]] = {
    "calendar": Export("what is due, for a calendar to subscribe to (iCalendar)", _calendar),
    "cards": Export("organizations, for an address book (vCard)", _cards),
    "kumu": Export("organizations, goals, works and their ties, for a map in Kumu (JSON)", _kumu),
    "kumu-csv": Export("the same as the two tables that Kumu imports", _kumu_csv, several=True),
    "graphml": Export("the same for Gephi, yEd, R and networkx (GraphML)", _graphml),
    "xlsx": Export("the same and the table as an Excel workbook", _xlsx, binary=True),
    "hsds": Export("organizations for a resource directory (Open Referral HSDS 3.0, JSON)", _hsds),
    "hsds-csv": Export("the same as a data package of tables", _hsds_csv, several=True),
}
"""Besides the table, whose rows are records; by the name that a person gives."""


def export(kind: str, asked: Asked) -> Files:
    """Return what is *asked* for as *kind*, by the names of the files it makes.

    Raises:
        UnknownIdError: there is no such kind.
        DataError: the profile is wrong; or contacts, if people are asked for.
        CollabkitError: what makes such files is not installed.
    """
    one_of(kind, "export", EXPORTS)
    return EXPORTS[kind].make(asked)
