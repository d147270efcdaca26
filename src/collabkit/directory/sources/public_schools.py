"""Public schools, as HIFLD and the Common Core of Data have them."""

from collabkit.directory.sources.base import Source

SOURCE = Source(
    id="public-schools",
    label="Public schools (HIFLD, Common Core of Data)",
    publisher="Department of Homeland Security; National Center for Education Statistics",
    license="public domain",
    covers="100,000 public schools of the United States",
    download="https://nces.ed.gov/ccd/files.asp",
    signatures=(
        frozenset({"NCESID", "NAME", "DISTRICTID", "ENROLLMENT"}),
        frozenset({"NCESSCH", "SCH_NAME", "LSTREET1", "LCITY"}),
    ),
    # The students, staff and lunches of each school.
    alongside=(frozenset({"NCESSCH", "TOTAL_INDICATOR"}),),
    columns={
        "key": ("NCESID", "NCESSCH"),
        "name": ("NAME", "SCH_NAME"),
        "street": ("ADDRESS", "LSTREET1"),
        "city": ("CITY", "LCITY"),
        "state": ("STATE", "LSTATE", "ST"),
        "zip": ("ZIP", "LZIP"),
        "lat": ("LATITUDE", "LAT"),
        "lon": ("LONGITUDE", "LONG"),
        "phone": ("TELEPHONE", "PHONE"),
        "site": ("WEBSITE",),
        "kind": ("LEVEL_", "LEVEL"),
        "status": ("STATUS", "UPDATED_STATUS", "SY_STATUS"),
        "as_of": ("SOURCE_DATE", "SOURCEDATE", "SCHOOL_YEAR"),
    },
    nulls=("NOT AVAILABLE", "-999", "-9", "M", "N"),
    left_out={"2": "closed", "6": "inactive", "7": "not open yet"},
    numbers="nces",
)
