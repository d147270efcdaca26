"""What was fitted to the catalog's sentences: a weight from each feature to each partner.

The weights are those of a ridge regression, made by ``tools/train.py`` and shipped beside this
module, in one file for each encoder. A library's own sentences are fitted on the spot, on top.
"""

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from math import exp, sqrt
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple
from zlib import crc32

from collabkit.matching.language.calibration import Calibration
from collabkit.matching.language.examples import Example
from collabkit.matching.language.features import IDEA, extract_features
from collabkit.matching.language.packed import PackedMatrix, pack, unpack
from collabkit.matching.language.phrases import Phrases

FOLDER = Path(__file__).parent

IDEA_COUNTS = 1.5
"""How much more the feature of a word group counts than a stem as rare as it."""
_TOP = 0.6
"""What the regression answers to a sentence it knows well; own sentences are fitted to this."""
_PASSES = 8
_FINE = 1 << 44
"""Steps into which 1.0 is cut where weights are added up."""
_STEPS = 127


class Model(NamedTuple):
    """The weights for one encoder, as the file holds them."""

    partners: Sequence[str]
    features: Mapping[str, int]
    """Feature to row. After these rows come those of the encoder's numbers."""
    rarity: Sequence[float]
    """Inverse document frequency of each feature: 1 less the logarithm of the share of sentences."""
    scale: Sequence[float]
    """What one step of a row's weights is worth."""
    rows: "array[int]"
    """Steps of -127 to 127, row by row."""
    digest: str
    """Of the examples it was made from."""
    examples: frozenset[int]
    """The checksum of each of them."""
    works: Mapping[str, int]
    """For each activity, the checksum of its texts."""
    centroids: "array[int]"
    """The encoder's numbers for each of these, in steps of a 127th, row by row."""
    calibration: Calibration
    checksum: str = ""
    """Of the whole file: what is made with other weights is another thing."""

    @property
    def dims(self) -> int:
        """How many numbers the encoder gives."""
        return len(self.scale) - len(self.features)

    def row(self, place: int) -> list[float]:
        """Return the weights of one row, one for each partner."""
        width = len(self.partners)
        scale = self.scale[place]
        return [scale * step for step in self.rows[place * width : (place + 1) * width]]

    def centroid(self, place: int) -> list[float]:
        """Return the encoder's numbers for what is said of the activity at *place*."""
        steps = self.centroids[place * self.dims : (place + 1) * self.dims]
        return [step / _STEPS for step in steps]


def path_of(encoder: str) -> Path:
    """Return the file of the weights for the encoder of that name."""
    return FOLDER / f"{encoder}.weights"


def load(path: Path) -> Model:
    """Return the weights in the file at *path*."""
    content = path.read_bytes()
    head, _, body = content.partition(b"\n")
    plain: dict[str, Any] = json.loads(head)
    features = plain["features"]
    rows = len(plain["scale"]) * len(plain["partners"])
    return Model(
        plain["partners"],
        {feature: place for place, feature in enumerate(features)},
        plain["rarity"],
        plain["scale"],
        array("b", body[:rows]),
        plain["digest"],
        frozenset(plain["examples"]),
        plain["works"],
        array("b", body[rows:]),
        Calibration.from_record(plain["calibration"]),
        f"{crc32(content):08x}",
    )


def save(model: Model, path: Path) -> None:
    """Write *model* to *path*."""
    head = {
        "partners": list(model.partners),
        "features": list(model.features),
        "rarity": [round(each, 4) for each in model.rarity],
        "scale": [float(f"{each:.5g}") for each in model.scale],
        "digest": model.digest,
        "examples": sorted(model.examples),
        "works": dict(model.works),
        "calibration": model.calibration.record(),
    }
    text = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
    body = model.rows.tobytes() + model.centroids.tobytes()
    path.write_bytes(text + b"\n" + body)


