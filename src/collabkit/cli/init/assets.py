"""What a library has, as a person says it: by number, by id, or in her own words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from textwrap import shorten
from typing import NamedTuple

from collabkit.errors import closest
from collabkit.workspace.names import Asset, Catalog

_WIDTH = 39
"""Characters of one of two columns on a terminal of 80."""
_COMMON = frozenset({"and", "the", "for", "with", "our", "have", "library", "room", "own", "some"})
"""Words that many of the assets share, so that they tell nothing by themselves."""


class Said(NamedTuple):
    """What was made of an answer."""

    assets: tuple[str, ...]
    """Ids, in the order in which they were said."""
    unclear: tuple[str, ...]
    """Pieces that mean no asset, as they were said."""


def choices(catalog: Catalog) -> Mapping[str, Asset]:
    """Return what a library may have beyond what every one brings, by id."""
    return {id_: asset for id_, asset in catalog.assets.items() if not asset.universal}


def shown(assets: Mapping[str, Asset]) -> Iterator[str]:
    """Yield *assets* in two columns, each with its number."""
    cells = [
        f"{n:>2} {shorten(asset.label, _WIDTH - 3, placeholder=' …')}"
        for n, asset in enumerate(assets.values(), start=1)
    ]
    half = (len(cells) + 1) // 2
    for left, right in zip(cells[:half], [*cells[half:], ""], strict=False):
        yield f"{left:<{_WIDTH}}  {right}".rstrip()


def understood(answer: str, assets: Mapping[str, Asset]) -> Said:
    """Return which of *assets* a person's *answer* means."""
    found: dict[str, None] = {}
    unclear = []
    for piece in _pieces(answer, assets):
        id_ = _asset(piece, assets)
        if id_:
            found[id_] = None
        else:
            unclear.append(piece)
    return Said(tuple(found), tuple(unclear))


def _pieces(answer: str, assets: Mapping[str, Asset]) -> Sequence[str]:
    """Return what stands between commas; numbers and ids may be parted by blanks alone."""
    pieces = [piece.strip() for piece in re.split(r"[,;]", answer) if piece.strip()]
    return [
        word
        for piece in pieces
        for word in (
            piece.split()
            if all(each.isdigit() or each in assets for each in piece.split())
            else [piece]
        )
    ]


def _asset(piece: str, assets: Mapping[str, Asset]) -> str | None:
    ids = list(assets)
    if piece.isascii() and piece.isdigit():
        return ids[int(piece) - 1] if 0 < int(piece) <= len(ids) else None
    names = {
        name.casefold(): id_
        for id_, asset in assets.items()
        for name in (*asset.aliases, asset.label, id_)
    }
    if piece.casefold() in names:
        return names[piece.casefold()]
    return _by_words(piece, assets) or names.get(closest(piece, names) or "")


def _by_words(piece: str, assets: Mapping[str, Asset]) -> str | None:
    """Return the asset whose own words hold most of those of *piece*; nothing where two hold as many."""
    words = _words(piece) - _COMMON
    scores = sorted(
        (
            len(words & (_words(" ".join((id_, asset.label, *asset.aliases)))))
            + len(words & _words(f"{asset.summary} {asset.offer}")) / 2,
            id_,
        )
        for id_, asset in assets.items()
    )
    best, second = scores[-1], scores[-2]
    return best[1] if best[0] > second[0] else None


def _words(text: str) -> set[str]:
    """Return the words of *text* without what makes a plural of them."""
    return {
        re.sub(r"(?<=..)(?:es|s)$", "", word)
        for word in re.findall(r"[a-z0-9]{2,}", text.casefold().replace("-", " "))
    }
