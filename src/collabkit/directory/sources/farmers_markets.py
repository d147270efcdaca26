"""Farmers markets of the USDA directory. States stand by name, coordinates as x and y."""

from collabkit.directory.sources.base import Source

SOURCE = Source(
    id="farmers-markets",
    label="National Farmers Market Directory",
    publisher="USDA Agricultural Marketing Service",
    license="public domain",
    covers="8,700 farmers markets of the United States (this format until 2020)",
    download="https://www.usdalocalfoodportal.com/fe/datasharing/",
    signatures=(frozenset({"FMID", "MARKETNAME", "STATE", "X", "Y"}),),
    columns={
        "key": ("FMID",),
        "name": ("MARKETNAME",),
        "street": ("STREET",),
        "city": ("CITY",),
        "state": ("STATE",),
        "zip": ("ZIP",),
        "lat": ("Y",),
        "lon": ("X",),
        "site": ("WEBSITE",),
        "as_of": ("UPDATETIME",),
    },
)
