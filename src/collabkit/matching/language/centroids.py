"""What is said of each activity, as one vector: the mean of the vectors of its sentences."""

from collections.abc import Mapping, Sequence
from zlib import crc32

from collabkit.catalog import Activity, Catalog
from collabkit.matching.language.model import Model
from collabkit.matching.language.packed import COSINES, PackedMatrix
from collabkit.matching.language.vectors import Encoder, unit
from collabkit.matching.language.works import texts_of


def checksum(activity: Activity) -> int:
    """Return a number by which the same texts of an activity are known again."""
    return crc32(repr(texts_of(activity)).encode())


def centroid(activity: Activity, encoder: Encoder) -> list[float]:
    """Return the numbers of all that is said of *activity*."""
    total = [0.0] * encoder.dims
    for text in texts_of(activity):
        total = [sum_ + value for sum_, value in zip(total, encoder.encode(text), strict=True)]
    return unit(total, encoder.dims)


def own_centroids(catalog: Catalog, model: Model, encoder: Encoder) -> dict[str, list[float]]:
    """Return the numbers of each activity that *model* does not know as it is."""
    return {
        activity.id: [round(value, 4) for value in centroid(activity, encoder)]
        for activity in catalog.activities.values()
        if activity.id not in model.works or model.works[activity.id] != checksum(activity)
    }


class WorkVectors:
    """Tells how alike an aim and each activity of a catalog are."""

    def __init__(self, model: Model, own: Mapping[str, Sequence[float]], catalog: Catalog) -> None:
        self._ids = tuple(catalog.activities)
        places = {id_: place for place, id_ in enumerate(model.works)}
        columns = [own[id_] if id_ in own else model.centroid(places[id_]) for id_ in self._ids]
        self._matrix = PackedMatrix(list(zip(*columns, strict=True)), COSINES)
        self._usual = model.calibration.usual

    def cosines(self, vector: Sequence[float]) -> list[float]:
        """Return the cosine of *vector* and each activity; nothing for an aim without numbers."""
        return self._matrix.times(vector) if self._ids and any(vector) else []

    def near(self, vector: Sequence[float]) -> dict[str, float]:
        """Return the activities nearer to *vector* than usual, each with how much nearer."""
        usual = self._usual
        return {
            id_: cosine - usual
            for id_, cosine in zip(self._ids, self.cosines(vector), strict=False)
            if cosine > usual
        }
