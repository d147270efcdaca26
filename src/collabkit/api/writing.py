"""Files that a person asked for: never over one that is there unless told, whole or not at all."""

from pathlib import Path

from collabkit.errors import CollabkitError
from collabkit.files.writing import write_whole


def refuse_taken(file: Path, *, force: bool) -> None:
    """Raise if *file* is there and may not be written over."""
    if not force and (file.exists() or file.is_symlink()):
        raise CollabkitError(
            f"{file} exists already; nothing was written",
            "force=True writes over it.",
            command="--force writes over it.",
        )


def put(file: Path, content: bytes, *, make_folder: bool = False) -> None:
    """Write *content* to *file*; *make_folder* makes its folder if it is not there.

    Raises:
        CollabkitError: it cannot be written.
    """
    try:
        if make_folder:
            file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, content)
    except OSError as error:
        raise CollabkitError(f"cannot write {file}: {error.strerror}") from error
