"""What a source is: how a public register is told apart, read and cleaned."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from collabkit.errors import CollabkitError, ExitCode

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Tell = Callable[[str], None]

COLUMNS = (
    "key",
    "key2",
    "name",
    "name2",
    "local",
    "street",
    "city",
    "state",
    "zip",
    "county",
    "county_people",
    "lat",
    "lon",
    "place",
    "phone",
    "site",
    "number",
    "code",
    "partner",
    "affiliates",
    "rank",
    "kind",
    "status",
    "size",
    "as_of",
    "activity",
    "foundation",
    "last_year",
    "services",
    "other_names",
    "visits",
    "borrowers",
    "programs",
    "attendance",
    "hours",
    "computers",
    "staff",
    "population",
    "branches",
    "bookmobiles",
    "person",
    "email",
    "direct",
    "described",
    "employees",
    "volunteers",
)
"""What a source may say of an organization, in our words. Nothing else is read from its file.

*key* (with *key2*) tells a row from all others; *name2* stands in where *name* is empty; *local*
is the name of a chapter; *partner* says what it is; *place* is an address and coordinates in one cell; *number* is the one
that other sources know it by; *affiliates* is the number of its network; *rank* its place there;
*size* is its class of income as the IRS has them, 0 to 9; *activity* and *foundation* are the codes of
the IRS; *last_year* is when it last reported; *services* names what it offers, and *other_names* how
else it is or was called, both parted by semicolons; *person*, *email* and *direct*, a telephone, are of
somebody whom the library knows there, and read from tables of its own only; *described* is what it says
that it does, as a JSON list of kind, text and dollars.
"""


class UnreadableFileError(CollabkitError):
    """A file that holds no organizations we can read."""

    exit_code = ExitCode.DATA


class Headless(NamedTuple):
    """A file without a header: what stands where, and by which values it is known."""

    first: tuple[str, ...]
    """Names of the columns from the left, as a header would have them."""
    values: Mapping[str, str]
    """For some of them, what their values look like: regular expressions for the whole value."""
    last: tuple[str, ...] = ()
    """Names of the last columns. Those between are not read, and editions differ in them."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """A public register: who publishes it, how its files look and what to keep of them."""

    id: str
    label: str
    publisher: str
    license: str
    covers: str
    download: str
    """The page or address where the publisher offers it."""
    signatures: tuple[frozenset[str], ...] = ()
    """Names of columns, in capitals; a file that has all of one set is of this source."""
    headless: tuple[Headless, ...] = ()
    """How its files look that have no header."""
    alongside: tuple[frozenset[str], ...] = ()
    """Names of columns of the tables that come along with it and hold no organizations."""
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For each of ``COLUMNS``, the names it goes by, in capitals, the best first."""
    nulls: tuple[str, ...] = ()
    """Values that mean that nothing is known."""
    left_out: Mapping[str, str] = field(default_factory=dict)
    """Values of *status* that keep a row out, each with the reason."""
    numbers: str = ""
    """What kind of number *number* is, such as `ein`."""
    notes: str = ""
    """What the first line of the notes below a table begins with: the table ends before it."""
    parts: tuple[str, ...] = ()
    """Kinds of row whose *key* is the number of a larger body; *key2* makes it their own."""
    chapters: tuple[str, ...] = ()
    """Values of *rank* that chapters have; of others *local* is not read, as it may name a person."""
    people: str = r"[^\s\S]"
    """How a *local* looks that names a person all the same: a regular expression for a part of it."""
    one_line: bool = False
    """True if no value of this source ever holds a line end."""
    by_state: bool = True
    """True if its files may cover some states only."""
    adds: bool = False
    """True if no file of it is a whole edition: each adds to what was loaded before."""
    files: Mapping[str, str] = field(default_factory=dict)
    """Names of files under *base* to fetch, `{state}` standing for a state's two letters."""
    base: str = ""
    """The publisher's address that *files* are under."""
    gathers: Callable[[Sequence[Path]], Sequence[Path]] | None = None
    """Returns, of the files of one folder, those that together are one feed of this source."""
    convert: (
        Callable[["DuckDBPyConnection", Sequence[Path], Path, str, Tell], Mapping[str, str] | None]
        | None
    ) = None
    """Writes such a feed as a CSV file whose header is of ``COLUMNS``.

    Is given what the feed is called whatever else is loaded with it, and whom to tell of progress. Returns the
    encoding of each file of text by its name.
    """


class CompanionError(UnreadableFileError):
    """A table that comes along with a register and holds none of its organizations."""

    def __init__(self, shown: str, source: Source) -> None:
        super().__init__(f"{shown} comes along with {source.label} and holds no organizations")
