"""What a build and each of its packs say of themselves, and that of which somebody can tell whether it is whole."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from collabkit.catalog import Catalog
from collabkit.directory.database.schema import FORMAT
from collabkit.directory.pipeline.classify import rule_columns
from collabkit.errors import CollabkitError
from collabkit.records import from_record, to_record
from collabkit.records.reading import RecordError

T = TypeVar("T")

FILE = "manifest.json"
"""What it is called, in the folder of a build and in a pack."""
ENDING = ".pack"
PACKS = "1"
"""Changes whenever the shape of packs does."""
TABLES = ("organizations", "duplicates", "statements", "figures")
"""The tables of a partition, each a file of Parquet."""
_BLOCK = 1 << 20


class PackError(CollabkitError):
    """A pack is not what was built, or not for this version."""

    def __init__(self, shown: str, reason: str, hint: str = "") -> None:
        super().__init__(
            f"cannot load {shown}: {reason}",
            hint or "Nothing was changed. Get the pack again from whoever built it.",
        )


class Made(NamedTuple):
    """By what a build was made: rows of another make are no rows of this."""

    packs: str
    """The shape of packs."""
    tables: str
    """The shape of the directory's tables."""
    program: str
    """The version of collabkit."""
    rules: str
    """A name for the rules of the catalogs by which bodies were classed."""
    built: str
    """When."""


class Register(NamedTuple):
    """A file of a register, as far as it is in a build or in one pack of it."""

    source: str
    """The register, as `collab directory sources` lists it."""
    file: str
    """The file."""
    publisher: str
    """Who publishes it."""
    license: str
    """Under what terms."""
    as_of: str | None
    """The newest date that its rows state."""
    rows: int
    """Rows of it that were read."""
    rejected: int
    """Rows of those that were left out."""
    parts: tuple[str, ...]
    """The parts of the register that they are in, mostly states."""


class Given(NamedTuple):
    """A file that a build was made of."""

    file: str
    """Its name."""
    bytes: int
    """How large it is."""
    sha256: str
    """The hash of its content."""


class Table(NamedTuple):
    """A file of Parquet."""

    file: str
    """Its name."""
    rows: int
    """How many rows it has."""
    bytes: int
    """How large it is."""
    sha256: str
    """The hash of its content."""


class Pack(NamedTuple):
    """What stands in a pack, as the pack says itself."""

    made: Made
    """By what."""
    country: str
    """Two letters."""
    state: str
    """Two letters; ZZ for bodies of which nobody knows where they are."""
    organizations: int
    """How many organizations it holds; one of several registers or places counts once."""
    goals: tuple[str, ...]
    """The goals that organizations may show, in the order in which a directory counts them."""
    registers: tuple[Register, ...]
    """What it was made of."""
    tables: tuple[Table, ...]
    """What it holds."""


class Packed(NamedTuple):
    """A state of a build."""

    state: str
    """Two letters; ZZ for bodies of which nobody knows where they are."""
    organizations: int
    """How many organizations there are; one of several registers or places counts once."""
    rows: int
    """Rows of registers that they are."""
    file: str
    """The pack."""
    bytes: int
    """How large it is."""
    sha256: str
    """The hash of its content."""
    tables: tuple[Table, ...]
    """The files of Parquet of its partition."""


class Build(NamedTuple):
    """What a build holds, as its manifest says."""

    made: Made
    """By what."""
    country: str
    """Two letters."""
    given: tuple[Given, ...]
    """The files that it was made of."""
    registers: tuple[Register, ...]
    """The registers in them."""
    packs: tuple[Packed, ...]
    """A state each."""


def made_now(catalog: Catalog) -> Made:
    """Return by what a build of now is made."""
    return Made(
        PACKS,
        FORMAT,
        version("collabkit"),
        rules_name(catalog),
        datetime.now(UTC).isoformat(timespec="seconds"),
    )


def rules_name(catalog: Catalog) -> str:
    """Return a name for the rules by which *catalog* classes bodies."""
    text = json.dumps(dict(rule_columns(catalog)), sort_keys=True, default=str)
    return sha256(text.encode()).hexdigest()[:16]


def written(value: Build | Pack) -> bytes:
    """Return the manifest that says *value*."""
    return (json.dumps(to_record(value), indent=1, ensure_ascii=False) + "\n").encode()


def read(model: type[T], content: bytes, shown: str) -> T:
    """Return the *model* that a manifest says.

    Raises:
        PackError: it is none, or of another version.
    """
    try:
        record: Any = json.loads(content)
        made = record["made"]
        shapes = (made["packs"], made["tables"])
    except (ValueError, RecursionError, LookupError, TypeError) as error:
        raise PackError(shown, "its manifest is none of collab") from error
    if shapes != (PACKS, FORMAT):
        raise PackError(
            shown,
            f"it was built by another version of collab ({made.get('program', 'unknown')})",
            "Nothing was changed. Ask whoever built it for a pack of this version, or bring both to the same one.",
        )
    try:
        return from_record(model, record)
    except RecordError as error:
        raise PackError(shown, f"its manifest is incomplete: {error}") from error


def table_of(path: Path, rows: int) -> Table:
    """Return what a manifest says of the file of Parquet at *path*."""
    return Table(path.name, rows, path.stat().st_size, hash_of(path))


def hash_of(path: Path) -> str:
    """Return the SHA-256 of the file at *path*."""
    digest = sha256()
    with path.open("rb") as file:
        for block in blocks(file):
            digest.update(block)
    return digest.hexdigest()


def blocks(file: Any) -> Iterable[bytes]:  # noqa: ANN401 - whatever can be read
    """Yield what is in *file*, some at a time."""
    while block := file.read(_BLOCK):
        yield block
