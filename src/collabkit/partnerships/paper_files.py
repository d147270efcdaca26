"""The papers that lie in the folder of a partnership, as texts to read on and to change."""

import os
from pathlib import Path

from collabkit.errors import UnknownIdError
from collabkit.files.text_files import TextFile, read_text, save_text


def paper_files(folder: Path) -> list[str]:
    """Return the names of the papers in Markdown in *folder*, in order; links are passed by."""
    with os.scandir(folder) as entries:
        return sorted(
            each.name
            for each in entries
            if each.name.endswith(".md")
            and not each.name.startswith(".")
            and each.is_file(follow_symlinks=False)
        )


def read_paper(folder: Path, name: str) -> TextFile:
    """Return the paper called just *name* in *folder*.

    Raises:
        UnknownIdError: there is none.
        UsageError: it cannot be read, or is no text.
    """
    return read_text(_file(folder, name))


def save_paper(folder: Path, name: str, text: str, digest: str) -> TextFile:
    """Write *text* over the paper called just *name* in *folder*.

    Args:
        folder: of the partnership.
        name: of the paper's file.
        text: all that it is to say.
        digest: of what was read before.

    Raises:
        UnknownIdError: there is none.
        StaleFileError: somebody changed it since it was read; it is as they left it.
    """
    return save_text(_file(folder, name), text, digest)


def _file(folder: Path, name: str) -> Path:
    """Return the file of the paper *name*: one that is listed, so that no name leads anywhere else."""
    there = paper_files(folder)
    if name not in there:
        raise UnknownIdError("paper", name, there)
    return folder / name
