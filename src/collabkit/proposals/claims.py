"""What a paper claims in the library's name: what only the catalog says, and hers to confirm, reword or strike."""

import textwrap
from collections.abc import Iterator
from typing import Literal, NamedTuple

from collabkit.catalog import Catalog
from collabkit.library import Library
from collabkit.proposals.drafting import Draft
from collabkit.proposals.wording import letters

ClaimKind = Literal["need", "gift", "offer", "term"]


class Claim(NamedTuple):
    """Something that a paper says of the library and that neither its profile nor its case says."""

    kind: ClaimKind
    """`need`: what people come with; `gift`: what the library gives; `offer`: how the letter begins; `term`: what holds,
    such as who buys the books."""
    name: str
    """What a letter calls it, or its first words: by these it is struck."""
    text: str
    """As it stands in the paper."""


def claims(draft: Draft, catalog: Catalog, library: Library) -> Iterator[Claim]:
    """Yield what *draft* claims, in the order of the catalog.

    A gift of a resource that an asset of the profile provides is no claim: *library* has said that it has it.
    """
    text = letters(draft.text.markdown)
    return (each for each in _made(draft, catalog, library) if letters(each.text) in text)


def _made(draft: Draft, catalog: Catalog, library: Library) -> Iterator[Claim]:
    facts, provided = draft.facts, _provided(catalog, library)
    if isinstance(facts.need, str) and not draft.subject.wording.need:
        yield _claim("need", facts.need)
    for gift in facts.activity.library_gives:
        if gift.text in facts.library_gives and gift.resource not in provided:
            yield _claim("gift", gift.text)
    if facts.party.letter:
        yield _claim("offer", facts.party.letter.offer)
        yield from (Claim("term", term.about, term.text) for term in facts.party.letter.terms)


def _claim(kind: ClaimKind, text: str) -> Claim:
    return Claim(kind, textwrap.shorten(text, _FIRST_WORDS, placeholder="").rstrip(" .,;:"), text)


_FIRST_WORDS = 44
"""Letters by which a claim is called that has no name."""


def _provided(catalog: Catalog, library: Library) -> frozenset[str]:
    stated = (catalog.assets[id_] for id_ in library.assets if id_ in catalog.assets)
    return frozenset(resource for asset in stated for resource in asset.provides)
