"""Exempt organizations of the IRS. Names and addresses only: who opens the mail is left out."""

from collabkit.directory.sources.base import Source

SOURCE = Source(
    id="irs",
    label="Exempt Organizations Business Master File",
    publisher="Internal Revenue Service",
    license="public domain",
    covers="1.9 million nonprofits of the United States, with the codes and groups they file under",
    download="https://www.irs.gov/charities-non-profits/exempt-organizations-business-master-file-extract-eo-bmf",
    base="https://www.irs.gov/pub/irs-soi/",
    files={"state": "eo_{state}.csv", "all": "eo1.csv eo2.csv eo3.csv eo4.csv"},
    signatures=(frozenset({"EIN", "NAME", "NTEE_CD", "SUBSECTION", "AFFILIATION", "GROUP"}),),
    columns={
        "key": ("EIN",),
        "name": ("NAME",),
        "local": ("SORT_NAME",),
        "street": ("STREET",),
        "city": ("CITY",),
        "state": ("STATE",),
        "zip": ("ZIP",),
        "code": ("NTEE_CD",),
        "affiliates": ("GROUP",),
        "rank": ("AFFILIATION",),
        "kind": ("SUBSECTION",),
        "size": ("INCOME_CD",),
        "as_of": ("RULING",),
        "activity": ("ACTIVITY",),
        "foundation": ("FOUNDATION",),
        "last_year": ("TAX_PERIOD",),
    },
    nulls=("0000", "000000", "000000000"),
    # Elsewhere the second name is often that of a trustee, a treasurer or whoever opens the mail.
    chapters=("7", "8", "9"),
    people=r"\b(TTEES?|TRUSTEES?|MBR|MGR|PTR|TREAS|TREASURER|PRES|PASTOR|EXEC DIR)\b|\bC[-/]O\b|%",
    numbers="ein",
    one_line=True,
)
