"""A text held against the facts of its case, sentence by sentence."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from collabkit.proofs.known import Known
from collabkit.proofs.names import unknown_names
from collabkit.proofs.private import PrivateWords
from collabkit.proofs.quantities import quantities
from collabkit.proofs.sayings import sayings
from collabkit.proofs.times import times
from collabkit.proofs.words import plain, roots, sentences
from collabkit.proposals.facts import Facts

DoubtKind = Literal["number", "day", "name", "promise", "private", "clause"]

_COMMITS = re.compile(
    r"\b(?:will|shall|guarantee\w*|promise\w*|commit\w*|free of charge|for free|at no (?:cost|charge)|free|always|never|"
    r"every (?:day|week|month|year|evening|afternoon|morning|child|family|one)|each (?:week|month|year)|as long as|"
    r"we(?:'ll| pay| cover| provide| bring| drive| agree| offer)|you(?:'ll| pay| cover| provide| agree| get))\b",
    re.IGNORECASE,
)
_CLAUSE = 0.5
"""The share of the words of a clause that a text must have."""


class Doubtful(NamedTuple):
    """Something in a text that no fact has, or that ought not to stand in it."""

    kind: DoubtKind
    """`number`, `day`, `name` and `promise` that no fact has; a `private` word; a `clause` that is missing."""
    text: str
    """The words themselves."""
    sentence: str
    """Where they stand; blank for what is missing."""
    why: str
    """What is wrong, a phrase."""


class Checked(NamedTuple):
    """What was found in a text, in its order."""

    doubts: tuple[Doubtful, ...]
    sentences: int
    """How many were read."""


def check(
    text: str, facts: Facts, *, private: Iterable[str] = (), more: Iterable[str] = ()
) -> Checked:
    """Return what in *text* the facts do not have.

    Args:
        text: a paper, plain or in Markdown.
        facts: all that the paper may say.
        private: the wish, and who is not asked and why: words that are in no fact must not stand in it.
        more: what else may be said, such as sentences that the library knows.
    """
    known = Known([*sayings(facts), *more])
    given_away = PrivateWords(private, known)
    read = list(sentences(text))
    doubts = [each for sentence in read for each in _doubts(sentence, known, given_away)]
    doubts += _missing(text, facts)
    return Checked(tuple(doubts), len(read))


def _doubts(sentence: str, known: Known, given_away: PrivateWords) -> Iterator[Doubtful]:
    rest = sentence
    for time in times(sentence):
        if not known.has_time(time):
            yield Doubtful("day", time.text, sentence, "no fact names this day or hour")
        rest = rest.replace(time.text, " " * len(time.text), 1)
    for number in quantities(rest):
        if not known.has_number(number, sentence):
            yield Doubtful("number", number.text, sentence, "no fact has this number of them")
    for name in unknown_names(sentence, known):
        yield Doubtful("name", name, sentence, "no fact has this name")
    for words in given_away.found(sentence):
        yield Doubtful("private", words, sentence, "words of the wish, which is private")
    if _COMMITS.search(sentence) and not known.covers(sentence):
        yield Doubtful("promise", sentence, sentence, "no fact promises this")


def _missing(text: str, facts: Facts) -> Iterator[Doubtful]:
    """Yield the clauses of the agreement that *text* does not have."""
    said = roots(plain(text))
    for clause in facts.agreement.clauses if facts.agreement else ():
        wanted = roots(" ".join(str(each) for paragraph in clause.text for each in paragraph))
        if wanted and len(wanted & said) / len(wanted) < _CLAUSE:
            yield Doubtful("clause", clause.title, "", "this clause is missing")
