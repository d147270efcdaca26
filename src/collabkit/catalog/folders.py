"""Which files hold which catalog: ``goals.yaml``, or all of a folder, ``goals/*.yaml``."""

import os
from collections.abc import Iterator
from pathlib import Path

from collabkit.catalog.kinds import KINDS
from collabkit.errors import Place, Problem, did_you_mean

_SUFFIXES = (".yaml", ".yml")
"""How names of YAML files end. Only the first is read; the other is a mistake that we tell."""


def files_of(kind: str, folder: Path) -> list[Path]:
    """Return the files in *folder* with entries of *kind*: its own file first, then its folder's."""
    single = folder / f"{kind}.yaml"
    several = [file for file in _yaml_in(folder / kind) if file.suffix == ".yaml"]
    # What is no file is read all the same, so that reading it tells what is wrong.
    return [single, *several] if os.path.lexists(single) else several


def all_files(folder: Path) -> list[Path]:
    """Return every YAML file in *folder* that counts, also those whose names are mistakes."""
    inner = (file for kind in KINDS for file in _yaml_in(folder / kind))
    return [*_yaml_in(folder), *inner]


def strangers(folder: Path) -> Iterator[Problem]:
    """Yield a problem for each YAML file in *folder* that is not read because of its name."""
    if not folder.is_dir():
        yield _problem(folder, "no such folder")
        return
    for file in all_files(folder):
        misnamed = file.parent == folder and file.stem not in KINDS
        if misnamed:
            close = did_you_mean(file.stem, KINDS) or f"the catalogs are {', '.join(KINDS)}"
            yield _problem(file, f"no catalog is called {file.stem!r}; {close}")
        elif file.suffix != ".yaml":
            yield _problem(file, f"is not read; name it {file.stem}.yaml")


def folder_of(path: Path) -> Path | None:
    """Return the folder of catalogs to which *path* belongs: one of its files, or a kind's folder.

    Nothing if the name of *path* is not that of a catalog's file or folder.
    """
    if path.is_dir():
        return _above(path) if path.absolute().name in KINDS else None
    if path.suffix not in _SUFFIXES:
        return None
    if path.absolute().parent.name in KINDS:
        return _above(path.parent)
    return path.parent if path.stem in KINDS else None


def _above(folder: Path) -> Path:
    return Path(os.path.normpath(folder / os.pardir))


def _yaml_in(folder: Path) -> list[Path]:
    """Return the YAML files right in *folder*, by name; none if it is no folder.

    Names that begin with a dot are those of editors and systems, such as ``.#goals.yaml``.
    """
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - half the time of iterdir
    except (FileNotFoundError, NotADirectoryError):
        return []
    return [folder / name for name in names if name.endswith(_SUFFIXES) and name[0] != "."]


def _problem(path: Path, message: str) -> Problem:
    return Problem(Place(str(path), 1, 1), "", message)
