"""The library systems of the Public Libraries Survey, with the figures that proposals cite."""

from collabkit.directory.sources.base import Source

SOURCE = Source(
    id="pls-systems",
    label="Public Libraries Survey, administrative entities",
    publisher="Institute of Museum and Library Services",
    license="public domain",
    covers="9,250 library systems of the United States, with visits, programs, hours and staff",
    download="https://www.imls.gov/research-evaluation/surveys/public-libraries-survey-pls",
    signatures=(frozenset({"FSCSKEY", "LIBNAME", "C_LEGBAS", "POPU_LSA"}),),
    # The sums by state.
    alongside=(frozenset({"STABR", "POPU_LSA", "POPU_ST", "CENTLIB"}),),
    columns={
        "key": ("FSCSKEY",),
        "name": ("LIBNAME",),
        "street": ("ADDRESS",),
        "city": ("CITY",),
        "state": ("STABR",),
        "zip": ("ZIP",),
        "county": ("CNTY", "COUNTY"),
        "lat": ("LATITUDE", "LAT"),
        "lon": ("LONGITUD", "LONG"),
        "phone": ("PHONE",),
        "kind": ("C_LEGBAS",),
        "status": ("STATSTRU",),
        "as_of": ("ENDDATE", "DATA_YEAR", "YR_SUB"),
        "visits": ("VISITS",),
        "borrowers": ("REGBOR",),
        "programs": ("TOTPRO",),
        "attendance": ("TOTATTEN",),
        "hours": ("HRS_OPEN",),
        "computers": ("GPTERMS",),
        "staff": ("TOTSTAFF",),
        "population": ("POPU_LSA",),
        "branches": ("BRANLIB",),
        "bookmobiles": ("BKMOB", "BKMOBILE", "BOOKMOBILES"),
    },
    nulls=("M", "-1", "-3", "-4", "-9"),
    left_out={"03": "closed", "3": "closed", "23": "closed for now"},
    numbers="fscs",
)
