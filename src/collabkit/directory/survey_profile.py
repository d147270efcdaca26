"""A library of the survey as a profile, with figures that letters may cite."""

from collections.abc import Iterator

from collabkit.catalog import Catalog
from collabkit.directory.directory import Directory
from collabkit.directory.query.survey import SOURCE, Surveyed
from collabkit.library import Contact, Figure, Library

_ABOUT = {
    "visits": ("neutral-institution", "visits a year"),
    "borrowers": ("brand-and-reputation", "registered borrowers"),
    "hours": ("service-orientation", "hours open in the year"),
    "computers": ("public-computers", "computers with internet for the public"),
    "staff": ("staff-involvement", "staff, counted as full-time"),
    "branches": ("branches", "branches"),
    "bookmobiles": ("bookmobile", "bookmobiles"),
}
"""Which asset each figure of the survey proves, and what it counts."""
_ONE = {"branches": "branch", "bookmobiles": "bookmobile", "computers": "computer for the public"}
_HAS = {"computers": "public-computers", "branches": "branches", "bookmobiles": "bookmobile"}
"""Which asset a library has of which the survey counts one or more."""


def from_survey(directory: Directory, asked: str, catalog: Catalog) -> Library:
    """Return the profile of a library of the survey, by a part of its name or its key.

    Raises:
        UsageError: no library of the survey is called so, or several are.
    """
    found = directory.survey(asked)
    figures = [figure for figure in _figures(found) if figure.about in catalog.assets]
    assets = (asset for counted, asset in _HAS.items() if found.figures.get(counted))
    return Library.model_construct(
        name=found.name,
        place=found.place or None,
        zip=found.zip,
        fscskey=found.key,
        coordinates=None if found.lat is None else f"{found.lat:.5f},{found.lon:.5f}",
        contact=Contact.model_construct(phone=found.phone),
        assets=tuple(asset for asset in assets if asset in catalog.assets),
        needs=(),
        hours=None,
        figures=tuple(figures),
        partners=(),
    )


def _figures(found: Surveyed) -> Iterator[Figure]:
    if found.year is None:
        return
    known = found.figures
    if known.get("programs") and known.get("attendance"):
        yield _figure(
            "lifelong-learning",
            f"{known['programs']:,.0f} programs",
            f"with an attendance of {known['attendance']:,.0f}",
            found.year,
        )
    for name, (asset, what) in _ABOUT.items():
        if known.get(name):
            digits = 0 if known[name] == int(known[name]) else 1
            counted = _ONE.get(name, what) if known[name] == 1 else what
            yield _figure(asset, f"{known[name]:,.{digits}f}", counted, found.year)


def _figure(about: str, value: str, what: str, year: int) -> Figure:
    return Figure.model_construct(about=about, value=value, what=what, year=year, source=SOURCE)
