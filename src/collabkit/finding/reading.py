"""What a statement of a body is about, read as a request is: by the phrases of the signs, and by what is learned.

A phrase is plain and shows a goal; what is learned tells which joint works and which kind of partner a text comes
near to.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from collabkit.catalog import Catalog
from collabkit.directory.subjects import Subjects
from collabkit.finding.words import singular_words
from collabkit.finding.works import works
from collabkit.matching import Parser, Query

SPEAKS = 0.4
"""Weight from which a text speaks of a goal."""
NEAR = 0.3
"""Chance from which a text comes near to a joint work."""
MOST_WORKS = 4
"""Works that one text comes near to at most."""
_TELLS_KIND = 0.8
"""Chance from which a text tells what kind of partner a body is that says so."""
_ENOUGH = 3
"""Words that a text has at least whose meaning is looked for: "general support" has none."""
_READ = 240
"""Characters of it that are looked at for that: what a body does stands in its first sentence."""


class _Phrase(NamedTuple):
    words: tuple[str, ...]
    shows: str


class TextReader:
    """Tells of each of many texts what it is about, in the terms of one catalog. Prepared when it is first asked."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def __call__(self, texts: Sequence[str]) -> Iterator[Subjects]:
        """Yield what each of *texts* is about."""
        for text in texts:
            words = singular_words(text)
            shown = dict.fromkeys(
                goal
                for goal in _shown(words, self._phrases)
                if not any(_stands_in(phrase, words) for phrase in self._unless[goal])
            )
            learned = len(words) >= _ENOUGH
            yield _subjects(shown, self._parser.parse(_beginning(text)) if learned else None)

    @cached_property
    def _parser(self) -> Parser:
        return Parser(self._catalog)

    @cached_property
    def _phrases(self) -> Mapping[str, Sequence["_Phrase"]]:
        return _by_first_word(self._catalog)

    @cached_property
    def _unless(self) -> Mapping[str, Sequence[tuple[str, ...]]]:
        return {
            sign.shows: [words for phrase in sign.unless if (words := singular_words(phrase))]
            for sign in works(self._catalog).signs
        }


def _beginning(text: str) -> str:
    """Return the first words of *text*, in small letters: most returns are filled in in capitals."""
    short = text if len(text) <= _READ else text[:_READ].rsplit(" ", 1)[0]
    return short.lower()


def near_works(query: Query) -> tuple[str, ...]:
    """Return the joint works that the words of *query* come near to, the nearest first."""
    near = (id_ for id_, chance in query.activities.items() if chance >= NEAR)
    ordered = sorted(near, key=lambda id_: (-query.activities[id_], id_))
    return tuple(ordered[:MOST_WORKS])


def _subjects(shown: Mapping[str, None], query: Query | None) -> Subjects:
    if query is None:
        return Subjects(tuple(shown))
    spoken = (goal for goal, weight in query.goals.items() if weight >= SPEAKS)
    partner = max(query.partners, key=query.partners.__getitem__, default=None)
    sure = partner is not None and query.partners[partner] >= _TELLS_KIND
    return Subjects(
        tuple(dict.fromkeys((*shown, *spoken))),
        near_works(query),
        partner if sure and query.confidence == "high" else None,
    )


def _by_first_word(catalog: Catalog) -> dict[str, list[_Phrase]]:
    """Return every phrase that shows a goal, by its first word.

    One word alone tells less in a sentence than in a name ("justice"): it has to be one by which people ask, too.
    """
    found: dict[str, list[_Phrase]] = {}
    for sign in works(catalog).signs:
        named = set(map(singular_words, (*sign.words, *sign.services)))
        asked = set(map(singular_words, sign.asked))
        for words in named & asked | {words for words in named | asked if words[1:]}:
            found.setdefault(words[0], []).append(_Phrase(words, sign.shows))
    return found


def _shown(words: Sequence[str], phrases: Mapping[str, Sequence[_Phrase]]) -> Iterator[str]:
    for at, word in enumerate(words):
        for phrase in phrases.get(word, ()):
            if tuple(words[at : at + len(phrase.words)]) == phrase.words:
                yield phrase.shows


def _stands_in(phrase: Sequence[str], words: Sequence[str]) -> bool:
    return f" {' '.join(phrase)} " in f" {' '.join(words)} "
