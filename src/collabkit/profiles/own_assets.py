"""Assets that no catalog has: a library's own, in its own words, as entries of its own catalog."""

import re
from collections.abc import Container, Sequence
from itertools import count
from pathlib import Path
from typing import NamedTuple

from collabkit.datafiles.scalars import write_scalar
from collabkit.errors import CollabkitError, UsageError
from collabkit.files.saving import put

_HEAD = "# Assets of this library, over the shipped ones. `collab check catalog` looks them over.\n"
_LONGEST_ID = 40


class OwnAsset(NamedTuple):
    """Something that a library has and the catalog lacks."""

    id: str
    words: str
    """As the library says it: "a StoryWalk in the park"."""
    provides: Sequence[str]
    """Ids of the resources that it gives a partner; at least one."""


def own_asset(words: str, provides: Sequence[str], taken: Container[str]) -> OwnAsset:
    """Return the asset that *words* call by name, under an id that is not *taken*.

    Raises:
        UsageError: the words hold no letter, or it provides nothing.
    """
    said = re.sub(r"^(?:our|my)\b", "its", " ".join(words.split()), flags=re.IGNORECASE)
    name = re.sub(r"^(?:its|an?|the|some)\s+", "", said.casefold())
    slug = re.sub(r"[^a-z0-9]+", "-", name)[:_LONGEST_ID].strip("-")
    if not slug or not slug[0].isalpha():
        raise UsageError(f"{words!r} is no name for an asset", 'Such as "a StoryWalk in the park"')
    if not provides:
        raise UsageError(f"{words!r} gives a partner nothing", "Name at least one resource")
    numbered = (f"{slug}-{n}" for n in count(2))
    return OwnAsset(slug if slug not in taken else next(numbered), said, tuple(provides))


def add_own_assets(folder: Path, assets: Sequence[OwnAsset]) -> Path:
    """Add *assets* to the library's own catalog in *folder*; return the file that holds them.

    Raises:
        CollabkitError: the file cannot be read or written.
    """
    several = folder / "assets"
    file = several / "own.yaml" if several.is_dir() else folder / "assets.yaml"
    try:
        before = file.read_bytes() if file.exists() else _HEAD.encode()
    except OSError as error:
        raise CollabkitError(f"cannot read {file}: {error.strerror}") from error
    entries = "\n".join(map(_entry, assets))
    separator = b"\n" if before.endswith(b"\n") else b"\n\n"
    put(file, before + separator + entries.encode(), force=True, make_folder=True)
    return file


def _entry(asset: OwnAsset) -> str:
    fields = {
        "label": asset.words,
        "kind": "tangible",
        "summary": f"{asset.words[:1].upper()}{asset.words[1:]}, as this library has it.",
        "offer": asset.words,
        "figure": "how often it was used last year",
        "source": "practice",
    }
    lines = [f"- id: {asset.id}", f"  provides: [{', '.join(asset.provides)}]"]
    return (
        "\n".join((*lines, *(f"  {name}: {write_scalar(text)}" for name, text in fields.items())))
        + "\n"
    )
