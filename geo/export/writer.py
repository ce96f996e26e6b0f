"""The one place where GeoJSON leaves: RFC 7946, 6 decimals, and files written whole or not."""

import json
import os
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO

from shapely import get_coordinates
from shapely.geometry import MultiPolygon, Polygon, mapping
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

DECIMALS = 6
"""About 11 cm at the equator: RFC 7946, section 11.2."""


def feature(
    feature_id: str, geometry: BaseGeometry | None, properties: Mapping[str, Any]
) -> dict[str, Any]:
    """
    Make a feature.

    Parameters
    ----------
    feature_id
        Its id within the collection.
    geometry
        Lon/lat degrees; ``None`` or empty becomes ``null``.
    properties
        Anything that JSON can hold.

    Returns
    -------
    feature
        Right-hand winding, coordinates rounded to 6 decimals.

    Raises
    ------
    ValueError
        When a coordinate is not finite or out of range.
    """
    return {
        "type": "Feature",
        "id": feature_id,
        "geometry": None if geometry is None or geometry.is_empty else _geometry(geometry),
        "properties": dict(properties),
    }


def write_collection(
    stream: TextIO, features: Iterable[Mapping[str, Any]], foreign: Mapping[str, Any]
) -> None:
    """
    Write a FeatureCollection.

    Parameters
    ----------
    stream
        Receives text, ending in a newline.
    features
        As ``feature`` makes them.
    foreign
        Further members of the collection; ``crs`` is refused.

    Raises
    ------
    ValueError
        When a number is not finite, or a foreign member has a name of the standard.
    """
    taken = {"type", "features", "bbox", "crs", "geometry", "properties", "coordinates"}
    if not taken.isdisjoint(foreign):
        message = f"{', '.join(sorted(taken & set(foreign)))} cannot be a foreign member"
        raise ValueError(message)
    members = list(features)
    collection: dict[str, Any] = {"type": "FeatureCollection"}
    bbox = _bbox(members)
    if bbox:
        collection["bbox"] = bbox
    collection |= foreign
    collection["features"] = members
    # Written at once: what is not JSON must fail before the first byte is out.
    stream.write(json.dumps(collection, ensure_ascii=False, allow_nan=False, indent=1) + "\n")


def replace_file(path: Path, write: Callable[[TextIO], None]) -> None:
    """
    Write a file whole: to a temporary name, synced, then renamed.

    Parameters
    ----------
    path
        The file; its folder must exist.
    write
        Writes the content. When it raises, what was there stays.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            write(stream)
            stream.flush()
            os.fsync(stream.fileno())
        part.chmod(0o666 & ~_umask())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _geometry(geometry: BaseGeometry) -> dict[str, Any]:
    for lon, lat in get_coordinates(geometry):
        if not (-180 <= lon <= 180 and -90 <= lat <= 90):
            message = f"[{lon}, {lat}] is not a lon/lat position"
            raise ValueError(message)
    if isinstance(geometry, Polygon):
        wound = mapping(orient(geometry))
    elif isinstance(geometry, MultiPolygon):
        parts = [mapping(orient(part))["coordinates"] for part in geometry.geoms]
        wound = {"type": "MultiPolygon", "coordinates": parts}
    else:
        wound = mapping(geometry)
    return {"type": wound["type"], "coordinates": _rounded(wound["coordinates"])}


def _rounded(coordinates: Sequence[Any]) -> list[Any]:
    if isinstance(coordinates[0], int | float):
        # + 0.0 turns -0.0 into 0.0
        return [round(float(degrees), DECIMALS) + 0.0 for degrees in coordinates]
    return [_rounded(part) for part in coordinates]


def _bbox(features: Iterable[Mapping[str, Any]]) -> list[float]:
    lons: list[float] = []
    lats: list[float] = []
    for each in features:
        if each["geometry"] is not None:
            _collect(each["geometry"]["coordinates"], lons, lats)
    return [min(lons), min(lats), max(lons), max(lats)] if lons else []


def _collect(coordinates: Sequence[Any], lons: list[float], lats: list[float]) -> None:
    if isinstance(coordinates[0], float):
        lons.append(coordinates[0])
        lats.append(coordinates[1])
        return
    for part in coordinates:
        _collect(part, lons, lats)
