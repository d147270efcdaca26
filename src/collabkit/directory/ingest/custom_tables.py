"""Tables of the library's own: which of their columns is what, kept beside the directory."""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from collabkit.directory.sources import Source
from collabkit.errors import CollabkitError, UsageError, did_you_mean
from collabkit.files.writing import write_whole
from collabkit.text.phrases import cap

FILE = "own.json"
FIELDS = {
    "name": "what the organization is called",
    "partner": "what kind it is: a partner id, or its name or an alias",
    "street": "street and number",
    "city": "town",
    "state": "state",
    "zip": "ZIP code",
    "lat": "latitude",
    "lon": "longitude",
    "phone": "telephone",
    "site": "web site",
    "number": "EIN",
    "key": "a number or code that tells a row from all others",
    "local": "name of the chapter",
    "as_of": "date",
    "person": "whom you know there",
    "email": "e-mail",
}
"""What a column may be said to hold."""


def mapping(pairs: Sequence[str], fields: Mapping[str, str] = FIELDS) -> dict[str, str]:
    """Return what `name=Organization` and the like say: our word and the column.

    Raises:
        UsageError: a pair is no pair, or says nothing that we know.
    """
    found: dict[str, str] = {}
    for pair in pairs:
        for part in pair.split(","):
            field, mark, column = (piece.strip() for piece in part.partition("="))
            if not mark or not column:
                raise UsageError(
                    f"{part!r} does not say which column is what",
                    'Write {"name": "Organization", "zip": "Zip"}',
                    command="Write --map name=Organization,zip=Zip",
                )
            if field not in fields:
                close = did_you_mean(field, fields)
                raise UsageError(
                    f"nothing called {field!r} to map",
                    (close and cap(close)) or f"One of {', '.join(fields)}",
                )
            found[field] = column
    if "name" not in found:
        raise UsageError("nothing says which column is the name", "Add name=COLUMN")
    return found


def source(id_: str, columns: Mapping[str, str]) -> Source:
    """Return the source that reads *columns*, our words to those of the file."""
    folded = {field: " ".join(column.upper().split()) for field, column in columns.items()}
    if "phone" in folded and folded.keys() & {"person", "email"}:
        # Where a table names people, its telephones are theirs.
        folded["direct"] = folded.pop("phone")
    return Source(
        id=f"own-{id_}",
        label=f"Table of your own: {id_}",
        publisher="this library",
        license="your own",
        covers="what you put into it",
        download="",
        signatures=(frozenset(folded.values()),),
        columns={field: (column,) for field, column in folded.items()},
        numbers="ein" if "number" in columns else "",
        by_state=False,
    )


def slug(text: str) -> str:
    """Return *text* as an id."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))[:40] or "table"


def profiles(folder: Path) -> dict[str, dict[str, str]]:
    """Return the profiles kept in *folder*, by id.

    Raises:
        CollabkitError: the file does not hold what it should.
    """
    path = folder / FILE
    if not path.is_file():
        return {}
    try:
        kept = json.loads(path.read_bytes())
        found = {str(id_): {str(f): str(c) for f, c in each.items()} for id_, each in kept.items()}
    except (ValueError, AttributeError):
        found = {"": {}}
    # By hand anything may have been written into it.
    if not all("name" in each and each.keys() <= FIELDS.keys() for each in found.values()):
        raise CollabkitError(
            f"cannot read the profiles of your own tables in {path}",
            "Move the file away and say again what the columns are.",
        )
    return found


def keep(folder: Path, id_: str, columns: Mapping[str, str]) -> None:
    """Keep a profile in *folder*, over one of the same id."""
    kept = {**profiles(folder), id_: dict(columns)}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / FILE, (json.dumps(kept, indent=2, sort_keys=True) + "\n").encode())
    except OSError as error:
        raise CollabkitError(f"cannot write {folder / FILE}: {error.strerror}") from error


class Tables(NamedTuple):
    """The tables of its own that a library has told of, and which of them a command asks for."""

    kept: Mapping[str, Mapping[str, str]]
    """What the columns of each are."""
    asked: str = ""
    """The one that the files of the command are, unless they are a public register."""

    def for_file(self, path: Path) -> list[Source]:
        """Return those that the file at *path* may be, likeliest first: that of its own name.

        Under another name it is one of those whose columns tell enough: many a table has a name.
        """
        if self.asked:
            return [source(self.asked, self.kept[self.asked])]
        name = name_for(path)
        ids = sorted(self.kept, key=lambda id_: (id_ != name, -len(self.kept[id_])))
        return [
            source(id_, self.kept[id_])
            for id_ in ids
            if id_ == name or len(self.kept[id_]) >= _TELLING
        ]


_TELLING = 3
"""Columns that a table has in common with another of the same kind, and hardly by chance."""


NONE = Tables({})


def name_for(path: Path) -> str:
    """Return what to call the table in the file at *path*."""
    return slug(Path(path.name.removesuffix(".gz")).stem)


def tables(folder: Path, said: Sequence[str], name: str, file: Path) -> Tables:
    """Return the tables kept in *folder*, with what a command says.

    Args:
        folder: where they are kept.
        said: what the columns are, `name=Organization` and the like.
        name: what the table is called, if the command says so.
        file: its name is that of the table otherwise.

    Raises:
        UsageError: there is no table of that *name*, or *said* says nothing that we know.
    """
    kept = profiles(folder)
    id_ = slug(name) if name else name_for(file)
    if said:
        return Tables({**kept, id_: mapping(said)}, id_)
    if not name:
        return Tables(kept)
    if id_ not in kept:
        close = did_you_mean(id_, kept)
        raise UsageError(
            f"no table of your own is called {name!r}",
            (close and cap(close)) or "Say which column is what",
            command=(close and cap(close)) or "Say with --map which column is what",
        )
    return Tables(kept, id_)
