"""What requests with an answer key get: who comes first, which work, and how sure.

What is reported is of those that nothing was chosen by or fitted to.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from tools.answer_keys import FITTED, LATER, first_keys, keys, second_keys

from collabkit.catalog import Catalog
from collabkit.library import Library
from collabkit.matching import Ranking
from collabkit.matching.language.interpret import Interpreter
from collabkit.matching.language.vectors import Encoder

REPORTED, FRESH, FOURTH = ("asks-report",), ("asks-fresh",), ("asks-fourth",)
GROUPS = (
    ("fitted to these", FITTED),
    ("of them later", LATER),
    ("kept aside", REPORTED),
    ("fresh", FRESH),
    ("fourth", FOURTH),
)
RECORDED = {"": REPORTED, "fresh_": FRESH, "later_": LATER, "fourth_": FOURTH}
"""What the figures of a group are recorded under, each with the name of its encoder before it."""
SHOWN, ENOUGH = 5, 3
LEVELS = ("high", "medium", "low")


class Answer(NamedTuple):
    """What one request got, held against its key."""

    asks: bool
    """False if it asks for no partnership."""
    good: Sequence[bool]
    """Of the first five, which are acceptable."""
    work: bool | None
    """Whether the first work is; nothing if the catalog has none for it."""
    confidence: str

    @property
    def right(self) -> bool:
        """The first partner is acceptable, and three of five."""
        return self.good[:1] == [True] and sum(self.good) >= ENOUGH


@cache
def answers(catalog: Catalog, encoder: Encoder, name: str) -> tuple[Answer, ...]:
    """Return what each request of the file called *name* gets."""
    interpreter = Interpreter(catalog, encoder)
    ranking = Ranking(catalog, Library())
    return tuple(answer(key, interpreter, ranking) for key in keys(name))


def agreement(name: str) -> dict[str, float]:
    """Return the share of what the first labeler accepts that the second one accepts too."""
    second = second_keys(name)
    labeled_twice = [key for key in first_keys(name) if key["aim"] in second]
    found = {}
    for field in ("good", "work"):
        both = [(set(key[field]), set(second[key["aim"]][field])) for key in labeled_twice]
        found[field] = sum(len(a & b) for a, b in both) / sum(len(a) for a, _ in both)
    return found


def answer(key: dict[str, Any], interpreter: Interpreter, ranking: Ranking) -> Answer:
    """Return what the request of *key* gets."""
    query = interpreter.interpret(key["aim"])
    first = ranking.scores(query)[:SHOWN]
    work = next((score.activity for score, _ in first if score.activity), None)
    return Answer(
        not key["none"],
        [partner.id in key["good"] for _, partner in first],
        work in key["work"] if key["work"] else None,
        query.confidence,
    )


def figures(catalog: Catalog, encoder: Encoder) -> dict[str, float]:
    """Return the figures that are recorded, named after *encoder*."""
    recorded: dict[str, float] = {}
    for group, names in RECORDED.items():
        found = [each for name in names for each in answers(catalog, encoder, name)]
        measured = zip(("first", "of_five", "work"), _shares(found), strict=False)
        recorded |= {f"{encoder.name}_{group}{key}": round(share, 4) for key, share in measured}
    return recorded


def report(catalog: Catalog, encoder: Encoder) -> Iterator[str]:
    """Yield the lines of the tables for *encoder*."""
    yield f"requests with an answer key, read with {encoder.name} vectors"
    yield HEADING
    for title, names in GROUPS:
        yield row(title, [each for name in names for each in answers(catalog, encoder, name)])
    yield "two labelers: of what the first accepts the second accepts"
    for title, names in GROUPS:
        for name in filter(second_keys, names):
            agreed = agreement(name)
            yield f"{title:<16} {agreed['good']:.2f} of the partners, {agreed['work']:.2f} of the work"
    yield ""
    yield "reliability: share right (first partner, and three of five)"
    for title, names in GROUPS:
        yield levels(title, [each for name in names for each in answers(catalog, encoder, name)])


HEADING = "                         first  of five   work  nothing told"


def row(title: str, found: Sequence[Answer]) -> str:
    """Return a line of the table of figures."""
    shares = "  ".join(f"{share:6.3f}" for share in _shares(found))
    return f"{title:<16} {len(found):>4}   {shares}"


def levels(title: str, found: Sequence[Answer]) -> str:
    """Return a line of the table of confidence against truth."""
    of_level = {level: [a.right for a in found if a.confidence == level] for level in LEVELS}
    shown = "  ".join(
        f"{level} {_share(right):.2f} of {len(right):<3}" for level, right in of_level.items()
    )
    return f"{title:<16} {shown}"


def _shares(found: Sequence[Answer]) -> tuple[float, ...]:
    real = [each for each in found if each.asks]
    return (
        _share(each.good[:1] == [True] for each in real),
        _share(sum(each.good) / SHOWN for each in real),
        _share(each.work for each in real if each.work is not None),
        _share(each.confidence == "low" for each in found if not each.asks),
    )


def _share(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found) if found else 0.0
