"""Where templates are: the library's own folder before the shipped one."""

from collections.abc import Callable, Sequence
from pathlib import Path

from jinja2 import BaseLoader, Environment, TemplateNotFound
from jinja2.loaders import split_template_path

from collabkit.errors import CollabkitError
from collabkit.files.reading import decode, read_file
from collabkit.proposals.limits import TEMPLATE_BYTES


class TemplateFiles(BaseLoader):
    """Reads templates from folders, and none that is no file, no text or too long for a paper."""

    def __init__(self, folders: Sequence[Path]) -> None:
        """Look into *folders*, in this order."""
        self._folders = folders

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """Return the text of *template*, its path, and whether that still holds.

        Raises:
            TemplateNotFound: no folder has it.
            CollabkitError: it cannot be read, with its path and the reason.
        """
        del environment
        parts = split_template_path(template)
        for folder in self._folders:
            path = folder.joinpath(*parts)
            try:
                raw = read_file(path, TEMPLATE_BYTES)
                read = path.stat().st_mtime_ns
            except FileNotFoundError:
                continue
            except OSError as error:
                raise CollabkitError(f"{path}: {error.strerror}") from error
            return decode(raw, str(path)), str(path), lambda at=path, of=read: _is_of(at, of)
        raise TemplateNotFound(template)


def _is_of(path: Path, modified: int) -> bool:
    try:
        return path.stat().st_mtime_ns == modified
    except OSError:
        return False
