"""Files that commands write for a person: nothing that stands there is lost without ``--force``."""

from pathlib import Path

from collabkit.errors import CollabkitError, UsageError
from collabkit.files.writing import is_taken, make_folder, write_whole


class TakenError(CollabkitError):
    """Something stands where a file should go."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} exists already; nothing was written", "--force writes over it.")


def file_name(text: str) -> Path:
    """Return the path that an option names; an empty one is that of a variable that was never set."""
    if not text:
        raise UsageError("the name of the file is empty", "Give a name, or leave the option out.")
    return Path(text)


def refuse_taken(path: Path, *, force: bool) -> None:
    """Raise ``TakenError`` if a file stands at *path*, before anybody is asked to wait for another."""
    if not force and is_taken(path):
        raise TakenError(path)


def save(path: Path, content: bytes, *, force: bool) -> None:
    """Write *content* to *path*, making its folder.

    Args:
        path: where.
        content: all of it.
        force: whether a file that stands there may be written over.

    Raises:
        TakenError: it may not, and one does, if only since a moment ago.
        CollabkitError: it cannot be written, with the reason.
    """
    try:
        make_folder(path.parent)
        write_whole(path, content, replace=force)
    except FileExistsError as error:
        raise TakenError(path) from error
    except OSError as error:
        raise CollabkitError(f"cannot write {path}: {error.strerror}") from error
