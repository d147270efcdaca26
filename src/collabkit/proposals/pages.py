"""A finished text as files of any format."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from collabkit.arguments import one_of
from collabkit.files.saving import put, refuse_taken
from collabkit.proposals import Gap, formats
from collabkit.proposals.formats.format_choice import format_of
from collabkit.proposals.rendering import Written


@dataclass(frozen=True)
class Page:
    """A finished text. As text it is Markdown; ``save`` makes a file of it in any format."""

    draft: Written
    look: formats.Look
    pictures: tuple[formats.Picture, ...] = field(default=(), kw_only=True)
    """What stands under a heading beside its words, in formats that show pictures."""

    @property
    def markdown(self) -> str:
        """The text in Markdown."""
        return self.draft.text.markdown

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Facts that it shows as missing, in the order in which a reader meets them."""
        return self.draft.text.gaps

    def __str__(self) -> str:
        return self.markdown

    def content(self, format_: str = "md") -> bytes:
        """Return it as the content of a file, in one of ``md``, ``txt``, ``html``, ``docx``, ``odt``, ``pdf``.

        Raises:
            UnknownIdError: there is no such format.
            CollabkitError: what makes such documents is not installed.
        """
        one_of(format_, "format", formats.FORMATS)
        form = cast("formats.DocumentFormat", format_)
        return formats.made(self.draft, form, self.look, self.pictures)

    def save(self, path: str | Path, *, format_: str | None = None, force: bool = False) -> Path:
        """Write it to the file at *path*, in the format of its ending unless told otherwise.

        Args:
            path: the file.
            format_: the format.
            force: write over a file that exists.

        Raises:
            UsageError: the ending is that of no format, or of another than *format_*.
            CollabkitError: the file exists or cannot be written.
        """
        file = Path(path)
        content = self.content(format_of(format_, str(path)))
        refuse_taken(file, force=force)
        put(file, content, force=force, make_folder=True)
        return file
