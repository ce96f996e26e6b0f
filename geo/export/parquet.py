"""GeoParquet of what is shown: the features of the GeoJSON, typed, in one table for data people."""

import json
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, BinaryIO

from shapely import to_wkb
from shapely.geometry import shape

from geo.dataset import Dataset
from geo.export.about import KINDS, about
from geo.export.base import Exporter, Follow, quietly
from geo.export.features import features

if TYPE_CHECKING:
    import pyarrow as pa

# Columns of the features by type; what is in none of them is text.
_DAYS = ("first_day", "last_day", "published_on")
_WHOLE = (
    *("count", "order", "geonames_id", "low", "high"),
    *("fatalities_low", "fatalities_high", "wounded_low", "wounded_high"),
)
_REAL = ("uncertainty_km", "radius_km", "lat", "lon", "reported_offset_miles")
_LISTS = ("actor_ids", "article_ids", "route_ids", "place_ids", "claim_ids", "country", "aliases")
_STRUCTS: Mapping[str, tuple[str, ...]] = {
    "fatalities": ("low", "high", "source"),
    "actors": ("actor_id", "name", "side", "role", "side_here", "claim_id"),
    "sources": (
        *("article_id", "publisher", "published_on", "locus", "voice", "via", "stance"),
        *("account", "url", "claim_id", "voice_id", "via_id", "says_when", "first_day"),
        *("last_day", "place_id", "fatalities_low", "fatalities_high"),
        *("wounded_low", "wounded_high"),
    ),
    "places": ("order", "place_id", "role", "location_precision", "uncertainty_km"),
    "relations": ("relation", "other_id", "claim_id"),
    "mentions": ("article_id", "locus"),
    "waypoints": ("place_id", "basis", "source"),
}
_COLUMNS = (
    *("id", "kind", "event_id", "place_id", "route_id", "type", "title", "name", "name_ar"),
    *("summary", "first_day", "last_day", "span", "date_precision", "status", "standing"),
    *("backing", "side", "match", "place", "location_precision", "uncertainty_km", "actor_ids"),
    *("article_ids", "actors", "fatalities", "sources", "places", "relations", "date_basis"),
    *("date_note", "count", "route_ids", "place_ids", "place_kind", "extent", "radius_km"),
    *("country", "geonames_id", "basis", "source", "mentions", "aliases", "lat", "lon"),
    *("route_kind", "claim_ids", "waypoints", "reported_offset_miles", "note"),
)


class GeoParquetExporter(Exporter):
    """GeoParquet 1.1, geometry as WKB."""

    name = "geoparquet"
    label = "GeoParquet"
    suffix = ".parquet"
    media_type = "application/vnd.apache.parquet"

    def write(self, dataset: Dataset, stream: BinaryIO, follow: Follow = quietly) -> None:
        """Write one table, with ``geo`` and ``atlas`` in its metadata."""
        # Only for this format: it takes long to import.
        import pyarrow as pa
        from pyarrow import parquet

        rows, geometries = [], []
        counts = dict.fromkeys(KINDS, 0)
        types: set[str] = set()
        for each in follow(features(dataset), "GeoParquet"):
            counts[each["properties"]["kind"]] += 1
            rows.append({"id": each["id"], **each["properties"]})
            geometry = shape(each["geometry"]) if each["geometry"] else None
            geometries.append(None if geometry is None else to_wkb(geometry))
            types |= {geometry.geom_type} if geometry is not None else set()
        schema = pa.schema([(name, _type(name)) for name in _COLUMNS])
        columns = [
            pa.array([_value(row.get(name), field.type) for row in rows], field.type)
            for name, field in zip(_COLUMNS, schema, strict=True)
        ]
        table = pa.table([*columns, pa.array(geometries, pa.binary())], [*_COLUMNS, "geometry"])
        described = {"geo": _geo(sorted(types)), "atlas": about(dataset, counts)}
        table = table.replace_schema_metadata(
            {name: json.dumps(value, ensure_ascii=False) for name, value in described.items()}
        )
        parquet.write_table(table, stream, compression="zstd")


def _geo(types: list[str]) -> dict[str, Any]:
    # Without crs the standard means OGC:CRS84, which is what this is.
    column = {"encoding": "WKB", "geometry_types": types, "orientation": "counterclockwise"}
    return {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column}}


def _type(name: str) -> "pa.DataType":
    import pyarrow as pa

    if name in _STRUCTS:
        inner = pa.struct([(field, _type(field)) for field in _STRUCTS[name]])
        return inner if name == "fatalities" else pa.list_(inner)
    if name in _LISTS:
        return pa.list_(pa.string())
    if name in _DAYS:
        return pa.date32()
    if name in _WHOLE:
        return pa.int64()
    return pa.float64() if name in _REAL else pa.string()


def _value(value: Any, kind: "pa.DataType") -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Turn the days of JSON into days; all else is what it is."""
    import pyarrow as pa

    if value is None:
        return None
    if pa.types.is_date32(kind):
        return date.fromisoformat(value)
    if pa.types.is_list(kind):
        return [_value(one, kind.value_type) for one in value]
    if pa.types.is_struct(kind):
        return {field.name: _value(value.get(field.name), field.type) for field in kind}
    return str(value) if pa.types.is_string(kind) else value
