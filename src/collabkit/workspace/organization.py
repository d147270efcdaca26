"""One organization of the directory."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collabkit.directory.records import Organization
    from collabkit.finding.portrait import Portrait
    from collabkit.workspace.workspace import Workspace


def organization(self: "Workspace", name: str) -> "Organization":
    """Return the organization of the directory with that id or *name*.

    Raises:
        UsageError: none is called so, or several are.
    """
    from collabkit.directory import registers  # noqa: PLC0415
    from collabkit.finding import findings  # noqa: PLC0415

    if registers.looks_like_one(name):
        return registers.organization(self.directory, name)
    around = findings.somewhere(self.library)
    return registers.named(self.directory, self.catalog.partners, name, around)


def portrait(self: "Workspace", organization: "Organization") -> "Portrait":
    """Return *organization* in sentences: what it is, what shows what it does, how to reach it."""
    from collabkit.finding import portrait  # noqa: PLC0415

    return portrait.portrait(self.catalog, organization)
