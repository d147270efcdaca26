"""Where every public and private school is, from the EDGE program of the NCES.

One file comes as a table with a header (DBF, CSV) and as text without one.
"""

from collabkit.directory.sources.base import Headless, Source

_VALUES = {
    "NCESSCH": r"\d{12}",
    "PPIN": r"[A-Z0-9]{8}",
    "STATE": r"[A-Z]{2}",
    "ZIP": r"\d{5}(-\d{4})?",
    "LAT": r"-?[0-7]?\d(\.\d*)?",
    "LON": r"-?1?\d?\d(\.\d*)?",
}
_PLACE = ("STREET", "CITY", "STATE", "ZIP", "STFIP", "CNTY", "NMCNTY", "LOCALE", "LAT", "LON")

SOURCE = Source(
    id="school-places",
    label="School locations (EDGE)",
    publisher="National Center for Education Statistics",
    license="public domain",
    covers="address and coordinates of 125,000 public and private schools of the United States",
    download="https://nces.ed.gov/programs/edge/Geographic/SchoolLocations",
    signatures=(
        frozenset({"NCESSCH", "NAME", "LAT", "LON"}),
        frozenset({"NCESSCH", "NAME", "LAT1516", "LON1516"}),
        frozenset({"PPIN", "NAME", "LAT", "LON"}),
    ),
    headless=(
        Headless(("NCESSCH", "LEAID", "NAME", "OPSTFIPS", *_PLACE), _VALUES, last=("SCHOOLYEAR",)),
        Headless(("PPIN", "NAME", *_PLACE), _VALUES, last=("SCHOOLYEAR",)),
    ),
    columns={
        "key": ("NCESSCH", "PPIN"),
        "name": ("NAME",),
        "street": ("STREET", "LSTREE"),
        "city": ("CITY", "LCITY"),
        "state": ("STATE", "LSTATE"),
        "zip": ("ZIP", "LZIP"),
        "lat": ("LAT", "LAT1516"),
        "lon": ("LON", "LON1516"),
        "as_of": ("SCHOOLYEAR",),
    },
    nulls=("N",),
    numbers="nces",
)
