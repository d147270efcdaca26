"""A request to ranked partners, with what a reader should know of the answer."""

from collections.abc import Iterable

from collabkit.api.arguments import Words, at_least_one, of_kind, one_of, several
from collabkit.catalog import Catalog
from collabkit.catalog.fields import SECTORS
from collabkit.errors import UsageError
from collabkit.library import Library
from collabkit.matching import Match, Parser, Query, Ranking


class Matches(list[Match]):
    """The matches for one request, best first, and how the request was understood."""

    def __init__(self, matches: Iterable[Match], query: Query, fitting: int) -> None:
        super().__init__(matches)
        self.query = query
        self.fitting = fitting
        """How many partners fit at all; more than are here if there was a limit."""


class Matcher:
    """Answers requests for one library. Made once, asked many times."""

    def __init__(self, catalog: Catalog, library: Library | None = None) -> None:
        """Answer from *catalog*; without *library*, with what every public library brings."""
        of_kind(catalog, Catalog, "catalog", "load_catalog() or Workspace.open().catalog is one")
        profile = Library.model_construct() if library is None else library
        of_kind(profile, Library, "library", 'load_library("library.yaml", catalog) reads one')
        self.parser = Parser(catalog)
        self.ranking = Ranking(catalog, profile)

    def match(
        self,
        goal: Words,
        *,
        limit: int | None = None,
        sector: str | None = None,
        spread: bool = False,
    ) -> Matches:
        """Return the partners that fit *goal*, best first.

        Args:
            goal: a goal id or plain words; several are one request.
            limit: how many at most; all of them by default.
            sector: only partners of this sector.
            spread: keep one sector from filling the list.

        Raises:
            UsageError: *goal* says nothing, or an argument cannot be.
        """
        goals = several(goal, "goal")
        if not goals:
            raise UsageError("no goal is given", 'Say what you want: match("homework help")')
        at_least_one(limit, "limit")
        if sector is not None:
            one_of(sector, "sector", SECTORS)
        query = self.parser.parse(goals)
        scored = self.ranking.scores(query, sector)
        shown = self.ranking.show(scored, query, limit=limit, spread=spread)
        return Matches(shown, query, len(scored))


def match(
    catalog: Catalog,
    goal: Words,
    *,
    library: Library | None = None,
    limit: int | None = None,
    sector: str | None = None,
    spread: bool = False,
) -> Matches:
    """Return the partners that fit *goal*, best first; see ``Matcher.match``."""
    return Matcher(catalog, library).match(goal, limit=limit, sector=sector, spread=spread)
