"""Facts and a template to Markdown."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from collabkit import paths
from collabkit.errors import CollabkitError, UnknownIdError
from collabkit.proposals.fact_parts import Gap
from collabkit.proposals.limits import LimitError, RenderLimits
from collabkit.proposals.papers import Layout
from collabkit.text.characters import escape_terminal

if TYPE_CHECKING:
    from collabkit.proposals.environment import TemplateEnvironment

SUFFIX = ".md.j2"


class TemplateError(CollabkitError):
    """A template cannot be read, or asks for what is not there."""


class Text(NamedTuple):
    """A paper in Markdown."""

    markdown: str
    """Ends in a line end."""
    gaps: tuple[Gap, ...]
    """Facts that it shows as missing, in the order in which a reader meets them."""


class Written(Protocol):
    """A finished text, as what makes documents of it needs to know it."""

    @property
    def title(self) -> str:
        """As a reader's program shows it."""

    @property
    def text(self) -> Text:
        """Its words."""

    @property
    def layout(self) -> Layout:
        """How it is laid out."""


class Told(Protocol):
    """What a paper may say: a named tuple."""

    def _asdict(self) -> dict[str, Any]:
        """Return it by the names that a template may use."""


def render(facts: Told, template: str, own: Path | None = None) -> Text:
    """Return *facts* in the words of *template*.

    Args:
        facts: what may be said; its fields are the names that the template may use.
        template: its name, such as ``one-pager``.
        own: folder of the library's own templates, which win over the shipped ones.

    Raises:
        TemplateError: with the template and the line.
    """
    from jinja2 import UndefinedError  # noqa: PLC0415 - 30 ms, for papers only

    from collabkit.proposals.template_values import LIMITS  # noqa: PLC0415

    limits = RenderLimits()
    ours = LIMITS.set(limits)
    try:
        text = _environment(own).get_template(template + SUFFIX).render(facts._asdict())
    except Exception as error:  # noqa: BLE001 - a template can bring about any that Python has
        hint = error.hint if isinstance(error, CollabkitError) else None
        raise TemplateError(
            _told(error, template),
            hint or "docs/reference/templates.md lists what a template may use.",
        ) from (None if isinstance(error, UndefinedError) else error)
    finally:
        LIMITS.reset(ours)
    return Text(_tidy(text), tuple(limits.gaps))


def templates(own: Path | None = None) -> Iterator[tuple[str, Path]]:
    """Yield the name of every template with its file: the library's own, or the shipped one."""
    shipped = {file.name: file for file in paths.templates_dir().glob(f"*{SUFFIX}")}
    ours = {file.name: file for file in own.glob(f"*{SUFFIX}")} if own else {}
    for name, file in sorted({**shipped, **ours}.items()):
        yield name.removesuffix(SUFFIX), file


def shipped(template: str) -> str:
    """Return the text of the shipped template called *template*.

    Raises:
        UnknownIdError: there is none.
    """
    known = [name for name, _ in templates()]
    if template not in known:
        raise UnknownIdError("template", template, known)
    return (paths.templates_dir() / f"{template}{SUFFIX}").read_text(encoding="utf-8")


@cache
def _environment(own: Path | None) -> "TemplateEnvironment":
    from collabkit.proposals.compiled import Compiled  # noqa: PLC0415
    from collabkit.proposals.environment import TemplateEnvironment  # noqa: PLC0415
    from collabkit.proposals.template_files import TemplateFiles  # noqa: PLC0415

    folders = [*([own] if own else []), paths.templates_dir()]
    return TemplateEnvironment(TemplateFiles(folders), Compiled(paths.cache_dir()))


def _told(error: Exception, template: str) -> str:
    """Return what is wrong, after the template and the line."""
    if isinstance(error, CollabkitError) and not isinstance(error, LimitError):
        return str(error)  # its file cannot be read
    name, line = f"{template}{SUFFIX}", None
    # Python's own, of the code that Jinja made, names a line of that.
    if not isinstance(error, SyntaxError):
        line = getattr(error, "lineno", None)
        name = getattr(error, "filename", None) or name
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith(SUFFIX):
            name, line = file, trace.tb_lineno
        trace = trace.tb_next
    return f"{name}:{line}: {_what(error)}" if line else f"{name}: {_what(error)}"


def _what(error: Exception) -> str:
    if isinstance(error, (RecursionError, MemoryError)):
        return "it is nested too deep, or calls itself without end"
    if isinstance(error, SyntaxError):
        return f"Jinja cannot make a program of it: {error.msg}"
    return str(error)


def _tidy(text: str) -> str:
    r"""Return *text* with at most one empty line in a row, and ``\`` at a line's end as a break.

    Two blanks mean the same to Markdown and do not show where it is read as it is.
    """
    lines: list[str] = []
    for line in text.split("\n"):
        # What acts unseen is shown, also where it stands in the template itself.
        kept = escape_terminal(line.expandtabs(4).rstrip())
        if (len(kept) - len(kept.rstrip("\\"))) % 2:
            kept = kept[:-1].rstrip() + "  "
        if kept or (lines and lines[-1]):
            lines.append(kept)
    return "\n".join(lines).rstrip() + "\n"
