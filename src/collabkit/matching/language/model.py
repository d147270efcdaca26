"""What was learned from the catalog's sentences: a weight from each feature to each partner.

The weights are those of a ridge regression, made by ``tools/train.py`` and shipped beside this
module. A library's own sentences are learned on the spot, on top of them.
"""

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from collabkit.matching.language.examples import Example
from collabkit.matching.language.features import IDEA, extract_features

FILE = Path(__file__).parent / "model.weights"

IDEA_COUNTS = 1.5
"""How much more the feature of a word group counts than a stem as rare as it."""
_TOP = 0.6
"""What the regression answers to a sentence it knows well; own sentences are taught to this."""
_PASSES = 8


class Model(NamedTuple):
    """The weights, as the file holds them."""

    partners: Sequence[str]
    features: Mapping[str, int]
    """Feature to row."""
    rarity: Sequence[float]
    """Inverse document frequency of each row's feature."""
    scale: Sequence[float]
    """What one step of a row's weights is worth."""
    rows: "array[int]"
    """Steps of -127 to 127, row by row."""
    digest: str
    """Of the examples it was made from."""
    examples: frozenset[int]
    """The checksum of each of them."""
    checksum: str = ""
    """Of the whole file: what is made with other weights is another thing."""

    def row(self, place: int) -> list[float]:
        """Return the weights of one feature, one for each partner."""
        width = len(self.partners)
        scale = self.scale[place]
        return [scale * step for step in self.rows[place * width : (place + 1) * width]]


def load(path: Path = FILE) -> Model:
    """Return the shipped weights."""
    content = path.read_bytes()
    head, _, body = content.partition(b"\n")
    plain: dict[str, Any] = json.loads(head)
    return Model(
        plain["partners"],
        {feature: place for place, feature in enumerate(plain["features"])},
        plain["rarity"],
        plain["scale"],
        array("b", body),
        plain["digest"],
        frozenset(plain["examples"]),
        f"{crc32(content):08x}",
    )


def save(learned: Model, path: Path = FILE) -> None:
    """Write *learned* to *path*."""
    head = {
        "partners": list(learned.partners),
        "features": list(learned.features),
        "rarity": [round(each, 4) for each in learned.rarity],
        "scale": [float(f"{each:.5g}") for each in learned.scale],
        "digest": learned.digest,
        "examples": sorted(learned.examples),
    }
    text = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
    path.write_bytes(text + b"\n" + learned.rows.tobytes())


class Affinities:
    """Answers how well features fit each partner, and why."""

    def __init__(self, learned: Model) -> None:
        self._learned = learned
        self._places = {partner: place for place, partner in enumerate(learned.partners)}
        self._rows: dict[str, list[float]] = {}
        self._own_rarity: dict[str, float] = {}

    @property
    def checksum(self) -> str:
        """Of the shipped weights."""
        return self._learned.checksum

    def features(self) -> list[str]:
        """Return every feature that has a weight."""
        return [*self._learned.features, *self._own_rarity]

    def shares(self, features: Iterable[str]) -> dict[str, float]:
        """Return the share of each known feature in an aim: rarer ones more, squares sum to 1."""
        raw = {feature: self._rarity(feature) for feature in features if self._knows(feature)}
        length = sqrt(sum(each * each for each in raw.values()))
        return {feature: each / length for feature, each in raw.items()}

    def of(self, shares: Mapping[str, float]) -> dict[str, float]:
        """Return the affinity of each partner; usually 0 to 0.6, sometimes a little outside."""
        total = [0.0] * len(self._places)
        for feature, share in shares.items():
            row = self._row(feature)
            total = [sum_ + share * weight for sum_, weight in zip(total, row, strict=True)]
        return dict(zip(self._places, total, strict=True))

    def because(self, partner: str, shares: Mapping[str, float]) -> list[str]:
        """Return the features that speak for *partner*, the strongest first."""
        place = self._places[partner]
        said = {feature: share * self._row(feature)[place] for feature, share in shares.items()}
        return sorted(
            (each for each in said if said[each] > 0), key=lambda each: (-said[each], each)
        )

    def fit(self, examples: Iterable[Example], groups: Mapping[str, Sequence[str]]) -> None:
        """Learn a library's own sentences, so that an aim like one of them finds its partners."""
        taught = [
            (extract_features(example.text, groups).features, example.partners)
            for example in examples
        ]
        commonest = max(self._learned.rarity, default=1.0)
        for features, partners in taught:
            for partner in partners:
                self._places.setdefault(partner, len(self._places))
            for feature in features:
                if not self._knows(feature):
                    self._own_rarity[feature] = commonest
        shared = [(self.shares(features), partners) for features, partners in taught]
        for _ in range(_PASSES):
            for shares, partners in shared:
                self._pull(shares, partners)

    def _pull(self, shares: Mapping[str, float], partners: Mapping[str, float]) -> None:
        rows = [(self._row(feature), share) for feature, share in shares.items()]
        for partner, strength in partners.items():
            place = self._places[partner]
            missing = _TOP * strength - sum(share * row[place] for row, share in rows)
            if missing > 0:
                for row, share in rows:
                    row[place] += missing * share

    def _knows(self, feature: str) -> bool:
        return feature in self._learned.features or feature in self._own_rarity

    def _rarity(self, feature: str) -> float:
        place = self._learned.features.get(feature)
        rarity = self._own_rarity[feature] if place is None else self._learned.rarity[place]
        return rarity * IDEA_COUNTS if feature.startswith(IDEA) else rarity

    def _row(self, feature: str) -> list[float]:
        row = self._rows.get(feature)
        if row is None:
            place = self._learned.features.get(feature)
            row = [] if place is None else self._learned.row(place)
            row += [0.0] * (len(self._places) - len(row))
            self._rows[feature] = row
        return row
