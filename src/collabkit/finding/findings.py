"""A goal and a place to named organizations, and to those that are missing."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from collabkit.arguments import Words, at_least_one, several, text
from collabkit.directory.directory import Directory
from collabkit.directory.geo import places
from collabkit.directory.geo.places import Spot
from collabkit.directory.geo.towns import town
from collabkit.directory.records import GUESS, Asking
from collabkit.errors import UsageError
from collabkit.finding import (
    Absence,
    Coverage,
    Found,
    Listing,
    Missing,
    Search,
    absent,
    coverage,
    find_for_all,
    list_near,
    wanted,
)
from collabkit.finding import gaps as gaps_near
from collabkit.finding.contacts import Contact
from collabkit.finding.knowledge import Noted
from collabkit.finding.past import Past
from collabkit.library import Library
from collabkit.matching import Query, Ranking
from collabkit.matching.matcher import Matcher
from collabkit.notes import HasNotes

if TYPE_CHECKING:
    from collabkit.directory.pipeline.libraries import Asked
    from collabkit.directory.query.contacts import Kept


class Findings(HasNotes, list[Found]):
    """The organizations that fit, best first, with what was asked and who is missing."""

    def __init__(
        self, answer: Listing, search: Search, spot: Spot, missing: Iterable[Missing]
    ) -> None:
        super().__init__(answer.found)
        self.more = answer.more
        """Whether a longer list would hold others."""
        self.nearly = answer.nearly
        """Where the list is short, who comes next and fits too little."""
        self.left_out = answer.left_out
        """Who would be on it, but for what the library says of them."""
        self.search = search
        self.spot = spot
        """The middle of the circle."""
        self.missing = tuple(missing)
        """The best partners of which nobody is near."""

    def with_contacts(
        self, directory: Directory, kept: Callable[[Found], Iterable[Contact]]
    ) -> "Findings":
        """Return the same, each with whom the library keeps there: private.

        Args:
            directory: holds the tables of the library's own.
            kept: returns the contacts of its partnerships, which come first.
        """
        tables = directory.contacts()
        return self.replaced(
            each._replace(contacts=tuple(dict.fromkeys((*kept(each), *_named_by(tables, each)))))
            for each in self
        )

    def replaced(self, found: Iterable[Found]) -> "Findings":
        """Return the same answer with *found* in place of its organizations."""
        other = copy(self)
        other[:] = found
        return other


class Absences(HasNotes, list[Absence]):
    """The goals and the partners that nobody near serves, with what was asked."""

    def __init__(self, missing: Iterable[Absence], search: Search, spot: Spot) -> None:
        super().__init__(missing)
        self.search = search
        self.spot = spot
        """The middle of the circle."""


class Question(NamedTuple):
    """What is asked of the directory, before a place is known."""

    search: Search
    query: Query | None
    """How the goal was understood, if there was one."""
    request: Sequence[str]
    """The goal as it was typed."""


def question(  # noqa: PLR0913 - one keyword for each thing that may be asked
    matcher: Matcher,
    library: Library,
    goal: Words | None = None,
    *,
    partner: Words | None = None,
    search: Words | None = None,
    within: float | str = 25,
    guesses: bool = False,
    core: bool = False,
    min_score: float = 0.0,
    limit: int = 10,
    noted: Iterable[Noted] = (),
) -> Question:
    """Return what is asked of the directory.

    Args:
        matcher: tells which partners fit the goal.
        library: who asks; it does not find itself.
        goal: goal ids or plain words; several are one request. Without one, every partner fits.
        partner: only partners of these types.
        search: words that must all stand in the name or the town.
        within: how far, in miles, or a text such as "40km".
        guesses: whether those count too whose partner is a guess.
        core: whether only those count whose own work it is.
        min_score: the score, 0 to 100, that an organization must have.
        limit: how many organizations at most.
        noted: what the library knows itself of single organizations.

    Raises:
        UsageError: an argument cannot be.
    """
    request, partners = several(goal, "goal"), several(partner, "partner")
    words = tuple(" ".join(several(search, "search")).split())
    at_least_one(limit, "limit")
    catalog = matcher.ranking.catalog
    for id_ in partners:
        catalog.known("partners", id_)
    query = matcher.parser.parse(request) if request else None
    ranking = matcher.ranking
    strangers = [known for known in library.partners if known.name is None]
    if len(strangers) < len(library.partners):
        # How it went with one organization tells nothing of the others of its kind.
        ranking = Ranking(catalog, library.model_copy(update={"partners": tuple(strangers)}))
    return Question(
        Search(
            wanted(
                ranking,
                query,
                partners,
                within=places.miles(within if isinstance(within, str) else f"{within}mi"),
                words=words,
                sure=0.0 if guesses else GUESS,
                asking=Asking(library.fscskey or "", library.name or ""),
            ),
            goals=tuple(query.goals) if query else (),
            ranked=query is not None,
            limit=limit,
            least=min_score,
            core=core,
            past=Past(known for known in library.partners if known.name),
            noted=tuple(noted),
        ),
        query,
        request,
    )


def spot_of(near: str | None, library: Library) -> Spot:
    """Return the place that *near* names, or else that of the library.

    Raises:
        UsageError: neither says where, or there is no such place.
    """
    asked = text(near, "near", "59801")
    if asked:
        return places.near(asked)
    if library.where is None:
        raise UsageError(
            "say where the library is",
            'near="59801" or near="Missoula, MT"; or write it into library.yaml',
            command="`--near 59801` or `--near 'Missoula, MT'`; `collab init` writes it into library.yaml",
        )
    try:
        spot = places.near(library.where.said)
    except UsageError as error:
        raise UsageError(f"{library.where.field} in library.yaml: {error}", error.hint) from error
    return spot._replace(label=library.name or spot.label, town=spot.town or _town_of(library))


def _town_of(library: Library) -> str:
    """Return the town that the profile names, for coordinates name none."""
    if library.place and (named := town(library.place)):
        return f"{named.name}, {named.state}"
    try:
        return places.near(library.zip).town if library.zip else ""
    except UsageError:
        return ""


def somewhere(library: Library) -> Spot:
    """Return where *library* is, or else the middle of the country."""
    return spot_of(None, library) if library.where else _MIDDLE


_MIDDLE = Spot("Lebanon, KS", 39.83, -98.58)
"""The geographic center of the 48 states, by the U.S. Geological Survey."""


def find(matcher: Matcher, directory: Directory, spot: Spot, asked: Question) -> Findings:
    """Return the organizations near *spot* that fit, best first."""
    catalog, search = matcher.ranking.catalog, asked.search
    answer = list_near(directory, catalog, spot, search)
    missing = [] if search.wanted.words else absent(directory, catalog, spot, search, answer.found)
    return Findings(answer, search, spot, missing)


def _named_by(tables: "Iterable[Kept]", found: Found) -> Iterator[Contact]:
    here = (found.id, found.name, found.city or "", found.state or "", found.zip or "")
    for each in tables:
        if each.meant(*here):
            yield Contact(each.person, None, each.phone, each.email)


def gaps(
    matcher: Matcher,
    directory: Directory,
    spot: Spot,
    search: Search,
    own: Iterable[str] = (),
) -> Absences:
    """Return the goals and the partners that nobody near *spot* serves.

    Args:
        matcher: knows the catalogs.
        directory: who is asked.
        spot: the middle of the circle.
        search: what is asked.
        own: the partners that the library works with already, which are not missing.
    """
    missing = gaps_near(directory, matcher.ranking.catalog, spot, search, frozenset(own))
    return Absences(missing, search, spot)


@dataclass
class FoundForLibraries(HasNotes):
    """The same question for every library of a file; ``found`` is read as it comes."""

    found: Iterator[Found]
    search: Search
    libraries: int
    """How many have a place."""
    nowhere: int
    """How many have none, and were not asked for."""
    alone: int
    """How many have nobody near; complete once ``found`` has ended."""
    closed: int = 0
    """How many are closed."""
    mobile: int = 0
    """How many are bookmobiles or books by mail."""


def find_for_libraries(
    matcher: Matcher, directory: Directory, asked: "Asked", search: Search
) -> FoundForLibraries:
    """Ask for each of the libraries *asked*."""
    libraries = asked.libraries
    answer = FoundForLibraries(
        iter(()), search, len(libraries), asked.nowhere, len(libraries), asked.closed, asked.mobile
    )

    def found() -> Iterator[Found]:
        answered: set[str | None] = set()
        for each in find_for_all(directory, matcher.ranking.catalog, libraries, search):
            if each.library not in answered:
                answered.add(each.library)
                answer.alone -= 1
            yield each

    answer.found = found()
    return answer


class GapsForLibraries(HasNotes, list[Coverage]):
    """For every library of a file, each goal with how many near it work for it."""

    def __init__(
        self, rows: Iterable[Coverage], search: Search, asked: "Asked", untold: Iterable[str]
    ) -> None:
        super().__init__(rows)
        self.search = search
        self.asked = asked
        """The libraries, and how many of the file were left out."""
        self.untold = tuple(untold)
        """States of the libraries of which hardly anything is loaded, so that their rows tell nothing."""

    @property
    def deserts(self) -> int:
        """How many pairs of a library and a goal have nobody near."""
        return sum(each.desert for each in self)


def gaps_for_libraries(
    matcher: Matcher, directory: Directory, asked: "Asked", search: Search
) -> GapsForLibraries:
    """Say for each of the libraries *asked*, and each goal, who works for it near."""
    rows = list(coverage(directory, matcher.ranking.catalog, asked.libraries, search))
    untold = {each.state for each in asked.libraries if each.state} - directory.states()
    return GapsForLibraries(rows, search, asked, sorted(untold))
