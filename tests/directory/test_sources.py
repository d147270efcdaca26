"""Every source, on a sample as its publisher made it."""

import csv
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pytest

from collabkit.catalog import Catalog
from collabkit.directory.pipeline.load import Report, load
from collabkit.directory.sources import UnreadableFileError, sources
from directory.conftest import REGISTERS, Load, Rows

Ask = Callable[[str], list[tuple[Any, ...]]]

SAMPLES = [
    ("eo_mt.csv", "irs", 596, 0),
    ("pls_fy17_outlets.csv", "pls-outlets", 12, 0),
    ("pls_fy18_outlets.csv", "pls-outlets", 12, 0),
    ("pls_fy19_outlets.csv", "pls-outlets", 231, 2),
    ("pls_socrata.csv", "pls-outlets", 12, 0),
    ("pls_arcgis_outlets.csv", "pls-outlets", 10, 0),
    ("pls_arcgis_systems.csv", "pls-systems", 10, 0),
    ("museums_2018_1.csv", "museums", 130, 0),
    ("museums_2018_2.csv", "museums", 60, 0),
    ("museums_2014.csv", "museums", 60, 0),
    ("public_schools.csv", "public-schools", 39, 1),
    ("ccd.csv", "public-schools", 4, 1),
    ("private_schools.csv", "private-schools", 60, 0),
    ("pss.csv", "private-schools", 5, 0),
    ("edge_public.txt", "school-places", 5, 0),
    ("edge_public.zip", "school-places", 5, 0),
    ("edge_private.txt", "school-places", 5, 0),
    ("edge_private.zip", "school-places", 5, 0),
    ("elsi_public.csv", "school-tables", 3, 0),
    ("elsi_private.csv", "school-tables", 3, 0),
    ("farmers_markets_2015.csv", "farmers-markets", 2, 0),
    ("farmers_markets_2018.csv", "farmers-markets", 40, 0),
    ("law_enforcement.csv", "law-enforcement", 60, 0),
    ("health_centers.csv", "health-centers", 14, 0),
    ("overture.parquet", "overture", 36, 0),
    ("overture_2026.parquet", "overture", 13, 2),
    ("overture_text.parquet", "overture", 37, 3),
    ("returns", "returns", 7, 0),
    ("hsds_1", "hsds", 10, 0),
    ("hsds_2", "hsds", 3, 0),
    ("hsds_2.json", "hsds", 3, 0),
    ("hsds_3", "hsds", 1, 0),
    ("hsds_3.json", "hsds", 1, 0),
    ("hsds_ohana", "hsds", 8, 0),
]


@pytest.fixture(scope="module")
def nameless(
    tmp_path_factory: pytest.TempPathFactory, catalog: Catalog
) -> Callable[[str], tuple[Report, Ask]]:
    """Load samples under names that tell nothing; return what was said of one, and how to ask.

    Those of different sources are loaded together: one load takes as long as its rules, not as its rows.
    """

    @cache
    def together(turn: int) -> tuple[Path, Report]:
        folder = tmp_path_factory.mktemp("nameless")
        for number, (name, source, *_) in enumerate(SAMPLES):
            if _turn(name, source) == turn:
                renamed = (
                    f"renamed{number}" if (REGISTERS / name).is_dir() else f"renamed{number}.dat"
                )
                (folder / renamed).symlink_to(REGISTERS / name)
        report = load([str(each) for each in folder.iterdir()], folder / "directory", catalog)
        return folder / "directory/directory.duckdb", report

    def run(name: str) -> tuple[Report, Ask]:
        [source] = [source for sample, source, *_ in SAMPLES if sample == name]
        database, report = together(_turn(name, source))
        loaded = [each for each in report.loaded if each.source == source]

        def ask(query: str) -> list[tuple[Any, ...]]:
            with duckdb.connect(database, read_only=True) as open_:
                open_.execute(
                    "CREATE TEMP VIEW organizations AS "
                    f"FROM directory.organizations WHERE source = '{source}'"
                )
                return open_.execute(query).fetchall()

        return replace(report, loaded=loaded), ask

    return run


