"""The directory of organizations as the rest of the program sees it: questions and answers.

What asks is imported where it is asked, but for what each `find` asks.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from collabkit.directory.database.connection import Database
from collabkit.directory.geo.places import Spot
from collabkit.directory.query import near, nearest, organizations
from collabkit.directory.query.near import Hit
from collabkit.directory.query.nearest import Nearest
from collabkit.directory.query.wanted import Wanted
from collabkit.directory.records import Organization

if TYPE_CHECKING:
    from collabkit.directory.identity import Identity
    from collabkit.directory.query.contacts import Kept
    from collabkit.directory.query.meant import Place
    from collabkit.directory.query.serving import Serving
    from collabkit.directory.query.status import Status
    from collabkit.directory.query.survey import Surveyed

_STATES = """
SELECT state FROM organizations WHERE source NOT IN ('pls-outlets', 'pls-systems') AND state IS NOT NULL
GROUP BY state HAVING count(*) >= 50
"""


class Directory:
    """The organizations loaded in one folder, open for reading. Use it in a ``with``, or close it.

    Whatever is asked raises ``DirectoryDamagedError`` where the file is not what it was.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the directory in *folder*.

        Raises:
            DirectoryMissingError: nothing is loaded there.
            DirectoryDamagedError: the file there is no database, or not of this version.
        """
        return cls(Database(folder))

    def near(self, spot: Spot, wanted: Wanted, most: int) -> list[Hit]:
        """Return at most *most* organizations around *spot* that are *wanted*, best first."""
        return near.hits(self._database, spot, wanted, most)

    def near_each(
        self, spots: Sequence[Spot], keys: Sequence[str], wanted: Wanted, most: int
    ) -> Iterator[list[tuple[int, list[Hit]]]]:
        """Yield the position of each of many *spots* with what ``near`` would return, some at a time.

        Args:
            spots: the places.
            keys: the FSCSKEY of the library in each, which is not to find itself; blank if it has none.
            wanted: who is asked for.
            most: how many at most for each.
        """
        from collabkit.directory.query import batch  # noqa: PLC0415

        return batch.hits_for_all(self._database, spots, keys, wanted, most)

    def facts(self, rows: Sequence[int]) -> Mapping[int, Organization]:
        """Return what is known of the organizations that hits name by their *rows*."""
        return organizations.facts(self._database, rows)

    def facts_of(self, hits: Sequence[Hit]) -> Mapping[int, Organization]:
        """Return the same by *hits* of ``near``, of which only what was not read yet is read."""
        rows = [hit.row for hit in hits]
        return organizations.facts(self._database, rows, {hit.row: hit.seen for hit in hits})

    def meant(self, identities: "Iterable[Identity]", spot: Spot, within: float) -> "list[Place]":
        """Return the rows within *within* miles of *spot* that may be of one of *identities*."""
        from collabkit.directory.query import meant  # noqa: PLC0415

        return meant.meant(self._database, identities, spot, within)

    def nearest(self, spot: Spot, partners: Iterable[str], sure: float) -> Mapping[str, Nearest]:
        """Return the nearest organization of each of *partners*, however far from *spot*."""
        return nearest.nearest(self._database, spot, partners, sure)

    def present(self, spot: Spot, within: float, partners: Iterable[str], sure: float) -> set[str]:
        """Return those of *partners* of which somebody is within *within* miles of *spot*."""
        return nearest.present(self._database, spot, within, partners, sure)

    def shown(self, spot: Spot, within: float) -> set[str]:
        """Return the goals that somebody within *within* miles of *spot* shows that it works for."""
        from collabkit.directory.query import serving  # noqa: PLC0415

        return serving.shown(self._database, spot, within)

    def serving(
        self,
        spots: Sequence[Spot],
        owners: Mapping[str, Sequence[str]],
        *,
        within: float,
        farthest: float,
        sure: float,
    ) -> "Iterator[Serving]":
        """Yield for each of *spots* and each goal of *owners* who works for it near.

        Args:
            spots: the places.
            owners: the goals asked for, each with the partners whose own goal it is.
            within: miles within which they are counted.
            farthest: miles within which the nearest is looked for.
            sure: confidence in the partner that an organization must have.
        """
        from collabkit.directory.query import serving  # noqa: PLC0415

        return serving.around(
            self._database, spots, owners, within=within, farthest=farthest, sure=sure
        )

    def named(self, rows: Sequence[int]) -> Mapping[int, tuple[str, str, str | None]]:
        """Return the name, the id and the town of each of *rows*."""
        return nearest.named(self._database, rows)

    def by_id(self, id_: str) -> Organization | None:
        """Return the organization called *id_*, in whatever case, or the one it is a duplicate of."""
        return organizations.by_id(self._database, id_)

    def contacts(self) -> "list[Kept]":
        """Return whom tables of the library's own name, each with the organization that is meant: private."""
        from collabkit.directory.query import contacts  # noqa: PLC0415

        return contacts.kept(self._database)

    def survey(self, name: str) -> "Surveyed":
        """Return the library of the Public Libraries Survey with that *name* or FSCSKEY.

        Raises:
            UsageError: no library of the survey is called so, or several are.
        """
        from collabkit.directory.query import survey  # noqa: PLC0415

        return survey.surveyed(self._database, name)

    def status(self) -> "list[Status]":
        """Return what is loaded, a record for each source."""
        from collabkit.directory.query import status  # noqa: PLC0415

        return status.status(self._database)

    def loaded(self) -> set[str]:
        """Return the sources that are loaded."""
        # A set made here: to part them itself takes DuckDB four times as long as to read them.
        return {source for (source,) in self._database.rows("SELECT source FROM loads")}

    def states(self) -> set[str]:
        """Return the states of which registers hold so many organizations that they tell of the state."""
        return {state for (state,) in self._database.rows(_STATES)}

    @property
    def size(self) -> int:
        """Bytes of the database."""
        return self._database.path.stat().st_size

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
