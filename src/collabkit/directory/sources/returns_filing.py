"""One return of Form 990, 990-EZ or 990-PF as XML: who files it, and what it says that the body does.

Only what is named here is read. Officers, donors, preparers and who keeps the books have elements of their own,
and none of them is among these. The names of elements changed in 2013; both spellings are tried.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple
from xml.etree import ElementTree as ET

_FORM_END = re.compile(rb"</IRS990(?:EZ|PF)?>")
"""Where the form itself ends. Its schedules stand behind it, are most of a filing, and tell nothing we keep."""
_QUESTIONS = re.compile(
    rb"<(?:DescribedIn(?:Section)?501|OfficerDirectorTrustee(?:Empl|KeyEmpl))", re.IGNORECASE
)
"""Where the questions and lists of people of a 990 or 990-EZ begin; nothing behind it is kept, so it is not read."""
_NAMESPACE = re.compile(rb' xmlns="[^"]*"')
_REST = b"</ReturnData></Return>"
_POINTER = re.compile(
    r"(?:please )?(?:see|refer to|same as|continued on|n/?a$|none$).{0,60}", re.IGNORECASE
)
"""What stands in a field whose text stands elsewhere: "see Schedule O"."""
_TEXT = 600
"""Characters of a statement that are kept: what a body does stands in its first sentences."""
_PROGRAMS = 6
"""Programs that are kept, those on which it spends most."""
_INCOME_CLASSES = (
    *(1, 10_000, 25_000, 100_000, 500_000),
    *(1_000_000, 5_000_000, 10_000_000, 50_000_000),
)
"""Dollars a year from which a body is in the next class of income of the IRS; the first is 1."""

# What we keep of the form, by the names that it had since 2013 and before.
_MISSIONS = (
    *("MissionDesc", "MissionDescription", "ActivityOrMissionDesc", "ActivityOrMissionDescription"),
    *("PrimaryExemptPurposeTxt", "PrimaryExemptPurpose"),
)
_PROGRAM_TEXTS = (
    *("Desc", "Description", "DescriptionProgramSrvcAccomTxt", "DescriptionProgramServiceAccom"),
)
_PROGRAM_DOLLARS = (
    *("ExpenseAmt", "Expense", "Expenses", "ProgramServiceExpensesAmt", "ProgramServiceExpenses"),
)
_PROGRAM_GROUPS = (
    *("ProgSrvcAccomActy2Grp", "ProgSrvcAccomActy3Grp", "ProgSrvcAccomActyOtherGrp"),
    *("Activity2", "Activity3", "ActivityOther"),
    *("ProgramSrvcAccomplishmentGrp", "ProgramServiceAccomplishment"),
    *("ProgramServiceAccomplishments", "Form990PartIII"),
)
_FOUNDATION_GROUPS = ("SummaryOfDirectChrtblActyGrp", "SummaryOfDirectCharitableActy")
_SITES = (
    *("WebsiteAddressTxt", "WebSite", "StatementsRegardingActyGrp/WebsiteAddressTxt"),
    "StatementsRegardingActivities/WebsiteAddress",
)
_REVENUES = (
    *("CYTotalRevenueAmt", "TotalRevenueCurrentYear", "TotalRevenueAmt", "TotalRevenue"),
    "AnalysisOfRevenueAndExpenses/TotalRevAndExpnssAmt",
    "AnalysisOfRevenueAndExpenses/TotalRevenueAndExpenses",
)
_EMPLOYEES = ("TotalEmployeeCnt", "TotalNbrEmployees")
_VOLUNTEERS = ("TotalVolunteersCnt", "TotalNbrVolunteers")


class FilingError(ValueError):
    """A file that is no return we read; the message is the reason."""


DAMAGED = "a return that is damaged or cut short"
OTHER_FORM = "a return of another form than 990, 990-EZ and 990-PF"
NO_NUMBER = "a return without the number or the name of who filed it"


class Described(NamedTuple):
    """One thing that a body says it does, in its own words."""

    kind: str
    """`mission` or `program`."""
    text: str
    dollars: int | None = None
    """Spent on it in the year, if the return says so."""


class Filing(NamedTuple):
    """What is kept of one return."""

    ein: str
    name: str
    street: str | None
    city: str | None
    state: str | None
    zip: str | None
    phone: str | None
    site: str | None
    ends: str
    """The last day of the year it is of, ISO."""
    filed: str
    """When it was filed: of two of one year the later one counts."""
    form: str
    """990, 990EZ or 990PF."""
    section: str | None
    """The subsection of 501(c) as the IRS writes it: 03."""
    income: int | None
    """The class of income in the IRS file, 0 to 9."""
    employees: int | None
    volunteers: int | None
    described: tuple[Described, ...]


def read(data: bytes, *, whole: bool = True) -> Filing:
    """Return what is kept of the return in *data*.

    Args:
        data: a file of XML.
        whole: whether that is all of the file; the form stands at its beginning.

    Raises:
        FilingError: it is damaged, of another form, or says not who filed it.
    """
    # Neither the IRS nor we need what a DOCTYPE can do.
    if b"<!DOCTYPE" in data[:4096] or (whole and not data.rstrip().endswith(b"</Return>")):
        raise FilingError(DAMAGED)
    end = _FORM_END.search(data)
    if end is None:
        raise FilingError(OTHER_FORM if whole else DAMAGED)
    # Without its namespace every name in it is short.
    form = _NAMESPACE.sub(b"", data[: end.end()], count=1)
    questions = _QUESTIONS.search(form)
    if questions is not None:
        with suppress(
            ET.ParseError
        ):  # where the parts of a form are wrapped, a beginning of it is not whole
            return _filing(_parsed(form[: questions.start()] + end.group()))
    try:
        return _filing(_parsed(form))
    except (ET.ParseError, ValueError, LookupError) as error:
        raise error if isinstance(error, FilingError) else FilingError(DAMAGED) from error


def _parsed(form: bytes) -> ET.Element:
    return ET.fromstring(form + _REST)  # noqa: S314 - expat refuses what grows, and a DOCTYPE never gets here


def _filing(root: ET.Element) -> Filing:
    header, filer = root.find("ReturnHeader"), root.find("ReturnHeader/Filer")
    forms = root.find("ReturnData")
    if header is None or filer is None or forms is None:
        raise FilingError(NO_NUMBER)
    form = _Named(forms[-1])
    named, at, heading = _Named(filer), *map(_Named, (_address(filer), header))
    name, ein = _name(named), named.first(("EIN",))
    if not name or not ein:
        raise FilingError(NO_NUMBER)
    kind = forms[-1].tag.removeprefix("IRS")
    phone = named.first(("PhoneNum", "Phone"))
    return Filing(
        ein=ein,
        name=name,
        street=at.first(("AddressLine1Txt", "AddressLine1")),
        city=at.first(("CityNm", "City")),
        state=at.first(("StateAbbreviationCd", "State")),
        zip=at.first(("ZIPCd", "ZIPCode")),
        phone=None if phone in _of_preparers(header) else phone,
        site=shown_site(form.first(_SITES)),
        ends=heading.first(("TaxPeriodEndDt", "TaxPeriodEndDate")) or "",
        filed=heading.first(("ReturnTs", "Timestamp")) or "",
        form=kind,
        section=_section(form, kind),
        income=income_class(shown_number(form.first(_REVENUES))),
        employees=shown_number(form.first(_EMPLOYEES)),
        volunteers=shown_number(form.first(_VOLUNTEERS)),
        described=tuple(distinct(_described(form))),
    )


def _name(filer: "_Named") -> str:
    lines = (
        filer.first(
            (
                f"BusinessName/BusinessNameLine{line}Txt",
                f"BusinessName/BusinessNameLine{line}",
                f"Name/BusinessNameLine{line}",
            )
        )
        for line in (1, 2)
    )
    return " ".join(filter(None, lines))


def _address(filer: ET.Element) -> ET.Element:
    address = filer.find("USAddress")
    return ET.Element("USAddress") if address is None else address  # abroad


def _of_preparers(header: ET.Element) -> set[str | None]:
    """Return the telephones of those who are paid to fill the form in: some give theirs for the body's."""
    paths = ("PreparerPersonGrp/PhoneNum", "Preparer/Phone")
    return {element.text for path in paths for element in header.iterfind(path)}


