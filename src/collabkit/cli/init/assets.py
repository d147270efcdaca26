"""What a library has, as a person says it: by number, by id, or in her own words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from textwrap import shorten
from typing import NamedTuple

from collabkit.errors import closest
from collabkit.workspace.names import Asset, Catalog

_WIDTH = 39
"""Characters of one of two columns on a terminal of 80."""
_FEW = 3
_COMMON = frozenset({"and", "the", "for", "with", "our", "have", "library", "room", "own", "some"})
"""Words that many of the assets share, so that they tell nothing by themselves."""


class Understood(NamedTuple):
    """What was made of an answer."""

    assets: tuple[str, ...]
    """Ids, in the order in which they were named."""
    unclear: tuple[str, ...]
    """Pieces that name no asset for sure, as they were typed."""


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


def understood(answer: str, assets: Mapping[str, Asset]) -> Understood:
    """Return which of *assets* a person's *answer* names for sure."""
    found: dict[str, None] = {}
    unclear = []
    for piece in _pieces(answer, assets):
        id_ = _named(piece, assets)
        if id_:
            found[id_] = None
        else:
            unclear.append(piece)
    return Understood(tuple(found), tuple(unclear))


def nearest(piece: str, assets: Mapping[str, Asset]) -> list[str]:
    """Return the ids of up to three *assets* that *piece* may mean, the likeliest first."""
    words = _words(piece) - _COMMON
    scores = {id_: _shared(words, asset) for id_, asset in assets.items()}
    best = sorted((id_ for id_ in assets if scores[id_]), key=lambda id_: -scores[id_])[:_FEW]
    spelled = closest(piece, _names(assets))
    return list(dict.fromkeys([*([_names(assets)[spelled]] if spelled else []), *best]))[:_FEW]


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


def _named(piece: str, assets: Mapping[str, Asset]) -> str | None:
    """Return the asset that *piece* names: by number, by a name, or by words that one alone is called by."""
    ids = list(assets)
    if piece.isascii() and piece.isdigit():
        return ids[int(piece) - 1] if 0 < int(piece) <= len(ids) else None
    if found := _names(assets).get(piece.casefold()):
        return found
    words = _words(piece) - _COMMON
    squeezed = _squeezed(piece)
    called = [
        id_
        for id_, asset in assets.items()
        if squeezed in map(_squeezed, (*asset.aliases, asset.label, id_))
        or (words and words <= _own_words(id_, asset))
    ]
    return called[0] if len(called) == 1 else None


def _names(assets: Mapping[str, Asset]) -> Mapping[str, str]:
    return {
        name.casefold(): id_
        for id_, asset in assets.items()
        for name in (*asset.aliases, asset.label, id_)
    }


def _own_words(id_: str, asset: Asset) -> set[str]:
    return _words(" ".join((id_, asset.label, *asset.aliases)))


def _shared(words: set[str], asset: Asset) -> float:
    """Return how many of *words* the asset's names hold; those of its description count half."""
    described = _words(f"{asset.summary} {asset.offer}")
    return len(words & _own_words(asset.id, asset)) + len(words & described) / 2


def _squeezed(name: str) -> str:
    """Return *name* as one word, so that "hot spots" is "Hotspot"."""
    return "".join(re.findall(r"[a-z0-9]+", name.casefold())).removesuffix("s")


def _words(text: str) -> set[str]:
    """Return the words of *text* without what makes a plural of them."""
    return {
        re.sub(r"(?<=(?:ss|ch|sh))es$|(?<=[^s])s$", "", word)
        for word in re.findall(r"[a-z0-9]{2,}", text.casefold().replace("-", " "))
    }