def _turn(name: str, source: str) -> int:
    """Return how many samples of the same *source* stand before the one called *name*."""
    return [sample for sample, of, *_ in SAMPLES if of == source].index(name)


Nameless = Callable[[str], tuple[Report, Ask]]


@pytest.mark.parametrize(("name", "source", "kept", "left_out"), SAMPLES)
def test_a_sample_is_known_by_its_content_and_no_row_vanishes(
    nameless: Nameless, name: str, source: str, kept: int, left_out: int
) -> None:
    report, ask = nameless(name)

    [made] = report.loaded
    assert (made.source, made.organizations, made.rejected) == (source, kept, left_out)
    # Of a feed there is a row for each place of an organization.
    assert made.rows == kept + left_out or (source == "hsds" and made.rows > kept + left_out)
    [(named, ids)] = ask("SELECT count(name), count(DISTINCT id) FROM organizations")
    assert named == ids == made.rows - left_out


def test_every_source_has_a_sample() -> None:
    assert {source for _, source, _, _ in SAMPLES} == set(sources())


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        (
            "health_centers.csv",
            ("Mary Isaak Homeless Shelter Clinic", "CA", "94952", "707-559-7500", "address"),
        ),
        (
            "pls_arcgis_outlets.csv",
            ("MAY HILL RUSSELL LIBRARY", "FL", "33040", "305-292-3595", "address"),
        ),
        (
            "ccd.csv",
            ("FLORIDA VIRTUAL HIGH SCHOOL", "FL", "32835", "800-374-1430", "zip"),
        ),
        ("pss.csv", ("ST PAUL MISSION GRADE SCHOOL", "MT", "59527", "406-673-3123", "address")),
        ("edge_public.txt", ("Albertville Middle School", "AL", "35950", None, "address")),
        ("edge_private.txt", ("SACRED HEART ELEMENTARY", "AL", "35055", None, "address")),
        ("elsi_public.csv", ("Dodge Park Elementary", "MD", None, None, None)),
        (
            "overture_2026.parquet",
            ("Columbiaville United Methodist Church", "MI", "48421", "810-793-6363", "zip"),
        ),
    ],
)
def test_facts_come_out_clean(nameless: Nameless, name: str, facts: tuple[str | None, ...]) -> None:
    _, ask = nameless(name)

    assert facts in ask("SELECT name, state, zip, phone, located FROM organizations")


@pytest.mark.parametrize("name", [name for name, *_ in SAMPLES])
def test_no_mark_of_a_missing_value_comes_in(nameless: Nameless, name: str) -> None:
    _, ask = nameless(name)

    [(bad,)] = ask(
        "SELECT count(*) FROM organizations WHERE name <> trim(name) OR contains(name, '  ') "
        "OR length(state) <> 2 OR length(zip) <> 5 OR lat = 0 "
        "OR list_has_any(['M', '-3', ' ', '', 'NOT AVAILABLE'], [phone, site, street, city, zip])"
    )
    assert bad == 0


def test_one_cell_with_street_town_and_coordinates_is_taken_apart(
    load_samples: Load, rows: Rows
) -> None:
    load_samples("pls_socrata.csv")

    assert rows("SELECT count(lat), count(city), count(street) FROM organizations") == [
        (12, 12, 12)
    ]


def test_pupils_and_square_feet_are_no_class_of_income(load_samples: Load, rows: Rows) -> None:
    load_samples("private_schools.csv", "public_schools.csv", "pls_fy19_outlets.csv", "eo_mt.csv")

    assert rows("SELECT DISTINCT source FROM organizations WHERE size IS NOT NULL") == [("irs",)]


