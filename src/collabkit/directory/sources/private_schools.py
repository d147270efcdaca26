"""Private schools, as HIFLD and the Private School Survey have them.

In the survey the year may be in the name of a column.
"""

from collabkit.directory.sources.base import Source

_YEARS = tuple(range(10, 40, 2))

SOURCE = Source(
    id="private-schools",
    label="Private schools (HIFLD, Private School Survey)",
    publisher="Department of Homeland Security; National Center for Education Statistics",
    license="public domain",
    covers="22,600 private schools of the United States",
    download="https://nces.ed.gov/surveys/pss/pssdata.asp",
    signatures=(
        frozenset({"NCESID", "NAME", "NAICS_CODE", "START_GRAD"}),
        frozenset({"PPIN", "PINST", "PADDRS", "PCITY"}),
    ),
    columns={
        "key": ("NCESID", "PPIN"),
        "name": ("NAME", "PINST"),
        "street": ("ADDRESS", "PADDRS"),
        "city": ("CITY", "PCITY"),
        "state": ("STATE", "PSTABB"),
        "zip": ("ZIP", "PZIP"),
        "lat": ("LATITUDE", *(f"LATITUDE{year}" for year in _YEARS)),
        "lon": ("LONGITUDE", *(f"LONGITUDE{year}" for year in _YEARS)),
        "phone": ("TELEPHONE", "PPHONE"),
        "kind": ("LEVEL_", "LEVEL"),
        "status": ("STATUS",),
        "as_of": ("SOURCEDATE", "SOURCE_DATE"),
    },
    nulls=("NOT AVAILABLE", "-999"),
    left_out={"2": "closed"},
    numbers="nces",
    one_line=True,
)
