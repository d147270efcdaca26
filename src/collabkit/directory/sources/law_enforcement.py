"""Police departments and sheriffs of HIFLD."""

from collabkit.directory.sources.base import Source

SOURCE = Source(
    id="law-enforcement",
    label="Local Law Enforcement Locations",
    publisher="Department of Homeland Security (HIFLD)",
    license="public domain",
    covers="23,600 police departments and sheriffs of the United States (last issued in 2025)",
    download="https://www.dhs.gov/gmo/hifld",
    signatures=(frozenset({"ID", "NAME", "TELEPHONE", "ADDRESS", "COUNTY", "X", "Y"}),),
    columns={
        "key": ("ID",),
        "name": ("NAME",),
        "street": ("ADDRESS",),
        "city": ("CITY",),
        "state": ("STATE",),
        "zip": ("ZIP",),
        "lat": ("LATITUDE", "Y"),
        "lon": ("LONGITUDE", "X"),
        "phone": ("TELEPHONE",),
        "kind": ("TYPE",),
        "status": ("STATUS",),
        "site": ("WEBSITE",),
        "as_of": ("SOURCEDATE",),
    },
    nulls=("NOT AVAILABLE", "-999"),
    left_out={"CLOSED": "closed"},
    one_line=True,
)
