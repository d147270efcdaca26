"""``library.yaml``, read and written."""

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from collabkit.catalog import Catalog
from collabkit.datafiles.checking import validate
from collabkit.datafiles.documents import Document
from collabkit.datafiles.reading import parse, read
from collabkit.datafiles.references import dangling
from collabkit.datafiles.scalars import quote, write_number
from collabkit.errors import DataError, Problem, UsageError, cut, did_you_mean
from collabkit.library import Library


def load_library(path: Path, catalog: Catalog) -> Library:
    """Return the profile in the file at *path*.

    Raises:
        UsageError: there is no such file.
        DataError: with every problem in it.
    """
    if not os.path.lexists(path):
        raise UsageError(
            f"no file called {str(path)!r}",
            'Workspace.init(".") writes a library.yaml',
            command="`collab init` writes a library.yaml",
        )
    profile, problems = read_library(path, catalog)
    if problems or profile is None:
        raise DataError(problems)
    return profile


def read_library(
    path: Path, catalog: Catalog, content: bytes | None = None
) -> tuple[Library | None, list[Problem]]:
    """Read one profile. Return it, if it holds, and what is wrong with it.

    Args:
        path: the file.
        catalog: what its ids may name.
        content: what the file would hold, if it is not written yet.
    """
    document = read(path) if content is None else parse(content, str(path))
    profile, problems = validate(document, Library, example="`collab init` writes an example")
    if profile is None:
        return None, problems
    return profile, [*problems, *_doubts(profile, document, catalog)]


def _doubts(profile: Library, document: Document, catalog: Catalog) -> Iterator[Problem]:
    yield from dangling(profile, document, (), catalog.kind)
    year = date.today().year  # noqa: DTZ011 - the year on the wall is the one that counts
    for position, figure in enumerate(profile.figures):
        if figure.year > year:
            place = document.place(("figures", position, "year"))
            yield Problem(place, f"figures[{position}].year", f"{figure.year} has not come yet")
    yield from _unknown_requirements(profile, document, catalog)


def _unknown_requirements(
    profile: Library, document: Document, catalog: Catalog
) -> Iterator[Problem]:
    """Yield a problem for each work of `ready:` that there is none of, and for what it does not require."""
    works = catalog.activities if profile.ready else {}
    for work, answers in profile.ready.items():
        if work not in works:
            close = did_you_mean(work, works)
            said = f"nothing in activities is called {cut(work)!r}"
            at = document.place(("ready", work))
            yield Problem(at, f"ready.{work}", f"{said}; {close}" if close else said)
            continue
        known = works[work].required()
        for name in answers:
            if name not in known:
                place = document.place(("ready", work, name))
                listed = f"it requires {', '.join(known)}" if known else "it requires nothing"
                said = f"{work} requires nothing called {cut(name)!r}; {listed}"
                yield Problem(place, f"ready.{work}.{name}", said)


def profile_text(catalog: Catalog, library: Library) -> str:
    """Return a commented ``library.yaml`` that says what *library* does and shows the rest."""

    def value(text: str | None) -> str:
        return f" {quote(text)}" if text else ""

    def choices(chosen: Sequence[str], labels: Mapping[str, str]) -> str:
        width = max(map(len, labels))
        return "\n".join(
            f"  {'' if id_ in chosen else '# '}- {id_:<{width}}  # {label}"
            for id_, label in labels.items()
        )

    own = {id_: asset.label for id_, asset in catalog.assets.items() if not asset.universal}
    own |= {id_: catalog.assets[id_].label for id_ in library.assets}
    short = {id_: resource.label for id_, resource in catalog.resources.items()}
    return f"""\
# The profile of a library, for collab. Lines that begin with # are comments: take the # away
# (and the blank after it) to state something. What is not stated counts as unknown, never as no.

name:{value(library.name)}  # as the library signs letters
place:{value(library.place)}  # town and state
address:{value(library.address)}  # as it stands on a letter
open:{value(library.open)}  # public hours, for letters: Monday to Thursday 9 to 8, Saturday 9 to 5
zip:{value(library.zip)}  # in quotes, or a zero in front is lost
coordinates:{value(library.coordinates)}  # latitude and longitude, if the ZIP code is too coarse
fscskey:{value(library.fscskey)}  # its key in the Public Libraries Survey, so that it does not find itself
contact:  # who writes; a block `signer:` of its own, with name and role, says who signs instead
  role:{value(library.contact.role)}  # such as "outreach librarian"
  name:{value(library.contact.name)}  # leave it empty in a file that others see
  phone:{value(library.contact.phone)}
  email:{value(library.contact.email)}

# Staff hours a week for partnerships.
hours:{"" if library.hours is None else f" {write_number(library.hours)}"}

# What joint work requires, and whether you have it: have, later or cannot.
# `collab plan --ready` asks what your plan needs, and writes it here.
ready:
  # sensory-story-time:
  #   room: have

# The goals of your plan in its own words: `collab plan` and `chart` go by them, `report` proves them.
strategic_goals:
  # - name: Every child is ready for school
  #   goals: [early-literacy]
  #   works: [waiting-room-story-time]
  #   until: 2028

# What the library has, beyond what every public library brings (a trusted name, neutral ground …).
# `collab show study-rooms` tells more of each.
assets:
{choices(library.assets, own)}

# What the library is short of.
needs:
{choices(library.needs, short)}

# Local figures, for proposals to cite. `about` is an asset or a goal.
figures:
{_figures(library)}  # - about: early-literacy
  #   value: "38 percent"
  #   what: of kindergartners arrived ready to read
  #   year: 2025
  #   source: school district report

# What an hour of work given in kind is worth, as your library counts it. Proposals add it up.
rate:
  # value: 30.00
  # year: 2025
  # source: average hourly pay of library staff

# Partners already known. `went` is well, mixed or badly.
partners:
  # - partner: k12-school
  #   name: Lincoln Elementary School
  #   since: 2021
  #   went: well

# How papers look: a PNG or JPEG beside this file, and the color of headings.
logo:
color:  # such as "#1f4e79", in quotes
"""


def _figures(library: Library) -> str:
    """Return the figures of *library* as entries of a list."""
    return "".join(
        f"  - about: {figure.about}\n"
        f"    value: {quote(str(figure.value))}\n"
        + (f"    what: {quote(figure.what)}\n" if figure.what else "")
        + f"    year: {figure.year}\n"
        f"    source: {quote(figure.source)}\n"
        for figure in library.figures
    )


def line_of(path: Path, field: Sequence[str]) -> int:
    """Return the line of the file at *path* where *field* stands, or would stand.

    Args:
        path: a profile that was read before.
        field: keys from the top, such as ``("contact", "phone")``.
    """
    document = read(path)
    known = any(tuple(field[:depth]) in document.places for depth in range(1, len(field) + 1))
    return document.place(tuple(field)).line if known else path.read_bytes().count(b"\n") + 1
