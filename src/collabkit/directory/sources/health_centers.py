"""Health centers of HRSA. The header ends in a comma; every value stands in quotes."""

from collabkit.directory.sources.base import Source

SOURCE = Source(
    id="health-centers",
    label="Health Center Service Delivery and Look-Alike Sites",
    publisher="Health Resources and Services Administration",
    license="public domain",
    covers="18,000 sites of federally qualified health centers",
    download="https://data.hrsa.gov/data/download",
    base="https://data.hrsa.gov/DataDownload/DD_Files/",
    files={"all": "Health_Center_Service_Delivery_and_LookAlike_Sites.csv"},
    signatures=(frozenset({"SITE NAME", "SITE ADDRESS", "BPHC ASSIGNED NUMBER"}),),
    columns={
        "key": ("BPHC ASSIGNED NUMBER",),
        "name": ("SITE NAME",),
        "local": ("HEALTH CENTER NAME",),
        "street": ("SITE ADDRESS",),
        "city": ("SITE CITY",),
        "state": ("SITE STATE ABBREVIATION",),
        "zip": ("SITE POSTAL CODE",),
        "lat": ("GEOCODING ARTIFACT ADDRESS PRIMARY Y COORDINATE",),
        "lon": ("GEOCODING ARTIFACT ADDRESS PRIMARY X COORDINATE",),
        "phone": ("SITE TELEPHONE NUMBER",),
        "site": ("SITE WEB ADDRESS",),
        "kind": ("HEALTH CENTER TYPE DESCRIPTION",),
        "status": ("SITE STATUS DESCRIPTION",),
        "as_of": ("DATA WAREHOUSE RECORD CREATE DATE",),
    },
    left_out={"Inactive": "closed"},
    one_line=True,
)
