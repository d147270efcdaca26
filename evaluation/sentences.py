"""How much of the papers speaks of one work: sentences that stand in several, and bare labels.

    python -m evaluation.sentences

Drafts the one-pager and the e-mail for the first five partners of each goal and counts, over all
sentences, the share that stands word for word in papers about three or more different works.
Fixed courtesies, which stand in half of all papers, are counted apart: a letter may say "Hello".
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from collabkit import match
from collabkit.catalog import Catalog, load
from collabkit.library import Library
from collabkit.proposals import Drafter, PaperOrder, subject_of

_PAPERS = ("one-pager", "email")
_PARTNERS = 5
_WORKS = 3
_BARE = 3
"""Words up to which a bullet is a label and says nothing."""
_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"\[])")
_HEAD = re.compile(r"^- \*\*[^*]+\*\* ")
"""The head of a term: what it is about, before what holds."""
_DAY = date(2026, 3, 3)


class Shares(NamedTuple):
    """What was counted."""

    pairs: int
    sentences: int
    several: float
    """Share of sentences that stand in papers about three or more works, courtesies left out."""
    courtesies: float
    """Share of sentences that are such courtesies."""
    bare: int
    bullets: int


def sentences(markdown: str) -> Iterator[str]:
    """Yield the sentences of a paper: headings, heads and lines of contact are none."""
    for line in markdown.split("\n"):
        text = _HEAD.sub("", line.strip()).removeprefix("- ")
        if text and not text.startswith(("#", "**", "|")) and text.endswith((".", "?", "!")):
            yield from _END.split(text)


def shares(catalog: Catalog) -> Shares:
    """Return the shares over the first partners of each goal."""
    works: dict[str, set[str]] = defaultdict(set)
    drafts: dict[str, set[int]] = defaultdict(set)
    said: list[str] = []
    drafter = Drafter(catalog, Library())
    pairs = bare = bullets = count = 0
    for goal in catalog.goals:
        for found in match(catalog, [goal], limit=_PARTNERS):
            subject = subject_of(catalog, found)
            if subject is None:
                continue
            pairs += 1
            for name in _PAPERS:
                order = PaperOrder(name, on=_DAY)
                text = drafter.draft(subject._replace(to="X"), order).text.markdown
                items = [line for line in text.split("\n") if line.startswith("- ")]
                bullets += len(items)
                bare += sum(
                    len(item.split()) - 1 <= _BARE for item in items if not _HEAD.match(item)
                )
                count += 1
                for sentence in sentences(text):
                    said.append(sentence)
                    works[sentence].add(subject.activity)
                    drafts[sentence].add(count)
    fixed = {each for each, where in drafts.items() if len(where) >= count / 4}
    own = [each for each in said if each not in fixed]
    several = sum(len(works[each]) >= _WORKS for each in own)
    return Shares(pairs, len(said), several / len(own), 1 - len(own) / len(said), bare, bullets)


def main() -> None:
    """Print the shares."""
    found = shares(load())
    print(f"pairs of partner and work  {found.pairs}")
    print(f"sentences                  {found.sentences}")
    print(f"  fixed courtesies         {found.courtesies:.3f}")
    print(f"  in three works or more   {found.several:.3f}")
    print(f"bare labels                {found.bare} of {found.bullets} bullets")


if __name__ == "__main__":
    main()
