"""Text without the people whom the profile names."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collabkit.workspace import Workspace


def without_people(workspace: "Workspace", text: str, *more: str | None) -> str:
    """Return *text* with a bracket in place of whoever signs for the library, of how to reach them, and of *more*."""
    library = workspace.profile_alone
    signer = library.signer
    contact = library.contact
    hidden = {
        contact.name: "[your name]",
        contact.phone: "[telephone]",
        contact.email: "[e-mail]",
        signer.name if signer else None: "[name of the signer]",
        **dict.fromkeys(more, "[name of the person]"),
    }
    for name, stand_in in sorted(hidden.items(), key=lambda each: -len(each[0] or "")):
        if name:
            text = text.replace(name, stand_in)
    return text
