"""YAML to plain data, with the place of every value.

Bounded by construction: anchors and aliases are refused, so nothing can grow beyond its text;
files and nesting have a limit; and the events of the parser are read one by one, so that every
mistake is found and none ends the reading of the rest.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import yaml

from collabkit.datafiles.documents import Document, FieldPath, dotted
from collabkit.datafiles.limits import MAX_BYTES, MAX_DEPTH, MAX_PROBLEMS
from collabkit.datafiles.scalars import Scalar, resolve_scalar
from collabkit.errors import Place, Problem, cut
from collabkit.files.reading import NotTextError, decode, read_file

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML without libyaml: five times slower, the same events
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

__all__ = ["Loader", "parse", "read", "read_again"]


def read(path: Path) -> Document:
    """Read the file at *path*. Never raises for what it holds, nor for its absence."""
    try:
        raw = read_file(path, MAX_BYTES)
    except OSError as error:
        return _wrong(str(path), 1, 1, f"cannot be read: {error.strerror or error}")
    return parse(raw, str(path))


def parse(raw: bytes, path: str) -> Document:
    """Read the YAML in *raw*, calling it *path* in what is said about it."""
    if len(raw) > MAX_BYTES:
        return _wrong(path, 1, 1, f"larger than {MAX_BYTES:,} bytes; split it")
    try:
        text = decode(raw, path)
    except NotTextError as error:
        said = f"byte 0x{error.byte:02X} is not UTF-8; save the file as UTF-8"
        return _wrong(path, error.line, error.column, said)
    document = Document(path)
    try:
        _Builder(text, document).build()
    except _Stop as stop:
        document.data = None
        document.problems = [*document.problems, stop.problem]
    except yaml.reader.ReaderError as error:
        said = f"the character U+{error.character:04X} may not stand here; remove it"
        place = _place_of(chr(error.character), path, text)
        document = Document(path, problems=[Problem(place, "", said)])
    except yaml.MarkedYAMLError as error:
        mark = cast("yaml.Mark", error.problem_mark)
        document = _wrong(path, mark.line + 1, mark.column + 1, _in_words(error))
    return document


def read_again(place: Place) -> Document:
    """Read the block of fields that stands at *place* of a file in which nothing wrong was found.

    The places are those of the whole file, as they are seen from the block.
    """
    text = read_file(Path(place.path), MAX_BYTES).decode("utf-8-sig")
    below = text.split("\n", place.line - 1)[-1]
    document = Document(place.path)
    # The dash of a list may stand before it on its line.
    builder = _Builder(" " * (place.column - 1) + below[place.column - 1 :], document)
    builder.above = place.line - 1
    builder.first()
    return document


class _Stop(Exception):  # noqa: N818 - not an error: reading stops, with a problem to show
    def __init__(self, problem: Problem) -> None:
        super().__init__()
        self.problem = problem


class _Builder:
    """Turns the events of one document into plain data."""

    above = 0
    """Lines of the file before the text."""

    def __init__(self, text: str, document: Document) -> None:
        self.document = document
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=Loader)

    def build(self) -> None:
        """Read the one document there is."""
        seen = False
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if seen:
                    raise _Stop(
                        self._problem(event, (), "a second document (---); keep one to a file")
                    )
                seen = True
                self.document.data = self._value(next(self.events), ())
        if not seen or self.document.data is None:
            said = "the file is empty; write an entry, or delete the file"
            raise _Stop(Problem(Place(self.document.path, 1, 1), "", said))

    def first(self) -> None:
        """Read the value that the text begins with, and nothing of what comes after it."""
        while not isinstance(next(self.events), yaml.DocumentStartEvent):
            pass
        self.document.data = self._value(next(self.events), ())

    def _value(self, event: yaml.Event, at: FieldPath) -> Any:  # noqa: ANN401 - YAML holds anything
        self.document.places[at] = self._place(event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            said = "anchors and aliases are not read; put text that starts with & or * in quotes"
            raise _Stop(self._problem(event, at, said))
        if len(at) > MAX_DEPTH:
            raise _Stop(self._problem(event, (), f"nested more than {MAX_DEPTH} deep"))
        self._refuse_tag(event, at)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, at)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(at)
        return self._mapping(at)

    def _list(self, at: FieldPath) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self._value(event, (*at, len(items))))
        return items

    def _mapping(self, at: FieldPath) -> dict[str, Any]:
        entries: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise _Stop(self._problem(event, at, "a name was expected before the colon"))
            self._refuse_tag(event, at)
            key = event.value
            if event.anchor or key == "<<":
                said = "anchors and merge keys (& and <<) are not read; write the fields out"
                raise _Stop(self._problem(event, at, said))
            if key in entries:
                self._say(event, at, f"{_quoted(key)} stands twice; keep one")
            # The place of a field is that of its name, where the eye looks for it.
            where = self._place(event)
            entries[key] = self._value(next(self.events), (*at, key))
            self.document.places[*at, key] = where
        return entries

    def _scalar(self, event: yaml.ScalarEvent, at: FieldPath) -> Scalar:
        if not event.implicit[0]:
            return str(event.value)
        value, said = resolve_scalar(event.value)
        if said:
            self._say(event, at, said)
        return value

    def _refuse_tag(self, event: yaml.Event, at: FieldPath) -> None:
        tag = getattr(event, "tag", None)
        if tag:
            said = f"the tag {_quoted(tag)} is not read; leave it out"
            raise _Stop(self._problem(event, at, said))

    def _say(self, event: yaml.Event, at: FieldPath, said: str) -> None:
        """Note a problem and read on, unless there are more than anybody wants to read."""
        self.document.problems.append(self._problem(event, at, said))
        if len(self.document.problems) >= MAX_PROBLEMS:
            raise _Stop(self._problem(event, (), "read no further; mend what is above first"))

    def _place(self, event: yaml.Event) -> Place:
        mark = cast("yaml.Mark", event.start_mark)
        return Place(self.document.path, self.above + mark.line + 1, mark.column + 1)

    def _problem(self, event: yaml.Event, at: FieldPath, said: str) -> Problem:
        return Problem(self._place(event), dotted(at), said)


def _quoted(text: str) -> str:
    return repr(cut(text))


def _wrong(path: str, line: int, column: int, said: str) -> Document:
    return Document(path, problems=[Problem(Place(path, line, column), "", said)])


def _place_of(character: str, path: str, text: str) -> Place:
    """Return where *character*, which may stand nowhere, stands first: the parser counts bytes."""
    before = text[: text.find(character)]
    return Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _in_words(error: yaml.MarkedYAMLError) -> str:
    """Say what libyaml says, in words for someone who has never heard of tokens."""
    said = str(error.problem)
    plain = (plain for start, plain in _PLAIN.items() if said.startswith(start))
    return next(plain, f"{said}; put the value in quotes")


_PLAIN = {
    "found character that cannot start any token": (
        "this character cannot begin a value; put the value in quotes (a tab: use spaces)"
    ),
    "mapping values are not allowed in this context": (
        "a colon where none was expected; put text that holds ': ' in quotes"
    ),
    "could not find expected ':'": "a field name without its colon",
    "did not find expected key": "the lines do not line up; check the spaces at the start",
    "did not find expected '-' indicator": "the lines do not line up; check the spaces at the start",
    "found unexpected end of stream": "a quotation mark or bracket is never closed",
    "found unknown escape character": "a backslash in double quotes; use single quotes",
    "found invalid Unicode character": (
        "a backslash code that stands for no character; write the character itself"
    ),
    "found incompatible YAML document": "a %YAML line for another version; remove the line",
    "found a tab character": "a tab; indent with spaces",
    "did not find expected ','": "a bracket is never closed, or a comma is missing",
    "exceeded maximum nesting": f"nested more than {MAX_DEPTH} deep",
    "block sequence entries are not allowed": (
        "a dash where none was expected; start a list on a line of its own"
    ),
    "did not find expected node content": (
        "a bracket is never closed, or a value is missing after it"
    ),
    "did not find expected comment or line break": (
        "text after | or >; start it on the next line, or put the value in quotes"
    ),
    "did not find expected <document start>": "text after the end of the document; remove ...",
    "did not find expected whitespace or line break": (
        "a character that YAML keeps for itself; put the value in quotes"
    ),
    "found duplicate %YAML directive": "a second %YAML line; remove it",
    "found duplicate %TAG directive": "a second %TAG line; remove it",
    "found unknown directive name": "a line that starts with %; put it in quotes",
    "found undefined tag handle": "a tag (!); put the value in quotes",
    "found extremely long version number": "a %YAML line for another version; remove the line",
}
"""How libyaml begins a sentence, and what a person would say."""
