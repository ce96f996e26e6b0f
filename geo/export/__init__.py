"""The formats in which a selection can be taken away; one line for each."""

from geo.export.base import Exporter
from geo.export.csv_zip import CsvExporter
from geo.export.geojson import GeoJsonExporter
from geo.export.gpkg import GpkgExporter
from geo.export.kml import KmlExporter
from geo.export.parquet import GeoParquetExporter

EXPORTERS: dict[str, Exporter] = {
    exporter.name: exporter
    for exporter in (
        GeoJsonExporter(),
        GpkgExporter(),
        KmlExporter(),
        CsvExporter(),
        GeoParquetExporter(),
    )
}

__all__ = ["EXPORTERS", "Exporter"]
