"""In which format a paper is written: as it was asked for, and as its file's name ends."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from collabkit.arguments import one_of
from collabkit.errors import UsageError, closest
from collabkit.proposals.formats import FORMATS, DocumentFormat

_WHAT: Final[Mapping[DocumentFormat, str]] = {
    "md": "Markdown",
    "txt": "plain text",
    "html": "a web page",
    "docx": "Word",
    "odt": "OpenDocument",
    "pdf": "PDF",
}
_BINARY = ("docx", "odt", "pdf")


def format_of(asked: str | None, out: str | None) -> DocumentFormat:
    """Return the format that *asked* or else the ending of *out* names; Markdown by default.

    Args:
        asked: the name of a format.
        out: a file, or a folder if it ends in a slash or is one; nothing for the screen.

    Raises:
        UnknownIdError: there is no such format.
        UsageError: *out* ends in no format or in another, or a document has no file to go to.
    """
    if asked is not None:
        one_of(asked, "format", FORMATS)
    wanted = next((each for each in FORMATS if each == asked), None)
    if out is not None and not out.strip():
        raise UsageError("the name of the file is empty", f"Such as paper.docx. {_endings()}")
    if out is None:
        if wanted in _BINARY:
            raise UsageError(
                f"a {wanted} file cannot go to the screen",
                f'save("paper.{wanted}")',
                command=f"Give it a name: -o paper.{wanted}",
            )
        return wanted or "md"
    if is_folder(out) or _is_no_file(Path(out)):
        return wanted or "md"
    return _by_ending(wanted, out)


def is_folder(out: str) -> bool:
    """Return whether *out* names a folder, there or to be made."""
    return out.endswith(("/", "\\")) or Path(out).is_dir()


def _is_no_file(path: Path) -> bool:
    """Return whether *path* is a pipe or a device, whose name tells nothing."""
    return path.exists() and not path.is_file()


def _by_ending(wanted: DocumentFormat | None, out: str) -> DocumentFormat:
    ending = Path(out).suffix[1:].lower()
    named = next((each for each in FORMATS if each == ending), None)
    if named is None:
        close = wanted or closest(ending, FORMATS) or "docx"
        name = f"{out.removesuffix(f'.{ending}').rstrip('.')}.{close}"
        said = f"no paper ends in .{ending}" if ending else "its ending would say what it is"
        raise UsageError(f"{out!r}: {said}", f"Such as {name}. {_endings()}")
    if wanted not in {None, named}:
        raise UsageError(
            f"{out!r} ends in .{named}, and {wanted} was asked for",
            f"Take one of the two. {_endings()}",
        )
    return named


def _endings() -> str:
    return "; ".join(f".{ending} is {what}" for ending, what in _WHAT.items())
