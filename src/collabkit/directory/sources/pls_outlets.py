"""Every building and bookmobile of the Public Libraries Survey. The columns change each year."""

from collabkit.directory.sources.base import Source

SOURCE = Source(
    id="pls-outlets",
    label="Public Libraries Survey, outlets",
    publisher="Institute of Museum and Library Services",
    license="public domain",
    covers="17,500 central libraries, branches and bookmobiles of the United States",
    download="https://www.imls.gov/research-evaluation/surveys/public-libraries-survey-pls",
    signatures=(
        frozenset({"FSCSKEY", "FSCS_SEQ", "C_OUT_TY", "LIBNAME"}),
        frozenset({"FSCS ID", "FSCS ID_SEQ", "LIBRARY NAME", "OUTLET TYPE"}),
    ),
    columns={
        "key": ("FSCSKEY", "FSCS ID"),
        "key2": ("FSCS_SEQ", "FSCS ID_SEQ"),
        "name": ("LIBNAME", "LIBRARY NAME"),
        "street": ("ADDRESS",),
        "city": ("CITY",),
        "state": ("STABR", "STATE"),
        "zip": ("ZIP",),
        "county": ("CNTY", "COUNTY"),
        "county_people": ("CNTYPOP",),
        "lat": ("LATITUDE", "LAT"),
        "lon": ("LONGITUD", "LONGITUDE", "LONG"),
        "place": ("LOCATION",),
        "phone": ("PHONE",),
        "kind": ("C_OUT_TY", "OUTLET TYPE"),
        "status": ("STATSTRU", "STRUCTURE CHANGE"),
        "as_of": ("YR_SUB", "DATA_YEAR"),
    },
    nulls=("M", "-1", "-3", "-4", "-9"),
    left_out={"03": "closed", "3": "closed", "23": "closed for now"},
    numbers="fscs",
    parts=("BR", "BS", "BM"),
)
