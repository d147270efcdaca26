"""Where papers go: to stdout, to one file, or to a folder with a file for each."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, Literal, TypeAlias

from collabkit import output
from collabkit.errors import CollabkitError, UsageError
from collabkit.files import saving
from collabkit.files.saving import refuse_taken
from collabkit.workspace.names import Document, DocumentFormat, format_of, is_folder

RECORDS: Final = ("json", "ndjson")
Form: TypeAlias = Literal[DocumentFormat, "json", "ndjson"]


def form(asked: Form | None, out: str | None) -> Form:
    """Return the format that *asked* or else the ending of *out* names; Markdown by default.

    Raises:
        UsageError: a document without a file to put it in, or a record with one.
    """
    if asked in RECORDS:
        if out is not None:
            raise UsageError(
                f"{asked} is a record of the paper, and goes to stdout",
                "Leave -o out, or leave --format to the ending of the file",
            )
        return asked
    return format_of(asked, out)


def places(documents: Sequence[Document], out: str, ending: str, *, force: bool) -> list[Path]:
    """Return the file for each of *documents*.

    Args:
        documents: the papers.
        out: a file or a folder.
        ending: of the files in a folder, such as ``.md``.
        force: a file that exists may be written over.

    Raises:
        UsageError: several papers and one file.
        CollabkitError: a file exists.
    """
    if not out:
        raise UsageError(
            "the name of the file is empty", command="Give -o a name, or leave it out."
        )
    if is_folder(out):
        files = [Path(out) / f"{name}{ending}" for name in _names(documents)]
        _refuse_links(files)
    elif len(documents) > 1:
        raise UsageError(
            f"{len(documents)} papers do not fit in one file",
            f"End the name with a slash to write into a folder: -o {out}/",
        )
    else:
        files = [Path(out)]
    for file in files:
        refuse_taken(file, force=force)
    return files


def _refuse_links(files: Iterable[Path]) -> None:
    """Raise for the first link among *files*, whose names are ours: nobody said where it leads."""
    for file in files:
        if file.is_symlink():
            raise CollabkitError(
                f"{file} is a link; nothing was written",
                command=f"Remove it, or name the file that it leads to: -o {file}",
            )


def put(files: Sequence[Path], contents: Iterable[bytes], *, force: bool) -> None:
    """Write each of *contents* to its file, whole or not at all."""
    for file, content in zip(files, contents, strict=True):
        saving.put(file, content, force=force, make_folder=True)
        output.note(f"Wrote {file}")


def _names(documents: Sequence[Document]) -> list[str]:
    """Return a file name for each paper, made of safe letters, none of them twice."""
    names: dict[str, None] = {}
    for document in documents:
        words = re.findall(r"[a-z0-9]+", (document.subject.to or "").casefold())
        stem = "-".join([document.subject.partner, *words])[:80].rstrip("-")
        name = stem
        number = 2
        while name in names:
            name = f"{stem}-{number}"
            number += 1
        names[name] = None
    return list(names)
