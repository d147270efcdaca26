"""A GeoJSON collection of points, for maps."""

from collections.abc import Iterable, Iterator

from collabkit.output.formats import Layout, M
from collabkit.text.json import json_value, to_json


def write(records: Iterable[M], layout: Layout[M]) -> Iterator[str]:
    """Yield the collection; a record without ``lat`` and ``lon`` has no geometry."""
    before = '{"type": "FeatureCollection", "features": ['
    for record in records:
        properties = json_value(record)
        spot = [properties.get("lon"), properties.get("lat")]
        feature = {
            "type": "Feature",
            "id": layout.id_(record),
            "geometry": None if None in spot else {"type": "Point", "coordinates": spot},
            "properties": properties,
        }
        yield f"{before}\n{to_json(feature)}"
        before = ","
    yield f"{before if before != ',' else ''}\n]}}\n"
