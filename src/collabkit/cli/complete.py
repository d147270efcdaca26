"""What the shell may offer after a few letters."""

from collections.abc import Callable, Iterable

from collabkit.workspace import Workspace

Completer = Callable[[str], list[str]]


def among(known: Iterable[str]) -> Completer:
    """Offer those of *known* that begin so."""

    def complete(incomplete: str) -> list[str]:
        return [each for each in known if each.startswith(incomplete)]

    return complete


def ids_of(kind: str) -> Completer:
    """Offer the ids of one catalog of the workspace."""

    def complete(incomplete: str) -> list[str]:
        return among(Workspace.open().catalog.kind(kind))(incomplete)

    return complete


def any_id(incomplete: str) -> list[str]:
    """Offer the ids of all catalogs of the workspace."""
    return among(Workspace.open().catalog.ids)(incomplete)
