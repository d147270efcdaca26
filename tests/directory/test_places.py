"""Places as people write them, and names as a letter prints them."""

import pytest

from collabkit.directory.geo import places
from collabkit.directory.records import full_name, readable
from collabkit.errors import UsageError


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("59801", "Missoula, MT"),
        ("59801-1234", "Missoula, MT"),
        ("burlington, vermont", "Burlington, VT"),
        ("Burlington VT", "Burlington, VT"),
        ("46.87, -113.99", "46.87,-113.99"),
        ("46.87 -113.99", "46.87,-113.99"),
        ("St. Johnsbury, VT", "Saint Johnsbury, VT"),
        ("st.johnsbury vt", "Saint Johnsbury, VT"),
        ("St Johnsbury Vermont", "Saint Johnsbury, VT"),
        ("Mt. Vernon, NY", "Mount Vernon, NY"),
        ("Mount Zion, IL", "Mt Zion, IL"),
        ("Ft. Benton, MT", "Fort Benton, MT"),
        ("Sault Ste. Marie, MI", "Sault Sainte Marie, MI"),
        ("Hardwick, VT 05843", "Hardwick, VT"),
        ("Missoula,MT,USA", "Missoula, MT"),
        ("Charleston West Virginia", "Charleston, WV"),
        ("Washington, D.C.", "Washington, DC"),
        ("99999", "ZIP 999…"),
    ],
)
def test_places_are_known_in_the_ways_people_write_them(text: str, label: str) -> None:
    assert places.near(text).label == label


def test_a_zip_code_after_the_town_says_where_in_it() -> None:
    assert places.near("Missoula, MT 59801")[1:] == places.near("59801")[1:]
    assert places.near("Missoula, MT 10001") == places.near("Missoula, MT")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("St. Johnsbry, VT", "Did you mean 'Saint Johnsbury, VT'?"),
        ("Missoula", "Write 'Missoula, MT'"),
        ("St. Johnsbury", "Write 'St. Johnsbury, VT'"),
    ],
)
def test_a_place_that_is_not_found_is_told_with_one_that_is(text: str, hint: str) -> None:
    with pytest.raises(UsageError) as refused:
        places.near(text)

    assert refused.value.hint == hint
    assert places.near(hint.split("'")[1])


@pytest.mark.parametrize(
    "text",
    [
        "Atlantis, MT",
        "91,0",
        "00000",
        "",
        "x" * 10_000,
        "1,200",
        "\u0665\u0669\u0668\u0660\u0661",
        ", MT",
        "59801 1",
    ],
)
def test_a_place_that_is_none_is_a_usage_error(text: str) -> None:
    with pytest.raises(UsageError):
        places.near(text)


def test_distances() -> None:
    assert places.miles("25mi") == 25
    assert round(places.miles("40 km"), 2) == 24.85
    assert places.shown(places.miles("0.001mi")) == "0.001"
    for text in ("far", "\u0665mi"):
        with pytest.raises(UsageError):
            places.miles(text)
    for text in ("0", "12000mi", "9000km"):
        with pytest.raises(UsageError, match="at most 5,000 miles"):
            places.miles(text)


@pytest.mark.parametrize(
    ("name", "local", "shown"),
    [
        ("FRATERNAL ORDER OF EAGLES", "32 AERIE", "Fraternal Order of Eagles, 32 Aerie"),
        (
            "AMERICAN CIVIL LIBERTIES UNION",
            "OF MONTANA",
            "American Civil Liberties Union of Montana",
        ),
        ("ROTARY CLUB OF HELENA", "HELENA", "Rotary Club of Helena"),
        ("HELENA PTA", None, "Helena PTA"),
    ],
)
def test_a_chapter_is_called_by_both_its_names(name: str, local: str | None, shown: str) -> None:
    assert full_name(name, local) == shown


@pytest.mark.parametrize(
    ("filed", "shown"),
    [
        ("MISSOULA COUNTY HISTORICAL SOCIETY", "Missoula County Historical Society"),
        ("YMCA OF THE ROCKIES", "YMCA of the Rockies"),
        ("VFW POST 209 AUXILIARY", "VFW Post 209 Auxiliary"),
        ("eBird Friends", "eBird Friends"),
        ("121 3RD AVE NW", "121 3rd Ave NW"),
    ],
)
def test_capitals_of_a_register_become_a_name(filed: str, shown: str) -> None:
    assert readable(filed) == shown


@pytest.mark.parametrize("code", ["96799", "96910", "96950"])
def test_no_island_is_taken_for_another_across_an_ocean(code: str) -> None:
    """Pago Pago is not in Hawaii, nor Guam among the Marshall Islands."""
    with pytest.raises(UsageError, match=f"no ZIP code {code} is known"):
        places.near(code)


@pytest.mark.parametrize(
    ("code", "lat", "lon"), [("00765", 18, -65), ("99505", 61, -150), ("80840", 39, -105)]
)
def test_a_code_that_geonames_puts_elsewhere_stands_where_it_is(
    code: str, lat: int, lon: int
) -> None:
    """Vieques is an island, and two bases lie beside Anchorage and Colorado Springs."""
    spot = places.near(code)

    assert (round(spot.lat), round(spot.lon)) == (lat, lon)