def _section(form: "_Named", kind: str) -> str | None:
    if kind == "990PF" or form["Organization501c3Ind"] or form["Organization501c3"]:
        return "03"
    for name, attribute in (
        ("Organization501cInd", "organization501cTypeTxt"),
        ("Organization501c", "typeOf501cOrganization"),
    ):
        for element in form[name]:
            return (element.get(attribute) or "").zfill(2)[:2]
    return None


class _Named(dict[str, list[ET.Element]]):
    """The elements in another one by their names: a form has hundreds, and we ask for dozens."""

    def __init__(self, element: ET.Element) -> None:
        super().__init__()
        for each in element:
            self.setdefault(each.tag, []).append(each)

    def __missing__(self, _: str) -> list[ET.Element]:
        return []

    def first(self, paths: Sequence[str]) -> str | None:
        """Return the first text at one of *paths*, which are names, or two with a stroke between."""
        for path in paths:
            name, _, inner = path.partition("/")
            for element in self[name]:
                text = (element.findtext(inner) if inner else element.text) or ""
                if text.strip():
                    return text.strip()
        return None

    def groups(self, names: Sequence[str]) -> "Iterator[_Named]":
        """Yield what stands in each element called one of *names*."""
        return (_Named(element) for name in names for element in self[name])


def _described(form: _Named) -> Iterator[Described]:
    for name in _MISSIONS:
        text = form.first((name,))
        if text:
            yield Described("mission", text)
    for group in (form, *form.groups(_PROGRAM_GROUPS)):
        text = group.first(_PROGRAM_TEXTS)
        if text:
            yield Described("program", text, shown_number(group.first(_PROGRAM_DOLLARS)))
    for group in form.groups(_FOUNDATION_GROUPS):
        for line in range(1, 5):
            text = group.first((f"Description{line}Txt", f"Description{line}"))
            if text:
                dollars = group.first((f"Expenses{line}Amt", f"Expenses{line}"))
                yield Described("program", text, shown_number(dollars))


