"""GeoJSON of what is shown: events, movements, places, routes and zones in one collection."""

from collections.abc import Iterator
from typing import BinaryIO

from geo.dataset import Dataset
from geo.export.about import KINDS, about, said_of_things
from geo.export.base import Exporter, Follow, quietly
from geo.export.features import Feature, features
from geo.export.writer import write_collection


class GeoJsonExporter(Exporter):
    """GeoJSON as RFC 7946 has it."""

    name = "geojson"
    label = "GeoJSON"
    suffix = ".geojson"
    media_type = "application/geo+json"
    is_text = True

    def write(self, dataset: Dataset, stream: BinaryIO, follow: Follow = quietly) -> None:
        """Write one FeatureCollection with the foreign member ``atlas``."""
        counts = dict.fromkeys(KINDS, 0)
        atlas = about(dataset, counts) | {"said": said_of_things(dataset)}
        # Filled while the features go by: the collection's head is written after them.
        atlas["counts"] = counts

        def counted() -> Iterator[Feature]:
            for each in follow(features(dataset), "GeoJSON"):
                counts[each["properties"]["kind"]] += 1
                yield each

        write_collection(stream, counted(), {"atlas": atlas})
