"""The museum files of IMLS: two editions, three addresses, nulls of one blank."""

from collabkit.directory.sources.base import Source

SOURCE = Source(
    id="museums",
    label="Museum Data Files",
    publisher="Institute of Museum and Library Services",
    license="public domain",
    covers="30,000 museums, historical societies, zoos and botanical gardens (last issued in 2018)",
    download="https://www.imls.gov/research-evaluation/data-collection/museum-data-files",
    signatures=(
        frozenset({"MID", "COMMONNAME", "LEGALNAME", "AAMREG"}),
        frozenset({"MID", "NAME", "DISCIPL", "AAMREG"}),
    ),
    columns={
        "key": ("MID",),
        "number": ("EIN",),
        "name": ("COMMONNAME", "NAME"),
        "name2": ("LEGALNAME",),
        "other_names": ("ALTNAME", "AKADBA", "LEGALNAME"),
        "street": ("GSTREET", "PHSTREET", "ADDRESS"),
        "city": ("GCITY", "PHCITY", "CITY"),
        "state": ("GSTATE", "PHSTATE", "STATE"),
        "zip": ("GZIP5", "PHZIP5", "ZIP5"),
        "lat": ("LATITUDE",),
        "lon": ("LONGITUDE",),
        "phone": ("PHONE",),
        "site": ("WEBURL",),
        "code": ("NTEEC", "NTEECC"),
        "kind": ("DISCIPL", "DISCIPLINE"),
        "size": ("INCOMECD15", "INCOMECD"),
        "as_of": ("TAXPER15", "TAXPER"),
    },
    nulls=(" ",),
    numbers="ein",
    one_line=True,
)
