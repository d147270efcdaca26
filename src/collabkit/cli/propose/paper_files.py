"""Where papers go: to stdout, to one file, or to a folder with a file for each."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from collabkit import output
from collabkit.errors import CollabkitError, UsageError
from collabkit.files.writing import write_whole
from collabkit.proposals import Draft


def is_folder(out: str) -> bool:
    """Return whether *out* names a folder, there or to be made."""
    return out.endswith(("/", "\\")) or Path(out).is_dir()


def places(drafts: Sequence[Draft], out: str, ending: str, *, force: bool) -> list[Path]:
    """Return the file for each of *drafts*.

    Args:
        drafts: the papers.
        out: a file or a folder.
        ending: of the files in a folder, such as ``.md``.
        force: a file that exists may be written over.

    Raises:
        UsageError: several papers and one file.
        CollabkitError: a file exists.
    """
    if is_folder(out):
        files = [Path(out) / f"{name}{ending}" for name in _names(drafts)]
    elif len(drafts) > 1:
        raise UsageError(
            f"{len(drafts)} papers do not fit in one file",
            f"End the name with a slash to write into a folder: -o {out}/",
        )
    else:
        files = [Path(out)]
    taken = [file for file in files if file.exists() or file.is_symlink()]
    if taken and not force:
        raise CollabkitError(
            f"{taken[0]} exists already; nothing was written", "--force writes over it."
        )
    return files


def put(files: Sequence[Path], contents: Iterable[bytes]) -> None:
    """Write each of *contents* to its file, whole or not at all."""
    for file, content in zip(files, contents, strict=True):
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(file, content)
        except OSError as error:
            raise CollabkitError(f"cannot write {file}: {error.strerror}") from error
        output.note(f"Wrote {file}")


def _names(drafts: Sequence[Draft]) -> list[str]:
    """Return a file name for each paper, made of safe letters, none of them twice."""
    names: dict[str, None] = {}
    for draft in drafts:
        words = re.findall(r"[a-z0-9]+", (draft.subject.to or "").casefold())
        stem = "-".join([draft.subject.partner, *words])[:80].rstrip("-")
        name = stem
        number = 2
        while name in names:
            name = f"{stem}-{number}"
            number += 1
        names[name] = None
    return list(names)