def distinct(described: Iterator[Described]) -> list[Described]:
    """Return what is said, each thing once and in its first words, the larger programs first."""
    found: dict[str, Described] = {}
    for each in described:
        text = " ".join(each.text.split())
        if not _POINTER.fullmatch(text):
            short = _shortened(text)
            kept = found.setdefault(short.casefold(), each._replace(text=short))
            if kept.dollars is None:  # a mission that is a program, too, is that
                found[short.casefold()] = kept._replace(kind=each.kind, dollars=each.dollars)
    missions = [each for each in found.values() if each.kind == "mission"]
    programs = [each for each in found.values() if each.kind == "program"]
    return [*missions, *sorted(programs, key=lambda each: -(each.dollars or 0))[:_PROGRAMS]]


def _shortened(text: str) -> str:
    return text if len(text) <= _TEXT else text[:_TEXT].rsplit(" ", 1)[0]


def shown_site(text: str | None) -> str | None:
    """Return *text* if it is the address of a page, and not "none" or an e-mail."""
    return text if text and "." in text and "@" not in text else None


def shown_number(text: str | None) -> int | None:
    """Return the whole number that *text* is, if it is one."""
    return int(text) if text and re.fullmatch(r"-?\d{1,15}", text) else None


def income_class(dollars: int | None) -> int | None:
    """Return the class of income of the IRS, 0 to 9, of *dollars* a year."""
    return None if dollars is None else sum(dollars >= least for least in _INCOME_CLASSES)
