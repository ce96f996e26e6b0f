"""The formats in which a selection can be taken away; one line for each."""

from geo.export.base import Exporter
from geo.export.geojson import GeoJsonExporter

EXPORTERS: dict[str, Exporter] = {exporter.name: exporter for exporter in (GeoJsonExporter(),)}

__all__ = ["EXPORTERS", "Exporter"]
