"""Returns of Form 990 on real excerpts: what is read of them, and what never is."""

import json
import re
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import inflate64
import pytest

from collabkit.catalog import Catalog
from collabkit.directory.directory import Directory
from collabkit.directory.sources.returns_filing import FilingError, income_class, read
from collabkit.directory.subjects import Subjects
from directory.conftest import REGISTERS, Load, Rows

RETURNS = REGISTERS / "returns"
NILES = (RETURNS / "niles_2021_public.xml").read_bytes()
FOUNDATION = b"""<?xml version="1.0" encoding="utf-8"?>
<Return xmlns="http://www.irs.gov/efile" returnVersion="2019v5.1">
  <ReturnHeader><TaxPeriodEndDt>2019-12-31</TaxPeriodEndDt><ReturnTypeCd>990PF</ReturnTypeCd>
    <Filer><EIN>999999991</EIN><BusinessName><BusinessNameLine1Txt>EXAMPLE FOUNDATION</BusinessNameLine1Txt>
      </BusinessName><USAddress><AddressLine1Txt>1 MAIN ST</AddressLine1Txt><CityNm>MISSOULA</CityNm>
      <StateAbbreviationCd>MT</StateAbbreviationCd><ZIPCd>59801</ZIPCd></USAddress></Filer></ReturnHeader>
  <ReturnData><IRS990PF><AnalysisOfRevenueAndExpenses><TotalRevAndExpnssAmt>28480</TotalRevAndExpnssAmt>
    </AnalysisOfRevenueAndExpenses><StatementsRegardingActyGrp><WebsiteAddressTxt>example.org</WebsiteAddressTxt>
    </StatementsRegardingActyGrp><SummaryOfDirectChrtblActyGrp><Description1Txt>A TOY LIBRARY FOR THE TOWN
    </Description1Txt><Expenses1Amt>9000</Expenses1Amt><Description2Txt>SEE STATEMENT 4</Description2Txt>
    </SummaryOfDirectChrtblActyGrp></IRS990PF></ReturnData></Return>"""
