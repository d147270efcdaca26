"""YAML files changed at one place, with every other byte kept: comments, order, blanks, line ends.

The marks of the parser say where a value begins and ends, so only that much is replaced. After each
change the whole text is read again, and the change is taken back unless it did just what was asked.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path
from typing import Any

from collabkit.datafiles.cutting import cut_out
from collabkit.datafiles.documents import Document, FieldPath, dotted
from collabkit.datafiles.limits import MAX_BYTES
from collabkit.datafiles.patching import Patch, patched
from collabkit.datafiles.reading import parse
from collabkit.datafiles.scalars import Scalar
from collabkit.errors import CollabkitError, DataError, StaleFileError, UsageError
from collabkit.files.locking import locked
from collabkit.files.reading import read_file
from collabkit.files.writing import write_whole


class NotEditableError(CollabkitError):
    """A value stands so that it cannot be changed without touching what is around it."""

    def __init__(self, document: Document, at: FieldPath) -> None:
        super().__init__(
            f"{document.place(at)}: {dotted(at)} cannot be changed here by a program",
            "Change it in a text editor.",
        )


class UnwrittenError(CollabkitError):
    """A file could not be written, and is as it was."""

    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__(f"cannot write {path}: {error.strerror or error}; it is as it was")


class DataFile:
    """A YAML file as it was read, and the changes made to it since. Nothing is written before `save`."""

    def __init__(self, path: Path, raw: bytes) -> None:
        """Take *raw* for what the file at *path* holds.

        Raises:
            DataError: with everything that is wrong with it.
        """
        self.path = path
        self._read = raw
        self.document = _parsed(path, raw)
        self._text = raw.decode("utf-8-sig")

    def set(self, at: FieldPath, value: Scalar | tuple[Scalar, ...]) -> None:
        """Let *value* stand at *at*: in place of a value of one line, or as a new last field.

        Raises:
            NotEditableError: a block stands there, or nothing that could hold the field.
        """
        self._change(Patch(at, value), list(value) if isinstance(value, tuple) else value)

    def append(self, at: FieldPath, item: Scalar | Mapping[str, Scalar]) -> None:
        """Add *item* at the end of the list at *at*, which may be empty or missing.

        Raises:
            NotEditableError: something other than a list stands there.
        """
        held = _at(self.document.data, at)
        if not isinstance(held, list | None):
            raise NotEditableError(self.document, at)
        self._change(Patch(at, item, appended=True), [*(held or []), item])

    def remove(self, at: FieldPath) -> None:
        """Take the item of a list at *at* out, with its lines; comments on lines of their own stay.

        Raises:
            NotEditableError: there is none, or it shares its lines with something else.
        """
        items = _at(self.document.data, at[:-1])
        if not isinstance(items, list) or at[-1] not in range(len(items)):
            raise NotEditableError(self.document, at)
        rest = [item for place, item in enumerate(items) if place != at[-1]]
        # A list whose every line is gone is nothing to YAML; one in brackets is empty.
        meant = [_with(self.document.data, at[:-1], held) for held in (rest, rest or None)]
        self._put(cut_out(self._text, at), at, *meant)

    def save(self) -> None:
        """Write the file, whole or not at all, unless somebody changed it since it was read.

        Raises:
            StaleFileError: somebody did; the file is as they left it.
            BusyError: another program has been writing there for a long time.
            UnwrittenError: the disk is full, or the folder not ours to write to.
        """
        content = self.content()
        if content == self._read:
            return
        with locked(self.path.parent):
            if _content(self.path) != self._read:
                raise StaleFileError(self.path)
            try:
                write_whole(self.path, content)
            except OSError as error:
                raise UnwrittenError(self.path, error) from error
        self._read = content

    def content(self) -> bytes:
        """Return what `save` would write."""
        mark = _MARK if self._read.startswith(_MARK) else b""
        return mark + self._text.encode()

    def _change(self, patch: Patch, value: Any) -> None:  # noqa: ANN401 - YAML holds anything
        """Put *patch* into the text, if nothing changes but that *value* stands at its place."""
        self._put(patched(self._text, patch), patch.at, _with(self.document.data, patch.at, value))

    def _put(self, text: str | None, at: FieldPath, *meant: Any) -> None:  # noqa: ANN401
        """Take *text* for what the file is to hold, if it says just what is *meant*, in either way."""
        if text is None:
            raise NotEditableError(self.document, at)
        document = parse(text.encode(), str(self.path))
        if document.problems or document.data not in meant:
            raise NotEditableError(self.document, at)
        self._text, self.document = text, document


@contextmanager
def edit(path: Path) -> Iterator[DataFile]:
    """Open the YAML file at *path* for changes, and write them at the end.

    ``with edit(path) as file: file.set(("stage",), "pilot")``

    Raises:
        UsageError: there is no such file.
        DataError: it is not right; nothing is changed before it is.
        StaleFileError: somebody else changed it meanwhile; nothing is lost.
    """
    raw = _content(path)
    if raw is None:
        raise UsageError(f"no file called {str(path)!r}")
    file = DataFile(path, raw)
    yield file
    file.save()


def _content(path: Path) -> bytes | None:
    try:
        return read_file(path, MAX_BYTES)
    except FileNotFoundError:
        return None


_MARK = b"\xef\xbb\xbf"


def _parsed(path: Path, raw: bytes) -> Document:
    document = parse(raw, str(path))
    if document.problems:
        raise DataError(document.problems)
    return document


def _at(data: Any, at: FieldPath) -> Any:  # noqa: ANN401
    for step in at:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _with(data: Any, at: FieldPath, value: Any) -> Any:  # noqa: ANN401
    """Return a copy of *data* in which *value* stands at *at*; blocks that are missing are made."""
    if not at:
        return value
    copy: Any = deepcopy(data) if data is not None else {}
    inner = _with(_at(copy, at[:1]), at[1:], value)
    match copy, at[0]:
        case dict(), step:
            copy[step] = inner
        case list(), int(step) if step < len(copy):
            copy[step] = inner
        case _:
            return None  # nothing that can hold it
    return copy
