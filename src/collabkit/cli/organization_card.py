"""One organization of the directory as a card to be read."""

from collections.abc import Iterable, Iterator

from collabkit.cli.cards import wrapped
from collabkit.workspace.names import Portrait


def organization_card(portrait: Portrait) -> str:
    """Return *portrait* as text of the width of the terminal."""
    lines = [f"{portrait.name} ({portrait.id})", *wrapped(f"{portrait.kind}.")]
    for title, said in _parts(portrait):
        lines += wrapped(f"{title:<12}{said}", hang=12)
    return "\n".join(lines) + "\n"


def _parts(portrait: Portrait) -> Iterator[tuple[str, str]]:
    yield from _titled("Does", portrait.does or ("Nothing tells but its kind.",))
    yield from _titled("Note", portrait.mind)
    yield from _titled("Call", portrait.reach or ("No telephone and no site is known.",))
    yield "Where", portrait.where
    if portrait.size:
        yield "Size", "; ".join(portrait.size)
    yield from _titled("How sure", portrait.why)
    yield "Known from", "; ".join(portrait.registers)


def _titled(title: str, lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for at, line in enumerate(lines):
        yield "" if at else title, line
