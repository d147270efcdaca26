"""Match quality by cross-validation over the precedents, beside popularity and BM25.

When a precedent is asked, it and every precedent of the same source are unknown: the answers of
the learned weights follow from the same solution with those left out (``tools.train.left_out``).
With ``--check`` the exit code is 1 if a figure is below the last recorded one.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log
from pathlib import Path

from tools.train import fit, left_out, of_encoder

from collabkit.catalog import Catalog, load
from collabkit.library import Library
from collabkit.matching import Ranking
from collabkit.matching.language import sentence
from collabkit.matching.language.examples import examples
from collabkit.matching.language.features import stem, words
from collabkit.matching.language.interpret import Interpreter
from collabkit.matching.language.vectors import Encoder, PieceVectors
from evaluation import asks
from evaluation.measures import Case, quality

RECORD = Path(__file__).parent / "matching.json"
TOLERANCE = 0.005
"""One case in 203 is 0.005; a machine's rounding may move one."""


def ours(catalog: Catalog) -> Iterator[Case]:
    """Yield each precedent as ``collab match`` would rank it, had it never been seen."""
    encoder = PieceVectors()
    fitted = fit(catalog, of_encoder(encoder))
    precedents = list(catalog.precedents.values())
    by_words, by_vectors = left_out(fitted, [precedent.source[0] for precedent in precedents])
    interpreter = Interpreter(catalog, encoder)
    ranking = Ranking(catalog, Library())
    for place, precedent in enumerate(precedents):
        read = interpreter.read(precedent.aim)
        evidence = interpreter.evidence(read)._replace(
            words=dict(zip(fitted.partners, map(float, by_words[place]), strict=True)),
            vectors=dict(zip(fitted.partners, map(float, by_vectors[place]), strict=True)),
        )
        ranked = [partner.id for _, partner in ranking.scores(interpreter.query(read, evidence))]
        yield _case(catalog, precedent.id, ranked)


def popularity(catalog: Catalog) -> Iterator[Case]:
    """Yield each precedent with partners ranked by how often the other precedents name them."""
    for precedent in catalog.precedents.values():
        counts = Counter(
            taker.partner
            for other in catalog.precedents.values()
            if other.source != precedent.source
            for taker in other.partners
        )
        ranked = sorted(catalog.partners, key=lambda id_: (-counts[id_], id_))
        yield _case(catalog, precedent.id, ranked)


def bm25(catalog: Catalog) -> Iterator[Case]:
    """Yield each precedent as BM25 (Robertson and Zaragoza 2009) ranks one text for each partner.

    The text of a partner is every sentence of the catalog that leads to it, as our own matching
    has it, less the precedents of the same source; k1 = 1.2, b = 0.75.
    """
    texts: dict[str, Counter[str]] = defaultdict(Counter)
    for example in examples(catalog):
        for partner, strength in example.partners.items():
            if example.kind != "precedents" and strength >= 0.5:  # noqa: PLR2004 - takes a main part
                texts[partner].update(_stems(example.text))
    for precedent in catalog.precedents.values():
        seen = {id_: Counter(text) for id_, text in texts.items()}
        for other in catalog.precedents.values():
            if other.source != precedent.source:
                for taker in other.partners:
                    seen[taker.partner].update(_stems(other.aim))
        scores = _bm25(seen, _stems(precedent.aim))
        yield _case(catalog, precedent.id, sorted(seen, key=lambda id_: (-scores[id_], id_)))


def _bm25(texts: Mapping[str, Counter[str]], query: Sequence[str]) -> dict[str, float]:
    lengths = {id_: text.total() for id_, text in texts.items()}
    mean = sum(lengths.values()) / len(lengths)
    scores = dict.fromkeys(texts, 0.0)
    for word in query:
        holders = [id_ for id_, text in texts.items() if word in text]
        rarity = log(1 + (len(texts) - len(holders) + 0.5) / (len(holders) + 0.5))
        for id_ in holders:
            times = texts[id_][word]
            scores[id_] += (
                rarity * times * 2.2 / (times + 1.2 * (0.25 + 0.75 * lengths[id_] / mean))
            )
    return scores


def _stems(text: str) -> list[str]:
    return [stem(word) for word in words(text)]


def _case(catalog: Catalog, id_: str, ranked: Sequence[str]) -> Case:
    precedent = catalog.precedents[id_]
    true = frozenset(taker.partner for taker in precedent.partners)
    return Case(precedent.aim, true, precedent.goals, ranked)


def by_goal(cases: Sequence[Case]) -> Iterator[tuple[str, int, float]]:
    """Yield each goal with the number of its cases and the share of them that hit in five."""
    groups: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        for goal in case.goals:
            groups[goal].append(case)
    for goal, group in sorted(groups.items(), key=lambda pair: (quality(pair[1]).hit_5, pair[0])):
        yield goal, len(group), quality(group).hit_5


def encoders() -> Iterator[Encoder]:
    """Yield the table that ships, and the sentence model if it is installed."""
    yield PieceVectors()
    model = sentence.installed()
    if model:
        yield model


def main(arguments: Sequence[str]) -> int:
    """Print the figures; compare them with the record if asked; return the exit code."""
    catalog = load()
    cases = list(ours(catalog))
    found = quality(cases)
    print(f"{len(cases)} precedents, each asked with all of its source left out\n")
    print("              hit@1    hit@5   hit@10  recall@5     MRR")
    print(f"popularity  {quality(popularity(catalog)).line()}")
    print(f"BM25        {quality(bm25(catalog)).line()}")
    print(f"collab      {found.line()}\n")
    print("hit@5 by goal, the weakest first")
    for goal, count, hit in by_goal(cases):
        print(f"  {goal:<24} {count:>3} cases  {hit:.2f}")
    figures = dict(found._asdict())
    for encoder in encoders():
        print()
        for line in asks.report(catalog, encoder):
            print(line)
        figures |= asks.figures(catalog, encoder)
    return _compare(figures) if "--check" in arguments else 0


def _compare(found: Mapping[str, float]) -> int:
    recorded = json.loads(RECORD.read_text(encoding="utf-8"))
    worse = [
        f"{name} is {figure:.3f}; recorded on {recorded['date']}: {recorded[name]:.3f}"
        for name, figure in found.items()
        if figure < recorded.get(name, 0.0) - TOLERANCE
    ]
    for line in worse:
        print(f"worse: {line}")
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
