"""Lists that libraries have: taken over, or said line by line why not; nothing invented, nothing twice."""

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from collabkit import Workspace
from collabkit.errors import UsageError
from collabkit.partnerships.lists.columns import parse_map
from conftest import Collab
from partnerships.lists.workbooks import Rows, workbook
from samples import HOSTILE

Expected = list[str]
HEAD = ["Organization", "Type", "Status", "Since", "Agreement end", "Last contact", "Notes"]


def _csv(text: str, encoding: str = "utf-8") -> bytes:
    return text.encode(encoding)


SHEETS: dict[str, tuple[bytes, Expected]] = {
    "plain": (
        workbook(
            [
                HEAD,
                ["Prairie Literacy Council", "literacy council", "Active", 2018, date(2027, 6, 30), date(2026, 5, 4), "Tuesdays"],
                ["County Food Bank", "food bank", "prospect", None, None, None, None],
            ]
        ),
        [
            "2 Prairie Literacy Council: new, literacy-council, active, 2018, until 2027-06-30, last 2026-05-04",
            "3 County Food Bank: new, food-bank, idea",
        ],
    ),
    "title above, two header rows, merged": (
        workbook(
            [
                ["Our Community Partners 2026", None, None, None, None],
                [],
                ["Organization", None, "Contact", None, "MOU"],
                ["Name", "Type", "Name", "Phone", "End date"],
                ["Valley Makers", "maker community", "Rob Lund", "701-555-0144", "12/31/2026"],
            ],
            ["A1:E1", "A3:B3", "C3:D3"],
        ),
        ["5 Valley Makers: new, maker-community, until 2026-12-31, 1 person"],
    ),
    "two header rows in a CSV": (
        _csv(",Contact,,Agreement,\nPartner,Name,E-mail,Start,End\nElks Lodge,Al Hart,al@elks.org,1/1/2026,12/31/2026\n"),
        ["3 Elks Lodge: new, from 2026-01-01, until 2026-12-31, 1 person"],
    ),
    "the name merged over three people": (
        workbook(
            [
                ["Partner", "Contact person", "Email"],
                ["Lincoln Elementary", "Ann Lee", "ann@lincoln.edu"],
                [None, "Bob Ray", "bob@lincoln.edu"],
                [None, "Cy Dahl", None],
                ["YMCA", "Dee Orr", None],
            ],
            ["A2:A4"],
        ),
        [
            "2 Lincoln Elementary: new, 1 person",
            "3 Lincoln Elementary: same partner, 1 person | the same partner as line 2",
            "4 Lincoln Elementary: same partner, 1 person | the same partner as line 2",
            "5 YMCA: new, 1 person",
        ],
    ),
    "section titles and a sum": (
        workbook(
            [
                ["Agency", "Phone"],
                ["SCHOOLS", None],
                ["Roosevelt High", "701-555-0101"],
                ["CHURCHES", None],
                ["St. James", "701-555-0102"],
                ["Total", 2],
            ],
            ["A2:B2", "A4:B4"],
        ),
        [
            "2 SCHOOLS: not taken | a title over several columns, and no partner",
            "3 Roosevelt High: new",
            "4 CHURCHES: not taken | a title over several columns, and no partner",
            "5 St. James: new",
            "6 Total: not taken | a sum, and no partner",
        ],
    ),
    "n/a in all its forms": (
        _csv("Partner,Type,Since,Agreement until,Contact,Phone\nRotary,n/a,N/A,TBD,none,-\nLions,?,unknown,--,#N/A,\nKiwanis,--,,,,\n"),
        ["2 Rotary: new", "3 Lions: new", "4 Kiwanis: new"],
    ),
    "days as text": (
        _csv(
            "Partner,Agreement until,Last talk\n"
            'A One,"June 30, 2027",5/4/2026\nB Two,30 Jun 2027,"Mon., May 4, 2026"\nC Three,2027-06-30,4-May-26\n'
            "D Four,6/30/27,2026-05-04T09:30:00\nE Five,46568,46146\nF Six,06-30-2027,05/04/2026 2:30 PM\n"
        ),
        [f"{at} {name}: new, until 2027-06-30, last 2026-05-04" for at, name in enumerate(("A One", "B Two", "C Three", "D Four", "E Five", "F Six"), start=2)],
    ),
    "days that are none stay words": (
        _csv(
            "Partner,Agreement until,Last talk,Since\n"
            "A One,ongoing,last spring,a long time\nB Two,June 2027,3/4,2016 or 2017\nC Three,2/30/2027,,since fall 2019\nD Four,,2027-01-01,2015-09-01\n"
        ),
        [
            ("2 A One: new | since 'a long time' names no single year; kept as a note"
            " | agreement until 'ongoing' is no day that is sure; kept as a note"
            " | last talk 'last spring' is no day that is sure; kept as a note"),
            ("3 B Two: new | since '2016 or 2017' names no single year; kept as a note"
            " | agreement until 'June 2027' is no day that is sure; kept as a note"
            " | last talk '3/4' is no day that is sure; kept as a note"),
            "4 C Three: new, 2019 | agreement until '2/30/2027' is no day that is sure; kept as a note",
            "5 D Four: new, 2015 | last talk '2027-01-01' has not come yet; kept as a note",
        ],
    ),
    "day before month, as one day shows": (
        _csv("Partner,Last contact\nA One,25/3/2026\nB Two,3/4/2026\n"),
        ["2 A One: new, last 2026-03-25", "3 B Two: new, last 2026-04-03"],
    ),
    "both orders in a column": (
        _csv("Partner,Last contact\nA One,25/3/2026\nB Two,3/25/2026\nC Three,3/4/2026\n"),
        [
            "2 A One: new, last 2026-03-25",
            "3 B Two: new, last 2026-03-25",
            "4 C Three: new | last talk '3/4/2026' is no day that is sure; kept as a note",
        ],
    ),
    "duplicates": (
        _csv(
            "Organization,Status,Agreement end\nCounty Food Bank,active,6/30/2027\nCOUNTY FOOD BANK,,\n"
            "The County Food Bank Inc.,ended,6/30/2026\nFood Bank of the County,,\n"
        ),
        [
            "2 County Food Bank: new, active, until 2027-06-30",
            "3 COUNTY FOOD BANK: same partner | the same partner as line 2",
            ("4 The County Food Bank Inc.: same partner, ended, until 2026-06-30 | the same partner as line 2"
            " | stage ended, and line 2 says otherwise: not taken"
            " | agreement until 2026-06-30, and line 2 says otherwise: not taken"),
            "5 Food Bank of the County: new",
        ],
    ),
    "no names, blank lines, headings on each page": (
        _csv("Partner,Phone\n,701-555-0100\n\nRotary,701-555-0101\nPartner,Phone\n,,\nLions,701-555-0102\n???,701-555-0103\n"),
        ["2 : not taken | it has no name", "4 Rotary: new", "7 Lions: new", "8 : not taken | it has no name"],
    ),
    "semicolons, Windows-1252, a title": (
        _csv("Partners of the library;;\nGroup;Kind;Comments\nCafé Zoë;coffee;go “early”, ask for José\n", "cp1252"),
        ["3 Café Zoë: new | kind 'coffee' is no kind of partner by that name; kept as a note"],
    ),
    "tabs and UTF-16, as Excel saves text": (
        _csv("Partner\tStatus\r\nRotary\tInactive\r\nLions\tNo\r\n", "utf-16"),
        ["2 Rotary: new, resting", "3 Lions: new | stage 'No' is none of the stages; kept as a note"],
    ),
    "first and last names, cells, notes over lines": (
        _csv('Company,First Name,Last Name,Job Title,E-mail Address,Cell\n"Smith, Lee & Co",Ann,Lee,Owner,ann@slc.com,701-555-0100\nNo Person LLC,,,Owner,not an address,\n'),
        [
            "2 Smith, Lee & Co: new, 1 person",
            "3 No Person LLC: new | e-mail could not be read; kept as a note | role could not be read; kept as a note",
        ],
    ),
    "everything of a person in one cell": (
        _csv('Partner,Contact,Contact 2\nYMCA,"Ann Lee, 701-555-0100, ann@y.org; Bob Ray",Cy Dahl\n'),
        ["2 YMCA: new, 3 persons"],
    ),
    "years in odd columns, a number for a name": (
        workbook([["Partner", "Year started", "Renewal date"], [4, 2019, "7/1/2026"], ["4-H", "9/1/2015", None]]),
        ["2 4: new, 2019, until 2026-07-01", "3 4-H: new, 2015"],
    ),
    "an agreement that ends before it starts": (
        _csv("Partner,Start date,End date\nRotary,9/1/2026,8/31/2025\n"),
        ["2 Rotary: new, from 2026-09-01 | agreement until '2025-08-31' is before its start, 2026-09-01; kept as a note"],
    ),
    "a cover sheet before the list": (
        workbook([["How to use this file"], ["Fill in the second sheet"]], Partners=[["Name", "Stage"], ["Rotary", "pilot"]], Old=[["x"]]),
        ["2 Rotary: new, pilot"],
    ),
    "formulas, errors, truths": (
        workbook([["Partner", "Active", "Notes"], ["=1+1", True, "=cmd|' /C calc'!A0"], ["Rotary", False, None], ["Lions", "#REF!", None]]),
        [
            "2 : not taken | it has no name",
            "3 Rotary: new | stage 'no' is none of the stages; kept as a note",
            "4 Lions: new",
        ],
    ),
    "one column of names": (_csv("Partners\nRotary\nLions\n"), ["2 Rotary: new", "3 Lions: new"]),
    "columns nobody knows": (
        _csv("Partner,Ranking,Stage,Budget code\nRotary,A,winding down,77\n"),
        ["2 Rotary: new | stage 'winding down' is none of the stages; kept as a note"],
    ),
}  # fmt: skip


