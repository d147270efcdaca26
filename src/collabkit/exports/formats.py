"""The formats in which partnerships are exported, each with what makes its files."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collabkit.catalog import Catalog
    from collabkit.exports.network import Network
    from collabkit.library import Library
    from collabkit.partnerships.due import Due
    from collabkit.partnerships.partnership import Partnership

Files = Mapping[str, bytes]
"""Files by their names."""


class ExportContext(NamedTuple):
    """What is exported, and how. Each part is opened where a format needs it."""

    partnerships: "Callable[[], list[Partnership]]"
    """Those whose facts are right."""
    due: "Callable[[], list[Due]]"
    """What is due in them, and by the plan."""
    library: "Callable[[], Library]"
    """The profile."""
    owner: Callable[[], str]
    """Whose calendar it is, so that those of two libraries can lie in one."""
    catalog: "Callable[[], Catalog]"
    on: date
    """The day on which things stand so."""
    people: bool = False
    """Whether people are named: they are private."""

    def network(self) -> "Network":
        """Return what the partnerships tie together."""
        from collabkit.exports.network import network  # noqa: PLC0415 - each writer imports its own

        library, catalog = self.library(), self.catalog()
        return network(library, self.partnerships(), catalog, self.on, people=self.people)


class Export(NamedTuple):
    """One form in which partnerships are handed on."""

    what: str
    """What it is, for a list."""
    make: Callable[[ExportContext], Files]
    binary: bool = False
    """Whether it is no text for a screen."""
    several: bool = False
    """Whether it is a folder of files."""


def _calendar(context: ExportContext) -> Files:
    from collabkit.exports.calendar import calendar  # noqa: PLC0415

    return {"partnerships.ics": calendar(context.due(), context.owner())}


def _cards(context: ExportContext) -> Files:
    from collabkit.exports.cards import cards  # noqa: PLC0415

    return {"partnerships.vcf": cards(context.partnerships(), people=context.people)}


def _kumu(context: ExportContext) -> Files:
    from collabkit.exports.kumu import blueprint  # noqa: PLC0415

    return {"kumu.json": blueprint(context.network())}


def _kumu_csv(context: ExportContext) -> Files:
    from collabkit.exports.kumu import tables  # noqa: PLC0415

    return tables(context.network())


def _graphml(context: ExportContext) -> Files:
    from collabkit.exports.graphml import graph  # noqa: PLC0415

    return {"partnerships.graphml": graph(context.network())}


def _xlsx(context: ExportContext) -> Files:
    from collabkit.exports.rows import row  # noqa: PLC0415
    from collabkit.exports.workbook import workbook  # noqa: PLC0415

    rows = [row(one, context.on) for one in context.partnerships()]
    return {"partnerships.xlsx": workbook(rows, context.network(), context.on)}


def _hsds(context: ExportContext) -> Files:
    from collabkit.exports.hsds import document, feed  # noqa: PLC0415

    library, catalog = context.library(), context.catalog()
    return {"hsds.json": document(feed(library, context.partnerships(), catalog, context.on))}


def _hsds_csv(context: ExportContext) -> Files:
    from collabkit.exports.hsds import feed  # noqa: PLC0415
    from collabkit.exports.hsds_tables import package  # noqa: PLC0415

    library, catalog = context.library(), context.catalog()
    return package(feed(library, context.partnerships(), catalog, context.on))


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