class Affinities:
    """Answers how well features fit each partner, and why."""

    def __init__(self, learned: Model) -> None:
        self._learned = learned
        self._width = len(learned.partners)
        words = len(learned.features)
        self._dense = PackedMatrix([learned.row(words + place) for place in range(learned.dims)])
        self._places = {partner: place for place, partner in enumerate(learned.partners)}
        self._rows: dict[str, list[float]] = {}
        """Of the features of a library's own sentences, with what those teach."""
        self._packed: dict[int, int] = {}
        self._own_rarity: dict[str, float] = {}
        self._counted: dict[str, float] = {}

    @property
    def checksum(self) -> str:
        """Of the shipped weights."""
        return self._learned.checksum

    def features(self) -> list[str]:
        """Return every feature that has a weight."""
        return [*self._learned.features, *self._own_rarity]

    def shares(
        self, features: Iterable[str], counts: Mapping[str, float] = MappingProxyType({})
    ) -> dict[str, float]:
        """Return the share of each known feature in an aim: rarer ones more, squares sum to 1.

        Args:
            features: of the aim.
            counts: what some of them count, where it is not 1.
        """
        raw = {
            feature: counted * counts.get(feature, 1.0)
            for feature in features
            if (counted := self._counted.get(feature) or self._count(feature))
        }
        length = sqrt(sum(each * each for each in raw.values()))
        return {feature: each / length for feature, each in raw.items()}

    def counts(
        self, features: Iterable[str], counts: Mapping[str, float] = MappingProxyType({})
    ) -> dict[str, float]:
        """Return how much each known feature of an aim counts, however rare it is.

        Takes what ``shares`` takes.
        """
        return {
            feature: counts.get(feature, 1.0) * (IDEA_COUNTS if feature.startswith(IDEA) else 1.0)
            for feature in features
            if self._knows(feature)
        }

    def usual(self, feature: str) -> float:
        """Return the share of all sentences in which *feature* stands; 0 for an unknown one."""
        return exp(1.0 - self._rarity(feature)) if self._knows(feature) else 0.0

    def of_vector(self, vector: Sequence[float]) -> dict[str, float]:
        """Return what the encoder's numbers of an aim add to the affinity of each partner."""
        return dict(zip(self._learned.partners, self._dense.times(vector), strict=True))

    def of(self, shares: Mapping[str, float]) -> dict[str, float]:
        """Return what the words of an aim add to the affinity of each partner."""
        own = self._rows.keys() & shares.keys()
        learned = [(feature, share) for feature, share in shares.items() if feature not in own]
        total = self._learned_of(learned)
        for feature in sorted(own):
            share, row = shares[feature], self._rows[feature]
            total = [sum_ + share * weight for sum_, weight in zip(total, row, strict=True)]
        return dict(zip(self._places, total, strict=True))

    def _learned_of(self, shares: Iterable[tuple[str, float]]) -> list[float]:
        """Return the same of the shipped weights alone: as in ``PackedMatrix``, in whole numbers."""
        sum_ = 0
        for feature, share in shares:
            place = self._learned.features[feature]
            steps = round(share * self._learned.scale[place] * _FINE)
            sum_ += steps * (self._packed.get(place) or self._pack(place))
        own = [0.0] * (len(self._places) - self._width)
        return [steps / _FINE for steps in unpack(sum_, self._width)] + own

    def _pack(self, place: int) -> int:
        """Return a row of the shipped weights as one number, with a field for each partner."""
        width = self._width
        self._packed[place] = pack(self._learned.rows[place * width : (place + 1) * width])
        return self._packed[place]

    def speaking(self, shares: Mapping[str, float]) -> "Speaking":
        """Return what tells which features of an aim speak for which partner."""
        learned, width = self._learned, self._width
        rows = memoryview(learned.rows)
        weighed: list[tuple[float, Sequence[float], str]] = []
        for feature, share in shares.items():
            own = self._rows.get(feature)
            if own is None:
                place = learned.features[feature]
                row = rows[place * width : (place + 1) * width]
                weighed.append((share * learned.scale[place], row, feature))
            else:
                weighed.append((share, own, feature))
        return Speaking(weighed, self._places)

    def fit(self, examples: Iterable[Example], groups: Phrases[list[str]]) -> None:
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

    def _count(self, feature: str) -> float:
        """Return what *feature* counts, the more the rarer it is; 0 for an unknown one."""
        if not self._knows(feature):
            return 0.0
        rarity = self._rarity(feature)
        counted = rarity * IDEA_COUNTS if feature.startswith(IDEA) else rarity
        self._counted[feature] = counted
        return counted

    def _rarity(self, feature: str) -> float:
        place = self._learned.features.get(feature)
        return self._own_rarity[feature] if place is None else self._learned.rarity[place]

    def _row(self, feature: str) -> list[float]:
        """Return the weights of *feature*, one for each partner, to be changed."""
        row = self._rows.get(feature)
        if row is None:
            place = self._learned.features.get(feature)
            row = [] if place is None else self._learned.row(place)
            row += [0.0] * (len(self._places) - len(row))
            self._rows[feature] = row
        return row


class Speaking:
    """Tells which features of one aim speak for a partner."""

    def __init__(
        self, weighed: Sequence[tuple[float, Sequence[float], str]], places: Mapping[str, int]
    ) -> None:
        """Hold each feature with what it counts and its weights.

        Args:
            weighed: what a feature counts, its weights for the partners, and the feature. Shipped
                weights end before the partners of a library's own catalog.
            places: where each partner stands among the weights.
        """
        self._weighed = weighed
        self._places = places

    def of(self, partner: str) -> list[str]:
        """Return the features that speak for *partner*, the strongest first."""
        place = self._places[partner]
        weights = [
            (-count * row[place], feature)
            for count, row, feature in self._weighed
            if place < len(row)
        ]
        return [feature for against, feature in sorted(weights) if against < 0]
