"""The templates of the papers: which there are, and one of them made the library's own."""

from pathlib import Path
from typing import TYPE_CHECKING

from collabkit import paths

if TYPE_CHECKING:
    from collabkit.proposals.template_list import Template
    from collabkit.workspace.workspace import Workspace


def template_list(self: "Workspace") -> "list[Template]":
    """Return every template with the file that holds for papers, as ``collab templates`` does."""
    from collabkit.proposals.template_list import all_templates  # noqa: PLC0415

    return all_templates(self.templates)


def copy_template(self: "Workspace", name: str, *, force: bool = False) -> Path:
    """Copy the shipped template called *name* into ``templates/``, where it wins; return its file.

    Args:
        name: of the template.
        force: write over a file that exists.

    Raises:
        UnknownIdError: there is no such template.
        TakenError: *force* is False and the file exists.
    """
    from collabkit.files.saving import put, refuse_taken  # noqa: PLC0415
    from collabkit.proposals.rendering import SUFFIX, shipped  # noqa: PLC0415

    text = shipped(name)
    file = (self.home or Path()) / paths.TEMPLATES / f"{name}{SUFFIX}"
    refuse_taken(file, force=force)
    put(file, text.encode(), force=force, make_folder=True)
    return file
