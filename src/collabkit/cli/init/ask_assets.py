"""What a library has: chosen from the catalog, or its own in its own words."""

from collections.abc import Mapping, Sequence
from textwrap import shorten

from collabkit import output
from collabkit.cli.init import assets
from collabkit.cli.init.questions import ask
from collabkit.errors import UsageError
from collabkit.workspace.names import Asset, Catalog, OwnAsset, own_asset

_COLUMN = 26
"""Characters of one of three columns on a terminal of 80."""


def ask_assets(catalog: Catalog) -> tuple[tuple[str, ...], Sequence[OwnAsset]]:
    """Return the ids of what the library has, and what it has that the catalog lacks.

    Words that name nothing of the catalog for sure are asked about, one after the other.
    """
    choices = assets.choices(catalog)
    output.note("What does the library have?")
    for line in assets.shown(choices):
        output.note(line)
    understood = assets.understood(ask("Numbers, or your own words, with commas") or "", choices)
    found = dict.fromkeys(understood.assets)
    if found:
        output.note(f"  {'; '.join(choices[id_].label for id_ in found)}")
    own: list[OwnAsset] = []
    for words in understood.unclear:
        chosen = _what_is_meant(words, choices)
        if chosen is None:
            own += _in_own_words(words, catalog, [each.id for each in own])
        else:
            found |= dict.fromkeys(chosen)
    return (*found, *(each.id for each in own)), own


def _what_is_meant(words: str, choices: Mapping[str, Asset]) -> Sequence[str] | None:
    """Return the assets that a person says she means by *words*, or None for an asset of her own."""
    ids = list(choices)
    output.note(f"Nothing in the list is called {words!r}.")
    for id_ in assets.nearest(words, choices):
        output.note(f"  {ids.index(id_) + 1:>2} {choices[id_].label}")
    while answer := ask("A number, another word, 0 to leave it out; Enter keeps your own words"):
        if answer == "0":
            return ()
        understood = assets.understood(answer, choices)
        if understood.assets and not understood.unclear:
            output.note(f"  {'; '.join(choices[id_].label for id_ in understood.assets)}")
            return understood.assets
        output.note(f"Nothing in the list is called {answer!r}.")
    return None


def _in_own_words(words: str, catalog: Catalog, own: Sequence[str]) -> Sequence[OwnAsset]:
    """Return the asset that *words* are kept as, once it is known what it gives a partner."""
    resources = list(catalog.resources)
    cells = [
        f"{n:>2} {shorten(each.label, _COLUMN - 3, placeholder=' …')}"
        for n, each in enumerate(catalog.resources.values(), start=1)
    ]
    output.note(f"What does {words!r} give a partner?")
    for at in range(0, len(cells), 3):
        output.note(" ".join(f"{cell:<{_COLUMN}}" for cell in cells[at : at + 3]).rstrip())
    while answer := ask("Numbers; Enter leaves it out"):
        chosen = [piece for piece in answer.replace(",", " ").split() if piece.isdecimal()]
        provided = [resources[int(n) - 1] for n in chosen if 0 < int(n) <= len(resources)]
        try:
            return [own_asset(words, provided[:5], {*catalog.assets, *own})]
        except UsageError as error:
            output.note(f"{error!s}. {error.hint}.")
    return []
