"""Who is near and fits a request, and who is missing, for one library or for many."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypedDict, Unpack

from collabkit.arguments import Words
from collabkit.notes import Note

if TYPE_CHECKING:
    from collabkit.directory.pipeline.libraries import Asked
    from collabkit.finding.findings import (
        Absences,
        Findings,
        FoundForLibraries,
        GapsForLibraries,
        Question,
    )
    from collabkit.workspace.workspace import Workspace


class Wishes(TypedDict, total=False):
    """What may be said of those who are looked for; ``find`` describes each."""

    within: float | str
    partner: Words | None
    search: Words | None
    guesses: bool
    core: bool
    min_score: float
    limit: int


def find(  # noqa: PLR0913 - one keyword for each thing that may be said of those who are looked for
    self: "Workspace",
    goal: Words | None = None,
    *,
    near: str | None = None,
    within: float | str = 25,
    partner: Words | None = None,
    search: Words | None = None,
    guesses: bool = False,
    core: bool = False,
    min_score: float = 0.0,
    limit: int = 10,
) -> "Findings":
    """Return the organizations nearby that fit *goal*, best first, as ``collab find`` does.

    Args:
        goal: goal ids or plain words. Without one, every kind of partner fits.
        near: a ZIP code, "City, ST" or "LAT,LON"; where the library is by default.
        within: how far, in miles, or a text such as "40km".
        partner: only partners of these types.
        search: words that must all stand in the name or the town.
        guesses: whether those count too whose type is only a guess.
        core: whether only those count whose own work it is.
        min_score: the score, 0 to 100, that an organization must have.
        limit: how many at most.

    Raises:
        DirectoryMissingError: no register is loaded; ``load`` loads one.
    """
    from collabkit.finding import findings, notes  # noqa: PLC0415
    from collabkit.matching.notes import doubts  # noqa: PLC0415

    asked = _question(
        self,
        goal,
        within=within,
        partner=partner,
        search=search,
        guesses=guesses,
        core=core,
        min_score=min_score,
        limit=limit,
    )
    spot = findings.spot_of(near, self.library)
    found = findings.find(self.matcher, self.directory, spot, asked)
    if (query := asked.query) is not None:
        parser = self.matcher.parser
        found.with_notes(lambda _: doubts(parser, query, asked.request))
    return (
        found.with_notes(notes.who_takes_sides)
        .with_notes(notes.who_is_left_out)
        .with_notes(notes.who_is_missing)
        .with_notes(notes.how_many)
        .with_notes(
            lambda found: self.introductions((one.id, one.name, one.partner) for one in found)
        )
        .with_notes(notes.what_would_add)
    )


def with_people(self: "Workspace", found: "Findings") -> "Findings":
    """Return *found*, each with who of our people knows somebody there, and whom we keep there: private.

    Raises:
        DataError: ``people.yaml`` is wrong, or the contacts of a partnership are.
    """
    kept = self.partnerships
    return found.replaced(kept.with_contacts(found)).with_contacts(self.directory, kept.contacts)


def gaps(
    self: "Workspace",
    goal: Words | None = None,
    *,
    near: str | None = None,
    **wishes: Unpack[Wishes],
) -> "Absences":
    """Return the goals and kinds of partner that nobody nearby serves, as ``find --gaps`` does.

    Args:
        goal: goal ids or plain words; every goal without one.
        near: a place, as in ``find``.
        wishes: as there.
    """
    from collabkit.finding import findings, notes  # noqa: PLC0415

    search = _question(self, goal, **wishes).search
    spot = findings.spot_of(near, self.library)
    missing = findings.gaps(self.matcher, self.directory, spot, search, self.works_with)
    return missing.with_notes(notes.gaps)


def find_for_libraries(
    self: "Workspace",
    libraries: str,
    goal: Words | None = None,
    *,
    columns: Sequence[str] = (),
    **wishes: Unpack[Wishes],
) -> "FoundForLibraries":
    """Return the organizations near each library of a file, as ``find --libraries`` does.

    Args:
        libraries: a list of libraries, the ZIP of the Public Libraries Survey, or a folder of workspaces.
        goal: as in ``find``.
        columns: which column of a list of one's own is what, as ``name=Library``.
        wishes: as in ``find``.
    """
    from collabkit.finding import findings, notes  # noqa: PLC0415
    from collabkit.workspace.many import libraries_in  # noqa: PLC0415

    search = _question(self, goal, **wishes).search
    many = libraries_in(libraries, columns)
    found = findings.find_for_libraries(self.matcher, self.directory, many, search)
    return found.with_notes(notes.for_libraries).with_notes(lambda _: _profiles_used(self, many))


def gaps_for_libraries(
    self: "Workspace",
    libraries: str,
    goal: Words | None = None,
    *,
    columns: Sequence[str] = (),
    **wishes: Unpack[Wishes],
) -> "GapsForLibraries":
    """Return for each library of a file, and each goal, who works for it near, as ``find --libraries --gaps`` does.

    Args:
        libraries: as in ``find_for_libraries``.
        goal: as in ``find``.
        columns: as in ``find_for_libraries``.
        wishes: as in ``find``.
    """
    from collabkit.finding import findings, notes  # noqa: PLC0415
    from collabkit.workspace.many import libraries_in  # noqa: PLC0415

    search = _question(self, goal, **wishes).search
    many = libraries_in(libraries, columns)
    found = findings.gaps_for_libraries(self.matcher, self.directory, many, search)
    return found.with_notes(notes.gaps_for_libraries).with_notes(
        lambda _: _profiles_used(self, many)
    )


def _question(workspace: "Workspace", goal: Words | None, **wishes: Unpack[Wishes]) -> "Question":
    from collabkit.finding import findings  # noqa: PLC0415

    return findings.question(
        workspace.matcher, workspace.library, goal, noted=workspace.noted, **wishes
    )


def _profiles_used(workspace: "Workspace", asked: "Asked") -> Iterator[Note]:
    """Yield which profiles were used, and which could not be."""
    for broken in asked.broken:
        yield Note("left-out", f"Left out: {broken}")
    if asked.profiles:
        yield Note(
            "profiles-used", "The goals, places and partnerships of their profiles were used."
        )
    elif workspace.profile is not None:
        used = f"{workspace.profile} was used: what it says of partners counts for every library."
        yield Note("profiles-used", used)
    else:
        yield Note("profiles-used", "No profile was used.")
