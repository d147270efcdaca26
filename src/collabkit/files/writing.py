"""Files written whole or not at all."""

import errno
import os
import tempfile
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write *content* beside *path* and rename over it, so that a reader sees old or new.

    Raises:
        OSError: the folder is missing, full or not ours to write to; *path* is as it was.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        # mkstemp makes a private file; what a person wrote follows her umask as usual.
        umask = os.umask(0)
        os.umask(umask)
        temporary.chmod(0o666 & ~umask)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def disk_is_full(error: Exception) -> bool:
    """Return whether *error*, of the system or of a library that hands its words on, says so."""
    return os.strerror(errno.ENOSPC) in str(error)
