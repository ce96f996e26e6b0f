"""GeoPackage: layers and tables of what is shown, with styles that QGIS takes up by itself."""

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from shapely import to_wkb
from shapely.geometry.base import BaseGeometry

from geo.dataset import Dataset
from geo.export.about import about
from geo.export.base import Follow, PathExporter
from geo.export.gpkg_layers import Layer, layers
from geo.export.qgis import UPDATE_TIME, USE_AS_DEFAULT, styles
from geo.export.tables import Table, joined

_DAYS = frozenset({"first_day", "last_day", "published_on"})
_WHOLE = frozenset(
    {
        *("order", "count", "claim_count", "geonames_id"),
        *("fatalities_low", "fatalities_high", "wounded_low", "wounded_high"),
    }
)
_REAL = frozenset({"lat", "lon", "uncertainty_km", "radius_km", "reported_offset_miles"})
_NOT_A_DAY = np.datetime64("1970-01-01", "D")


class GpkgExporter(PathExporter):
    """GeoPackage as OGC 12-128 has it, written by GDAL."""

    name = "gpkg"
    label = "GeoPackage"
    suffix = ".gpkg"
    media_type = "application/geopackage+sqlite3"

    def write_path(self, dataset: Dataset, path: Path, follow: Follow) -> None:
        """Write every layer and table, what the file is, and the styles."""
        made = list(layers(dataset))
        for layer in follow(made, "GeoPackage", len(made)):
            _write(path, layer)
        counts = {layer.table.name: len(layer.table.rows) for layer in made}
        _write(path, _atlas(about(dataset, counts)))
        _write(path, styles(), fid="id")


def _write(path: Path, layer: Layer, fid: str = "fid") -> None:
    # Only for this format: it loads GDAL.
    import pyogrio.raw

    table = layer.table
    columns, masks = zip(*(_column(table, name) for name in table.columns), strict=True)
    geometry = None
    if layer.geometry_type:
        geometry = np.array([_wkb(one) for one in layer.geometries], dtype=object)
    pyogrio.raw.write(
        path,
        geometry,
        list(columns),
        np.array(table.columns, dtype=object),
        field_mask=list(masks),
        layer=table.name,
        driver="GPKG",
        geometry_type=layer.geometry_type,
        crs="EPSG:4326" if layer.geometry_type else None,
        promote_to_multi=layer.geometry_type == "MultiPolygon",
        # Readers of some years ago say a warning of anything later.
        dataset_options=None if path.exists() else {"VERSION": "1.2"},
        layer_options={"DESCRIPTION": layer.about, "FID": fid},
    )


def _column(table: Table, name: str) -> tuple[NDArray[Any], NDArray[np.bool_] | None]:
    values = [row[name] for row in table.rows]
    empty = np.array([value is None for value in values], dtype=bool)
    if name in _DAYS:
        days = [_NOT_A_DAY if value is None else np.datetime64(value, "D") for value in values]
        return np.array(days, dtype="datetime64[D]"), empty
    if name == USE_AS_DEFAULT:
        return np.array(values, dtype=bool), None
    if name == UPDATE_TIME:
        return np.array(values, dtype="datetime64[ms]"), None
    if name in _WHOLE:
        return np.array([value or 0 for value in values], dtype=np.int64), empty
    if name in _REAL:
        return np.array([value or 0.0 for value in values], dtype=np.float64), empty
    return np.array([_text(value) for value in values], dtype=object), None


def _text(value: object) -> str | None:
    # GDAL takes the zero byte for the end of a text.
    return None if value is None else str(joined(value)).replace("\x00", "")


def _wkb(geometry: BaseGeometry | None) -> bytes | None:
    return None if geometry is None or geometry.is_empty else bytes(to_wkb(geometry))


def _atlas(described: dict[str, Any]) -> Layer:
    rows = tuple(
        {"name": name, "value": value if isinstance(value, str) else json.dumps(value)}
        for name, value in described.items()
    )
    return Layer(Table("atlas", ("name", "value"), rows), "What this file is and how to cite it")
