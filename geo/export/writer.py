"""The one place where GeoJSON leaves: RFC 7946, 6 decimals, and files written whole or not."""

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from shapely import get_coordinates
from shapely.geometry import MultiPolygon, Polygon, mapping, shape
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

DECIMALS = 6
"""About 11 cm at the equator: RFC 7946, section 11.2."""

SPOOL_BYTES = 8_000_000
"""Features beyond this wait on disk, so that memory does not grow with their number."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))


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


def as_written(geometry: BaseGeometry | None) -> BaseGeometry | None:
    """
    Wind and round a geometry as ``feature`` writes it, for formats that hold it in another way.

    Parameters
    ----------
    geometry
        Lon/lat degrees; ``None`` or empty becomes ``None``.

    Returns
    -------
    geometry

    Raises
    ------
    ValueError
        When a coordinate is not finite or out of range.
    """
    return None if geometry is None or geometry.is_empty else shape(_geometry(geometry))


def write_collection(
    stream: BinaryIO, features: Iterable[Mapping[str, Any]], foreign: Mapping[str, Any]
) -> None:
    """
    Write a FeatureCollection, one feature a line.

    Parameters
    ----------
    stream
        Receives UTF-8, ending in a newline.
    features
        As ``feature`` makes them; gone through once.
    foreign
        Further members of the collection; ``crs`` is refused. Read when the features are
        through, so that it may count them.

    Raises
    ------
    ValueError
        When a number is not finite, or a foreign member has a name of the standard.
    """
    taken = {"type", "features", "bbox", "crs", "geometry", "properties", "coordinates"}
    if not taken.isdisjoint(foreign):
        message = f"{', '.join(sorted(taken & set(foreign)))} cannot be a foreign member"
        raise ValueError(message)
    bbox = [180.0, 90.0, -180.0, -90.0]
    separator = ""
    # What is not JSON must fail before the first byte is out, and bbox comes before what it bounds.
    with tempfile.SpooledTemporaryFile(max_size=SPOOL_BYTES) as body:
        for each in features:
            if each["geometry"] is not None:
                _widen(bbox, each["geometry"]["coordinates"])
            body.write(f"{separator}{_ENCODER.encode(each)}".encode())
            separator = ",\n"
        head: dict[str, Any] = {"type": "FeatureCollection"}
        if bbox[0] <= bbox[2]:
            head["bbox"] = bbox
        head |= foreign
        stream.write(f'{_ENCODER.encode(head)[:-1]},"features":[\n'.encode())
        body.seek(0)
        shutil.copyfileobj(body, stream)
        stream.write(b"\n]}\n")


def replace_file(path: Path, write: Callable[[BinaryIO], None]) -> None:
    """
    Write a file whole: to a temporary name, synced, then renamed.

    Parameters
    ----------
    path
        The file; its folder must exist.
    write
        Writes the content. When it raises, what was there stays.
    """

    def to_path(part: Path) -> None:
        with part.open("wb") as stream:
            write(stream)

    replace_with(path, to_path, path.suffix)


def replace_with(path: Path, write: Callable[[Path], None], suffix: str) -> None:
    """
    Write a file whole with what writes to a path: in a folder beside it, synced, then renamed.

    Parameters
    ----------
    path
        The file; its folder must exist.
    write
        Writes a file that is not there yet. When it raises, what was there stays.
    suffix
        Ending of that file, by which a library may know the format.
    """
    # A folder, for a library may keep a journal beside the file that it writes.
    with tempfile.TemporaryDirectory(
        dir=path.parent, prefix=f".{path.name}.", suffix=".part"
    ) as folder:
        part = Path(folder) / f"atlas{suffix}"
        write(part)
        with part.open("rb+") as stream:
            os.fsync(stream.fileno())
        part.chmod(0o666 & ~_umask())
        part.replace(path)
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


def point(lon: float, lat: float) -> dict[str, Any]:
    """
    Make the geometry of a point without the detour over an object, for many of them.

    Parameters
    ----------
    lon, lat
        Degrees WGS 84.

    Returns
    -------
    geometry
        As ``feature`` would make it.

    Raises
    ------
    ValueError
        When it is not finite or out of range.
    """
    _check(lon, lat)
    return {"type": "Point", "coordinates": _rounded((lon, lat))}


def _check(lon: float, lat: float) -> None:
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        message = f"[{lon}, {lat}] is not a lon/lat position"
        raise ValueError(message)


def _geometry(geometry: BaseGeometry) -> dict[str, Any]:
    for lon, lat in get_coordinates(geometry):
        _check(lon, lat)
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


def _widen(bbox: list[float], coordinates: Sequence[Any]) -> None:
    if isinstance(coordinates[0], float):
        lon, lat = coordinates
        bbox[0], bbox[1] = min(bbox[0], lon), min(bbox[1], lat)
        bbox[2], bbox[3] = max(bbox[2], lon), max(bbox[3], lat)
        return
    for part in coordinates:
        _widen(bbox, part)
