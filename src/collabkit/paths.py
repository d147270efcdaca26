"""Where files are. The only reader of the environment and of the current folder."""

import os
import stat
import sys
from pathlib import Path

from collabkit.errors import UsageError, cut

PROFILE = "library.yaml"
"""The file that makes a folder a workspace."""
_NOWHERE = Path(os.devnull, "collabkit")
"""In which no file can be."""
TEMPLATES = "templates"
"""The folder of a workspace that holds its own templates."""


def data_dir() -> Path:
    """Return the folder of the shipped catalogs: in the wheel, or in a checkout."""
    here = Path(__file__).parent
    packaged = here / "data"
    return packaged if packaged.is_dir() else here.parents[1] / "data"


def compiled_dir() -> Path:
    """Return the folder of what the wheel brings compiled of the shipped catalogs; a checkout has none."""
    return Path(__file__).parent / "compiled"


def templates_dir() -> Path:
    """Return the folder of the shipped templates."""
    return Path(__file__).parent / "proposals" / "templates"


def own_templates(home: Path | None) -> Path | None:
    """Return the library's own templates: ``templates/`` in its workspace *home*."""
    folder = home / TEMPLATES if home else None
    return folder if folder and os.path.isdir(folder) else None  # noqa: PTH112 - never raises


def in_workspace(home: Path | None, name: str) -> Path:
    """Return the folder called *name*, such as ``partnerships``, of the workspace *home*.

    Raises:
        UsageError: there is no workspace.
    """
    if home is None:
        raise UsageError(
            f"no {PROFILE} here or above, beside which {name} could be kept",
            'Workspace.init(".") writes one',
            command="`collab init` writes one",
        )
    return home / name


def cache_dir() -> Path:
    """Return the folder for what can be made again: ``COLLAB_CACHE`` or the user's own.

    Templates that were compiled are kept there as code. So one that another user may write to is passed by: what
    is returned for it can hold nothing, and each run makes anew what it needs.
    """
    folder = _cache_dir()
    return _NOWHERE if is_open_to_others(folder) else folder


def is_open_to_others(folder: Path) -> bool:
    """Return whether a user other than ours and root may write to *folder*, as far as this system tells."""
    if sys.platform == "win32":
        return False
    try:
        status = os.stat(folder)  # noqa: PTH116 - each short command asks
    except (OSError, ValueError):
        return False
    shared_group = status.st_mode & stat.S_IWGRP and status.st_gid != status.st_uid
    return bool(
        status.st_uid not in {os.geteuid(), 0} or status.st_mode & stat.S_IWOTH or shared_group
    )


def open_cache() -> Path | None:
    """Return the folder of the cache if it is passed by, since others may write to it."""
    folder = _cache_dir()
    return folder if is_open_to_others(folder) else None


def _cache_dir() -> Path:
    chosen = os.environ.get("COLLAB_CACHE")
    if chosen:
        return Path(chosen)
    known = _on_linux("XDG_CACHE_HOME", ".cache")
    if known:
        return known
    from platformdirs import user_cache_path  # noqa: PLC0415 - see below

    return user_cache_path("collabkit", appauthor=False)


def directory_dir() -> Path:
    """Return the folder of the directory of organizations: ``COLLAB_DIRECTORY`` or the user's own."""
    chosen = os.environ.get("COLLAB_DIRECTORY")
    if chosen:
        return without_tilde(Path(chosen))
    known = _on_linux("XDG_DATA_HOME", ".local/share")
    if known:
        return known
    from platformdirs import user_data_path  # noqa: PLC0415 - see below

    return user_data_path("collabkit", appauthor=False)


def _on_linux(variable: str, usual: str) -> Path | None:
    """Return our folder in the one that *variable* names, or in the *usual* one of the user's home folder.

    The custom of Linux is short. platformdirs knows it too, and those of other systems, but to import it
    takes 2 ms of every command; it is asked for whatever is not plain.
    """
    if sys.platform != "linux" or "ANDROID_DATA" in os.environ:
        return None
    folder, home = os.environ.get(variable, ""), os.environ.get("HOME", "")
    if not folder.startswith("/"):
        folder = f"{home}/{usual}" if home.startswith("/") else ""
    return Path(folder, "collabkit") if folder else None


def without_tilde(path: Path) -> Path:
    """Return *path* with the home folder for a ``~`` that no shell has read, as in a file of settings."""
    try:
        return path.expanduser()
    except RuntimeError:  # there is no such user
        return path


def absolute(path: Path) -> Path:
    """Return *path* from the root of the disk on.

    Raises:
        UsageError: it begins in the current folder, and that was deleted under the shell; or it is in
            letters that no name of a file has on this system.
    """
    try:
        os.fsencode(path)
        return path.absolute()
    except UnicodeEncodeError as error:
        raise UsageError(
            f"no file can be called {cut(str(path))!r} on this system",
            "Set a locale of UTF-8, such as LC_ALL=C.UTF-8, or rename the file",
        ) from error
    except OSError as error:
        raise UsageError(
            "the current folder was deleted", "Change to another folder, or write whole paths"
        ) from error


def workspace(start: Path | None = None) -> Path | None:
    """Return the nearest folder, from *start* upward, that holds ``library.yaml``.

    *start* itself, by default the current folder, comes back as it was given, so that what is said of
    its files is as short as a person would write it.
    """
    given = Path() if start is None else start
    try:
        here = given.absolute()
    except OSError:  # the current folder was deleted under the shell
        return None
    for folder in (here, *here.parents):
        if os.path.lexists(folder / PROFILE):  # whatever it is: reading it tells what is wrong
            return given if folder == here else folder
    return None


def own_catalog(home: Path | None) -> Path | None:
    """Return the library's own catalogs: ``COLLAB_CATALOG``, or ``catalog/`` in its workspace *home*."""
    chosen = os.environ.get("COLLAB_CATALOG")
    if chosen:
        return Path(chosen)
    folder = home / "catalog" if home else None
    return folder if folder and os.path.isdir(folder) else None  # noqa: PTH112 - never raises


PLAN = "plan.yaml"
"""The plan of a workspace, whose steps `collab due` knows."""
