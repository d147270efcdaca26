"""What the library knows itself of an organization."""

from typing import TYPE_CHECKING

from collabkit.arguments import Words, several
from collabkit.errors import DirectoryMissingError, UsageError

if TYPE_CHECKING:
    from collabkit.directory.identity import Identity
    from collabkit.finding.knowledge import Noted
    from collabkit.workspace.workspace import Workspace


def know(self: "Workspace", name: str, *, does: Words = (), does_not: Words = ()) -> "Noted":
    """Write down what an organization does and what it does not, as ``collab know`` does; return it.

    Args:
        name: the organization's id or name; where the directory has it, what is noted follows it.
        does: what it does, in a few words each: "tax help".
        does_not: what it does not do, whatever a register says.

    Raises:
        UsageError: there is no workspace, nothing is said, or several organizations are called so.
    """
    from collabkit.finding.knowledge import Noted  # noqa: PLC0415
    from collabkit.finding.knowledge_file import note, phrases  # noqa: PLC0415

    if self.home is None:
        raise UsageError(
            "there is no library.yaml here, beside which this would be kept",
            "Workspace.init() makes one",
            command="`collab init` makes one",
        )
    done, left = (
        tuple(phrase for text in several(words, what) for phrase in phrases(text))
        for words, what in ((does, "does"), (does_not, "does_not"))
    )
    noted = Noted(_identity(self, name), done, left)
    note(self.home, noted)
    if "noted" in self.__dict__:
        del self.noted
    return noted


def _identity(self: "Workspace", name: str) -> "Identity":
    """Return who is called *name*: as the directory has it, or else by that name alone."""
    from collabkit.directory.identity import Identity  # noqa: PLC0415
    from collabkit.directory.registers import NoOrganizationError, looks_like_one  # noqa: PLC0415

    try:
        body = self.organization(name)
    except (DirectoryMissingError, NoOrganizationError):
        if looks_like_one(name):
            raise
        return Identity(name)
    return Identity(body.name, body.id, body.number or "", body.town)