EARLY = b"""<?xml version="1.0" encoding="utf-8"?>
<Return xmlns="http://www.irs.gov/efile" returnVersion="2010v3.2">
  <ReturnHeader><TaxPeriodEndDate>2010-12-31</TaxPeriodEndDate><ReturnType>990EZ</ReturnType>
    <Filer><EIN>999999992</EIN><Name><BusinessNameLine1>Example Council</BusinessNameLine1></Name>
      <Phone>4065550111</Phone></Filer></ReturnHeader>
  <ReturnData><IRS990EZ><WebSite>N/A</WebSite><TotalRevenue>0</TotalRevenue>
    <PrimaryExemptPurpose>Teach adults to read</PrimaryExemptPurpose><ProgramServiceAccomplishment>
    <DescriptionProgramServiceAccom>Tutors for forty learners</DescriptionProgramServiceAccom>
    <ProgramServiceExpenses>1200</ProgramServiceExpenses></ProgramServiceAccomplishment></IRS990EZ></ReturnData></Return>"""


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def deflated64(path: Path, files: dict[str, bytes]) -> Path:
    """Write a ZIP as the IRS packs some: the same, but each file is packed by Deflate64."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            packer = inflate64.Deflater()
            archive.writestr(name, packer.deflate(data) + packer.flush())
        sizes = {info.filename: info.header_offset for info in archive.infolist()}
    raw = bytearray(path.read_bytes())
    central = raw.index(b"PK\x01\x02")
    for name, data in files.items():
        local = sizes[name]
        entry = raw.index(name.encode(), central) - 46
        for method, crc, size in (
            (local + 8, local + 14, local + 22),
            (entry + 10, entry + 16, entry + 24),
        ):
            raw[method : method + 2] = (9).to_bytes(2, "little")
            raw[crc : crc + 4] = zlib.crc32(data).to_bytes(4, "little")
            raw[size : size + 4] = len(data).to_bytes(4, "little")
    path.write_bytes(raw)
    return path


def returns() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(RETURNS.glob("*.xml"))}


def test_a_return_says_who_files_it_and_what_the_body_does() -> None:
    filing = read(NILES)

    assert (filing.ein, filing.name, filing.city, filing.state) == (
        *("382074062", "GREATER NILES SENIOR CENTER INC", "NILES", "MI"),
    )
    assert (filing.phone, filing.site, filing.ends) == (
        "2696839380",
        "NILESSENIORCENTER.ORG",
        "2022-09-30",
    )
    assert (filing.section, filing.income, filing.employees, filing.volunteers) == ("03", 4, 6, 50)
    assert [(each.kind, each.dollars) for each in filing.described] == [
        *(("mission", None), ("mission", None), ("program", 221722)),
    ]


@pytest.mark.parametrize("name", sorted(returns()))
def test_nobody_who_is_named_in_a_return_is_read(name: str) -> None:
    data = returns()[name]
    assert b"SOMEBODY" in data.upper()

    filing = read(data)

    kept = json.dumps(filing._replace(street=None))
    assert "SOMEBODY" not in kept.upper()
    assert "5555550100" not in kept


def test_the_names_that_elements_had_until_2012_are_read_alike() -> None:
    filing = read((RETURNS / "richmond_2008_public.xml").read_bytes())

    assert (filing.name, filing.site, filing.income) == (
        "Greater Richmond Technology Council",
        "www.richtech.com",
        5,
    )
    assert (filing.section, filing.ends) == ("06", "2008-12-31")
    assert "Half-day seminars that are targeted to a specific topic." in [
        each.text for each in filing.described
    ]


def test_the_short_form_of_2010_is_read() -> None:
    filing = read(EARLY)

    assert [tuple(each) for each in filing.described] == [
        ("mission", "Teach adults to read", None),
        ("program", "Tutors for forty learners", 1200),
    ]
    assert (filing.phone, filing.site, filing.income) == ("4065550111", None, 0)


def test_a_private_foundation_says_what_it_does_itself_and_no_pointer_counts() -> None:
    filing = read(FOUNDATION)

    assert [tuple(each) for each in filing.described] == [
        ("program", "A TOY LIBRARY FOR THE TOWN", 9000)
    ]
    assert (filing.form, filing.section, filing.site) == ("990PF", "03", "example.org")


def test_a_telephone_that_is_the_preparers_is_not_the_bodys() -> None:
    paid = NILES.replace(b"<PhoneNum>5555550100</PhoneNum>", b"<PhoneNum>2696839380</PhoneNum>")

    assert read(paid).phone is None


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (NILES[: len(NILES) // 2], "damaged"),
        (NILES.replace(b"</MissionDesc>", b"</MissionDes>"), "damaged"),
        (NILES.replace(b"<Return ", b'<!DOCTYPE x [<!ENTITY a "b">]><Return '), "damaged"),
        (
            NILES.replace(b"IRS990 ", b"IRS990T ").replace(b"</IRS990>", b"</IRS990T>"),
            "another form",
        ),
        (re.sub(rb"<EIN>\d+</EIN>", b"", NILES, count=1), "without the number"),
        (re.sub(rb"<Filer>.*</Filer>", b"", NILES, flags=re.DOTALL), "without the number"),
        (b"</Return>", "another form"),
    ],
)
def test_what_is_no_whole_return_is_told_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(FilingError, match=reason):
        read(data)


@pytest.mark.parametrize(
    ("dollars", "class_"),
    [(-5, 0), (0, 0), (1, 1), (9_999, 1), (10_000, 2), (499_999, 4), (50_000_000, 9)],
)
def test_an_income_is_in_a_class_of_the_irs(dollars: int, class_: int) -> None:
    assert income_class(dollars) == class_


@pytest.mark.slow
@pytest.mark.parametrize("pack", [zipped, deflated64])
def test_a_zip_is_read_however_it_is_packed(
    pack: Callable[[Path, dict[str, bytes]], Path], tmp_path: Path, load_samples: Load, rows: Rows
) -> None:
    report = load_samples(pack(tmp_path / "2023_TEOS_XML_01A.zip", returns()))

    assert [(made.source, made.organizations) for made in report.loaded] == [("returns", 7)]
    assert rows("SELECT count(*) FROM statements") == [(20,)]


@pytest.mark.slow
def test_damaged_returns_are_counted_and_the_others_load(
    tmp_path: Path, load_samples: Load
) -> None:
    files = {**returns(), "0_public.xml": NILES[:900], "1_public.xml": b"<Return></Return>"}

    report = load_samples(zipped(tmp_path / "some.zip", files))

    assert report.loaded[0].organizations == 7
    assert report.reasons() == {
        "a return that is damaged or cut short": 1,
        "a return of another form than 990, 990-EZ and 990-PF": 1,
    }


@pytest.mark.slow
def test_a_byte_that_fell_over_in_a_zip_costs_one_return(
    tmp_path: Path, load_samples: Load
) -> None:
    path = zipped(tmp_path / "some.zip", returns())
    raw = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        third = archive.infolist()[2]
    raw[third.header_offset + 200] ^= 0xFF
    path.write_bytes(raw)

    report = load_samples(path)

    assert report.loaded[0].organizations == 6
    assert report.reasons() == {"a return that is damaged or cut short": 1}


@pytest.mark.slow
def test_the_latest_return_of_a_body_counts(tmp_path: Path, load_samples: Load, rows: Rows) -> None:
    before = NILES.replace(b"2022-09-30", b"2021-09-30").replace(b"ENGAGED AND ACTIVE", b"BUSY")

    report = load_samples(
        zipped(tmp_path / "two.zip", {"b_public.xml": NILES, "c_public.xml": before})
    )

    assert report.reasons() == {"an earlier return of a body": 1}
    assert rows("SELECT DISTINCT year FROM statements") == [(2022,)]
    assert rows("SELECT count(*) FROM statements WHERE text LIKE '%BUSY%'") == [(0,)]


@pytest.mark.slow
def test_a_later_load_adds_and_an_earlier_return_replaces_nothing(
    tmp_path: Path, load_samples: Load, rows: Rows
) -> None:
    load_samples(zipped(tmp_path / "one.zip", {"b_public.xml": NILES}))
    before = NILES.replace(b"2022-09-30", b"2021-09-30")
    other = (RETURNS / "troy_2022_public.xml").read_bytes().replace(b">OH<", b">MI<")

    report = load_samples(
        zipped(tmp_path / "two.zip", {"c_public.xml": before, "d_public.xml": other})
    )

    assert report.reasons() == {"a later return of the body was loaded before": 1}
    assert rows("SELECT id, max(year) FROM statements GROUP BY id ORDER BY id") == [
        ("returns-010779327", 2023),
        ("returns-382074062", 2022),
    ]


@pytest.mark.slow
def test_tables_of_a_collection_are_returns_too(
    tmp_path: Path, load_samples: Load, rows: Rows
) -> None:
    head = "OBJECTID,URL,RETURN_VERSION,ORG_EIN,ORG_NAME_L1,ORG_NAME_L2,RETURN_TYPE,TAX_YEAR"
    who = "1,,2021v4.0,{},HELENA TUTORS,,990,{}"
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "F9-P00-T00-HEADER-2021.csv").write_text(
        f"{head},F9_00_ORG_ADDR_CITY,F9_00_ORG_ADDR_STATE,F9_00_ORG_ADDR_ZIP,F9_00_ORG_PHONE,F9_02_SIGNING_OFF_NAME\n"
        f"{who.format(810000001, 2021)},HELENA,MT,59601,4065550111,SOMEBODY\n",
        encoding="ascii",
    )
    (folder / "F9-P03-T00-MISSION-2021.csv").write_text(
        f'{head},F9_03_ORG_MISSION_PURPOSE\n{who.format(810000001, 2021)},"Tutoring, free"\n'
        f"{who.format(810000001, 2019)},Older\n",
        encoding="ascii",
    )
    (folder / "F9-P03-T01-PROGRAMS-2021.csv").write_text(
        f"{head},F9_03_PROG_DESC,F9_03_PROG_EXP\n{who.format(810000001, 2021)},Homework clubs,5000\n",
        encoding="ascii",
    )

    report = load_samples(folder)

    assert [(made.source, made.organizations) for made in report.loaded] == [("returns", 1)]
    assert rows("SELECT id, city, phone FROM organizations") == [
        ("returns-810000001", "HELENA", "406-555-0111")
    ]
    assert rows("SELECT kind, text, year, dollars FROM statements ORDER BY kind") == [
        ("mission", "Tutoring, free", 2021, None),
        ("program", "Homework clubs", 2021, 5000),
    ]


@pytest.mark.slow
def test_a_body_of_the_register_has_what_its_return_says(
    tmp_path: Path, load_samples: Load, folder: Path
) -> None:
    (tmp_path / "eo.csv").write_text(
        "EIN,NAME,ICO,STREET,CITY,STATE,ZIP,GROUP,SUBSECTION,AFFILIATION,CLASSIFICATION,RULING,DEDUCTIBILITY,"
        "FOUNDATION,ACTIVITY,ORGANIZATION,STATUS,TAX_PERIOD,INCOME_CD,NTEE_CD,SORT_NAME\n"
        "382074062,GREATER NILES CENTER,,PO BOX 4,NILES,MI,49120-0000,0000,03,3,1000,197501,1,15,000000000,1,01,"
        "202309,4,,\n",
        encoding="ascii",
    )

    report = load_samples(
        tmp_path / "eo.csv", RETURNS, read_texts=lambda texts: [Subjects(("aging",)) for _ in texts]
    )

    assert report.duplicates == 1
    with Directory.open(folder) as directory:
        body = directory.by_id("returns-382074062")
    assert body is not None
    assert body.id == "irs-382074062"
    assert body.ids == ("irs-382074062", "returns-382074062")
    assert (body.phone, body.site) == ("269-683-9380", "NILESSENIORCENTER.ORG")
    assert (body.employees, body.volunteers) == (6, 50)
    assert {each.goals for each in body.statements} == {("aging",)}
    assert {each.source for each in body.statements} == {"returns"}


@pytest.mark.slow
def test_a_kind_that_only_statements_tell_is_a_guess_and_is_found_anew_with_each_load(
    tmp_path: Path, load_samples: Load, rows: Rows, catalog: Catalog
) -> None:
    path = zipped(tmp_path / "one.zip", {"t_public.xml": returns()["troy_2022_public.xml"]})
    told = Subjects(partner="child-welfare-agency")
    kind = "SELECT partner::VARCHAR, confidence < 0.8 FROM organizations WHERE source = 'returns'"
    assert "child-welfare-agency" in catalog.partners

    load_samples(path, read_texts=lambda texts: [told for _ in texts])
    assert rows(kind) == [("child-welfare-agency", True)]

    load_samples("eo_mt.csv")
    assert rows(kind) == [("child-welfare-agency", True)]
    load_samples(path, read_texts=lambda texts: [Subjects() for _ in texts])
    assert rows(kind) == [(None, None)]