def test_windows_1252_comes_out_as_it_should(load_samples: Load, rows: Rows) -> None:
    report = load_samples("pls_fy19_outlets.csv")

    assert report.remarks == ["pls_fy19_outlets.csv is not UTF-8; read as Windows-1252"]
    assert rows(
        "SELECT count(*) FROM organizations WHERE contains(name, '\u2013') OR contains(name, '\u00c9')"
    )[0][0]


def test_the_publishers_zip_holds_systems_outlets_and_a_file_of_states(load_samples: Load) -> None:
    report = load_samples("pls_fy2015.zip")

    assert [made.source for made in report.loaded] == ["pls-systems", "pls-outlets"]
    assert report.unreadable == []
    [note] = report.remarks
    assert note.startswith("pls_fy2015.zip/CSV/PLS_FY2015_State_pusum15a.csv comes along with")


def test_a_table_that_comes_along_with_a_register_is_named_when_it_comes_alone(
    load_samples: Load, tmp_path: Path
) -> None:
    (tmp_path / "ccd_sch_052.csv").write_text("SCHOOL_YEAR,NCESSCH,TOTAL_INDICATOR,GRADE\n")
    with pytest.raises(
        UnreadableFileError, match=r"ccd_sch_052\.csv comes along with Public schools"
    ):
        load_samples(tmp_path / "ccd_sch_052.csv")


