"""The templates of the papers, shipped and the library's own."""

from pathlib import Path
from typing import NamedTuple

from collabkit import paths
from collabkit.proposals.rendering import templates


class Template(NamedTuple):
    """One template and where it stands."""

    id: str
    """Its name."""
    own: bool
    """True if it is the library's own."""
    file: str
    """The file that holds for papers."""


def all_templates(own: Path | None) -> list[Template]:
    """Return every template, the library's own, from the folder *own*, over the shipped ones."""
    shipped = paths.templates_dir()
    return [Template(name, file.parent != shipped, str(file)) for name, file in templates(own)]
