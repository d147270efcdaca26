"""A request to ranked partners, with what a reader should know of the answer."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from collabkit.arguments import Words, at_least_one, one_of, several
from collabkit.catalog import Catalog
from collabkit.catalog.fields import SECTORS
from collabkit.errors import UsageError
from collabkit.library import Library
from collabkit.matching import Match, Parser, Query, Ranking, Score, shortlist
from collabkit.notes import HasNotes

if TYPE_CHECKING:
    from collabkit.matching.language.remembered import RememberedReadings


class Matches(HasNotes, list[Match]):
    """The matches for one request, best first, and how the request was understood."""

    def __init__(self, matches: Iterable[Match], query: Query, fitting: int) -> None:
        super().__init__(matches)
        self.query = query
        self.fitting = fitting
        """How many partners fit at all; more than are here if there was a limit."""


class Matcher:
    """Answers requests for one library. Made once, asked many times."""

    def __init__(
        self,
        catalog: Catalog,
        library: Library | None = None,
        readings: "RememberedReadings | None" = None,
    ) -> None:
        """Answer requests.

        Args:
            catalog: what the field knows.
            library: who asks; without it, with what every public library brings.
            readings: which works it chose for which words before.
        """
        self.parser = Parser(catalog, readings)
        self.ranking = Ranking(catalog, library or Library.model_construct())

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
        request = several(goal, "goal")
        if not request:
            raise UsageError("no goal is given", 'Say what you want: match("homework help")')
        self._check(limit, sector)
        return self._shown(self._ranked(limit, sector, request, spread=spread))

    def each(
        self,
        aims: Iterable[str],
        *,
        limit: int | None = None,
        sector: str | None = None,
        spread: bool = False,
        ahead: bool = False,
    ) -> Iterator[Matches]:
        """Yield the matches of ``match`` for each of *aims*.

        Of many requests only what the answers show is held: the ``query`` of each says how it was
        understood, and not how well every partner and activity fits.

        Args:
            aims: each a request of its own.
            limit: as in ``match``.
            sector: as there.
            spread: as there.
            ahead: let copies of this process read ahead on all cores, if there are many aims; else
                each is answered before the next is asked for.

        Raises:
            UsageError: an argument cannot be, or an aim says nothing; the aims before it are answered.
        """
        if isinstance(aims, str):
            raise UsageError("aims is one text", "Give a list of texts, or ask match() for one.")
        self._check(limit, sector)
        requests = (several(aim, "request") for aim in aims)
        return self._each(requests, partial(self._ranked, limit, sector, spread=spread), ahead)

    def _each(
        self,
        requests: Iterator[list[str]],
        rank: "Callable[[list[str]], _Ranked]",
        ahead: bool,  # noqa: FBT001 - handed through
    ) -> Iterator[Matches]:
        for request in islice(requests, _ALONE) if ahead else requests:
            yield self._shown(_carried(rank(request)))
        if ahead and not self.parser.threaded:
            from collabkit import workers  # noqa: PLC0415 - for many aims alone

            copies = workers.cores()
            work = partial(_all_carried, rank)
            for piece in workers.in_order(work, _pieces(requests), copies) if copies > 1 else ():
                yield from map(self._shown, piece)
        for request in requests:
            yield self._shown(_carried(rank(request)))

    def _check(self, limit: int | None, sector: str | None) -> None:
        at_least_one(limit, "limit")
        if sector is not None:
            one_of(sector, "sector", SECTORS)

    def _ranked(
        self, limit: int | None, sector: str | None, request: Sequence[str], *, spread: bool
    ) -> "_Ranked":
        query = self.parser.parse(request)
        scored = self.ranking.scores(query, sector)
        return _Ranked(query, shortlist(scored, limit=limit, spread=spread), len(scored))

    def _shown(self, ranked: "_Ranked") -> Matches:
        query, chosen, fitting = ranked
        return Matches(self.ranking.show(chosen, query), query, fitting)


class _Ranked(NamedTuple):
    """A request with those who answer it best, before any reason is told."""

    query: Query
    chosen: Sequence[tuple[Score, str]]
    fitting: int
    """How many partners fit at all."""


def _carried(ranked: _Ranked) -> _Ranked:
    """Return it as it goes from one process to another: small, with nothing left to be worked out."""
    query, chosen, fitting = ranked
    because = {id_: query.because.get(id_, ()) for _, id_ in chosen}
    small = query._replace(partners={}, activities={}, works={}, because=because)
    return _Ranked(small, chosen, fitting)


def _all_carried(rank: Callable[[list[str]], _Ranked], piece: Iterable[list[str]]) -> list[_Ranked]:
    return [_carried(rank(request)) for request in piece]


def _pieces(requests: Iterable[list[str]]) -> Iterator[list[list[str]]]:
    """Yield requests in pieces; those read before an error come before it."""
    piece: list[list[str]] = []
    try:
        for request in requests:
            piece.append(request)
            if len(piece) == _PIECE:
                yield piece
                piece = []
    except Exception:
        if piece:
            yield piece
        raise
    if piece:
        yield piece


_ALONE = 200
"""Aims that are answered sooner than copies of the process would be ready."""
_PIECE = 32
"""Aims that travel together: so many that the trip costs little, so few that the first come soon."""
