"""Facts and a template to Markdown. The only module that knows Jinja."""

from functools import cache
from typing import TYPE_CHECKING

from collabkit import paths
from collabkit.markdown import literal
from collabkit.proposals.facts import Fact, Gap, Pitch

if TYPE_CHECKING:
    from jinja2 import Environment


class _Ready(str):
    """Markdown of our own making: not escaped again."""

    __slots__ = ()


def render(pitch: Pitch) -> str:
    """Return the pitch as Markdown, one page, ending in a line end."""
    fields = {name: getattr(pitch, name) for name in Pitch.__dataclass_fields__}
    return _environment().get_template("pitch.md.j2").render(fields)


@cache
def _environment() -> "Environment":
    from jinja2 import FileSystemLoader, StrictUndefined  # noqa: PLC0415 - 30 ms, for documents only
    from jinja2.sandbox import SandboxedEnvironment  # noqa: PLC0415

    environment = SandboxedEnvironment(
        loader=FileSystemLoader(paths.templates_dir()),
        undefined=StrictUndefined,
        autoescape=False,
        finalize=_shown,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "cap": cap,
        "joined": joined,
        "listed": listed,
        "sentence": sentence,
    }
    return environment


def _shown(value: object) -> object:
    """Return what stands in the text for *value*: a gap visibly, data literally."""
    match value:
        case _Ready():
            return value
        case Gap():
            return _Ready(f"[{literal(value.what)}]")
        case str():
            return literal(value)
        case _:
            return value


def cap(text: Fact) -> Fact:
    """Return *text* with a capital at the start, leaving names such as "eBird" as they are."""
    if isinstance(text, Gap):
        return text
    first = text.split(" ", 1)[0]
    return text if first[1:].lower() != first[1:] else text[:1].upper() + text[1:]


def sentence(text: Fact) -> Fact:
    """Return *text* with a capital at the start and one full stop at the end."""
    if isinstance(text, Gap):
        return _Ready(f"[{literal(text.what)}].")
    whole = cap(text.rstrip())
    return whole if isinstance(whole, Gap) or whole.endswith((".", "!", "?", '."')) else f"{whole}."


def listed(facts: tuple[Fact, ...]) -> str:
    """Return *facts* as a list in a sentence: "a, b and c"."""
    words = [str(_shown(fact)) for fact in facts]
    if len(words) < 2:  # noqa: PLR2004 - one word needs no list
        return _Ready("".join(words))
    mark = ";" if any("," in word for word in words) else ","
    last = f"{mark} and " if mark == ";" else " and "
    return _Ready(f"{f'{mark} '.join(words[:-1])}{last}{words[-1]}")


def joined(phrases: tuple[str, ...], by: str) -> str:
    """Return *phrases* one after the other, each tied to the last by the words *by*."""
    return _Ready(f", {by} ".join(literal(phrase) for phrase in phrases))