def _shown(workspace: Workspace, raw: bytes, name: str) -> Expected:
    found = workspace.partnerships.read_list(raw, name)
    lines = []
    for each in found:
        facts = [
            each.outcome,
            each.partner,
            each.stage,
            str(each.since) if each.since else None,
            each.start and f"from {each.start}",
            each.until and f"until {each.until}",
            each.last and f"last {each.last}",
            f"{each.persons} person{'s' if each.persons > 1 else ''}" if each.persons else None,
        ]
        said = ", ".join(filter(None, facts))
        lines.append(" | ".join([f"{each.line} {each.name}: {said}", *each.problems]))
    return lines


@pytest.mark.parametrize("kind", SHEETS)
@pytest.mark.usefixtures("home")
def test_a_list_is_taken_over_or_said_line_by_line_why_not(kind: str) -> None:
    raw, expected = SHEETS[kind]
    assert (
        _shown(Workspace.open(), raw, "partners.xlsx" if raw[:2] == b"PK" else "p.csv") == expected
    )


@pytest.mark.parametrize("kind", SHEETS)
def test_the_same_list_twice_adds_nothing(collab: Collab, home: Path, kind: str) -> None:
    raw, _ = SHEETS[kind]
    file = home.parent / ("list.xlsx" if raw[:2] == b"PK" else "list.csv")
    file.write_bytes(raw)
    first = collab("track", "--from", str(file), "--yes")
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    second = collab("track", "--from", str(file), "--yes")

    assert (first.code, second.code) == (0, 0), first.err + second.err
    assert before, "something was taken over"
    assert {path: path.read_bytes() for path in home.rglob("*") if path.is_file()} == before
    assert "\n0 new" in second.err
    assert collab("check").code == 0


