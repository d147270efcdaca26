"""Real bodies for a work: those near the library that fit it, and those that somebody names."""

from collections.abc import Callable, Sequence

from collabkit.cases.case import Case
from collabkit.directory.directory import Directory
from collabkit.directory.geo.places import Spot
from collabkit.directory.names import comparable_name
from collabkit.directory.records import GUESS, Asking, Organization
from collabkit.finding import Found, Search, find, wanted
from collabkit.finding.past import Past
from collabkit.library import Library
from collabkit.matching import Query, Ranking

MOST = 5
"""Bodies that are shown."""
_MILES = 25.0
_NAMED_MILES = 100.0
"""How far one may be that is named."""


class Bodies:
    """Finds bodies for one library in a directory."""

    def __init__(
        self, directory: Directory, ranking: Ranking, library: Library, spot: Spot
    ) -> None:
        """Look around *spot*.

        Args:
            directory: the real organizations.
            ranking: tells which partners fit.
            library: who asks; it does not find itself, and whom it has passed over is not found again.
            spot: the middle of the circle.
        """
        self._directory = directory
        self._ranking = ranking
        self._library = library
        self._spot = spot

    def fitting(self, query: Query, partners: Sequence[str], case: Case) -> list[Found]:
        """Return the bodies of the kinds *partners* that fit *query* best, without those that *case* passes over."""
        found = self._found(query, partners, MOST + len(case.passed_over), within=_MILES)
        return [each for each in found if not _is_passed_over(each, case)][:MOST]

    def named(self, name: str, partners: Sequence[str] = ()) -> list[Found]:
        """Return the bodies in whose names all words of *name* stand; the one alone that is called just so."""
        words = tuple(name.split())
        found = self._found(None, partners, MOST, within=_NAMED_MILES, words=words)
        same = [each for each in found if comparable_name(each.name) == comparable_name(name)]
        return same[:1] or found

    def by_id(self, id_: str) -> Organization | None:
        """Return the body called *id_*."""
        return self._directory.by_id(id_)

    def _found(
        self,
        query: Query | None,
        partners: Sequence[str],
        limit: int,
        *,
        within: float,
        words: tuple[str, ...] = (),
    ) -> list[Found]:
        known = self._library.partners
        strangers = tuple(each for each in known if each.name is None)
        ranking = self._ranking
        if len(strangers) < len(known):
            # How it went with one body tells nothing of the others of its kind.
            library = self._library.model_copy(update={"partners": strangers})
            ranking = Ranking(ranking.catalog, library)
        asking = Asking(self._library.fscskey or "", self._library.name or "")
        search = Search(
            wanted(
                ranking, query, partners, within=within, words=words, sure=0.0 if words else GUESS,
                asking=asking,
            ),
            goals=tuple(query.goals) if query else (),
            ranked=query is not None,
            limit=limit,
            past=Past(each for each in known if each.name),
        )  # fmt: skip
        return find(self._directory, ranking.catalog, self._spot, search)


def _is_passed_over(found: Found, case: Case) -> bool:
    name = comparable_name(found.name)
    return any(
        found.id == each.organization or name == comparable_name(each.name)
        for each in case.passed_over
    )


Finder = Callable[[], Bodies | None]
"""Opens what finds bodies; nothing where no directory is loaded or nobody knows where the library is."""
