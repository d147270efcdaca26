"""Who is near and fits a request, and which partners nobody near is."""

from typing import TYPE_CHECKING

from collabkit.arguments import Words

if TYPE_CHECKING:
    from collabkit.finding import Absence
    from collabkit.finding.findings import Findings
    from collabkit.workspace.workspace import Workspace


def find(
    self: "Workspace",
    goal: Words | None = None,
    *,
    near: str | None = None,
    within: float | str = 25,
    partner: Words | None = None,
    search: Words | None = None,
    guesses: bool = False,
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
        limit: how many at most.

    Raises:
        DirectoryMissingError: no register is loaded; ``load`` loads one.
    """
    from collabkit.finding import findings  # noqa: PLC0415

    asked = findings.question(
        self.matcher,
        self.library,
        goal,
        partner=partner,
        search=search,
        within=within,
        guesses=guesses,
        limit=limit,
        noted=self.noted,
    )
    spot = findings.spot_of(near, self.library)
    return findings.find(self.matcher, self.directory, spot, asked.search)


def gaps(
    self: "Workspace",
    goal: Words | None = None,
    *,
    near: str | None = None,
    within: float | str = 25,
    partner: Words | None = None,
) -> "list[Absence]":
    """Return the goals and kinds of partner that nobody nearby serves, as ``find --gaps`` does."""
    from collabkit.finding import findings  # noqa: PLC0415

    asked = findings.question(self.matcher, self.library, goal, partner=partner, within=within)
    spot = findings.spot_of(near, self.library)
    return findings.gaps(self.matcher, self.directory, spot, asked.search, self.works_with)