def test_nothing_is_written_until_it_was_shown(collab: Collab, home: Path) -> None:
    (home.parent / "p.csv").write_text("Partner,Odd\nRotary,1\n")
    shown = collab("track", "--from", "p.csv", "-f", "csv")

    assert shown.code == 0
    assert "Rotary" in shown.out
    assert "Partner (A): name" in shown.err
    assert "Not read: Odd (B). --map FIELD=COLUMN says what a column is." in shown.err
    assert "Nothing was written; --yes writes it." in shown.err
    assert not home.exists()


def test_people_and_notes_are_where_they_belong(collab: Collab, home: Path) -> None:
    (home.parent / "p.csv").write_text(
        "Partner,Main phone,Contact,Title,Phone,Email,Notes,Last talk\n"
        "Rotary,701-555-0001,Ann Lee,president,701-555-0002,ann@rotary.org,we promise: cake,5/4/2026\n"
        "Lions,,,,701-555-0003,info@lions.org,,\n"
    )
    run = collab("track", "--from", "p.csv", "--yes", "-f", "json")

    assert run.code == 0
    assert "Ann" not in run.out + run.err
    assert (home / "rotary/contacts.yaml").read_text() == (
        'contacts:\n  - name: "Ann Lee"\n    role: "president"\n    phone: "701-555-0002"\n    email: "ann@rotary.org"\n'
    )
    assert (home / "rotary/log.txt").read_text().splitlines() == [
        "2026-05-04 last talk by p.csv, line 2",
        "2026-06-01 note: taken over from p.csv, line 2",
        "2026-06-01 note: we promise: cake",
    ]
    lions = (home / "lions/partnership.yaml").read_text()
    assert 'phone: "701-555-0003"\nemail: "info@lions.org"\n' in lions
    assert 'phone: "701-555-0001"' in (home / "rotary/partnership.yaml").read_text()
    assert not (home / "lions/contacts.yaml").exists()
    assert collab("due", "--all").out.count("cake") == 0


