"""GeoPackage: layers and tables of what is shown, with styles that QGIS takes up by itself."""

import json
from pathlib import Path
from typing import Any

from geo.dataset import Dataset
from geo.export.about import about
from geo.export.base import Follow, PathExporter


class GpkgExporter(PathExporter):
    """GeoPackage as OGC 12-128 has it, written by geopandas with GDAL."""

    name = "gpkg"
    label = "GeoPackage"
    suffix = ".gpkg"
    media_type = "application/geopackage+sqlite3"

    def write_path(self, dataset: Dataset, path: Path, follow: Follow) -> None:
        """Write every layer and table, what the file is, and the styles."""
        # Only for this format: geopandas takes long to import.
        from geo.export.gpkg_layers import layers, table_layer
        from geo.export.qgis import styles

        made = list(layers(dataset))
        for layer in follow(made, "GeoPackage", len(made)):
            layer.write(path)
        counts = {layer.name: len(layer.frame) for layer in made}
        rows = _rows(about(dataset, counts))
        table_layer("atlas", ("name", "value"), rows, "What this file is and how to cite it").write(
            path
        )
        styles().write(path, fid="id")


def _rows(described: dict[str, Any]) -> list[dict[str, str]]:
    return [
        {"name": name, "value": value if isinstance(value, str) else json.dumps(value)}
        for name, value in described.items()
    ]
