"""The folders of partnerships: found by any part of a name that is clear, and made for a new one."""

import re
import unicodedata
from collections.abc import Iterator
from os import listdir, scandir
from pathlib import Path

from collabkit.errors import Place, Problem, UsageError, cut, did_you_mean
from collabkit.partnerships.logs import log_files

FACTS = "partnership.yaml"
"""The facts of one partnership, in its folder."""
PEOPLE = "people.yaml"
"""Whom the library's own people know: beside ``library.yaml``."""
LONGEST = 60
"""Letters of a folder's name: paths on shared drives are short."""
_COPY = re.compile(r"(copy of )?partnership[\W_].*\.ya?ml|partnership\.yml", re.IGNORECASE)
_NAME = re.compile(r"^name:[ \t]*(.*?)(?:[ \t]+#.*)?\r?$", re.MULTILINE)


def folders(home: Path) -> list[Path]:
    """Return the folders of the partnerships in *home*, by name; none if it is not there."""
    try:
        with scandir(home) as entries:
            named = sorted(
                each.name for each in entries if each.name[0] not in "._" and each.is_dir()
            )
    except (FileNotFoundError, NotADirectoryError):
        return []
    return [home / name for name in named if is_partnership(home / name)]


def folder_named(home: Path, name: str) -> Path:
    """Return the folder of the partnership that *name* is a clear part of.

    Args:
        home: the folder of all partnerships.
        name: that of a folder, or words of it, or words of the organization's name.

    Raises:
        UsageError: none is called so, or several are.
    """
    known = folders(home)
    exact = [
        each for each in known if same_name(each.name, name) or same_name(each.name, slug(name))
    ]
    found = (
        exact or _close(known, name) or [each for each in known if fits(name, _stated_name(each))]
    )
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(
            f"{cut(name)!r} may be any of {_listed(found)}", "Write a little more of the name."
        )
    raise _nobody(known, name)


def new_folder(home: Path, name: str) -> Path:
    """Return where a partnership called *name* goes; whether something stands there is not looked at.

    Raises:
        UsageError: there is no letter in *name*.
    """
    made = slug(name)
    if not made:
        raise UsageError(
            f"{cut(name)!r} has no letter in it", "Write the name of the organization."
        )
    return home / made


def slug(name: str) -> str:
    """Return *name* as that of a folder: letters and digits of any script, joined by hyphens."""
    plain = unicodedata.normalize("NFC", name).casefold().replace("'", "").replace("\u2019", "")
    words = re.sub(r"[^\w]+|_+", " ", plain).split()
    made = "-".join(words)[:LONGEST].rstrip("-")
    return f"{made}-partner" if made in _DEVICES else made


_DEVICES = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)),
}
"""Names that Windows keeps for itself."""


def copies_of_facts(folder: Path) -> list[Problem]:
    """Return a problem for each file in *folder* that looks like a second copy of the facts."""
    problem = f"a second copy of {FACTS}; move what is right there, and delete it"
    found = sorted(name for name in listdir(folder) if _COPY.fullmatch(name))  # noqa: PTH208 - quicker
    return [Problem(Place(str(folder / name), 1, 1), "", problem) for name in found]


def is_partnership(folder: Path) -> bool:
    """Return whether *folder* is that of a partnership: it holds facts or a log."""
    return (folder / "partnership.yaml").exists() or bool(log_files(folder))


def _close(known: list[Path], name: str) -> list[Path]:
    """Return the folders that begin with the words of *name*, or else those that hold them."""
    starts = [each for each in known if _folded(each.name).startswith(slug(name))]
    return starts if len(starts) == 1 else [each for each in known if fits(name, each.name)]


def fits(name: str, whole: str) -> bool:
    """Return whether each word of *name* begins a word of *whole*."""
    words = slug(whole).split("-")
    parts = slug(name).split("-")
    return parts != [""] and all(any(word.startswith(each) for word in words) for each in parts)


def same_name(one: str, other: str) -> bool:
    """Return whether a disk that knows no capitals would take *one* for *other*."""
    return _folded(one) == _folded(other)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _stated_name(folder: Path) -> str:
    """Return the name in the facts of *folder*, read without YAML: this is asked of many at once."""
    try:
        with (folder / "partnership.yaml").open(encoding="utf-8-sig", errors="replace") as file:
            found = _NAME.search(file.read(4_000))
    except OSError:
        return ""
    return found[1].strip("'\"") if found else ""


def _listed(found: list[Path]) -> str:
    names = [each.name for each in found]
    more = f" and {len(names) - _FEW} more" if len(names) > _FEW else ""
    return ", ".join(names[:_FEW]) + more


_FEW = 6


_SHORT = 3
"""Letters of words, such as "of", by which nobody asks for a partner."""


def _nobody(known: list[Path], name: str) -> UsageError:
    names = [each.name for each in known]
    words = [word for each in names for word in each.split("-") if len(word) > _SHORT]
    close = did_you_mean(slug(name), dict.fromkeys([*names, *words]))
    if not known:
        return UsageError(
            "no partnership is kept here yet",
            "Workspace.open().track(NAME) starts one",
            command='`collab track "Prairie Literacy Council"` starts one',
        )
    hint = f"{close[:1].upper()}{close[1:]}" if close else None
    return UsageError(
        f"no partnership called {cut(name)!r}",
        hint or "Workspace.open().track(NAME) starts one",
        command=hint or "`collab track NAME` starts one, `collab due --all` lists those there are",
    )


def partnership_folders(path: Path) -> Iterator[Path]:
    """Yield the folders of partnerships that *path* is, holds, or lies in."""
    if path.is_dir() and is_partnership(path):
        yield path
    elif path.is_dir():
        yield from folders(path)
    elif is_partnership(path.parent):
        yield path.parent