@pytest.mark.parametrize(
    ("map_", "expected"),
    [
        (["name=B"], ("Ann", None, 0)),
        (["person=", "notes=Who", "notes=Rank"], ("Rotary", None, 0)),
        (["stage=rank"], ("Rotary", "active", 1)),
    ],
)
@pytest.mark.usefixtures("home")
def test_a_person_says_which_column_is_what(
    map_: list[str], expected: tuple[str, str | None, int]
) -> None:
    raw = b"Partner,Who,Rank\nRotary,Ann,active\n"
    (line,) = Workspace.open().partnerships.read_list(raw, columns=parse_map(map_))
    assert (line.name, line.stage, line.persons) == expected


def test_a_list_without_headings_is_read_by_letters(collab: Collab, home: Path) -> None:
    (home.parent / "p.csv").write_text("Rotary,meets Tuesdays\nLions,y\n")
    refused = collab("track", "--from", "p.csv")
    run = collab("track", "--from", "p.csv", "--map", "name=A", "--map", "notes=b", "--yes")

    assert refused.code == 2
    assert "such as --map name=A. The first line is: Rotary, meets Tuesdays" in refused.err
    assert run.code == 0, run.err
    assert "note: meets Tuesdays" in (home / "rotary/log.txt").read_text()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--map", "nam=A"], "nothing called 'nam' to map\nhint: Did you mean 'name'?"),
        (["--map", "name"], "'name' does not say which column is what"),
        (["--map", "name=Grup"], "no column is called 'Grup'"),
        (["--map", "name="], "nothing says which column is the name"),
        (["--sheet", "Old"], "p.csv has no sheet called 'Old'"),
        (["Rotary"], "say which partner, or --known, or --from"),
    ],
)
def test_a_slip_is_told_with_a_way_out(
    collab: Collab, home: Path, given: list[str], said: str
) -> None:
    (home.parent / "p.csv").write_text("Partner,Group of\nRotary,x\n")
    run = collab("track", "--from", "p.csv", *given)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"collab: {said}")


@pytest.mark.parametrize(
    ("raw", "name", "said"),
    [
        (b"", "p.csv", "p.csv is empty"),
        (b"\x16\x17\x8b>\x83", "p.xlsx", "no Excel workbook that can be read"),
        (b"\xd0\xcf\x11\xe0old", "p.xls", "workbook of a kind that is not read"),
        (b"PK\x03\x04 broken", "p.xlsx", "no Excel workbook that can be read"),
        (workbook([["Partner"]])[:900], "p.xlsx", "no Excel workbook that can be read"),
        (b"a,b\n1,2\n", "p.csv", "says which column is the name of the partner"),
    ],
)
@pytest.mark.usefixtures("home")
def test_a_file_that_is_no_list_is_refused(raw: bytes, name: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        Workspace.open().partnerships.read_list(raw, name)


@pytest.mark.usefixtures("home")
def test_no_cell_can_break_it(collab: Collab) -> None:
    rows: Rows = [
        ["Partner", "Type", "Since", "Contact", "Notes"],
        *([each.encode("utf-8", "replace").decode()] * 5 for each in HOSTILE if each.isprintable()),
    ]
    found = Workspace.open().partnerships.read_list(workbook(rows), "p.xlsx")
    assert len(found) > 100
    assert len(Workspace.open().partnerships.take_over(found)) == len(found.new)
    assert collab("check").code == 0


@pytest.mark.usefixtures("home")
def test_a_merged_range_as_large_as_a_file_says_costs_nothing() -> None:
    made = BytesIO(workbook([["Partner"], ["Rotary"]], ["A2:B2"]))
    grown = BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(grown, "w") as new:
        for each in old.namelist():
            new.writestr(each, old.read(each).replace(b"A2:B2", b"A2:XFD1048576"))
    (line,) = Workspace.open().partnerships.read_list(
        grown.getvalue(), "p.xlsx", columns={"name": ["A"]}
    )
    assert line.name == "Rotary"
