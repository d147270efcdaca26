"""Public registers and tables of one's own into the directory."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from collabkit.arguments import Words

if TYPE_CHECKING:
    from collabkit.directory.pipeline.load import Report
    from collabkit.workspace.workspace import Workspace


def load(
    self: "Workspace",
    files: Words,
    *,
    columns: Mapping[str, str] | None = None,
    name: str = "",
) -> "Report":
    """Load public registers and tables into the directory, as ``collab directory load`` does.

    Args:
        files: files, folders and ZIPs, each known by its content.
        columns: which column of a table of one's own is what: ``{"name": "Organization"}``.
        name: what to call such a table.
    """
    from collabkit.directory.registers import load_files  # noqa: PLC0415
    from collabkit.finding.reading import TextReader  # noqa: PLC0415

    self.close()  # what is open is the old one
    return load_files(
        self.catalog,
        self.folder,
        files,
        columns=columns,
        name=name,
        read_texts=TextReader(self.catalog),
    )
