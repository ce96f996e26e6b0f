"""GeoParquet of what is shown: the features of the GeoJSON, typed, in one table for data people."""

import json
from typing import TYPE_CHECKING, Any, BinaryIO

from geo.dataset import Dataset
from geo.export.about import KINDS, about, said_of_things
from geo.export.base import Exporter, Follow, quietly
from geo.export.features import EVENT_PROPERTIES, MOVEMENT_PROPERTIES
from geo.export.ground_features import PLACE_PROPERTIES, ROUTE_PROPERTIES
from geo.export.writer import as_written

if TYPE_CHECKING:
    from geo.export.atlas_frame import AtlasFrame

_COLUMNS = (
    *("id", "kind", "event_id", "place_id", "route_id", "type", "title", "name", "name_ar"),
    *("summary", "first_day", "last_day", "span", "date_precision", "status", "standing"),
    *("backing", "side", "match", "place", "location_precision", "uncertainty_km", "actor_ids"),
    *("article_ids", "actors", "fatalities", "sources", "places", "relations", "date_basis"),
    *("date_note", "count", "route_ids", "place_ids", "place_kind", "extent", "radius_km"),
    *("country", "geonames_id", "basis", "source", "mentions", "aliases", "within"),
    *("lat", "lon"),
    *("route_kind", "claim_ids", "waypoints", "legs", "reported_offset_miles", "note"),
)


class GeoParquetExporter(Exporter):
    """GeoParquet 1.1, geometry as WKB."""

    name = "geoparquet"
    label = "GeoParquet"
    suffix = ".parquet"
    media_type = "application/vnd.apache.parquet"

    def write(self, dataset: Dataset, stream: BinaryIO, follow: Follow = quietly) -> None:
        """Write one table, with ``geo`` and ``atlas`` in its metadata."""
        # Only for this format: geopandas takes long to import.
        import pandas as pd

        parts = {
            "event": _part(dataset.events, "event", "event_id", EVENT_PROPERTIES),
            "movement": _part(dataset.movements, "movement", "event_id", MOVEMENT_PROPERTIES),
            "place": _part(dataset.places, "place", "place_id", PLACE_PROPERTIES),
            "zone": _part(dataset.zones, "zone", "place_id", PLACE_PROPERTIES),
            "route": _part(dataset.routes, "route", "route_id", ROUTE_PROPERTIES),
        }
        counts = {kind: len(parts[kind]) for kind in KINDS}
        # Places and zones stand together in the order of the gazetteer, as in the GeoJSON.
        rank = {place_id: at for at, place_id in enumerate(dataset.place_ids)}
        ground: Any = pd.concat([parts["place"], parts["zone"]])
        ground = ground.iloc[ground["place_id"].map(rank).argsort()]
        held = [parts["event"], parts["movement"], ground, parts["route"]]
        whole: Any = pd.concat(follow(held, "GeoParquet", len(held)), ignore_index=True)
        # Lon before lat, as GeoJSON and GeoParquet's own default have it.
        whole = whole.set_crs("OGC:CRS84", allow_override=True)
        atlas = about(dataset, counts) | {"said": said_of_things(dataset)}
        described = json.dumps(atlas, ensure_ascii=False)
        whole.to_parquet(stream, metadata={"atlas": described})


def _part(frame: "AtlasFrame", kind: str, key: str, names: tuple[str, ...]) -> "AtlasFrame":
    """Give the features of one kind every column; those that it has not are empty."""
    from geo.export.columns import series

    own = {"kind": "place_kind" if "place_kind" in names else "route_kind"}
    renamed = frame.rename(columns=own)
    renamed["id"] = series("id", [f"{kind}:{one}" for one in frame[key]])
    renamed["kind"] = series("kind", [kind] * len(frame))
    for name in _COLUMNS:
        if name not in (*names, "id"):
            renamed[name] = series(name, [None] * len(frame))
    renamed = renamed.set_geometry(renamed.geometry.map(as_written))
    part: AtlasFrame = renamed[[*_COLUMNS, "geometry"]]
    return part
