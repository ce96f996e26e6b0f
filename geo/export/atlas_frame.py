"""A GeoDataFrame with lists and structures in its columns that still maps and writes itself."""

import io
import json
from collections.abc import Mapping
from html import escape
from typing import Any

import geopandas as gpd
import pyarrow as pa
from pyarrow import parquet
from shapely import orient_polygons

from geo.export.columns import DAYS, STRUCTS, arrow_type, flat

_VERSION = "1.1.0"


class AtlasFrame(gpd.GeoDataFrame):  # type: ignore[misc]
    """
    What a dataset shows, a row for each.

    Selecting, joining and the like give such a frame again. ``explore``, ``to_file`` and
    ``to_parquet`` are those of geopandas, which of themselves fail at lists, or write what cannot
    be read back.
    """

    def flat(self) -> gpd.GeoDataFrame:
        """
        Write lists and structures as text.

        Returns
        -------
        frame
            Lists are joined by ``|``, as in the tables; structures are JSON. A list of passages is
            ``article:locus``, joined likewise.
        """
        return flat(gpd.GeoDataFrame(self))

    def explore(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as geopandas has it
        """Map the frame with Folium; arguments are those of ``GeoDataFrame.explore``."""
        shown = self.flat()
        for name, dtype in shown.dtypes.items():
            if dtype == "str":
                shown[name] = shown[name].map(_as_html, na_action="ignore").astype("str")
        return shown.explore(*args, **kwargs)

    def to_file(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - as geopandas has it
        """Write a file; arguments are those of ``GeoDataFrame.to_file``."""
        self.flat().to_file(*args, **kwargs)

    def to_parquet(
        self,
        path: Any,  # noqa: ANN401 - as geopandas has it
        *,
        compression: str = "zstd",
        metadata: Mapping[str, str] | None = None,
    ) -> None:
        """
        Write GeoParquet 1.1.

        Parameters
        ----------
        path
            A path, or a stream that takes bytes.
        compression
            As pyarrow names it.
        metadata
            Texts for the metadata of the schema, beside ``geo``.
        """
        whole = io.BytesIO()
        wound = gpd.GeoDataFrame(self).set_geometry(orient_polygons(self.geometry))
        wound.to_parquet(whole, index=False, compression=None, schema_version=_VERSION)
        table = parquet.read_table(whole)
        geo = json.loads(table.schema.metadata[b"geo"])
        geo["columns"][geo["primary_column"]]["orientation"] = "counterclockwise"
        said = {b"geo": json.dumps(geo).encode()}
        said |= {name.encode(): text.encode() for name, text in (metadata or {}).items()}
        fields = [field.with_type(_stored(field)) for field in table.schema]
        # What pandas writes of its types beside, it cannot read where one is a list.
        parquet.write_table(table.cast(pa.schema(fields, said)), path, compression=compression)


def _as_html(text: str) -> str:
    # Folium puts what it is given into a page as HTML, and reads that page as a template again.
    return escape(text).replace("{", "&#123;")


def _stored(field: pa.Field) -> pa.DataType:
    if field.name in DAYS and pa.types.is_timestamp(field.type):
        return pa.date32()
    if field.name in STRUCTS and pa.types.is_nested(field.type):
        return arrow_type(field.name)
    return pa.string() if pa.types.is_large_string(field.type) else field.type
