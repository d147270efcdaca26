"""Files that a person asked for: whole or not at all, and never over one that is there unless told."""

from pathlib import Path

from collabkit.errors import CollabkitError, UsageError
from collabkit.files.writing import is_taken, write_whole
from collabkit.files.writing import make_folder as make


class TakenError(CollabkitError):
    """Something stands where a file should go."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            f"{file} exists already; nothing was written",
            "force=True writes over it.",
            command="--force writes over it.",
        )


def refuse_taken(file: Path, *, force: bool) -> None:
    """Raise ``TakenError`` if something stands at *file*, before anybody waits for what to write."""
    _refuse_nameless(file)
    if not force and is_taken(file):
        raise TakenError(file)


def put(file: Path, content: bytes, *, force: bool, make_folder: bool = False) -> None:
    """Write *content* to *file*; *make_folder* makes its folder if it is not there.

    Raises:
        TakenError: *force* is False and something stands there, if only since a moment ago.
        UsageError: the name is empty, as of a variable that is not set.
        CollabkitError: it cannot be written, with the reason.
    """
    _refuse_nameless(file)
    try:
        if make_folder:
            make(file.parent)
        write_whole(file, content, replace=force)
    except FileExistsError as error:
        raise TakenError(file) from error
    except OSError as error:
        raise CollabkitError(f"cannot write {file}: {error.strerror}") from error


def _refuse_nameless(file: Path) -> None:
    if file == Path():
        raise UsageError("the name of the file is empty", "Say what it is to be called.")