def test_no_name_of_a_person_comes_in(
    registers: Path, folder: Path, load_samples: Load, tmp_path: Path, rows: Rows
) -> None:
    with (registers / "eo_mt.csv").open(newline="") as file:
        table = list(csv.DictReader(file))
    for row in table:
        chapter = row["AFFILIATION"] == "9"
        row["ICO"] = "% ZEBEDIAH QUILLFEATHER"
        row["NAME"] += " C/O Z QUILLFEATHER"
        row["STREET"] = f"C/O ZEBEDIAH QUILLFEATHER {row['STREET']}"
        row["SORT_NAME"] = "Z QUILLFEATHER SOLE MBR" if chapter else "QUILLFEATHER ZEBEDIAH"
    with (tmp_path / "eo.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, list(table[0]))
        writer.writeheader()
        writer.writerows(table)
    load_samples(tmp_path / "eo.csv", "hsds_1", "hsds_3", "hsds_3.json")

    database = (folder / "directory.duckdb").read_bytes()
    assert b"QUILLFEATHER" not in database
    streets = rows("SELECT count(*) FROM organizations WHERE street = '1720 WYOMING ST'")
    assert streets[0][0] > 0
    assert b"Persona" not in database


def test_a_file_without_a_header_is_known_whatever_stands_in_the_middle(
    registers: Path, load_samples: Load, rows: Rows, tmp_path: Path
) -> None:
    later = [
        "|".join([*values[:19], *values[21:]])
        for values in (
            line.split("|")
            for line in (registers / "edge_public.txt").read_text("latin-1").splitlines()
        )
    ]
    (tmp_path / "later.txt").write_text("\n".join(later) + "\n")
    load_samples(tmp_path / "later.txt")

    assert rows("SELECT count(*), count(lat) FROM organizations") == [(5, 5)]
    assert rows("SELECT as_of FROM loads") == [("2019",)]


def test_numbers_of_another_kind_are_no_file_of_schools(load_samples: Load, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("123456789012|1|A|2|B|C|MT|x|3|4|5|6|7|8|9\n" * 20)

    with pytest.raises(UnreadableFileError, match=r"other\.txt: no source has the columns"):
        load_samples(tmp_path / "other.txt")


def test_a_school_is_completed_from_the_lists_that_have_its_number(
    registers: Path, load_samples: Load, rows: Rows, tmp_path: Path
) -> None:
    directory, places = (registers / "ccd.csv"), (registers / "edge_public.txt")
    here = places.read_text("latin-1").replace("010000500870", "120000207982")
    (tmp_path / "places.txt").write_text(here.replace("|AL|", "|FL|"))
    report = load_samples(directory, tmp_path / "places.txt")

    assert report.duplicates == 1
    assert rows("SELECT id, main, why FROM duplicates") == [
        ("public-schools-120000207982", "school-places-120000207982", "the same number")
    ]


def test_notes_around_a_table_are_no_rows(registers: Path, load_samples: Load, rows: Rows) -> None:
    assert "Data Source:" in (registers / "elsi_public.csv").read_text()
    report = load_samples("elsi_public.csv")

    assert report.rejects == []
    assert rows("SELECT id FROM organizations WHERE state = 'VA'") == [
        ("school-tables-510267002843",)
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("food_banks", "food_bank"),
        ("senior_citizen_services", "senior_citizen_service"),
        ("church_cathedral", "christian_place_of_worship"),
        ("synagogue", "jewish_place_of_worship"),
        ("fire_department", "fire_station"),
        ("jail_and_prison", "jail_or_prison"),
        ("counseling_and_mental_health", "behavioral_or_mental_health_clinic"),
        ("bank_credit_union", "bank_or_credit_union"),
        ("theatre", "theatre_venue"),
    ],
)
def test_the_old_name_of_a_category_and_the_new_mean_one_partner(
    catalog: Catalog, old: str, new: str
) -> None:
    partners = {name: rule.partner for rule in catalog.classing.values() for name in rule.match}

    assert partners[f"overture/{old}"] == partners[f"overture/{new}"]


def test_places_of_2026_are_classed_by_their_category(load_samples: Load, rows: Rows) -> None:
    load_samples("overture_2026.parquet")

    assert rows("SELECT name, partner FROM organizations WHERE kind = 'bank'") == [
        ("Arvest Bank", "financial-institution")
    ]
    assert rows("SELECT count(partner) FROM organizations") == [(12,)]


def test_places_that_have_closed_stay_out(load_samples: Load) -> None:
    assert load_samples("overture_2026.parquet").reasons() == {"closed": 1, "closed for now": 1}


def test_an_organization_is_found_through_the_service_it_gives_at_a_place(
    registers: Path, load_samples: Load, rows: Rows
) -> None:
    assert "l1,,Fair Oaks" in (registers / "hsds_2/location.csv").read_text()
    load_samples("hsds_2")

    assert rows(
        "SELECT name, zip, phone FROM organizations WHERE street = '2600 Middlefield Road'"
    ) == [("Peninsula Family Service", "94063", "650-780-7525")]


def test_csv_and_json_of_one_feed_say_the_same(load_samples: Load, rows: Rows) -> None:
    said = []
    for name in ("hsds_2", "hsds_2.json"):
        load_samples(name)
        said.append(rows("SELECT name, street, city, zip, phone FROM organizations ORDER BY ALL"))

    assert said[0] == said[1]


@pytest.mark.parametrize(
    ("shape", "kept"),
    [
        ({"contents": [{"id": "s1", "name": "Meals", "organization": {"id": "o", "name": "Haven"}}]}, 1),
        ({"id": "s1", "service": {"id": "s", "organization": {"id": "o", "name": "Haven"}}, "location": {}}, 1),
        ([{"id": "o", "name": "Haven", "locations": [{"addresses": [{"address_1": "1 Main St"}]}]}], 1),
        ([{"id": "o", "name": "Haven", "tax_status": "x"}, {"id": "p", "name": "Hope", "tax_status": "x"}], 2),
    ],
    ids=["services", "a service at a location", "organizations", "a table"],
)  # fmt: skip
def test_every_answer_of_a_feed_names_its_organizations(
    load_samples: Load, tmp_path: Path, shape: object, kept: int
) -> None:
    (tmp_path / "answer.json").write_text(json.dumps(shape))

    assert load_samples(tmp_path / "answer.json").loaded[0].organizations == kept


def test_a_feed_may_say_anything_anywhere(load_samples: Load, rows: Rows, tmp_path: Path) -> None:
    odd = {"id": {}, "address_1": [1], "city": {"x": 1}, "postal_code": 59801}
    haven = {"id": 1, "name": "Haven", "phones": [{"number": [2]}, 3]}
    (tmp_path / "odd.json").write_text(
        json.dumps([{**haven, "locations": [{"id": [], "addresses": [odd, odd]}]}])
    )
    load_samples(tmp_path / "odd.json")

    assert rows("SELECT name, zip, street FROM organizations") == [("Haven", "59801", None)]


@pytest.mark.parametrize(
    "shape",
    [{"id": "1", "name": "A place", "latitude": 1, "longitude": 2, "addresses": []}, [1, 2], {}],
    ids=["a location", "numbers", "nothing"],
)
def test_other_json_is_no_feed(load_samples: Load, tmp_path: Path, shape: object) -> None:
    (tmp_path / "other.json").write_text(json.dumps(shape))

    with pytest.raises(UnreadableFileError, match="json of a shape that no source has"):
        load_samples(tmp_path / "other.json")


def test_only_a_tax_number_becomes_one(load_samples: Load, rows: Rows, tmp_path: Path) -> None:
    numbers = {
        "81-0304211": "ein:810304211",
        "10304211": "ein:010304211",
        "N/A": None,
        "tax_id": None,
        "000000000": None,
        "": None,
    }
    lines = (
        f"18996006{at},Haven of {written!r},nonprofit,{written}\n"
        for at, written in enumerate(numbers)
    )
    (tmp_path / "organizations.csv").write_text("id,name,tax_status,tax_id\n" + "".join(lines))
    load_samples(tmp_path / "organizations.csv")

    assert dict(rows("SELECT name, own_number FROM organizations")) == {
        f"Haven of {written!r}": number for written, number in numbers.items()
    }


def test_figures_bear_the_year_that_the_library_reported_on(load_samples: Load, rows: Rows) -> None:
    load_samples("pls_arcgis_systems.csv")

    assert {year for (year,) in rows("SELECT DISTINCT year FROM figures")} == {2017}
    assert {what for (what,) in rows("SELECT DISTINCT what FROM figures")} == {
        *("visits", "borrowers", "programs", "attendance", "hours", "computers", "staff"),
        *("population", "branches", "bookmobiles"),
    }


def test_of_two_rows_with_one_number_one_is_kept_and_the_other_counted(
    registers: Path, load_samples: Load, tmp_path: Path
) -> None:
    lines = (registers / "museums_2014.csv").read_bytes().splitlines(keepends=True)
    (tmp_path / "museums.csv").write_bytes(b"".join([*lines, lines[1]]))

    assert load_samples(tmp_path / "museums.csv").reasons() == {"another row has its number": 1}


_FEED = b"id,name,description,tax_status,legal_status\n"


@pytest.mark.parametrize(
    ("lines", "kept", "rejected"),
    [
        (b'1,"Haven,x,,\n2,Hope,x,,\n3,"Home",x,,\n', 2, {"a quote that is not closed": 1}),
        (b'1,Haven,x,,\n2,Hope,"x,,\n3,Home,x,,\n', 2, {"a quote that is not closed": 1}),
        (b'1,Haven,"We give\nfood, beds, hope, rest, ""care""\n\nand more",,\n2,Hope,x,,\n', 2, {}),
        (b'1,Haven,"food\r\nand beds",,\r\n2,Hope,x,,\r\n', 2, {}),
        (b"1,Haven, Inc,x,,\n2,Hope\n3,Home,x,,\n", 1, {"too many values": 1, "too few values": 1}),
        (b"1,Haven,x,,\n1,Hope,x,,\n,Home,x,,\n", 1, {"another row has its number": 1, "no id": 1}),
        (b"1,Haven," + b"x" * 200_000 + b",,\n2,Hope,x,,\n", 2, {}),
    ],
    ids=["name", "text", "lines", "line ends", "width", "ids", "long"],
)  # fmt: skip
def test_a_broken_row_of_a_feed_costs_itself_only_and_is_counted(
    load_samples: Load, tmp_path: Path, lines: bytes, kept: int, rejected: dict[str, int]
) -> None:
    (tmp_path / "feed").mkdir()
    (tmp_path / "feed/organizations.csv").write_bytes(_FEED + lines)
    report = load_samples(tmp_path / "feed")

    [made] = report.loaded
    assert (made.organizations, report.reasons()) == (kept, rejected)
    assert made.rows == made.organizations + made.rejected


@pytest.mark.parametrize("more", [{"tax_status": ""}, {"locations": []}], ids=["flat", "nested"])
def test_an_organization_that_comes_twice_in_json_is_counted(
    load_samples: Load, tmp_path: Path, more: dict[str, object]
) -> None:
    haven = {"id": "1", "name": "Haven", **more}
    (tmp_path / "feed.json").write_text(json.dumps([haven, haven, {"name": "Hope", **more}]))

    assert load_samples(tmp_path / "feed.json").reasons() == {
        "another row has its number": 1,
        "no id": 1,
    }


def test_a_service_names_its_organization_again(load_samples: Load, tmp_path: Path) -> None:
    services = [{"id": n, "name": "Meals", "organization": {"id": "1", "name": "H"}} for n in "ab"]
    (tmp_path / "feed.json").write_text(json.dumps(services))

    assert load_samples(tmp_path / "feed.json").rejects == []


def test_a_feed_in_windows_1252_comes_out_as_it_should(
    load_samples: Load, rows: Rows, tmp_path: Path
) -> None:
    (tmp_path / "feed").mkdir()
    (tmp_path / "feed/organizations.csv").write_bytes(_FEED + b"1,Caf\xe9 Hope,,,\n")
    report = load_samples(tmp_path / "feed")

    assert report.remarks == ["organizations.csv is not UTF-8; read as Windows-1252"]
    assert rows("SELECT name FROM organizations") == [("Café Hope",)]


@pytest.mark.parametrize("at_once", [True, False], ids=["at once", "in turn"])
def test_two_feeds_that_count_from_1_both_stay_and_each_replaces_itself(
    registers: Path, load_samples: Load, rows: Rows, tmp_path: Path, *, at_once: bool
) -> None:
    counties = [tmp_path / "county_a", tmp_path / "county_b"]
    for county in counties:
        shutil.copytree(registers / "hsds_ohana", county)
    for names in [counties] if at_once else [[county] for county in counties]:
        load_samples(*names)
    (tmp_path / "elsewhere").mkdir()
    again = load_samples(counties[0].rename(tmp_path / "elsewhere/county_a"))

    assert rows("SELECT own_part, count(*) FROM organizations GROUP BY ALL ORDER BY ALL") == [
        ("county_a", 18),
        ("county_b", 18),
    ]
    assert (again.loaded[0].new, again.loaded[0].gone) == (0, 0)


@pytest.mark.parametrize("name", ["organization.csv", "Organizations.csv"])
def test_a_table_of_organizations_is_a_feed_by_its_name_however_little_it_holds(
    load_samples: Load, rows: Rows, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_text("id,name,website\n1,Haven,https://haven.example\n")
    report = load_samples(tmp_path / name)

    assert [(made.source, made.organizations) for made in report.loaded] == [("hsds", 1)]
    assert rows("SELECT name, site FROM organizations") == [("Haven", "https://haven.example")]


@pytest.mark.parametrize(
    ("name", "header"),
    [("clubs.csv", "id,name,website"), ("organizations.csv", "id,name,website,town")],
    ids=["of another name", "with a column of its own"],
)
def test_a_table_of_somebodys_own_is_no_feed(
    load_samples: Load, tmp_path: Path, name: str, header: str
) -> None:
    (tmp_path / name).write_text(f"{header}\n1,Haven,https://haven.example,Havre\n")

    with pytest.raises(UnreadableFileError):
        load_samples(tmp_path / name)
